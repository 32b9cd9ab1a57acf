"""What a source is called in CSL 1.0.2, by its kind. Pure."""

from typing import Final

# CSL has no type for a readout, a press release or an announcement: all are texts that an office
# puts on its site, which its documentation calls a webpage; `genre` says which.
WEBPAGE: Final = "webpage"
# What nothing better is known of.
DOCUMENT: Final = "document"

TYPES: Final = {
    "readout": WEBPAGE,
    "press_release": WEBPAGE,
    "announcement": WEBPAGE,
    # Telegrams and greetings, which are published, so that they are no personal communication.
    "message": DOCUMENT,
    # What was said, taken down.
    "transcript": "speech",
    "interview": "interview",
    # Of what a paper or an agency writes; it need not have been printed.
    "article": "article-newspaper",
    "post": "post",
    "other": DOCUMENT,
}


def type_of(kind: str) -> str:
    """Give the CSL type for a kind of document; of a kind that is not known, `document`."""
    return TYPES.get(kind, DOCUMENT)
