"""The stylesheet is one file where it is served, and everything that it is made of is in it."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage

from config.stylesheets import IMPORT, STYLESHEET, OneStylesheetStorage, joined

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
PARTS = sorted(path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css"))
RULES = [path for path in PARTS if path not in ("verbatim.css", "fonts.css")]


def imported() -> list[str]:
    """Give the files that the stylesheet imports, in their order."""
    return IMPORT.findall((CSS / "verbatim.css").read_text("utf-8"))


def test_every_file_beside_the_stylesheet_is_imported_once() -> None:
    assert sorted(imported()) == [path for path in PARTS if path != "verbatim.css"]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_stands_in_a_layer_and_fetches_nothing(name: str) -> None:
    text = re.sub(r"/\*.*?\*/", "", (CSS / name).read_text("utf-8"), flags=re.DOTALL)
    depth_0 = re.sub(r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}", "", text)
    outside = [head.strip() for head in depth_0.split("\n") if head.strip()]
    assert outside
    assert {head.split()[0] for head in outside} == {"@layer"}
    assert "url(" not in text


def test_imports_are_put_in_their_places(tmp_path: Path) -> None:
    (tmp_path / "css" / "components").mkdir(parents=True)
    (tmp_path / "css" / "a.css").write_text('@import url("components/b.css");\np { top: 0 }\n')
    (tmp_path / "css" / "components" / "b.css").write_text("b { top: 1px }\n")
    storage = StaticFilesStorage(str(tmp_path))
    paths = {name: (storage, name) for name in ("css/a.css", "css/components/b.css")}
    assert joined(paths, "css/a.css") == "b { top: 1px }\np { top: 0 }\n"


def test_what_is_served_is_one_file(tmp_path: Path) -> None:
    storage = OneStylesheetStorage(location=str(tmp_path))
    finder = StaticFilesStorage(str(CSS.parent))
    names = [f"css/{name}" for name in PARTS]
    names += [f"fonts/{path.name}" for path in (CSS.parent / "fonts").glob("*.woff2")]
    for name in names:
        storage.save(name, finder.open(name))
    done = list(storage.post_process({name: (finder, name) for name in names}))
    assert not [what for *_, what in done if isinstance(what, Exception)]
    served = (tmp_path / storage.stored_name(STYLESHEET)).read_text("utf-8")
    assert "@import" not in served
    assert "@layer tokens, reset, base, layout, components, print;" in served
    assert re.search(r"source-serif-4-latin\.[0-9a-f]{12}\.woff2", served)
