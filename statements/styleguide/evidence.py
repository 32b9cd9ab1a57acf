"""What the page of a statement shows beside its words: the evidence, the thread, the citation."""

from __future__ import annotations

from statements.pages.statement_parts import CitedAs
from statements.passages import Passage
from statements.styleguide import samples
from statements.styleguide.exhibit import Exhibit, show
from statements.threads import thread_of
from statements.verification.badge import Evidence, State

BEFORE = "The leaders spoke for an hour. "
SIGNS = ("tick", "half", "lines", "ring", "cross")
AFTER = " They agreed to speak again."


def evidence() -> list[Exhibit]:
    """Give the components of a statement's page."""
    said, linked = samples.statement(), samples.linked_statement()
    verified = {"statement": said, "evidence": Evidence(State.VERIFIED)}
    return [
        show("components/badge.html", *_evidence()),
        show("components/badge-sign.html", *({"sign": sign} for sign in SIGNS), within="p"),
        show("components/evidence.html", *_evidence(), within="p"),
        show("components/in-the-source.html", {**verified, "passage": _passage()}),
        show("components/statement-facts.html", {"statement": said}),
        show("components/statement-provenance.html", {"statement": said}),
        show("components/wordings.html", {"statement": linked}),
        show("components/renderings.html", {"statement": linked}),
        show("components/chain.html", {"chain": samples.chain()}),
        show("components/thread.html", {"statement": linked, "thread": thread_of(linked)}),
        show("components/cite.html", {"statement": said, "citation": _citation()}),
    ]


def _evidence() -> list[dict[str, object]]:
    said = samples.statement()
    states = [state for state in State if state is not State.FAILED]
    return [{"statement": said, "evidence": Evidence(state)} for state in states]


def _passage() -> Passage:
    return Passage(BEFORE, samples.statement().text, "", AFTER, begins=False, ends=True)


def _citation() -> list[CitedAs]:
    return [
        CitedAs("text", "Quotation", "“The reason is the provocations.”", "#", "As a text file"),
        CitedAs("bibtex", "BibTeX", "@misc{sample,\n  author = {Putin}\n}"),
    ]
