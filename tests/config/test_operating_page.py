"""Whether docs/operating.md tells what is so."""

import re

import pytest

from config.places import ROOT

PAGE = (ROOT / "docs" / "operating.md").read_text()
READ = re.compile(
    r"""(?: env(?:\.\w+)? | required | environ\.get | environ\.setdefault ) \( \s* "([A-Z_]+)" """,
    re.VERBOSE,
)
# Read to know where we are run; nobody sets these for Verbatim.
NOT_OURS = {"DJANGO_SETTINGS_MODULE", "PATH"}


def variables_read() -> set[str]:
    """Give the environment variables that the programs in config/ read."""
    programs = [*(ROOT / "config").rglob("*.py"), ROOT / "tests" / "chromium.py"]
    return {name for program in programs for name in READ.findall(program.read_text())} - NOT_OURS


def test_every_variable_that_is_read_stands_in_the_tables() -> None:
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE))
    assert {"SECRET_KEY", "DATABASE_URL", "VAR_DIR", "PORT", "BIND"} <= variables_read()
    assert variables_read() - told == set()
    assert told - variables_read() == {"PYTHON", "PYTEST_ARGS"}


@pytest.mark.parametrize("file", re.findall(r"`(config/[a-z_./]+)`", PAGE))
def test_every_file_that_is_named_is_there(file: str) -> None:
    assert (ROOT / file).exists()
