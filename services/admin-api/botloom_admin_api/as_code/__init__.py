"""The whole configuration as one document: written, read, and planned against what there is.

Pure: what is read from and written to the database, `routes/as_code.py` and `applying.py` do.
"""
