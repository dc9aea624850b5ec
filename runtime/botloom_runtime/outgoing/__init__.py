"""HTTP requests to places that others name: to the internet and what is allowed, to nothing else.

`addresses` says what may be reached, `connector` connects to that only, `client` puts both into a
session of aiohttp.
"""
