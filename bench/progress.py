"""Progress on the screen: a line that moves on a terminal, a line for each step elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

SECONDS_BETWEEN = 0.2


def say(line: str) -> None:
    """Say what is done now."""
    print(line, file=sys.stderr, flush=True)


@contextmanager
def shown(step: str) -> Iterator[Callable[[int, int], None]]:
    """Say the step and how long it took; the body tells how much is done, of how much."""
    began = shown_at = monotonic()
    moving = sys.stderr.isatty()
    if not moving:
        say(f"{step} …")

    def progress(done: int, total: int) -> None:
        nonlocal shown_at
        if moving and monotonic() - shown_at > SECONDS_BETWEEN:
            shown_at = monotonic()
            print(f"\r\x1b[K{step} … {done / total:.0%}", end="", file=sys.stderr, flush=True)

    yield progress
    say(f"{chr(13) if moving else ''}{step}: {monotonic() - began:.0f} s")
