"""An address of each kind of page of the demo archive."""

from statements.models import Document, Exchange, Statement

NOTHING = "/nothing-is-here/"


def addresses() -> list[str]:
    """Give an address of each kind of page for readers, lists with errors among them."""
    return [
        "/",
        "/statements/",
        "/statements/?speaker=nobody&from=yesterday",
        "/statements/?q=nothing+at+all+has+these+words",
        Statement.objects.get(import_id="demo:k3").get_absolute_url(),
        Statement.objects.get(import_id="demo:e1").get_absolute_url(),
        "/exchanges/?kind=call",
        Exchange.objects.get(import_id="demo:call-monday").get_absolute_url(),
        Exchange.objects.get(import_id="demo:call-sunday").get_absolute_url(),
        Exchange.objects.get(import_id="demo:summit").get_absolute_url(),
        "/actors/",
        "/actors/vladimir-putin/",
        "/actors/elysee-palace/",
        "/actors/emmanuel-macron/with/vladimir-putin/",
        "/topics/",
        "/topics/conflict-in-ukraine/",
        "/documents/",
        Document.objects.get(import_id="demo:kremlin-readout").get_absolute_url(),
        "/calendar/2022/",
        "/calendar/2022/2/",
        "/who-talks-to-whom/",
        "/who-talks-to-whom/?from=tomorrow",
        "/corrections/",
        "/find-quote/?quote=military+solution",
        "/search-help/",
    ]
