"""One component of the style guide: what it is called, what it takes, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from statements.styleguide.ids import apart

TEMPLATES = Path(settings.BASE_DIR) / "templates"
# Where every component of the site stands: those of the pages, and the pictures.
FOLDERS = ("components", "pictures")
COMMENT = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)
# What an example stands in, where it is no element for itself.
Within = Literal["", "ul", "ol", "dl", "p"]


@dataclass(frozen=True)
class Exhibit:
    """A component by the path of its template, with the contexts of its examples."""

    template: str
    contexts: tuple[Mapping[str, Any], ...]
    within: Within = ""

    @property
    def slug(self) -> str:
        """The name of its place on the page."""
        return re.sub(r"\W+", "-", self.template.removesuffix(".html"))

    @property
    def parameters(self) -> str:
        """What the template says of itself, in its first comment."""
        found = COMMENT.search((TEMPLATES / self.template).read_text("utf-8"))
        return " ".join(found[1].split()) if found else ""

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The same in pieces, each with whether it is a name, which stands between backticks."""
        parts = self.parameters.split("`")
        return [(part, place % 2 == 1) for place, part in enumerate(parts) if part]


@dataclass(frozen=True)
class Rendered:
    """An exhibit as the page shows it; `examples` are rendered."""

    exhibit: Exhibit
    examples: list[SafeString] = field(default_factory=list)


def show(template: str, *contexts: Mapping[str, Any], within: Within = "") -> Exhibit:
    """Exhibit a template with one example for each context, at least one."""
    return Exhibit(template, contexts or ({},), within)


def rendered(exhibit: Exhibit, request: HttpRequest) -> Rendered:
    """Render the examples as they are on a page, each with ids that no other has."""
    examples = [render_to_string(exhibit.template, dict(one), request) for one in exhibit.contexts]
    alone = [apart(one, f"{exhibit.slug}-{place}") for place, one in enumerate(examples, 1)]
    return Rendered(exhibit, [_wrapped(one, exhibit.within) for one in alone])


def _wrapped(example: str, within: Within) -> SafeString:
    # The template has escaped what it shows.
    return mark_safe(f"<{within}>{example}</{within}>" if within else example)  # noqa: S308


def components() -> set[str]:
    """Give the path of each template that is a component."""
    found = (path for folder in FOLDERS for path in (TEMPLATES / folder).rglob("*.html"))
    return {path.relative_to(TEMPLATES).as_posix() for path in found}
