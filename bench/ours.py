"""Verbatim itself: served as `make run` serves it, and what is asked of it."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from bench.archive import Archive, manage
from bench.client import Answer, Client, signed_in
from bench.serving import free_port, serving

STATEMENTS, EXCHANGES, FINDER = "/statements/", "/exchanges/", "/find-quote/"
# As our script says that it asks for the numbers later, and then asks for them.
LATER = {"HX-Request": "true"}
WHOLE = {**LATER, "Verbatim-Whole": "yes"}

HEADING = re.compile(r'results-head__count">\s*([\d,]+|\S+)')
CARD = re.compile(r'<article class="card ')
# A statement of which the page of the quote finder has a link.
FOUND = re.compile(r'href="/statements/([\w-]+)/"')


@dataclass(frozen=True)
class Verbatim:
    """Verbatim while it is served: a reader who is signed in, and the process above its workers."""

    reader: Client
    master: psutil.Process

    def page(self, path: str) -> Answer:
        """Ask for a page with all that belongs to it."""
        return self.reader.get(path)

    def list_only(self, path: str) -> Answer:
        """Ask for a list; where its numbers would take long, they are left to a later request."""
        return self.reader.get(path, LATER)

    def numbers(self, path: str) -> Answer:
        """Ask for the facets of a list and the number of its results, as that later request does.

        It gives the whole page.
        """
        return self.reader.get(path, WHOLE)

    def megabytes(self) -> list[float]:
        """Give the memory of each worker: all of it that is resident, shared or not."""
        return [worker.memory_info().rss / 2**20 for worker in self.master.children()]


@contextmanager
def verbatim(archive: Archive) -> Iterator[Verbatim]:
    """Serve an archive while the body runs."""
    manage(archive.environment, "collectstatic", "--noinput", "-v0")
    manage(archive.environment, "make_sign_ins")
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.conf.py"]
    settings = {**archive.environment, "PORT": str(port), "BIND": ""}
    with serving(
        [*command, "config.wsgi"], port, "/healthz", settings, archive.folder / "web.log"
    ) as master:
        yield Verbatim(signed_in(port, archive.folder), master)


def count_on(page: str) -> int | None:
    """Give the number of results that a list says it has; None where it says “very many”."""
    found = HEADING.search(page)
    if found is None:
        raise RuntimeError("the page says nothing of the number of results")
    digits = re.sub(r"[,\s]", "", found[1])
    return int(digits) if digits.isdecimal() else None


def cards_on(page: str) -> int:
    """Give how many records a list shows."""
    return len(CARD.findall(page))
