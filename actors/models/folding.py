"""The column in which names are compared: one folding for the database and for Python."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Func, Value


class Fold(Func):
    """`fold_name(text)`: lower case, no accents, Cyrillic and Greek in Latin letters, one space."""

    function = "fold_name"
    arity = 1
    output_field = models.TextField()


def fold(text: str) -> Fold:
    """Give the expression that folds a text as the stored names are folded."""
    return Fold(Value(text, output_field=models.TextField()))


def has_letters(text: str) -> bool:
    """Tell whether the text has a letter or digit: without one it is nobody's name.

    Whatever has one is more than nothing when it is folded, as the constraints on names ask.
    """
    return any(sign.isalnum() for sign in text)


def folded(field: str) -> models.GeneratedField:
    """Give the generated column with the folded form of a field."""
    return models.GeneratedField(
        expression=Fold(field), output_field=models.TextField(), db_persist=True, editable=False
    )


def folded_index(name: str) -> GinIndex:
    """Give the trigram index that answers "contains" and "is like" on the folded column."""
    return trigram_index("folded", name)


def trigram_index(field: str, name: str) -> GinIndex:
    """Give the trigram index of a column of names.

    What is entered goes into the index at once: names are few, and many that wait to be put into
    it would have every search read them all.
    """
    return GinIndex(OpClass(field, name="gin_trgm_ops"), name=name, fastupdate=False)
