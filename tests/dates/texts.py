"""Texts that are dates, texts that nearly are, and any other text, for tests by property."""

from datetime import date

from hypothesis import strategies as st

from dates.edtf import parse

_years = st.integers(1, 9999).map("{:04}".format)
_bare_points = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: f"{day:%Y-%m}".zfill(7)),
    st.dates().map(lambda day: f"{day:%Y-%m}-XX".zfill(10)),
    _years,
    _years.map("{}-XX".format),
    _years.map("{}-XX-XX".format),
    st.tuples(st.integers(1, 9998), st.integers(21, 24)).map(lambda pair: "{:04}-{}".format(*pair)),
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
)

points = st.tuples(_bare_points, st.sampled_from(["", "?", "~", "%"])).map("".join)
"""Every form but the intervals, over the whole calendar."""


def _in_order(sides: tuple[str, str]) -> bool:
    start, end = map(parse, sides)
    return start.earliest <= end.earliest and start.latest <= end.latest


_intervals = (
    st.tuples(points, points)
    .map(lambda sides: sides if _in_order(sides) else sides[::-1])
    .filter(_in_order)
    .map("/".join)
)

valid_texts = st.one_of(points, _intervals)
"""Every form that is accepted."""

_signs = st.sampled_from([*"0123456789X?~%-/ T\n", "٣", ".."])


def _spoilt(text: str, place: int, sign: str, dropped: int) -> str:
    place %= len(text) + 1
    return text[:place] + sign + text[place + dropped :]


_near_misses = st.builds(_spoilt, valid_texts, st.integers(0, 40), _signs, st.integers(0, 2))
_reversed_intervals = st.tuples(points, points).map("/".join)
_digits_at_random = st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?", fullmatch=True)
_any_text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=50)

storable_texts = st.one_of(
    valid_texts, _near_misses, _reversed_intervals, _digits_at_random, _any_text
)
"""Dates, near misses and noise that PostgreSQL can hold (no NUL, no lone surrogate)."""
