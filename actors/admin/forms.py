"""The form of every record: what the fields that many records share have to be."""

import re
import zoneinfo
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

COUNTRY = re.compile(r"[A-Z]{2}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class DeskForm(forms.ModelForm):
    """A form whose country, language and time zone are checked, whichever of them it has."""

    def clean_country(self) -> str:
        """Take a country in small letters too."""
        return self.cleaned_data["country"].upper()

    def clean_countries(self) -> list[str]:
        """Take two letters for each country, small ones too."""
        codes = [code.upper() for code in self.cleaned_data["countries"]]
        if wrong := [code for code in codes if not COUNTRY.fullmatch(code)]:
            raise ValidationError(f"“{wrong[0]}” is no country: write two letters, such as FR.")
        return codes

    def clean_language(self) -> str:
        """Take what has the form of a BCP 47 tag."""
        tag = self.cleaned_data["language"]
        if tag and not LANGUAGE.fullmatch(tag):
            raise ValidationError(f"“{tag}” is no language tag: write en, fr or zh-Hant.")
        return tag

    def clean_timezone(self) -> str:
        """Take the name of an IANA time zone."""
        name = self.cleaned_data["timezone"]
        if name and name not in zoneinfo.available_timezones():
            raise ValidationError(f"“{name}” is no time zone: write one such as Europe/Paris.")
        return name


def refusing(form: type[forms.ModelForm], error: ValidationError) -> type[forms.ModelForm]:
    """Give the form class with an error that only saving brought to light."""

    class Refusing(form):  # type: ignore[valid-type, misc]
        def clean(self) -> dict[str, Any] | None:
            super().clean()
            raise error

    return Refusing
