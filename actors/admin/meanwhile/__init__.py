"""Two editors on one record: what others saved while a form was open.

A form carries a note of the state it was shown in (`seen.py`). When it is sent, the record is
locked and compared with that note: what happened since is in the events (`since.py`), which also
have each row as it was when the form was opened. What only others changed is taken over into the
form, what both changed is asked about (`merging.py`), and the form is shown again.
"""
