"""A save at the desk compares the statement with its source."""

from django.test import Client

from statements.models import FailedCheck, Statement
from tests.admin.conftest import Archive
from tests.admin.forms import errors, send


def page(of: Statement) -> str:
    return f"/admin/statements/statement/{of.pk}/change/"


def test_a_save_at_the_desk_finds_a_quotation_that_is_not_there(
    chief: Client, archive: Archive
) -> None:
    answer = send(
        chief, page(archive.published), text="“Never.”", quote_type="mixed", correction="So."
    )
    assert answer.status_code == 302, errors(answer)
    found = FailedCheck.objects.get()
    assert (found.statement, found.reason, found.should) == (
        archive.published,
        "not_quoted",
        "Never",
    )
    assert found.run is None


def test_a_save_at_the_desk_forgets_what_is_right_now(chief: Client, archive: Archive) -> None:
    FailedCheck.objects.create(statement=archive.published, reason="not_quoted")
    assert send(chief, page(archive.published)).status_code == 302
    assert not FailedCheck.objects.exists()
