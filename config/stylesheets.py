"""One stylesheet: what it imports is put in its place when static files are collected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/verbatim.css"
IMPORT = re.compile(r'^@import url\("(?P<name>[\w/-]+\.css)"\);$', re.MULTILINE)

Paths = dict[str, tuple[Any, str]]


class OneStylesheetStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    """Serve the stylesheet as one file, so that a page waits for one answer and not for thirty.

    The files that it imports stand beside it as they are: a page of errors, which knows of no
    hashes, uses them.
    """

    def post_process(
        self,
        paths: Paths,
        dry_run: bool = False,
        **options: Any,
    ) -> Iterator[Any]:
        """Hash and compress the files, the stylesheet among them in one piece."""
        if STYLESHEET in paths and not dry_run:
            paths = {**paths, STYLESHEET: _in_memory(joined(paths, STYLESHEET))}
        yield from super().post_process(paths, dry_run, **options)


def joined(paths: Paths, name: str) -> str:
    """Give the text of a stylesheet with the files that it imports in their places.

    Addresses in those files stay as they are: a file that has any stands beside the stylesheet.
    """
    folder = name.rpartition("/")[0]

    def imported(found: re.Match[str]) -> str:
        return _text(paths, f"{folder}/{found['name']}").strip()

    return IMPORT.sub(imported, _text(paths, name))


def _text(paths: Paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read(), "utf-8")


def _in_memory(text: str) -> tuple[InMemoryStorage, str]:
    storage = InMemoryStorage()
    return storage, storage.save(STYLESHEET, ContentFile(text.encode()))
