"""What a citation of a statement says, whatever form it is written in. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dates.edtf import ImpreciseDate

ARCHIVE: Final = "Verbatim"
# In words: a reference gives the beginning of what is said, the quotation gives all of it.
MOST_WORDS: Final = 40
ELLIPSIS: Final = " …"


@dataclass(frozen=True, slots=True)
class Source:
    """The document in which words are read; `url` is empty where it has no web address.

    `retracted` is why it was taken back; empty where it stands.
    """

    title: str
    kind: str
    publisher: str
    date: ImpreciseDate | None = None
    url: str = ""
    retracted: str = ""


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """The copy that holds the words, from the code point `start` up to but not including `end`."""

    sha256: str
    retrieved_at: datetime
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement as it is cited.

    `address` is the whole address of its page. `is_direct` tells that the words are the speaker's
    own, so that they stand in quotation marks. `source` is None where readers may not see the
    document, and then `copy` is too. `original` is what `text` was translated from, where the
    archive has it, and `original_language` the name of its language; `doubt` says in words what
    stands against the text, and `retracted` why it was taken back.
    """

    public_id: str
    address: str
    text: str
    language: str
    speaker: str
    title_that_day: str
    date: ImpreciseDate | None
    is_direct: bool
    is_translated: bool = False
    original: str = ""
    original_language: str = ""
    source: Source | None = None
    copy: KeptCopy | None = None
    doubt: str = ""
    retracted: str = ""

    @property
    def key(self) -> str:
        """The name of the citation, which stays whatever is corrected of the statement."""
        return f"verbatim-{self.public_id}"

    @property
    def author(self) -> str:
        """Whose words they are: the speaker's, or the publisher's where it put them in its own."""
        return self.speaker if self.is_direct or not self.source else self.source.publisher

    @property
    def who(self) -> str:
        """The speaker, with the title held that day."""
        return ", ".join(filter(None, (self.speaker, self.title_that_day)))


def beginning(text: str, most: int = MOST_WORDS) -> str:
    """Give the first words of a text on one line, with an ellipsis where there are more."""
    words = text.split(maxsplit=most)
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + ELLIPSIS


def remarks(citation: Citation) -> list[str]:
    """Give as sentences what whoever reads the reference has to know of the words."""
    said = []
    if citation.retracted:
        said.append(f"RETRACTED: {sentence(citation.retracted)}")
    if citation.source and citation.source.retracted:
        said.append(f"SOURCE RETRACTED: {sentence(citation.source.retracted)}")
    if citation.doubt:
        said.append(sentence(citation.doubt))
    if not citation.is_direct:
        said.append(f"Attributed to {citation.who}, in other words than the speaker’s.")
    if citation.is_translated:
        source = citation.original_language
        said.append(f"Translated from {source}." if source else "Translated.")
    return said


def copy_in_words(copy: KeptCopy) -> str:
    """Say which copy holds the words, and where in it, so that anybody can compare them."""
    day = f"{copy.retrieved_at:%-d %B %Y}"
    return (
        f"Copy kept on {day}, characters {copy.start} to {copy.end}, SHA-256 of its text: "
        f"{copy.sha256}."
    )


def sentence(text: str) -> str:
    """Give the text on one line, with a full stop if nothing ends it."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."
