"""What every picture has: a title, a text for those who do not see it, and a table."""

import re
from datetime import date

import pytest
from django.template.loader import render_to_string

from drawing.columns import columns
from drawing.lanes import Lane, Mark, lanes
from drawing.series import Series
from drawing.world import place_map

LABELS = ["2021", "2022"]
CALLS, LETTERS = Series("Calls", [1, 1204]), Series("<Letters>", [2, 0])


def of_columns(*series: Series) -> str:
    picture = columns(
        LABELS, series, title="Contacts by year", unit="contacts", hrefs=["/a/?x=1&y=2", "/b/"]
    )
    return render_to_string("pictures/columns.html", {"picture": picture})


def of_lanes() -> str:
    marks = [Mark("Call", date(2022, 2, 7), href="/call/")]
    marks += [Mark("Talks", date(2021, 1, 1), None, "bar", open_start=True)]
    rows = [Lane("Calls", marks, href="/calls/"), Lane("Letters", [])]
    picture = lanes(rows, title="Contacts by kind", last=date(2022, 12, 31))
    return render_to_string("pictures/lanes.html", {"picture": picture})


def of_map() -> str:
    picture = place_map(["FR"], "Moscow", {"FR": "France", "RU": "Russia"})
    return render_to_string("pictures/map.html", {"picture": picture})


PICTURES = {
    "columns": of_columns(CALLS),
    "stacked": of_columns(CALLS, LETTERS),
    "lanes": of_lanes(),
    "map": of_map(),
}


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_a_figure_with_a_title_and_an_alternative(name: str) -> None:
    page = PICTURES[name]
    assert page.strip().startswith("<figure")
    assert page.strip().endswith("</figure>")
    assert page.count("<figcaption") == 1
    named = r'<svg[^>]* role="img" aria-label="[^"]{10,}"'
    beside = r'<p class="hidden">[^<]{10,}</p>.*?<svg[^>]* aria-hidden="true"'
    assert re.search(f"{named}|{beside}", page, re.DOTALL)


@pytest.mark.parametrize("name", ["columns", "stacked", "lanes"])
def test_links_that_are_drawn_stand_in_the_table_for_keys_and_screen_readers(name: str) -> None:
    drawn, _, table = PICTURES[name].partition("<details")
    inside = re.findall(r'<a href="([^"]+)" tabindex="-1"', drawn)
    plots = re.findall(r'<svg class="(?:picture__columns|lane__marks)"[^>]*>', drawn)
    assert inside
    assert plots
    assert all('aria-hidden="true"' in one for one in plots)
    assert set(inside) <= set(re.findall(r'<a href="([^"]+)">', table))


@pytest.mark.parametrize("name", PICTURES)
def test_no_picture_has_a_style_or_a_script(name: str) -> None:
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", PICTURES[name])


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_referred_to_is_there_once(name: str) -> None:
    page = PICTURES[name]
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


@pytest.mark.parametrize("name", ["columns", "stacked", "lanes"])
def test_the_numbers_stand_in_a_table(name: str) -> None:
    page = PICTURES[name]
    table = page[page.index("<table>") : page.index("</table>")]
    assert '<caption class="hidden">Contacts by' in table
    assert '<th scope="col">' in table
    assert '<th scope="row">' in table


def test_the_table_of_columns_has_all_numbers_with_their_links() -> None:
    row = '<a href="/a/?x=1&amp;y=2">2021</a></th><td>1</td><td>2</td><td>3</td></tr>'
    assert f'<tr><th scope="row">{row}' in PICTURES["stacked"]
    assert "<td>1,204</td>" in PICTURES["stacked"]
    assert '<th scope="row"><a href="/b/">2022</a></th><td>1,204</td></tr>' in PICTURES["columns"]


def test_names_are_escaped() -> None:
    assert "<Letters>" not in PICTURES["stacked"]
    assert "<bdi>&lt;Letters&gt;</bdi>" in PICTURES["stacked"]


def test_a_bar_says_what_it_is_and_leads_on() -> None:
    assert '<a href="/b/" tabindex="-1"><title>2022: 1,204</title>' in PICTURES["columns"]
    assert (
        '<a href="/call/" tabindex="-1"><title>Call, 7 February 2022</title>' in PICTURES["lanes"]
    )


def test_nothing_is_printed_where_there_is_no_picture() -> None:
    for name in ("columns", "lanes", "map"):
        assert not render_to_string(f"pictures/{name}.html", {"picture": None}).strip()
