"""A bundle in a .zip file, from wherever it may come."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from actors.models import Actor
from statements.loading import BundleError, zips
from statements.models import Statement
from tests.loading.bundles import ANN, WHOLE, Seen, as_bytes, run

pytestmark = pytest.mark.django_db

ACTORS = as_bytes([ANN])


def zipped(at: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    """Write a .zip file."""
    with zipfile.ZipFile(at, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return at


def refused(path: Path) -> str:
    """Give the one line that is said of a .zip file that is not imported."""
    seen = run(path)
    assert (seen.status, seen.out) == (1, "")
    assert not Actor.objects.exists()
    lines = [line for line in seen.err.splitlines() if not line.endswith("…")]
    assert lines[1:] == ["Nothing was imported."]
    return lines[0]


@pytest.mark.parametrize("inside", ["", "bundle/"])
def test_the_files_lie_at_the_top_or_in_one_folder(tmp_path: Path, inside: str) -> None:
    entries = [(f"{inside}{name}.jsonl", as_bytes(records)) for name, records in WHOLE.items()]
    desktop = [("__MACOSX/._actors.jsonl", b"\0"), (f"{inside}.DS_Store", b"\0")]
    seen = run(zipped(tmp_path / "b.zip", *entries, *desktop))
    assert (seen.status, seen.problems) == (0, [])
    assert Statement.objects.count() == 1


@pytest.mark.parametrize("name", ["../actors.jsonl", "/actors.jsonl", "a\\..\\actors.jsonl", "C:a"])
def test_no_name_leads_out(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "b.zip", ("actors.jsonl", ACTORS), (name, ACTORS))
    assert refused(path) == f"the zip file’s entry “{name}” has a name that leads out of it"


@pytest.mark.parametrize("name", ["", "."])
def test_every_file_has_a_name(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "b.zip", ("actors.jsonl", ACTORS), (zipfile.ZipInfo(name), ACTORS))
    assert refused(path) == f"the zip file’s entry “{name}” has no name"


def test_a_link_is_no_file(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("actors.jsonl")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = zipped(tmp_path / "b.zip", (link, b"/etc/passwd"))
    assert refused(path) == (
        "the zip file’s entry “actors.jsonl” is a link or a device, and not a file"
    )


def with_field(path: Path, offset: int, value: int) -> None:
    """Overwrite a two-byte field of the first entry, in the directory at the end."""
    content = bytearray(path.read_bytes())
    start = content.index(b"PK\x01\x02") + offset
    content[start : start + 2] = struct.pack("<H", value)
    path.write_bytes(content)


def test_an_encrypted_file(tmp_path: Path) -> None:
    path = zipped(tmp_path / "b.zip", ("actors.jsonl", ACTORS))
    with_field(path, 8, 1)
    assert refused(path) == (
        "the zip file’s entry “actors.jsonl” is encrypted: make the zip file without a password"
    )


def test_an_unusual_compression(tmp_path: Path) -> None:
    path = zipped(tmp_path / "b.zip", ("actors.jsonl", ACTORS))
    with_field(path, 10, zipfile.ZIP_LZMA)
    assert refused(path) == (
        "the zip file’s entry “actors.jsonl” is packed in an unusual way: "
        "make the zip file with ordinary compression"
    )


def test_several_folders_and_doubled_names(tmp_path: Path) -> None:
    two = zipped(tmp_path / "2.zip", ("a/actors.jsonl", ACTORS), ("b/topics.jsonl", b""))
    assert refused(two) == "the zip file has its files in several folders: put them into one"
    with pytest.warns(UserWarning, match="Duplicate name"):
        same = zipped(tmp_path / "s.zip", ("actors.jsonl", ACTORS), ("actors.jsonl", ACTORS))
    assert refused(same) == "the zip file has two entries of one name"
    many = zipped(tmp_path / "m.zip", *((f"{at}.txt", b"") for at in range(1001)))
    assert refused(many) == "the zip file has more than 1,000 entries"


TOO_MUCH = (
    "the zip file unpacks to more than 100 times its own size, or to more than 4 GB: "
    "it is not read further"
)


def test_a_bomb_that_says_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "ALWAYS_BYTES", 1000)
    assert refused(zipped(tmp_path / "b.zip", ("actors.jsonl", b"\n" * 10**6))) == TOO_MUCH


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = zipped(tmp_path / "b.zip", ("actors.jsonl", ACTORS + b"\n" * 10**6))
    content = bytearray(path.read_bytes())
    declared = content.index(b"PK\x01\x02") + 24
    content[declared : declared + 4] = struct.pack("<I", len(ACTORS))
    path.write_bytes(content)
    assert "damaged" in refused(path)


def test_no_more_is_read_than_is_allowed() -> None:
    endless = zips.Measured(io.BytesIO(b"\n" * 10**6), zips.Allowance(10**5))
    with pytest.raises(BundleError, match="unpacks to more than 100 times its own size"):
        io.BufferedReader(endless).read()


def spoilt(change: Callable[[bytes], bytes]) -> Callable[[Path], Seen]:
    """Give what imports a .zip file after a change to its bytes."""

    def import_spoilt(at: Path) -> Seen:
        path = zipped(at / "b.zip", ("actors.jsonl", ACTORS * 50))
        path.write_bytes(change(path.read_bytes()))
        return run(path)

    return import_spoilt


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content[: len(content) // 2],
        lambda content: b"",
        lambda content: content[:60] + b"\xff\xff\xff" + content[63:],
        lambda content: content[:2] + b"\0\0" + content[4:],
    ],
)
def test_a_damaged_file(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    seen = spoilt(change)(tmp_path)
    assert seen.status == 1
    assert "the zip file is damaged, or none: " in seen.err
    assert not Actor.objects.exists()
