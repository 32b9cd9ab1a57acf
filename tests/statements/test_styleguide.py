"""The style guide has every component there is, and says what each takes."""

import pytest

from statements.styleguide.exhibit import Exhibit, components
from statements.styleguide.groups import ELSEWHERE, GROUPS
from statements.styleguide.tokens import colours, sizes

EXHIBITS = [exhibit for exhibits in GROUPS.values() for exhibit in exhibits()]


def test_every_component_is_shown_or_named_with_the_reason() -> None:
    shown = [exhibit.template for exhibit in EXHIBITS]
    assert len(shown) == len(set(shown))
    assert set(shown) | set(ELSEWHERE) == components()
    assert set(shown) & set(ELSEWHERE) == set()
    assert all(ELSEWHERE.values())


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.template)
def test_every_component_says_what_it_takes(exhibit: Exhibit) -> None:
    assert exhibit.parameters


def test_the_tokens_are_read_from_the_stylesheet() -> None:
    by_name = {colour.name: colour for colour in colours()}
    assert by_name["accent"].light != by_name["accent"].dark
    assert "series-6" in by_name
    assert [name for name, _ in sizes()] == ["step-3", "step-2", "step-1", "step-0", "step--1"]
