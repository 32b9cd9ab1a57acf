"""Days that are named in a running text, in the languages of those who publish most readouts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dates.edtf import EDTFError, parse

# As they stand beside a day: in Russian and Ukrainian in the genitive.
_NAMES = """
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sept oct nov dec
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
januar februar märz april mai juni juli august september oktober november dezember
jänner feber märz april mai juni juli august september oktober november dezember
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
"""
_MONTHS = {
    name: month
    for line in _NAMES.strip().splitlines()
    for month, name in enumerate(line.split(), start=1)
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_ENDING = r"(?:st|nd|rd|th|er|º|\.)?"

# Of two figures before a year it is not known which is the day, unless dots part them.
_SHAPES = "|".join(
    (
        rf"(?P<d1>[0-9]{{1,2}}){_ENDING}\s+(?:de\s+)?(?P<m1>{_MONTH})\.?,?\s+(?:de\s+)?(?P<y1>[0-9]{{4}})",
        rf"(?P<m2>{_MONTH})\.?\s+(?P<d2>[0-9]{{1,2}}){_ENDING},?\s+(?P<y2>[0-9]{{4}})",
        r"(?P<y3>[0-9]{4})-(?P<m3>[0-9]{2})-(?P<d3>[0-9]{2})",
        r"(?P<d4>[0-9]{1,2})\.\s?(?P<m4>[0-9]{1,2})\.\s?(?P<y4>[0-9]{4})",
        r"(?P<y5>[0-9]{4})\s?年\s?(?P<m5>[0-9]{1,2})\s?月\s?(?P<d5>[0-9]{1,2})\s?日",
    )
)
_DAY = re.compile(rf"(?<!\w)(?:{_SHAPES})(?![0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class NamedDay:
    """A day as it is printed in a text, and as EDTF."""

    edtf: str
    printed: str
    start: int


def days_named_in(text: str) -> Iterator[NamedDay]:
    """Give the days of the text in its order; what is no day of the calendar is left out."""
    for match in _DAY.finditer(text):
        year, month, day = (_part(match, letter) for letter in "ymd")
        number = _MONTHS.get(month.lower()) or int(month)
        edtf = f"{year}-{number:02}-{int(day):02}"
        if _is_day(edtf):
            yield NamedDay(edtf, " ".join(match[0].split()), match.start())


def _part(match: re.Match[str], letter: str) -> str:
    """Give the year, month or day of whichever shape was found."""
    return next(match[f"{letter}{number}"] for number in range(1, 6) if match[f"{letter}{number}"])


def _is_day(edtf: str) -> bool:
    try:
        parse(edtf)
    except EDTFError:
        return False
    return True
