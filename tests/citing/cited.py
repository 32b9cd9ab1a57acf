"""A citation that the tests of this folder change what they need of."""

import datetime
from dataclasses import replace
from typing import Any

from dates.edtf import parse
from statements.citing.citation import Citation, KeptCopy, Source

SHA = "0c" * 32
SOURCE = Source(
    title="Readout of the call",
    kind="readout",
    publisher="Élysée Palace",
    date=parse("2022-02-22"),
    url="https://www.elysee.fr/call",
)
COPY = KeptCopy(SHA, datetime.datetime(2022, 3, 1, 23, 30, tzinfo=datetime.UTC), 1203, 1310)
ADDRESS = "https://verbatim.example/statements/abc123def456/"
PLAIN = Citation(
    public_id="abc123def456",
    address=ADDRESS,
    text="It can only be held at the condition that Russia does not invade Ukraine.",
    language="en",
    speaker="Emmanuel Macron",
    title_that_day="President of France",
    date=parse("2022-02-21"),
    is_direct=True,
    source=SOURCE,
    copy=COPY,
)

# What TeX, JSON, HTML and a reader of lines each stumble over.
HOSTILE = (
    "A {b} }{ \\end{x} 100% & #1 _ $5 ~ ^ \"q\" 's' @misc{k, <b>&amp;</b>"
    "\r\nnext\tline \u202e \u2028"
)


def cited(**fields: Any) -> Citation:
    """Give the plain citation with other values; `source` may be a dict of the source's."""
    if isinstance(given := fields.get("source"), dict):
        fields["source"] = replace(SOURCE, **given)
    return replace(PLAIN, **fields)
