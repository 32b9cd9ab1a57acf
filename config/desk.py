"""The admin site of the desk: open to the roles that enter, publish or keep accounts."""

from django.contrib import admin
from django.http import HttpRequest


class DeskSite(admin.AdminSite):
    """The stock admin, headed as Verbatim's desk."""

    site_header = "Verbatim: the desk"
    site_title = "Verbatim desk"
    index_title = "The archive"
    site_url = "/"
    enable_nav_sidebar = True

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in active people whose role gives the permission to use the desk."""
        return request.user.is_active and request.user.has_perm("statements.use_desk")
