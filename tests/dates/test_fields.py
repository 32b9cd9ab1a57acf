"""The model field, the columns generated from it, and the constraints."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.state import ModelState
from django.db.migrations.writer import MigrationWriter
from django.db.models import F

from dates.edtf import ImpreciseDate, parse
from dates.fields import EDTFField, earliest_day
from dates.forms import EDTFFormField
from tests.dates.sightings import Sighting

Sightings = type[Sighting]


def errors_of(sighting: Sighting) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        sighting.full_clean()
    return refusal.value.message_dict


@pytest.mark.parametrize("given", ["2022-02?", " 2022-02? ", parse("2022-02?")])
def test_a_date_is_stored_as_text_and_read_as_a_date(
    sightings: Sightings, given: str | ImpreciseDate
) -> None:
    made = sightings.objects.create(seen=given)
    assert made.seen == parse("2022-02?")
    assert sightings.objects.get().seen == parse("2022-02?")
    with connection.cursor() as cursor:
        cursor.execute("SELECT seen, start FROM sightings_sighting")
        assert cursor.fetchone() == ("2022-02?", None)


def test_a_calendar_day_is_taken_as_a_date(sightings: Sightings) -> None:
    assert sightings.objects.create(seen=date(987, 2, 3)).seen == parse("0987-02-03")


def test_an_instant_is_no_date(sightings: Sightings) -> None:
    """Its day depends on a time zone, and none is guessed."""
    with pytest.raises(ValidationError, match="a time of day is no part of a date"):
        sightings.objects.create(seen=datetime(2022, 2, 20, tzinfo=UTC))


def test_the_columns_follow_the_date(sightings: Sightings) -> None:
    made = sightings.objects.create(seen="2022-24~")
    assert (made.seen_earliest, made.seen_latest) == (date(2022, 12, 1), date(2023, 2, 28))
    assert made.seen_precision == "season"
    assert (made.start_earliest, made.start_latest) == (None, None)
    made.seen = parse("2022-02-07/2022-02-08")
    made.save()
    made.refresh_from_db()
    assert (made.seen_earliest, made.seen_latest) == (date(2022, 2, 7), date(2022, 2, 8))
    assert made.seen_precision == "interval"


def test_many_are_stored_at_once(sightings: Sightings) -> None:
    sightings.objects.bulk_create([sightings(seen="2022"), sightings(seen="199X", start="1991")])
    assert list(sightings.objects.order_by("seen_earliest").values_list("seen", "start")) == [
        (parse("199X"), parse("1991")),
        (parse("2022"), None),
    ]


def test_a_date_can_be_copied_from_another_column(sightings: Sightings) -> None:
    made = sightings.objects.create(seen="2022")
    made.start = F("seen")
    made.save()
    assert sightings.objects.get().start == parse("2022")


def test_lookups_take_a_date_or_its_text(sightings: Sightings) -> None:
    sightings.objects.create(seen="2022?")
    assert sightings.objects.filter(seen="2022?").count() == 1
    assert sightings.objects.filter(seen__in=[parse("2022?"), "1999"]).count() == 1
    assert sightings.objects.filter(seen__startswith="2022").count() == 1
    assert sightings.objects.filter(start=None).count() == 1


def test_the_empty_text_is_stored_as_no_date(sightings: Sightings) -> None:
    sightings.objects.create(seen="2022", start="")
    assert sightings.objects.get().start is None
    assert sightings.objects.filter(start__isnull=True).exists()


@pytest.mark.parametrize("missing", [None, ""])
def test_a_required_date_is_required(sightings: Sightings, missing: str | None) -> None:
    assert set(errors_of(sightings(seen=missing))) == {"seen"}
    with pytest.raises(IntegrityError), transaction.atomic():
        sightings.objects.create(seen=missing)
    with pytest.raises(IntegrityError):
        sightings.objects.create()


def test_a_new_instance_has_no_date() -> None:
    assert Sighting().seen is None


def test_validation_says_what_is_wrong_once(sightings: Sightings) -> None:
    errors = errors_of(sightings(seen="2022-02-30"))
    assert set(errors) == {"seen"}
    assert errors["seen"][0].startswith("“2022-02-30” is not a date: February 2022 has 28 days.")
    assert len(errors["seen"]) == 1


def test_validation_reads_the_date(sightings: Sightings) -> None:
    made = sightings(seen="2022-02-28", start="2021")
    made.full_clean()
    assert (made.seen, made.start) == (parse("2022-02-28"), parse("2021"))


def test_validation_of_the_constraints_finds_an_end_before_the_start(sightings: Sightings) -> None:
    assert errors_of(sightings(seen="2022", start="2022-02", end="2022-01-31")) == {
        "__all__": ["The end is before the start."]
    }


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2022-02", "2022-02-01"),
        ("2022-02-01", "2022-02-01"),
        ("2022-02-15", "2022-02"),
        ("2022", "2022-01-01"),
        (None, "2022"),
        ("2022", None),
    ],
)
def test_an_end_that_may_be_on_or_after_the_start_is_sound(
    sightings: Sightings, start: str | None, end: str | None
) -> None:
    made = sightings(seen="2022", start=start, end=end)
    made.full_clean()
    made.save()


def test_a_date_that_is_wrong_or_left_out_is_not_compared(sightings: Sightings) -> None:
    made = sightings(seen="2022", start="2022-02-30", end="2021")
    assert set(errors_of(made)) == {"start"}
    sightings(seen="2022", start="2022", end="2021").full_clean(exclude=["start"])


def test_the_database_refuses_an_end_before_the_start(sightings: Sightings) -> None:
    with pytest.raises(IntegrityError, match="sighting_ends_after_it_starts"):
        sightings.objects.create(seen="2022", start="2022-02-02", end="2022-02-01")


@pytest.mark.usefixtures("sightings")
@pytest.mark.parametrize("text", ["", "garbage", "2022-02-30", "2022 ", "0000"])
def test_the_database_refuses_what_is_no_date(text: str) -> None:
    with (
        connection.cursor() as cursor,
        pytest.raises(IntegrityError, match="sighting_seen_is_sound"),
    ):
        cursor.execute("INSERT INTO sightings_sighting (seen) VALUES (%s)", [text])


def test_constraints_are_validated_in_the_words_of_people(sightings: Sightings) -> None:
    """Where the field was not cleaned first, as in a script that skips it."""
    with pytest.raises(ValidationError, match="2022-02-30” is not a date"):
        sightings(seen="2022-02-30").validate_constraints()


def test_the_field_survives_a_migration() -> None:
    field = EDTFField(null=True, blank=True, help_text="When?")
    _, path, args, kwargs = field.deconstruct()
    assert (path, args) == ("dates.fields.EDTFField", [])
    assert kwargs == {"null": True, "blank": True, "help_text": "When?"}
    assert EDTFField(**kwargs).max_length == 40
    written, imports = MigrationWriter.serialize(field)
    assert written == "dates.fields.EDTFField(blank=True, help_text='When?', null=True)"
    assert imports == {"import dates.fields"}


def test_the_columns_are_plain_generated_fields_in_a_migration() -> None:
    written, imports = MigrationWriter.serialize(earliest_day("seen"))
    assert written.startswith("models.GeneratedField(db_persist=True, expression=models.Func(")
    assert "function='public.edtf_earliest'" in written
    assert imports == {"from django.db import models"}


@pytest.mark.django_db
def test_a_table_made_by_a_migration_keeps_its_constraints() -> None:
    state = migrations.state.ProjectState()
    state.add_model(ModelState.from_model(Sighting))
    with connection.schema_editor() as editor:
        editor.create_model(state.apps.get_model("sightings", "Sighting"))
    Sighting.objects.create(seen="2022-02-20")
    with pytest.raises(IntegrityError, match="sighting_seen_is_sound"):
        Sighting.objects.filter(seen="2022-02-20").update(
            seen=models.Value("no", output_field=models.TextField())
        )


def test_a_fixture_holds_the_text() -> None:
    field = Sighting._meta.get_field("seen")
    assert field.value_to_string(Sighting(seen=parse("2022?"))) == "2022?"
    assert field.value_to_string(Sighting()) == ""


def test_the_form_field_is_the_one_for_dates() -> None:
    seen, start = EDTFField().formfield(), EDTFField(null=True, blank=True).formfield()
    assert isinstance(seen, EDTFFormField)
    assert isinstance(start, EDTFFormField)
    assert (seen.required, start.required) == (True, False)
