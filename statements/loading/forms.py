"""Readers of whole objects: their fields, which of them are required, which are unknown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from statements.loading.notes import Notes
from statements.loading.problems import printable
from statements.loading.values import Reader, is_blank, kind_of

Record = dict[str, object]
Rule = Callable[[Record, str, Notes], None]


@dataclass(frozen=True)
class Form:
    """What an object holds: its fields, required and other, and rules between them."""

    required: Mapping[str, Reader]
    optional: Mapping[str, Reader]
    rules: tuple[Rule, ...] = ()

    @cached_property
    def _readers(self) -> dict[str, Reader]:
        return {**self.required, **self.optional}

    def __call__(self, value: object, where: str, notes: Notes) -> Record | None:
        """Give the object with the fields that have a value, clean; note all that is wrong."""
        if not isinstance(value, dict):
            notes.error(where, f"has to be an object, and is {kind_of(value)}")
            return None
        before = f"{where}." if where else ""
        self._note_strangers(value, before, notes)
        record = self._read(value, before, notes)
        for rule in self.rules:
            rule(record, before, notes)
        return record

    def _note_strangers(self, value: Record, before: str, notes: Notes) -> None:
        for key in value:
            if key not in self._readers:
                notes.warning(f"{before}{printable(key)}", "unknown key; it is kept nowhere")

    def _read(self, value: Record, before: str, notes: Notes) -> Record:
        record: Record = {}
        for key, reader in self._readers.items():
            given = value.get(key)
            if given is not None and not (isinstance(given, str) and is_blank(given)):
                record[key] = reader(given, f"{before}{key}", notes)
            elif key in self.required:
                notes.error(f"{before}{key}", "is empty" if key in value else "is missing")
        return record
