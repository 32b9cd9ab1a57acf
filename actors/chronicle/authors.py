"""Who changed something, read from the context that was noted with the change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from pghistory.models import Context

HERE = "at the database itself"


@dataclass(frozen=True)
class Author:
    """Who it was: `who` in words; `user` is the key of a person, where it was one.

    `where` is the address of the page on which it was done.
    """

    who: str
    user: int | None = None
    where: str = ""

    def called(self, user: int | None) -> str:
        """Name the author to the person with this key: "you" for themselves."""
        return "you" if self.user is not None and self.user == user else self.who


NOBODY = Author(HERE)


def authors(contexts: Iterable[UUID | None]) -> dict[UUID | None, Author]:
    """Give the author of each context; without one, it was done at the database itself."""
    keys = {key for key in contexts if key is not None}
    noted = dict(Context.objects.filter(pk__in=keys).values_list("pk", "metadata")) if keys else {}
    names = _names({_user(about) for about in noted.values()} - {None})
    found: dict[UUID | None, Author] = {key: _author(about, names) for key, about in noted.items()}
    everybody: dict[UUID | None, Author] = dict.fromkeys((None, *keys), NOBODY)
    return everybody | found


def _names(keys: set[Any]) -> dict[int, str]:
    people = get_user_model()._default_manager.filter(pk__in=keys) if keys else ()
    return {one.pk: name_of(one) for one in people}


def name_of(user: Any) -> str:  # noqa: ANN401, whatever model the accounts have
    """Name somebody: "Anna Schmidt (anna)", or by the name with which they sign in."""
    full = user.get_full_name()
    return f"{full} ({user.get_username()})" if full else str(user.get_username())


def _user(about: Mapping[str, Any]) -> int | None:
    user = about.get("user")
    return user if isinstance(user, int) and not isinstance(user, bool) else None


def _author(about: Mapping[str, Any], names: Mapping[int, str]) -> Author:
    user, where = _user(about), str(about.get("url") or "")
    if user is not None:
        return Author(names.get(user, f"a former account (number {user})"), user, where)
    return Author(_program(about), None, where)


def _program(about: Mapping[str, Any]) -> str:
    if about.get("source") == "import":
        return f"import of {about.get('bundle', 'a bundle')}"
    if command := about.get("command"):
        return f"command {command}"
    return "somebody who was not signed in" if about.get("url") else "a program"
