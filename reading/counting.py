"""Numbers of things, in words. Pure."""


def counted(number: int, what: str) -> str:
    """Say how many: "1 statement", "1,200 statements", "2 kept copies"."""
    several = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number:,} {what if number == 1 else several}"
