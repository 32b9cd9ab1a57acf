"""What a page says of a passage: the number with the others that say so, or that nobody does."""

import re

import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string

from statements.aligning import Alignment, aligned
from statements.models import Verdict
from statements.templatetags.aligning import said_alike
from tests.aligning.readouts import ACROSS, SUNDAY, THREE, entered

pytestmark = pytest.mark.django_db


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def component(statement: object, alignment: object) -> str:
    context = {"statement": statement, "alignment": alignment}
    return render_to_string("components/said-alike.html", context)


def test_a_point_has_its_number_and_leads_to_the_others() -> None:
    found = entered(THREE)
    alignment = aligned(found.exchange, found.sides)
    alike = said_alike(alignment, found["c-grain"])
    assert (alike.number, alike.side, alike.alone) == (1, "Chancellery", False)
    assert alike.others == [
        ("Élysée Palace", f"#passage-{found['e-grain'].public_id}"),
        ("Kremlin", f"#passage-{found['k-grain'].public_id}"),
    ]
    html = component(found["c-grain"], alignment)
    assert words(html) == "Point 1 Also said by Élysée Palace , Kremlin"
    assert f'<a href="#passage-{found["k-grain"].public_id}"><bdi>Kremlin</bdi></a>' in html


def test_two_passages_of_a_side_are_told_apart() -> None:
    found = entered(SUNDAY)
    one, other = found["e-ceasefire"], found["k-concern"]
    first, second = sorted((one.pk, other.pk))
    Verdict.objects.create(
        one_id=first, other_id=second, is_same=True, editor=User.objects.create_user("e")
    )
    alike = said_alike(aligned(found.exchange, found.sides), one)
    assert [name for name, _ in alike.others] == ["Kremlin", "Kremlin (2)"]
    mate = said_alike(aligned(found.exchange, found.sides), other)
    assert [name for name, _ in mate.others] == ["Élysée Palace"]


def test_what_one_side_alone_says_is_said_to_be_so() -> None:
    found = entered(SUNDAY)
    alignment = aligned(found.exchange, found.sides)
    alike = said_alike(alignment, found["k-arms"])
    assert (alike.number, alike.others, alike.alone, alike.side) == (None, [], True, "Kremlin")
    assert words(component(found["k-arms"], alignment)) == "Said only by Kremlin"


def test_of_what_could_not_be_compared_nothing_is_said() -> None:
    found = entered(ACROSS)
    alignment = aligned(found.exchange, found.sides)
    assert component(found["k-libya"], alignment).strip() == ""
    assert component(found["k-libya"], Alignment()).strip() == ""
    assert component(found["k-libya"], None).strip() == ""
