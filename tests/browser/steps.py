"""What people do in a browser, and what it must not complain about."""

from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect


def sign_in(page: Page, role: str) -> None:
    """Sign somebody in who has the role."""
    user = User.objects.create_user(role, password="a-password-of-theirs")
    user.groups.add(Group.objects.get(name=role))
    page.goto("/")
    page.get_by_label("Username").fill(role)
    page.get_by_label("Password").fill("a-password-of-theirs")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who said what to whom")


def nothing_complained(page: Page) -> None:
    """The browser reported no error and no breach of the security policy."""
    assert page.said == []  # type: ignore[attr-defined]
