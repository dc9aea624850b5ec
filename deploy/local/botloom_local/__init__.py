"""Everything on one machine, with embedded servers."""
