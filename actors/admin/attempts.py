"""Doing something that the database may refuse."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.http import HttpResponse

from actors.admin.refusals import in_words, is_refusal


def attempt(
    act: Callable[[], HttpResponse | None],
) -> tuple[ValidationError | None, HttpResponse | None]:
    """Do it in a transaction; give why it was refused, if it was, and else the response."""
    try:
        with transaction.atomic():
            return None, act()
    except ValidationError as error:
        return error, None
    except DatabaseError as error:
        if not is_refusal(error):
            raise
        return ValidationError(in_words(error)), None
