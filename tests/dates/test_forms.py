"""The form field."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from dates.edtf import parse
from dates.forms import HELP_TEXT, EDTFFormField
from tests.dates.sightings import Sighting

SightingForm = forms.modelform_factory(Sighting, fields=("seen", "start", "end"))
SpanForm = forms.modelform_factory(Sighting, fields=("end",))


def test_cleans_to_a_date() -> None:
    assert EDTFFormField().clean(" 2022-02? ") == parse("2022-02?")


@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_cleans_nothing_to_none(nothing: str | None) -> None:
    assert EDTFFormField(required=False).clean(nothing) is None
    with pytest.raises(ValidationError, match="required"):
        EDTFFormField().clean(nothing)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2022-02-30", "February 2022 has 28 days"),
        ("1" * 41, "more than 40 characters"),
        ("2022\0", "a character that cannot be kept"),
    ],
)
def test_says_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason) as refusal:
        EDTFFormField().clean(text)
    assert len(refusal.value.messages) == 1


@pytest.mark.parametrize(
    ("initial", "data", "changed"),
    [
        (parse("2022"), "2022", False),
        (parse("2022"), " 2022 ", False),
        (parse("2022"), "2022?", True),
        (parse("2022"), "", True),
        (parse("2022"), None, True),
        (None, "", False),
        (None, None, False),
        (None, "2022", True),
        ("2022", "2022", False),
        (None, "rubbish", True),
    ],
)
def test_tells_whether_it_has_changed(initial: object, data: str | None, changed: bool) -> None:
    assert EDTFFormField().has_changed(initial, data) is changed


def test_a_disabled_field_has_not_changed() -> None:
    assert not EDTFFormField(disabled=True).has_changed(None, "2022")


def test_has_a_help_text_unless_given_one() -> None:
    assert EDTFFormField().help_text == HELP_TEXT
    assert EDTFFormField(help_text="When?").help_text == "When?"


@pytest.mark.django_db
def test_shows_the_text_and_what_was_mistyped() -> None:
    form = SightingForm(instance=Sighting(seen=parse("2022-02-07/2022-02-08")))
    assert form["seen"].value() == "2022-02-07/2022-02-08"
    assert 'value="2022-02-07/2022-02-08"' in str(form["seen"])
    assert "maxlength" not in str(form["seen"])
    assert 'value="2022-02-30"' in str(SightingForm({"seen": "2022-02-30"})["seen"])


def test_a_model_form_saves_dates(sightings: type[Sighting]) -> None:
    SightingForm({"seen": " 2022 ", "start": "", "end": "2021~"}).save()
    stored = sightings.objects.get()
    assert (stored.seen, stored.start, stored.end) == (parse("2022"), None, parse("2021~"))


@pytest.mark.django_db
def test_a_model_form_gives_each_error_once() -> None:
    form = SightingForm({"seen": "2022", "start": "2022-02-30", "end": "2021"})
    assert list(form.errors) == ["start"]
    assert len(form.errors["start"]) == 1


@pytest.mark.django_db
def test_a_model_form_finds_an_end_before_the_start() -> None:
    form = SightingForm({"seen": "2022", "start": "2022", "end": "2021"})
    assert form.errors == {"__all__": ["The end is before the start."]}


def test_a_model_form_without_the_start_leaves_the_span_to_the_database(
    sightings: type[Sighting],
) -> None:
    stored = sightings.objects.create(seen="2022", start="2022")
    assert SpanForm({"end": "2021"}, instance=stored).is_valid()


def test_a_model_form_sees_no_change_where_there_is_none() -> None:
    same = {"seen": "2022", "start": "", "end": ""}
    assert not SightingForm(same, instance=Sighting(seen=parse("2022"))).has_changed()
