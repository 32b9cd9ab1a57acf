"""The memory of the web workers, when all of them have answered all sorts of pages."""

from typing import Any

from bench.archive import Archive
from bench.measuring import kinds_of
from bench.ours import EXCHANGES, STATEMENTS, verbatim
from bench.progress import say

# A connection stays with the worker that took it: with so many, each worker has some.
CONNECTIONS = 8


def measure(archive: Archive) -> dict[str, Any]:
    """Give the megabytes of each worker: at the start, and behind pages of every kind."""
    kinds = kinds_of(archive)
    with verbatim(archive) as site:
        say("Memory of the workers")
        began = site.megabytes()
        readers = [site.reader.another() for _ in range(CONNECTIONS)]
        for kind in kinds:
            for question, reader in zip(kind.questions, readers, strict=False):
                reader.get(f"{STATEMENTS}?{question.ours}")
        for reader in readers:
            reader.get(EXCHANGES)
            reader.close()
        return {"began": began, "ended": site.megabytes()}
