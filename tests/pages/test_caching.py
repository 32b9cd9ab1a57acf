"""No shared cache keeps what the archive answers, and nothing keeps a draft."""

import pytest
from django.test import Client

from tests.cast import Cast, signed_in


def kept(response: object) -> set[str]:
    """Give how the answer may be kept."""
    header: str = response["Cache-Control"]  # type: ignore[index]
    return set(header.split(", "))


@pytest.mark.parametrize("path", ["/", "/statements/", "/nothing/", "/actors/nobody/", "/admin/"])
@pytest.mark.parametrize("role", [None, "reader", "editor"])
def test_every_answer_is_private(cast: Cast, role: str | None, path: str) -> None:
    assert {"private", "no-cache"} <= kept(signed_in(role).get(path))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/statements/", "/nothing/"])
def test_what_strangers_get_is_private_too(path: str) -> None:
    assert {"private", "no-cache"} <= kept(Client().get(path))


def test_a_draft_is_not_kept_at_all(editor: Client, cast: Cast) -> None:
    for record in (cast.escalation, cast.monday_call, cast.kremlin_readout):
        address = record.get_absolute_url()
        assert "no-store" not in kept(editor.get(address))
        type(record)._default_manager.filter(pk=record.pk).update(editorial_status="draft")
        assert {"no-store", "private"} <= kept(editor.get(address))
