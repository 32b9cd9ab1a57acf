"""A kept copy of a source as readers see it: in parts, with every statement marked in its place.

Where only quotations may be shown, they are all that is given of it.
"""
