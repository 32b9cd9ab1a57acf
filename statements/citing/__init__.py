"""How a statement is cited: as a quotation, in BibTeX and in CSL-JSON.

`record.py` gathers what is cited into a `Citation`, which the others write out. But for
`record.py` it is pure: it knows no database.
"""
