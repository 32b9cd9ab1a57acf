"""What a run makes and a later one may use again."""

from pathlib import Path

import pytest

from bench import products
from config.places import ROOT


class Making:
    """Makes a file, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, path: Path) -> None:
        self.times += 1
        path.write_text(f"made {self.times}")


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "code.py").write_text("one")
    monkeypatch.setattr(products, "ROOT", tmp_path)
    return tmp_path / "code.py"


def test_it_is_made_once(tmp_path: Path, code: Path) -> None:
    make = Making()
    first = products.product(tmp_path / "made", "it", ["code.py"], make, keep=False)
    again = products.product(tmp_path / "made", "it", ["code.py"], make, keep=False)
    assert (first, make.times) == (again, 1)


def test_it_is_made_anew_when_the_code_has_changed_and_the_old_one_goes(
    tmp_path: Path, code: Path
) -> None:
    make = Making()
    first = products.product(tmp_path / "made", "it", ["code.py"], make, keep=False)
    code.write_text("two")
    again = products.product(tmp_path / "made", "it", ["code.py"], make, keep=False)
    assert again.read_text() == "made 2"
    assert not first.exists()


def test_what_is_kept_counts_whatever_made_it(tmp_path: Path, code: Path) -> None:
    make = Making()
    first = products.product(tmp_path / "made", "it", ["code.py"], make, keep=False)
    code.write_text("two")
    assert products.product(tmp_path / "made", "it", ["code.py"], make, keep=True) == first


def test_what_was_cut_off_is_made_again(tmp_path: Path, code: Path) -> None:
    def stop(path: Path) -> None:
        path.mkdir()
        (path / "half").write_text("of it")
        raise KeyboardInterrupt

    make = Making()
    with pytest.raises(KeyboardInterrupt):
        products.product(tmp_path / "made", "it", ["code.py"], stop, keep=False)
    assert products.product(tmp_path / "made", "it", ["code.py"], make, keep=False).is_file()
    assert [path.name for path in (tmp_path / "made").iterdir()] == [
        f"it.{products.digest(['code.py'])}"
    ]


def test_every_file_that_decides_what_is_made_is_there() -> None:
    for pattern in (*products.OF_ARCHIVES, *products.OF_PEERS):
        assert list(ROOT.glob(pattern)), pattern
