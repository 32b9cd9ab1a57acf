"""How names of places are compared."""

import unicodedata


def folded(name: str) -> str:
    """Give a name without accents and with straight apostrophes; capital letters stay."""
    parts = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
