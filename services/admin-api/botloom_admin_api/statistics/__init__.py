"""Figures over what people did, which the service `stats` writes."""
