"""Measuring: the same questions to all who answer them, one after the other, and the medians."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

import psycopg

from bench import floors, peer
from bench.archive import Archive
from bench.client import Answer, Client
from bench.ours import STATEMENTS, Verbatim, cards_on, count_on, verbatim
from bench.pages import WARM_UPS, Asking
from bench.progress import say
from bench.questions import PageKind, Question


@dataclass
class Page:
    """What was measured of a kind of page: medians in milliseconds, and what was found.

    `page` and `alone` are ours with all facets and without, asked for the first time; the two
    `again` the same questions once more. `found` and `peer_found` are results by question.
    """

    name: str
    same_count: bool = True
    floor: float = 0
    page: float = 0
    page_again: float = 0
    alone: float = 0
    alone_again: float = 0
    peer: float | None = None
    peer_apart: float | None = None
    found: list[int | None] = field(default_factory=list)
    peer_found: list[int] = field(default_factory=list)
    megabytes: float = 0


def medians(seconds: Iterable[float]) -> float:
    """Give the median in milliseconds."""
    return median(seconds) * 1000


def measured(answers: list[Answer]) -> float:
    """Give the median in milliseconds of all answers behind the warm-ups."""
    return medians(answer.seconds for answer in answers[WARM_UPS:])


def kinds_of(archive: Archive) -> list[PageKind]:
    """Give the pages of the set, with the values that this archive has."""
    with psycopg.connect(archive.url, autocommit=True) as connection:
        return list(Asking(connection).kinds())


def measure_floors(archive: Archive, kinds: list[PageKind], pages: dict[str, Page]) -> None:
    """Measure the SQL of each page, planned each time or once, whichever is quicker."""
    with psycopg.connect(archive.url, autocommit=True) as connection:
        writer = floors.Writer(connection)
        for kind in kinds:
            say(f"SQL: {kind.name}")
            ways = (_floor(connection, writer, kind, prepared=way) for way in (False, True))
            pages[kind.name].floor = min(ways)


def _floor(
    connection: psycopg.Connection, writer: floors.Writer, kind: PageKind, *, prepared: bool
) -> float:
    """Give the median of all questions, each asked once before."""
    taken = []
    for question in kind.questions:
        sql = writer.sql(question.floor)
        floors.run(connection, sql, question.floor, prepared=prepared)
        began = perf_counter()
        floors.run(connection, sql, question.floor, prepared=prepared)
        taken.append(perf_counter() - began)
    return medians(taken)


def measure_ours(archive: Archive, kinds: list[PageKind], pages: dict[str, Page]) -> float:
    """Measure our pages, and give the seconds that the first page of a new server takes.

    The server is started anew between pages with facets and lists alone, so that neither finds
    what the other has left in its memory.
    """
    with verbatim(archive) as site:
        first = site.page(STATEMENTS).seconds
        for kind in kinds:
            say(f"Verbatim: {kind.name}")
            _with_facets(site, kind, pages[kind.name])
    with verbatim(archive) as site:
        site.page(STATEMENTS)
        for kind in kinds:
            say(f"Verbatim, the list alone: {kind.name}")
            pages[kind.name].alone = measured(_asked(site.list_only, kind.questions))
            pages[kind.name].alone_again = measured(_asked(site.list_only, kind.questions))
    return first


def _with_facets(site: Verbatim, kind: PageKind, page: Page) -> None:
    answers = _asked(site.page, kind.questions)
    page.page, page.page_again = measured(answers), measured(_asked(site.page, kind.questions))
    page.found = [count_on(answer.text) for answer in answers]
    for found, answer in zip(page.found, answers, strict=True):
        if found != 0 and not cards_on(answer.text):
            raise RuntimeError(f"{kind.name}: a list of {found} shows none")


def _asked(ask: Callable[[str], Answer], questions: Iterable[Question]) -> list[Answer]:
    return [ask(f"{STATEMENTS}?{question.ours}") for question in questions]


def measure_peer(files: peer.Files, kinds: list[PageKind], pages: dict[str, Page]) -> None:
    """Measure Datasette in both of its layouts."""
    for kind, found, taken in _peer(files.plain, kinds):
        pages[kind.name].peer, pages[kind.name].peer_found = taken, found
    for kind, _, taken in _peer(files.apart, kinds):
        pages[kind.name].peer_apart = taken


def _peer(file: Path, kinds: list[PageKind]) -> Iterator[tuple[PageKind, list[int], float]]:
    """Give the numbers of results and the median of each kind of page.

    Each question is asked once before; it keeps no answers.
    """
    with peer.served(file) as (path, port):
        client = Client(port)
        for kind in kinds:
            say(f"Datasette, {file.stem}: {kind.name}")
            asked = [f"{path}?{question.peer}" for question in kind.questions]
            found = {each: peer.count_on(client.get(each).text) for each in dict.fromkeys(asked)}
            taken = measured([client.get(each) for each in asked])
            yield kind, [found[each] for each in asked], taken


def measure_pages(archive: Archive, files: peer.Files | None) -> dict[str, object]:
    """Measure all pages of an archive, Datasette's too where there are files for it."""
    kinds = kinds_of(archive)
    pages = {kind.name: Page(kind.name, kind.same_count) for kind in kinds}
    measure_floors(archive, kinds, pages)
    first = measure_ours(archive, kinds, pages)
    if files:
        measure_peer(files, kinds, pages)
    return {"first_page": first * 1000, "pages": [asdict(page) for page in pages.values()]}
