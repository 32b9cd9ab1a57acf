"""A bundle on disk: a folder or a .zip of one, read in place and never unpacked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from statements.loading.problems import BundleError, shown
from statements.loading.zips import zip_members

FILES = ("actors", "tenures", "topics", "exchanges", "documents", "readouts", "statements")
"""The files of a bundle, without `.jsonl`, in the order in which they build on each other."""


@dataclass(frozen=True)
class Member:
    """A file of a bundle: its size in bytes, as far as it is known, and how to open it."""

    size: int
    open: Callable[[], IO[bytes]]


@dataclass(frozen=True)
class Bundle:
    """The files of a bundle that are there, by their names in `FILES`, and others' names."""

    name: str
    members: dict[str, Member] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """The bytes of all files together."""
        return sum(member.size for member in self.members.values())


@contextmanager
def opened(path: Path) -> Iterator[Bundle]:
    """Open the bundle at the path; raise BundleError, with one clear line, if it is none."""
    try:
        if path.is_dir():
            yield _sorted(path.resolve().name, _folder_members(path))
        elif path.is_file():
            with zip_members(path) as members:
                yield _sorted(path.stem, {n: Member(*member) for n, member in members.items()})
        else:
            raise BundleError(f"{path}: there is no such folder or .zip file")
    except OSError as error:
        raise BundleError(f"{path}: cannot be read: {error.strerror or error}") from error


def _folder_members(path: Path) -> dict[str, Member]:
    """Give what lies in the folder; an entry that is no file, such as a pipe, is never opened."""
    entries = filter(_is_of_bundle, sorted(path.iterdir()))
    return {entry.name: _folder_member(entry) for entry in entries}


def _is_of_bundle(entry: Path) -> bool:
    if entry.suffix == ".jsonl" and entry.stem in FILES and not entry.is_file():
        raise BundleError(f"{entry.name}: is not a file")
    return not entry.name.startswith(".")


def _folder_member(entry: Path) -> Member:
    return Member(entry.stat().st_size, lambda: entry.open("rb"))


def _sorted(name: str, members: dict[str, Member]) -> Bundle:
    """Part the files of the format from others; refuse what has none of them."""
    known = {f"{file}.jsonl": file for file in FILES}
    bundle = Bundle(name)
    for member_name, member in members.items():
        if member_name in known:
            bundle.members[known[member_name]] = member
        else:
            bundle.strangers.append(member_name)
    if not bundle.members:
        raise BundleError(f"{shown(name)} is not a bundle: it has none of {', '.join(known)}")
    return bundle
