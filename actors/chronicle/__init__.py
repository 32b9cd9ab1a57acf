"""Reading the history that triggers write: which changes there were, whose, and what they changed.

Knows the models only by what is tracked (`actors/history.py`), so that it serves all of them.
"""
