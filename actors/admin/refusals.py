"""What the database refuses, in plain words for the person who typed it."""

import psycopg
from django.apps import apps
from django.db import DatabaseError
from django.db.models import BaseConstraint, ProtectedError

# SQLSTATE classes that are about what was entered, not about the server: 22 data, 23 integrity,
# P0 raised by a trigger.
ABOUT_DATA = ("22", "23", "P0")

PLAIN = {
    "22001": "A text is too long.",
    "22003": "A number is too large.",
    "23502": "Something that is required is missing.",
    "23503": "A record that this one names is gone, or other records still need this one.",
    "23505": "There is another record with the same value already.",
}


def is_refusal(error: DatabaseError) -> bool:
    """Tell whether the database refused what was entered, rather than failed."""
    cause = error.__cause__
    about_data = isinstance(cause, psycopg.Error) and (cause.sqlstate or "").startswith(ABOUT_DATA)
    return about_data or isinstance(error, ProtectedError)


def in_words(error: DatabaseError) -> str:
    """Say why the database refused, in the words of the rule where it has any."""
    cause = error.__cause__
    if not isinstance(cause, psycopg.Error):
        return str(error.args[0])
    rule = _rules().get(cause.diag.constraint_name or "")
    if rule:
        return _words_of(rule)
    return PLAIN.get(cause.sqlstate or "") or cause.diag.message_primary or str(cause)


def _rules() -> dict[str, BaseConstraint]:
    """Give the constraints of all models by name; triggers bring their own words."""
    models = apps.get_models()
    return {rule.name: rule for model in models for rule in model._meta.constraints}


def _words_of(rule: BaseConstraint) -> str:
    if rule.violation_error_message != rule.default_violation_error_message:
        return str(rule.get_violation_error_message())
    return f"This breaks a rule of the archive: {rule.name.replace('_', ' ')}."
