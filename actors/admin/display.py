"""What the columns of the desk's lists show."""

from dates.edtf import ImpreciseDate, for_people


def in_words(date: ImpreciseDate | None) -> str:
    """Give a date as people write it, or nothing."""
    return for_people(date) if date else ""
