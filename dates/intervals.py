"""How far one imprecise date is from another."""

from datetime import date

from dates.values import ImpreciseDate

# From so many days on months are told, and from so many months on years.
DAYS, MONTHS = 61, 24
Length = tuple[int, str]


def may_be_same_day(one: ImpreciseDate, other: ImpreciseDate) -> bool:
    """Tell whether both dates can mean one day: a month and a day within it do."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def how_far(one: ImpreciseDate, other: ImpreciseDate) -> str:
    """Say what lies between two dates, in either order: “13 days”, “4 months”, “2 to 3 years”.

    Whole days, months or years are counted, as are told of such a length; nothing is said of dates
    that may be the same day.
    """
    if may_be_same_day(one, other):
        return ""
    early, late = (one, other) if one.latest < other.earliest else (other, one)
    least = _length(early.latest, late.earliest)
    most = _length(early.earliest, late.latest)
    return _words(*most) if least == most else _range(least, most)


def _length(first: date, last: date) -> Length:
    days = (last - first).days
    months = _months(first, last)
    if days < DAYS:
        return days, "day"
    return (months, "month") if months < MONTHS else (months // 12, "year")


def _months(first: date, last: date) -> int:
    """Count the whole months from one day to another."""
    begun = (last.year - first.year) * 12 + last.month - first.month
    return begun - (last.day < first.day)


def _range(least: Length, most: Length) -> str:
    start = str(least[0]) if least[1] == most[1] else _words(*least)
    return f"{start} to {_words(*most)}"


def _words(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
