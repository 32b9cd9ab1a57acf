"""What is typed into the desk's search boxes."""

MAX_WORDS = 8
MAX_LETTERS = 200


def words_of(text: str) -> list[str]:
    """Give the words to look for: a search box takes a few, not a page that was pasted."""
    return text[:MAX_LETTERS].split()[:MAX_WORDS]
