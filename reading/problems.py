"""What is wrong with a search, in sentences, each with links that mend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm
from django.http import QueryDict

from reading.queries import exchanged, narrowed, renamed, without_filter
from reading.text import clipped


@dataclass(frozen=True)
class Fix:
    """A link to the same search, mended."""

    label: str
    query: QueryDict


@dataclass(frozen=True)
class Problem:
    """One sentence, the field that it is about (none where it is about the whole), and fixes."""

    name: str
    message: str
    fixes: list[Fix] = field(default_factory=list)


def refused(message: str, value: str, instead: Mapping[str, str] | None = None) -> ValidationError:
    """Refuse a value of a field; `instead` has values that may be meant, each with its label.

    The message shows the value as `%(value)s`.
    """
    params = {"value": clipped(value), "refused": value, "instead": instead or {}, "mended": {}}
    return ValidationError(message, code="unknown", params=params)


def values_refused(form: BaseForm) -> Iterator[tuple[str, str, ValidationError]]:
    """Give what `refused` made: the name of the field, the value, and the refusal."""
    for name, errors in form.errors.as_data().items():
        for error in errors:
            if error.params and "mended" in error.params:
                yield name, error.params["refused"], error


def offer_first(error: ValidationError, label: str, changes: Mapping[str, Sequence[str]]) -> None:
    """Add to a refusal another search that may be meant: the filters that are other in it."""
    if error.params:
        error.params["mended"][label] = changes


def unknown_filter(name: str, meant: str | None) -> ValidationError:
    """Refuse the name of a filter; `meant` is the filter that it looks like."""
    params = {"name": clipped(name), "unknown": name, "meant": meant}
    return ValidationError("“%(name)s” is no filter of this list.", code="no_filter", params=params)


def problems_of(form: BaseForm) -> list[Problem]:
    """Give what is wrong with the form, in the order of its fields."""
    data = form.data if isinstance(form.data, QueryDict) else QueryDict()
    by_name = form.errors.as_data()
    ordered = [NON_FIELD_ERRORS, *form.fields]
    return [
        Problem(
            "" if name == NON_FIELD_ERRORS else name, _sentence(error), _fixes(name, error, data)
        )
        for name in ordered
        for error in by_name.get(name, [])
    ]


def _sentence(error: ValidationError) -> str:
    return str(next(iter(error)))


def _fixes(name: str, error: ValidationError, data: QueryDict) -> list[Fix]:
    return list(
        _renamings(error, data) if error.code == "no_filter" else _exchanges(name, error, data)
    )


def _renamings(error: ValidationError, data: QueryDict) -> Iterator[Fix]:
    params = error.params or {}
    unknown, meant = params["unknown"], params["meant"]
    if meant:
        yield Fix(f"Use “{meant}”", renamed(data, unknown, meant))
    yield Fix("Leave it out", without_filter(data, unknown))


def _exchanges(name: str, error: ValidationError, data: QueryDict) -> Iterator[Fix]:
    params = error.params or {}
    for label, changes in params.get("mended", {}).items():
        yield Fix(label, narrowed(data, changes))
    for value, label in params.get("instead", {}).items():
        yield Fix(label, exchanged(data, name, params["refused"], value))
