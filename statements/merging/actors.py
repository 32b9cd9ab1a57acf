"""When two actors are one, and when they cannot be."""

from collections import defaultdict
from collections.abc import Iterator

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Lower

from actors.merging import Conflict, Duplicate, Kind, register
from actors.models import Actor, ActorImportId, ActorName, FormerAddress
from statements.merging.alike import may_be_one
from statements.merging.links import change_page, merge_page
from statements.models import Attribution, Exchange, Participation, Statement

MOST = 5

# Exchanges that the database would take for the same if the two actors were one.
TWINS = """
WITH touched AS (
    SELECT DISTINCT exchange_id AS id FROM statements_participation
    WHERE actor_id IN (%(kept)s, %(gone)s)
), known AS (
    SELECT exchange.id, kind, date_earliest AS day, bool_or(actor_id = %(gone)s) AS changes,
        array_agg(DISTINCT CASE WHEN actor_id = %(gone)s THEN %(kept)s::text
            ELSE coalesce(actor_id::text, lower(name_as_printed)) END) AS who
    FROM statements_exchange AS exchange JOIN touched USING (id)
    JOIN statements_participation AS part ON part.exchange_id = exchange.id
    WHERE date_earliest = date_latest AND NOT another_that_day
    GROUP BY exchange.id
)
SELECT one.id, other.id FROM known AS one JOIN known AS other
    ON other.kind = one.kind AND other.day = one.day AND other.who = one.who AND other.id > one.id
WHERE one.changes OR other.changes ORDER BY 1, 2 LIMIT %(most)s
"""

SHOWN = ("name", "slug", "kind", "country", "wikidata", "description")
TAKEN = ("country", "wikidata", "description")


def taken(kept: Actor, gone: Actor) -> dict[str, str]:
    """Give what the kept one does not say of itself and the other does."""
    said = {name: (getattr(kept, name), getattr(gone, name)) for name in TAKEN}
    return {name: theirs for name, (ours, theirs) in said.items() if theirs and not ours}


def names(kept: Actor, gone: Actor) -> list[ActorName]:
    """Give the other's own name as an alias, unless the kept one is called so already."""
    name = gone.name.lower()
    known = ActorName.objects.annotate(lower=Lower("name")).filter(lower=name)
    if name == kept.name.lower() or known.filter(actor__in=[kept, gone]).exists():
        return []
    return [ActorName(actor=kept, name=gone.name, kind=ActorName.Kind.ALIAS, language="")]


def conflicts(kept: Actor, gone: Actor) -> list[Conflict]:
    """Give all that shows that the two are not the same."""
    return [*_by_themselves(kept, gone), *_said_to(kept, gone), *_twins(kept, gone)]


def _by_themselves(kept: Actor, gone: Actor) -> Iterator[Conflict]:
    if kept.kind != gone.kind:
        kinds = f"{kept} is entered as {_a(kept)}, {gone} as {_a(gone)}"
        yield Conflict(f"{kinds}: what is of two kinds is not the same.")
    if kept.wikidata and gone.wikidata and kept.wikidata != gone.wikidata:
        items = f"{kept} is {kept.wikidata} and {gone} is {gone.wikidata}"
        yield Conflict(f"Wikidata tells them apart: {items}.")
    both = kept.country and gone.country and kept.country != gone.country
    if both and kept.kind == gone.kind == Actor.Kind.STATE:
        codes = f"{kept.country} and {gone.country}"
        yield Conflict(f"These are two states, by their country codes: {codes}.")


def _a(actor: Actor) -> str:
    kind = actor.get_kind_display()
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _said_to(kept: Actor, gone: Actor) -> Iterator[Conflict]:
    to_other = Q(speaker=kept, addressed__actor=gone) | Q(speaker=gone, addressed__actor=kept)
    for statement in Statement.objects.filter(to_other).order_by("pk").distinct()[:MOST]:
        words = f"One said “{statement}” to the other: nobody is both speaker and addressee."
        yield Conflict(words, change_page(statement), "See the statement")


def _twins(kept: Actor, gone: Actor) -> Iterator[Conflict]:
    with connection.cursor() as cursor:
        cursor.execute(TWINS, {"kept": kept.pk, "gone": gone.pk, "most": MOST})
        pairs = cursor.fetchall()
    found = Exchange.objects.in_bulk([key for pair in pairs for key in pair])
    for one, other in pairs:
        words = (
            f"“{found[one]}” and “{found[other]}” would be one exchange then, of the same kind, "
            "day and participants. Merge these two first."
        )
        yield Conflict(words, merge_page(Exchange, one, other), "Merge the exchanges")


def doubts(kept: Actor, gone: Actor) -> list[str]:
    """Give what may show that they are two people, and may be a slip as well."""
    together = Participation.objects.filter(actor=gone, exchange__participations__actor=kept)
    links = Attribution.objects.filter(actor=gone, statement__attributions__actor=kept)
    found = {
        "Both are named among the participants of {} {}.": (together.count(), "exchange"),
        "Both stand in the chain by which {} {} reached us.": (links.count(), "statement"),
    }
    return [
        words.format(count, noun if count == 1 else f"{noun}s")
        for words, (count, noun) in found.items()
        if count
    ]


def duplicates(actor: Actor) -> list[Duplicate]:
    """Give the few actors of the same kind who may be the same, the likeliest first."""
    reasons: dict[int, list[str]] = defaultdict(list)
    for key, words in (*_same_names(actor), *_same_surname(actor), *_alike(actor)):
        if words not in reasons[key]:
            reasons[key].append(words)
    found = Actor.objects.filter(kind=actor.kind).exclude(pk=actor.pk).in_bulk(reasons)
    return [Duplicate(found[key], why) for key, why in reasons.items() if key in found][:MOST]


def _same_names(actor: Actor) -> Iterator[tuple[int, str]]:
    own = {actor.folded, *actor.names.values_list("folded", flat=True)}
    called = Actor.objects.filter(folded__in=own).values_list("pk", "name")
    also = ActorName.objects.filter(folded__in=own).values_list("actor", "name")
    for key, name in called[: MOST * 2]:
        yield key, f"has the same name: {name}"
    for key, name in also[: MOST * 2]:
        yield key, f"is also called {name}, as this one is"


def _same_surname(actor: Actor) -> Iterator[tuple[int, str]]:
    words = actor.folded.split()
    first, last = words[0], words[-1]
    if actor.kind != Actor.Kind.PERSON or first == last:
        return
    for other in Actor.objects.surnamed(last).order_by("pk")[: MOST * 4]:
        theirs = other.folded.split()[0]
        if theirs[0] == first[0] and 1 in (len(theirs), len(first)):
            yield other.pk, "the surname is the same, and the initial fits"


def _alike(actor: Actor) -> Iterator[tuple[int, str]]:
    for other in Actor.objects.like(actor.name):
        if other.folded != actor.folded and (why := may_be_one(actor.folded, other.folded)):
            yield other.pk, why


ACTORS = register(
    Kind(
        model=Actor,
        address="slug",
        addresses=FormerAddress,
        import_ids=ActorImportId,
        shown=SHOWN,
        taken=taken,
        conflicts=conflicts,
        duplicates=duplicates,
        doubts=doubts,
        names=names,
    )
)
