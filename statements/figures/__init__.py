"""Figures: what pages count of public records, from postings and without a look at the records.

Each module takes an index and the ids to look at, and gives plain values. Retracted records are
public and count, except where a module says that they do not.
"""
