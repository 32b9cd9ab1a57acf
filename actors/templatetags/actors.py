"""`{% load actors %}`: who somebody was on a date, and where from."""

from django import template

from actors.countries import country_name as name_of_country
from actors.models import Actor
from actors.titles import titles_between
from dates.edtf import ImpreciseDate

register = template.Library()


@register.simple_tag
def titles_on(actor: Actor | None, when: ImpreciseDate | None) -> str:
    """Give the titles that the actor held on the date, or nothing where either is not known."""
    if not actor or not when:
        return ""
    return " and ".join(titles_between(actor.tenures.all(), when.earliest, when.latest))


@register.filter
def country_name(code: str) -> str:
    """Give the country of an ISO 3166-1 code in English."""
    return name_of_country(code)
