"""The first sign-ins of an archive."""

import stat
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db

ROLES = ("reader", "editor", "chief")


@pytest.fixture
def file(settings: Settings, tmp_path: Path) -> Path:
    """Give the place of the passwords."""
    settings.VAR_DIR = tmp_path
    return tmp_path / "sign-ins.txt"


def make_sign_ins() -> str:
    """Give what the command prints."""
    said = StringIO()
    call_command("make_sign_ins", stdout=said)
    return said.getvalue()


def kept(file: Path) -> dict[str, str]:
    """Give the passwords of the file by name."""
    lines = [line.split() for line in file.read_text().splitlines()]
    return dict(lines)


def test_each_role_gets_a_person_who_can_sign_in(file: Path) -> None:
    make_sign_ins()
    for role in ROLES:
        assert Client().login(username=role, password=kept(file)[role])
        assert [group.name for group in User.objects.get(username=role).groups.all()] == [role]


def test_nobody_can_do_more_than_the_role(file: Path) -> None:
    make_sign_ins()
    assert not User.objects.filter(is_staff=True).exists()
    assert not User.objects.filter(is_superuser=True).exists()


def test_the_passwords_are_printed_and_kept_for_their_owner_alone(file: Path) -> None:
    said = make_sign_ins()
    assert str(file) in said
    for role, password in kept(file).items():
        assert f"  {role:<8}{password}\n" in said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_passwords_differ_and_have_sixteen_letters_that_are_easily_read(file: Path) -> None:
    make_sign_ins()
    passwords = set(kept(file).values())
    assert len(passwords) == 3
    for password in passwords:
        assert len(password.replace("-", "")) == 16
        assert not set(password) & set("0Ol1iI")


def test_a_second_time_nobody_changes_and_the_same_is_printed(file: Path) -> None:
    first = make_sign_ins()
    before = list(User.objects.order_by("pk").values())
    assert make_sign_ins() == first
    assert list(User.objects.order_by("pk").values()) == before


def test_a_person_who_is_there_already_is_left_alone(file: Path) -> None:
    User.objects.create_user("editor", password="her own")
    said = make_sign_ins()
    assert Client().login(username="editor", password="her own")
    assert "manage.py changepassword editor" in said
    assert set(kept(file)) == {"reader", "chief"}


def test_a_password_that_was_changed_is_not_printed_as_if_it_were_the_old_one(file: Path) -> None:
    make_sign_ins()
    chief = User.objects.get(username="chief")
    chief.set_password("changed since")
    chief.save()
    said = make_sign_ins()
    assert kept(file)["chief"] not in said
    assert "manage.py changepassword chief" in said


def test_where_the_file_is_gone_the_command_for_a_new_password_is_given(file: Path) -> None:
    make_sign_ins()
    file.unlink()
    said = make_sign_ins()
    for role in ROLES:
        assert f"manage.py changepassword {role}" in said
    assert not file.exists()


def test_who_was_removed_stays_removed(file: Path) -> None:
    make_sign_ins()
    User.objects.get(username="reader").delete()
    assert "reader  was removed" in make_sign_ins()
    assert not User.objects.filter(username="reader").exists()


def test_an_archive_made_anew_gets_new_sign_ins(file: Path) -> None:
    make_sign_ins()
    old = kept(file)
    User.objects.all().delete()
    make_sign_ins()
    for role in ROLES:
        assert kept(file)[role] != old[role]
        assert Client().login(username=role, password=kept(file)[role])
