"""Webhooks: whoever is registered is told of every change, signed, and again until it is taken.

`registry` is what owners do, `queue` what is owed to whom, `sender` one attempt, `dispatcher` the
loop that brings these together.
"""
