"""What is seen while an import goes on."""

from io import StringIO

import pytest
from django.core.management.base import OutputWrapper

from statements.loading import progress


class Terminal(StringIO):
    """A stream that says it is a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SECONDS_BETWEEN", -1)


def steps(out: StringIO) -> str:
    """Give what is written for a step in three parts and a second one."""
    bar = progress.Bar(OutputWrapper(out))
    for done in (1, 2, 30):
        bar("Checking", done, 4)
    bar("Writing", 0, 0)
    bar.clear()
    return out.getvalue()


def test_on_a_screen_one_line_moves() -> None:
    erase = progress.ERASE
    assert steps(Terminal()).split(erase) == [
        "", "Checking … 25%", "Checking … 50%", "Checking … 100%", "Writing …", "",
    ]  # fmt: skip


def test_elsewhere_each_step_is_a_line() -> None:
    assert steps(StringIO()) == "Checking …\nWriting …\n"
