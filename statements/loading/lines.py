"""JSON Lines: the records of a file, one after the other, or what is wrong with a line."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import IO, NamedTuple

from statements.loading.problems import shown

MOST_BYTES = 16 * 2**20
"""The longest line that is read, in bytes: the text of a long book fits."""

BOM = b"\xef\xbb\xbf"


class LineError(ValueError):
    """A line is no record; the message says why."""


class Line(NamedTuple):
    """A line that is not blank: its number from 1, its bytes, and the object it is, or why not."""

    number: int
    size: int
    record: dict[str, object] | None
    complaint: str = ""


def read(source: IO[bytes]) -> Iterator[Line]:
    """Give the lines of a file, each with its record or its complaint; blank lines are no lines."""
    for number, raw, whole in _raw_lines(source):
        if not whole:
            yield Line(number, len(raw), None, f"is longer than {MOST_BYTES // 2**20} MB")
        elif raw.strip():
            yield _line(number, raw)


def _line(number: int, raw: bytes) -> Line:
    try:
        return Line(number, len(raw), _parsed(raw))
    except LineError as error:
        return Line(number, len(raw), None, str(error))


def _raw_lines(source: IO[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """Give number and bytes of each line, and whether they are all of it."""
    number = 0
    while raw := source.readline(MOST_BYTES):
        number += 1
        whole = len(raw) < MOST_BYTES or raw.endswith(b"\n")
        yield number, raw, whole
        while not whole and (rest := source.readline(MOST_BYTES)):
            whole = rest.endswith(b"\n")


def _parsed(raw: bytes) -> dict[str, object]:
    record = _json(_text(raw))
    if not isinstance(record, dict):
        raise LineError("is JSON, but not an object: a record is written {…}")
    return record


def _text(raw: bytes) -> str:
    if raw.startswith(BOM):
        raise LineError("begins with a byte order mark: save the file as UTF-8 without one")
    try:
        return raw.rstrip(b"\r\n").decode()
    except UnicodeDecodeError as error:
        raise LineError(f"is not UTF-8: byte {error.start + 1} of the line is wrong") from error


def _json(text: str) -> object:
    try:
        return DECODE(text)
    except json.JSONDecodeError as error:
        raise LineError(f"is not JSON: {error.msg}, at character {error.pos + 1}") from error
    except RecursionError as error:
        raise LineError("is nested too deeply") from error
    except LineError:
        raise
    except ValueError as error:  # Python reads no whole number of more than 4,300 digits.
        raise LineError("has a number that is too long") from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        [(twice, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise LineError(f"has the key {shown(twice)} twice")
    return record


def _no_number(name: str) -> object:
    raise LineError(f"has {name}, which is not JSON")


DECODE = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number).decode
