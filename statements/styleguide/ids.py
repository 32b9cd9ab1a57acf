"""Ids that stand once on a page, though the same component is shown on it several times."""

from __future__ import annotations

import re

ID = re.compile(r'\bid="([^"]+)"')
# What is drawn with has an id of its own already, which other pictures may share.
DRAWN_WITH = re.compile(r"url\(#([^)]+)\)")
REFERENCE = re.compile(
    r'\b(?P<name>id|for|list|href|aria-(?:labelledby|describedby|controls))="(?P<value>[^"]*)"'
)


def apart(html: str, prefix: str) -> str:
    """Put the prefix before each id of an example, and wherever the example refers to it."""
    own = set(ID.findall(html)) - set(DRAWN_WITH.findall(html))

    def renamed(found: re.Match[str]) -> str:
        name, value = found["name"], found["value"]
        if name == "href":
            named = value.startswith("#") and value[1:] in own
            return f'href="#{prefix}-{value[1:]}"' if named else found[0]
        several = (f"{prefix}-{one}" if one in own else one for one in value.split())
        return f'{name}="{" ".join(several)}"'

    return REFERENCE.sub(renamed, html)
