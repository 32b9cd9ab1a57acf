"""What templates show can be asked for its attributes as for items."""

from dataclasses import dataclass

from django.template import Context, Template

from reading.shown import Shown


@dataclass(frozen=True)
class Bar(Shown):
    """Something with a value, and a value that is worked out."""

    label: str

    @property
    def number(self) -> str:
        return "1,000"


def test_a_template_finds_attributes_and_properties() -> None:
    template = Template("{{ bar.label }} {{ bar.number }}{{ bar.other }}{{ bar.0 }}")
    assert template.render(Context({"bar": Bar("May")})) == "May 1,000"


def test_an_item_is_the_attribute() -> None:
    bar = Bar("May")
    assert (bar["label"], bar["number"]) == ("May", "1,000")
