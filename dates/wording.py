"""Dates in words, for people."""

from dates.grammar import parse
from dates.months import MONTHS
from dates.values import ImpreciseDate, Precision

DASH = "\N{EN DASH}"
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def for_people(date: ImpreciseDate) -> str:
    """Give the date in British English: “about 7 February 2022”, “1999 (uncertain)”, “1990s”.

    A century is named by its years, since 19XX is 1900 to 1999, which is not quite the 20th
    century; a winter is named by both its years.
    """
    if date.precision is Precision.INTERVAL:
        start, end = (parse(side) for side in date.text.split("/"))
        return _interval(start, end)
    doubt = " (uncertain)" if date.uncertain else ""
    return f"{_about(date)}{_bare(date)}{doubt}"


def _about(date: ImpreciseDate) -> str:
    if not date.approximate:
        return ""
    return "about the " if date.precision is Precision.DECADE else "about "


def _bare(date: ImpreciseDate) -> str:
    """Give the date without its qualifier."""
    year, month = date.earliest.year, date.earliest.month
    match date.precision:
        case Precision.DAY:
            return f"{date.earliest.day} {MONTHS[month - 1]} {year}"
        case Precision.MONTH:
            return f"{MONTHS[month - 1]} {year}"
        case Precision.SEASON:
            return f"{SEASONS[month]} {_season_year(date)}"
        case Precision.DECADE:
            return f"{year}s"
        case Precision.CENTURY:
            return f"{year}{DASH}{date.latest.year}"
        case _:
            return str(year)


def _season_year(date: ImpreciseDate) -> str:
    first, last = date.earliest.year, date.latest.year
    if first == last:
        return str(first)
    short = f"{last % 100:02}" if last % 100 else str(last)  # 2022–23, but 1999–2000
    return f"{first}{DASH}{short}"


def _interval(start: ImpreciseDate, end: ImpreciseDate) -> str:
    """Join two dates, saying once what both have at the end: “7–8 February 2022”."""
    first, last = for_people(start), for_people(end)
    if first == last:
        return first
    shorter = _without_shared_end(first, last) if _alike(start, end) else first
    single = " " not in shorter and (shorter != first or " " not in last)
    return f"{shorter}{DASH}{last}" if single and DASH not in first else f"{shorter} {DASH} {last}"


def _alike(start: ImpreciseDate, end: ImpreciseDate) -> bool:
    """Tell whether both dates are put in the same way, so that their words pair up."""
    return (start.precision, start.uncertain, start.approximate) == (
        end.precision,
        end.uncertain,
        end.approximate,
    )


def _without_shared_end(first: str, last: str) -> str:
    """Drop from `first` the words at its end that `last` ends with; the two differ somewhere."""
    words, others = first.split(), last.split()
    while words[-1] == others[-1]:
        words.pop()
        others.pop()
    return " ".join(words)
