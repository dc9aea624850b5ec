"""`botloom`: the admin API from the command line. It knows the API over HTTP only."""
