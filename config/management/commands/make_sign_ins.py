"""Makes the first sign-ins of an archive: a reader, an editor and a chief."""

import secrets
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand
from django.db import transaction

from config.places import write_private

ROLES: Final = ("reader", "editor", "chief")

# No letter or digit that is easily taken for another: 31 of them, 16 at a time, are 79 bits.
LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS: Final = 4  # of four letters each, with hyphens between them


class Command(BaseCommand):
    """Make the sign-ins that are missing, and print all of them."""

    help = "Makes the sign-ins reader, editor and chief where they are missing, and prints them."

    def handle(self, *args: object, **options: object) -> None:
        """Make what is missing; a person who is there, or was removed, is left alone."""
        path = Path(settings.VAR_DIR) / "sign-ins.txt"
        kept = read(path)
        make_missing(kept, path)
        self.stdout.write(f"Sign in as (kept in {path}):")
        for role in ROLES:
            self.stdout.write(f"  {role:<8}{told(role, kept.get(role))}")


def read(path: Path) -> dict[str, str]:
    """Give the passwords that the file keeps, by the name to sign in with."""
    if not path.exists():
        return {}
    words = [line.split() for line in path.read_text().splitlines()]
    return {line[0]: line[1] for line in words if len(line) == 2}


@transaction.atomic
def make_missing(kept: dict[str, str], path: Path) -> None:
    """Make the people who are missing, and write their passwords before the people are saved.

    Whom the file names was made before: missing among other people, that one was removed.
    """
    people = set(User.objects.values_list("username", flat=True))
    missing = [role for role in ROLES if role not in people and not (people and role in kept)]
    for role in missing:
        kept[role] = new_password()
        make(role, kept[role])
    if missing:
        write_private(path, "".join(f"{name} {password}\n" for name, password in kept.items()))


def make(role: str, password: str) -> None:
    """Make the person who signs in under the name of a role, and has that role."""
    person = User.objects.create_user(role, password=password)
    person.groups.add(Group.objects.get(name=role))


def new_password() -> str:
    """Give a password of sixteen letters in groups of four with hyphens between them."""
    groups = ["".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(GROUPS)]
    return "-".join(groups)


def told(name: str, password: str | None) -> str:
    """Give what to print of a person: the password while it is the one we made."""
    person = User.objects.filter(username=name).first()
    if person is None:
        return "was removed"
    if password and check_password(password, person.password):
        return password
    return f"has another password; a new one: .venv/bin/python manage.py changepassword {name}"
