"""Readers of single values: each takes what JSON gave, and gives it clean or notes why not."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Field

from dates.edtf import EDTFError, parse
from statements.loading.notes import Notes, Reference
from statements.loading.problems import shown

CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
COUNTRY = re.compile(r"[A-Z]{2}")
WIKIDATA = re.compile(r"Q[1-9][0-9]{0,14}")
# BCP 47 (RFC 5646), section 2.1: language, extlangs, script, region, variants, extensions,
# private use; or private use alone.
LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",
    re.IGNORECASE | re.ASCII,
)
KINDS: dict[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
    type(None): "null",
}
MOST_MINUTES = 2**31 - 1
MOST_READ = 10_000
"""The most characters of a text whose form says itself what is too long."""

MOST_ENTRIES = 1000
"""The most entries in a list: topics, participants, links of a chain."""


class Reader(Protocol):
    """Reads the value of a field; gives None, with a note, where it is not as it has to be."""

    def __call__(self, value: object, where: str, notes: Notes) -> object: ...


class UnfitError(ValueError):
    """A text is not what its field holds; the message says why."""


def text(most: int, check: Callable[[str], str] | None = None) -> Reader:
    """Read a text of at most so many characters that passes the check, which may tidy it."""

    def read(value: object, where: str, notes: Notes) -> object:
        if not isinstance(value, str):
            notes.error(where, f"has to be a text, and is {kind_of(value)}")
        elif complaint := _unsound(value, most):
            notes.error(where, complaint)
        else:
            return _tried(check, value, where, notes) if check else value
        return None

    return read


def text_of(field: "Field[Any, Any]") -> Reader:
    """Read a text that fits into the model field."""
    return text(field.max_length or 0)


def _unsound(value: str, most: int) -> str:
    if "\0" in value or not (value.isascii() or _is_unicode(value)):
        return "has a character that cannot be kept (NUL, or half a surrogate pair)"
    if is_blank(value):
        return "is empty"
    return f"has {len(value):,} characters; {most:,} at most are kept" if len(value) > most else ""


def is_blank(value: str) -> bool:
    """Tell whether a text has no words, and so says no more than null does."""
    return not value or value.isspace()


def _is_unicode(value: str) -> bool:
    """Tell whether a text is none but characters; half a surrogate pair has no UTF-8 form."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _tried(check: Callable[[str], str], value: str, where: str, notes: Notes) -> str | None:
    try:
        return check(value)
    except UnfitError as error:
        notes.error(where, str(error))
        return None


def kind_of(value: object) -> str:
    """Name the kind of a JSON value."""
    return KINDS[type(value)]


def reference(file: str) -> Reader:
    """Read the id of a record of the file, and note that it has to be there."""
    read_id = text(200)

    def read(value: object, where: str, notes: Notes) -> object:
        found = read_id(value, where, notes)
        if isinstance(found, str):
            notes.references.append(Reference(where, file, found))
        return found

    return read


def one_of(choices: Collection[str]) -> Reader:
    """Read one of the words."""

    def check(value: str) -> str:
        if value not in choices:
            raise UnfitError(f"{shown(value)} is none of: {', '.join(choices)}")
        return value

    return text(200, check)


def matching(pattern: re.Pattern[str], most: int, what: str) -> Reader:
    """Read a text of that form and length; `what` says what it has to be."""

    def check(value: str) -> str:
        if len(value) > most or not pattern.fullmatch(value):
            raise UnfitError(f"{shown(value)} is not {what}")
        return value

    return text(MOST_READ, check)


def _edtf(value: str) -> str:
    try:
        return parse(value).text
    except EDTFError as error:
        raise UnfitError(str(error)) from error


def _day(value: str) -> str:
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UnfitError(f"{shown(value)} is not a day of the calendar") from error
    raise UnfitError(f"{shown(value)} is not a day such as 2022-02-20")


def _address(value: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError as error:
        raise UnfitError(f"{shown(value)} is not an address with http:// or https://") from error
    return value


edtf = text(MOST_READ, _edtf)
day = text(MOST_READ, _day)
clock = matching(CLOCK, 5, "a time such as 09:30")
country = matching(COUNTRY, 2, "an ISO 3166-1 alpha-2 code, such as FR")
language = matching(LANGUAGE, 35, "a BCP 47 language tag, such as en or zh-Hant")
wikidata = matching(WIKIDATA, 16, "a Wikidata item, such as Q7747")
address = text(2000, _address)


def boolean(value: object, where: str, notes: Notes) -> bool | None:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    notes.error(where, f"has to be true or false, and is {kind_of(value)}")
    return None


def minutes(value: object, where: str, notes: Notes) -> int | None:
    """Read a whole number of minutes, at least one."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_MINUTES:
        return value
    notes.error(where, "has to be a whole number, at least 1")
    return None


def list_of(entry: Reader) -> Reader:
    """Read a list of such entries."""

    def read(value: object, where: str, notes: Notes) -> object:
        if not isinstance(value, list):
            notes.error(where, f"has to be a list, and is {kind_of(value)}")
        elif len(value) > MOST_ENTRIES:
            notes.error(where, f"has {len(value):,} entries; {MOST_ENTRIES:,} at most are kept")
        else:
            return [entry(item, f"{where}[{at}]", notes) for at, item in enumerate(value)]
        return None

    return read
