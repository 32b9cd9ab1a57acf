"""What the demo archive lacks: a statement with all its page can show, and a changed source."""

from django.contrib.auth.models import User

from statements.models import (
    Correction,
    Document,
    Snapshot,
    Statement,
    StatementLink,
    Topic,
    Translation,
)

SOURCE = "demo:kremlin-readout"
SAID, EARLIER, BELOW = "demo:k3", "demo:k5", "demo:k4"


def furnish() -> None:
    """Translate, link and correct a statement, and keep a second copy of its source."""
    said, earlier = (Statement.objects.get(import_id=name) for name in (SAID, EARLIER))
    editor = User.objects.create_user("who-signs", first_name="Anna", last_name="Example")
    Translation.objects.create(
        statement=said, language="ru", text="Причина обострения.", translator="official"
    )
    StatementLink.objects.create(
        statement=said, other=earlier, kind="contradicts", reason="Of the same call.", editor=editor
    )
    Correction.objects.create(
        statement=said, note="A word was missing.", text_before=said.text[:60], editor=editor
    )
    said.topics.add(Topic.objects.get(slug="conflict-in-ukraine"))
    _keep_again(Document.objects.get(import_id=SOURCE))


def _keep_again(source: Document) -> None:
    """Keep a copy in which a sentence is not what it was."""
    text = source.snapshots.order_by("-retrieved_at").values_list("text", flat=True)[0]
    Snapshot.objects.create(document=source, text=text.replace("“seriously”", "“gravely”"))
