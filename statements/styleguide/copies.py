"""What is shown of a document: its kept copies, what is marked in them, and what changed."""

from __future__ import annotations

from reading.differences import differences
from reading.pages import Page
from statements.marking.changing import Changes, Touched
from statements.marking.copies import Kept
from statements.marking.places import Placed
from statements.marking.quoted import Quoted
from statements.marking.runs import marked
from statements.marking.showing import Showing
from statements.styleguide import samples
from statements.styleguide.exhibit import Exhibit, show

WORDS = "The reason is the provocations."
TEXT = f"The leaders spoke for an hour. {WORDS}\nThey agreed to speak again."
EARLIER = "The leaders spoke. They agreed to speak again."


def copies() -> list[Exhibit]:
    """Give the components of a document's page."""
    document, shown = samples.document(), _shown()
    before, after = _kept(1), _kept(2)
    all_of_it = {"document": document, "copies": [after, before]}
    changed = _changes()
    both = {**all_of_it, "before": before, "after": after, "changed": changed}
    return [
        show("components/document/which-copy.html", {**all_of_it, "copy": before, "shown": shown}),
        show("components/document/text.html", {"document": document, "shown": shown}),
        show("components/document/rail.html", {"shown": shown}),
        show("components/document/parts.html", {"shown": shown, "label": "Parts"}),
        show("components/document/quotations.html", {"document": document, "shown": shown}),
        show(
            "components/document/passage.html",
            {"statement": samples.statement(), "number": 1},
            {"statement": samples.statement(editorial_status="retracted")},
        ),
        show(
            "components/document/apart.html",
            {"document": document, "apart": [samples.other_statement()], "apart_in_all": 1},
        ),
        show(
            "components/document/all-statements.html",
            {"document": document, "at": {"page": Page([samples.statement()]), "problems": []}},
        ),
        show("components/document/copies.html", {**all_of_it, "shown": shown}),
        show(
            "components/document/copy-line.html",
            {"document": document, "copy": before, "shown": shown},
            within="ol",
        ),
        show("components/document/two-copies.html", both),
        show("components/document/changed-text.html", both),
        show("components/document/changed-quotations.html", both),
        # The last one, as no heading of a lower rank follows the title of a page.
        show("components/document/head.html", {"document": document, "accounts": []}),
    ]


def _kept(number: int) -> Kept:
    return Kept(number, samples.copy(), is_latest=number == 2)


def _shown() -> Showing:
    start = TEXT.index(WORDS)
    place = Placed(samples.NOBODY, start, start + len(WORDS), 1)
    said = Quoted(samples.statement(WORDS, anchor_exact=WORDS), place, is_sought=True)
    return Showing(
        _kept(2),
        Page([said]),
        [samples.NOBODY],
        paragraphs=marked(TEXT, [said.marked], 0),
        gaps=[True, True],
        number=2,
        parts=3,
    )


def _changes() -> Changes:
    gone = Touched(samples.other_statement(), is_gone=True, first=120, behind=152)
    return Changes(differences(EARLIER, TEXT), touched=[gone], stay=3)
