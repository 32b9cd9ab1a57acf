"""An address of each kind of page of the demo archive."""

from statements.models import Document, Exchange, Statement

NOTHING = "/nothing-is-here/"


def addresses() -> list[str]:
    """Give an address of each kind of page for readers, lists with errors among them."""
    return [*LISTS, *_statements(), *_exchanges(), *_documents()]


def _statements() -> list[str]:
    names = ("demo:k3", "demo:e1", "demo:b1")
    return [Statement.objects.get(import_id=name).get_absolute_url() for name in names]


def _exchanges() -> list[str]:
    names = ("demo:call-monday", "demo:call-sunday", "demo:blinken-lavrov", "demo:summit")
    return [Exchange.objects.get(import_id=name).get_absolute_url() for name in names]


def _documents() -> list[str]:
    """The readout with its copies, the article of which none is kept, and what is not marked."""
    readout, article = (
        Document.objects.get(import_id=name).get_absolute_url()
        for name in ("demo:kremlin-readout", "demo:article")
    )
    return [readout, f"{readout}?copy=1", f"{readout}changes/", f"{readout}apart/", article]


LISTS = (
    "/",
    "/statements/",
    "/statements/?speaker=nobody&from=yesterday",
    "/statements/?q=nothing+at+all+has+these+words",
    "/statements/?q=security&language=en",
    "/statements/?language=fr&language=en",
    "/exchanges/",
    "/exchanges/?kind=call",
    "/actors/",
    "/actors/vladimir-putin/",
    "/actors/vladimir-putin/?topic=conflict-in-ukraine",
    "/actors/elysee-palace/",
    "/actors/emmanuel-macron/with/vladimir-putin/",
    "/actors/elysee-palace/with/joe-biden/",
    "/topics/",
    "/topics/conflict-in-ukraine/",
    "/documents/",
    "/calendar/2022/",
    "/calendar/2022/2/",
    "/calendar/1999/1/",
    "/who-talks-to-whom/",
    "/who-talks-to-whom/?from=tomorrow",
    "/corrections/",
    "/find-quote/",
    "/find-quote/?quote=military+solution",
    "/find-quote/?quote=the+reason+for+this+escalation+was+not+the+provocations",
    "/search-help/",
)
