"""Whether every package that is needed is pinned, and installed as pinned."""

from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from config.places import ROOT

LISTS = ("requirements.txt", "requirements-dev.txt")


def pinned(path: Path) -> dict[str, Requirement]:
    """Give the requirements of a list by name, with those of the lists it includes."""
    found: dict[str, Requirement] = {}
    for line in path.read_text().splitlines():
        if line.startswith("-r "):
            found |= pinned(path.with_name(line.removeprefix("-r ").strip()))
        elif line and not line.startswith("#"):
            found[canonicalize_name(Requirement(line).name)] = Requirement(line)
    return found


def needed_by(requirement: Requirement) -> set[str]:
    """Give the names of what a package needs here, with the extras that it is asked for with."""
    extras = requirement.extras or {""}
    needs = [Requirement(text) for text in requires(requirement.name) or []]
    return {
        canonicalize_name(need.name)
        for need in needs
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras)
    }


@pytest.mark.parametrize("name", LISTS)
def test_what_a_list_asks_for_is_installed_in_that_version(name: str) -> None:
    for requirement in pinned(ROOT / name).values():
        (one,) = requirement.specifier
        assert one.operator == "==", requirement
        assert version(requirement.name) == one.version


@pytest.mark.parametrize("name", LISTS)
def test_what_the_packages_of_a_list_need_is_in_the_list(name: str) -> None:
    listed = pinned(ROOT / name)
    needed = set().union(*(needed_by(requirement) for requirement in listed.values()))
    assert needed - set(listed) == set()
