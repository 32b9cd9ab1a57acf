"""The chain by which words reached us, from the speaker on."""

from dataclasses import dataclass

from actors.models import Actor
from statements.models import Statement
from statements.pages.sources import source_of


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody through whom words came: as what, as which actor where known, and as printed."""

    role: str
    actor: Actor | None
    printed: str


def chain_of(statement: Statement) -> list[Step]:
    """Give the chain that editors entered of a statement fetched `for_page`.

    Where they entered none it is the speaker and the publisher of the source, if these are two.
    """
    entered = [
        Step(link.get_role_display(), link.actor, link.name_as_printed)
        for link in statement.attributions.all()
    ]
    return entered or _speaker_and_publisher(statement)


def _speaker_and_publisher(statement: Statement) -> list[Step]:
    document = source_of(statement)
    if not document:
        return []
    said = Step("speaker", statement.speaker, statement.speaker_as_printed)
    published = Step("publisher", document.publisher, document.publisher_as_printed)
    same = said.actor == published.actor if said.actor else said.printed == published.printed
    return [] if same else [said, published]
