"""What keeps Verbatim from running, where the person at the terminal can mend it."""


class Trouble(Exception):  # noqa: N818 - nothing is wrong with the program
    """One clear line that says what is in the way, and what to type where that helps."""
