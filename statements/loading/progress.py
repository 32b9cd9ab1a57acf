"""Progress on the screen: one line that moves on a terminal, a line for each step elsewhere."""

from time import monotonic

from django.core.management.base import OutputWrapper

SECONDS_BETWEEN = 0.1
ERASE = "\r\x1b[K"


class Bar:
    """Told of progress, shows it on the stream."""

    def __init__(self, stream: OutputWrapper) -> None:
        self.stream = stream
        self.moving = stream.isatty()
        self.step = ""
        self.shown_at = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show the step and, on a terminal, how much of it is done."""
        if not self.moving and step != self.step:
            self.stream.write(f"{step} …")
        elif self.moving and (step != self.step or monotonic() - self.shown_at > SECONDS_BETWEEN):
            self.shown_at = monotonic()
            self.stream.write(f"{ERASE}{step} …{_share(done, total)}", ending="")
            self.stream.flush()
        self.step = step

    def clear(self) -> None:
        """Take the moving line away."""
        if self.moving:
            self.stream.write(ERASE, ending="")
            self.stream.flush()


def _share(done: int, total: int) -> str:
    """Give the share in per cent; sizes that a zip file declares may be wrong."""
    return f" {min(done / total, 1):.0%}" if total else ""
