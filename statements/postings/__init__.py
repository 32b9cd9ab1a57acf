"""Postings: for each value of each filter, the ids of the public records that have it.

They are sets of numbers in compressed bitmaps, kept in the memory of each process and brought up
to date from a log that triggers write. They answer which records filters leave, how many, how
many have each value of each filter, and which are the newest, without a look at the records.
"""
