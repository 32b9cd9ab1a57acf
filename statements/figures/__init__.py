"""Numbers that pages show of many records at once, worked out from postings."""
