"""Somebody who may use the desk, and see none of its records, sees none beside their lists."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import Archive


@pytest.fixture
def client(db: None) -> Client:
    user = User.objects.create_user("guest")
    user.user_permissions.set(Permission.objects.filter(codename__in=["use_desk", "read_archive"]))
    client = Client()
    client.force_login(user)
    return client


def test_the_desk_opens(client: Client) -> None:
    assert client.get(reverse("admin:index")).status_code == 200


def test_the_pages_beside_the_lists_do_not(client: Client, archive: Archive) -> None:
    pages = {
        "statements_statement_history": [archive.draft.pk],
        "statements_document_copy": [archive.document.pk, archive.snapshot.pk],
        "statements_statement_links": [archive.draft.pk],
        "statements_exchange_from_source_made": [archive.document.pk],
    }
    for name, keys in pages.items():
        assert client.get(reverse(f"admin:{name}", args=keys)).status_code == 403, name
