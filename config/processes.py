"""Other processes: which they are, and waiting for what they do."""

import time
from collections.abc import Callable

import psutil


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait until the condition holds, and tell whether it came to hold in so many seconds."""
    deadline = time.monotonic() + seconds
    while not (holds := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return holds


def find(number: int, argument: str) -> psutil.Process | None:
    """Give the living process of that number that was started with that argument.

    Numbers are used again: without the argument, another program might get our signals.
    """
    try:
        process = psutil.Process(number)
        return process if argument in process.cmdline() else None
    except psutil.NoSuchProcess:
        return None
