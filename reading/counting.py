"""Numbers of things, in words. Pure."""

VOWELS = "aeiou"


def counted(number: int, what: str) -> str:
    """Say how many: "1 statement", "1,200 statements", "2 kept copies", "3 days"."""
    several = f"{what[:-1]}ies" if what.endswith("y") and what[-2] not in VOWELS else f"{what}s"
    return f"{number:,} {what if number == 1 else several}"
