"""The custom properties that everything is drawn with, as the stylesheet has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

TOKENS = Path(settings.BASE_DIR) / "static" / "css" / "tokens.css"
PROPERTY = re.compile(r"--(?P<name>[\w-]+): (?P<value>[^;]+);")
COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Colour:
    """A colour in both themes."""

    name: str
    light: str
    dark: str


def colours() -> list[Colour]:
    """Give the colours in the order of the stylesheet."""
    light, dark = _themes()
    return [
        Colour(name, value, dark.get(name, value))
        for name, value in light.items()
        if COLOUR.fullmatch(value)
    ]


def sizes() -> list[tuple[str, str]]:
    """Give the steps of the type scale, the largest first."""
    light, _ = _themes()
    return [(name, value) for name, value in light.items() if name.startswith("step-")][::-1]


def _themes() -> tuple[dict[str, str], dict[str, str]]:
    light, _, dark = TOKENS.read_text("utf-8").partition("prefers-color-scheme: dark")
    return (_properties(light), _properties(dark))


def _properties(text: str) -> dict[str, str]:
    return {found["name"]: found["value"] for found in PROPERTY.finditer(text)}
