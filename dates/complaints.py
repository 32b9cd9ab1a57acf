"""Why a text is no date, in a sentence for the person who wrote it.

Nothing here decides what is accepted: `dates.grammar` does, and asks here what to say.
"""

import re
from calendar import monthrange

from dates.months import MONTHS
from dates.values import MAX_LENGTH

EXAMPLES = "2022-02-20, 2022-02, 2022, 2022-02-20?, 2022-02-07/2022-02-08 or 1999~"

# The first pattern that is found gives the reason.
REASONS = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"^$", "nothing is written"),
        (r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "it has a character that cannot be kept"),
        (r"[0-9]T|:", "a time of day is no part of a date"),
        (r"\s", "a date is written in figures, without white space"),
        (r"(?![0-9])\d", "its digits have to be 0 to 9"),
        (r"[\[\]{},]", "a set of dates cannot be kept"),
        (r"\.\.|^/|/$", "an interval needs both a first and a last date"),
        (r"/.*/", "an interval is two dates with one slash between them"),
        ("[\u2010-\u2015\u2212]", "its dash is not a hyphen"),
        (r"^-", "years before the year 1 cannot be kept"),
        (r"^(0000|000X|00XX)", "there is no year 0"),
        (r"[0-9-]x", "an unknown digit is a capital X"),
        (r"[?~%].", "?, ~ or % stands once, at the end"),
        (r"^9999-24", "that winter ends after the year 9999"),
        (
            r"^Y|^[0-9]{5}|^[0-9]{1,3}(?![0-9X])",
            "a year has four digits, and hyphens set off the month and the day",
        ),
        (r"-[0-9](?![0-9X])", "the month and the day have two digits each"),
    )
)

MONTH_OR_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-(?:[0-9]{2}|XX))?[?~%]?")


def complaint(text: str, reason: str = "") -> str:
    """Give the sentence that refuses `text` for the reason, or for the one that is found.

    The sentence can be printed and stored whatever `text` holds: what has no printed form in it
    is shown as U+FFFD, and no more than `MAX_LENGTH` characters are shown.
    """
    reason = reason or _reason(text)
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:MAX_LENGTH])
    more = "\N{HORIZONTAL ELLIPSIS}" if len(text) > MAX_LENGTH else ""
    return f"“{shown}{more}” is not a date: {reason}. Write {EXAMPLES}."


def _reason(text: str) -> str:
    if len(text) > MAX_LENGTH:
        return f"it has more than {MAX_LENGTH} characters"
    for pattern, reason in REASONS:
        if pattern.search(text):
            return reason
    return _missing_day(text) or "its form is not one of those that are accepted"


def _missing_day(text: str) -> str:
    """Say which month or day the calendar lacks, or nothing."""
    if not (match := MONTH_OR_DAY.fullmatch(text)):
        return ""
    year, month = map(int, match.groups())
    if not 1 <= month <= 12:
        return f"there is no month {month:02}"
    return f"{MONTHS[month - 1]} {year} has {monthrange(year, month)[1]} days"
