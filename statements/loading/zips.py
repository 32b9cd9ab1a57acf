"""Zip files from anywhere: read in place, within bounds that do not rest on what they declare."""

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from statements.loading.problems import BundleError, shown

MOST_ENTRIES = 1000
# Text of records becomes five to twenty times smaller in a zip; a hundred times is a trap.
MOST_TIMES = 100
ALWAYS_BYTES = 32 * 2**20
MOST_BYTES = 4 * 2**30

PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError)


@dataclass
class Allowance:
    """How many bytes may still come out of a zip file."""

    left: int

    def take(self, count: int) -> None:
        """Count bytes that came out; raise BundleError where they are too many."""
        self.left -= count
        if self.left < 0:
            raise BundleError(
                f"the zip file unpacks to more than {MOST_TIMES} times its own size, "
                f"or to more than {MOST_BYTES // 2**30} GB: it is not read further"
            )


@contextmanager
def zip_members(path: Path) -> Iterator[dict[str, tuple[int, Callable[[], IO[bytes]]]]]:
    """Give the files of the zip, at its top or in its one folder: size in bytes and opener.

    Raises BundleError for a damaged or encrypted file, a link, a name that leads out of the zip,
    a name that stands there twice, and, also while it is read, for what unpacks to far too much.
    """
    with _damage_explained():
        archive = zipfile.ZipFile(path)
    with archive:
        entries = [_checked(entry) for entry in _listed(archive) if not _is_left_out(entry)]
        allowed = min(MOST_BYTES, max(ALWAYS_BYTES, MOST_TIMES * path.stat().st_size))
        allowance = Allowance(allowed)
        yield {
            name: (entry.file_size, _opener(archive, entry, allowance))
            for name, entry in _by_name(entries).items()
        }


@contextmanager
def _damage_explained() -> Iterator[None]:
    try:
        yield
    except DAMAGED as error:
        raise BundleError(f"the zip file is damaged, or none: {error}") from error


def _listed(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise BundleError(f"the zip file has more than {MOST_ENTRIES:,} entries")
    return entries


def _is_left_out(entry: zipfile.ZipInfo) -> bool:
    """Tell whether it is a folder, or hidden: desktops put files of their own beside one's own."""
    parts = PurePosixPath(entry.filename).parts
    hidden = bool(parts) and (parts[0] == "__MACOSX" or parts[-1].startswith("."))
    return entry.filename.endswith("/") or (hidden and parts[-1] != "..")


def _checked(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    if complaint := _complaint(entry):
        raise BundleError(f"the zip file’s entry {shown(entry.filename)} {complaint}")
    return entry


def _complaint(entry: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if _leads_out(entry.orig_filename):
        return "has a name that leads out of it"
    if not PurePosixPath(entry.filename).name:
        return "has no name"
    if kind not in (0, stat.S_IFREG):
        return "is a link or a device, and not a file"
    if entry.flag_bits & ENCRYPTED:
        return "is encrypted: make the zip file without a password"
    if entry.compress_type not in PLAIN:
        return "is packed in an unusual way: make the zip file with ordinary compression"
    return ""


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or any(sign in name for sign in "\\:\0")


def _by_name(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Name the files as in their folder: they lie at the top, or all in one folder."""
    paths = [PurePosixPath(entry.filename) for entry in entries]
    parents = {path.parent for path in paths}
    if len(parents) > 1 or any(len(parent.parts) > 1 for parent in parents):
        raise BundleError("the zip file has its files in several folders: put them into one")
    names = [path.name for path in paths]
    if len(set(names)) < len(names):
        raise BundleError("the zip file has two entries of one name")
    return dict(zip(names, entries, strict=True))


def _opener(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowance: Allowance
) -> Callable[[], IO[bytes]]:
    def opened() -> IO[bytes]:
        with _damage_explained():
            return io.BufferedReader(Measured(archive.open(entry), allowance))

    return opened


class Measured(io.RawIOBase):
    """A file within a zip, of which no more is read than is allowed, whatever it declares."""

    def __init__(self, source: IO[bytes], allowance: Allowance) -> None:
        self.source = source
        self.allowance = allowance

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer; raise BundleError for damage, and where more comes out than may."""
        with _damage_explained():
            piece = self.source.read(len(buffer))
        self.allowance.take(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the file within too."""
        self.source.close()
        super().close()
