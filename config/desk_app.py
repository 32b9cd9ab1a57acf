"""The admin app with the desk's site in place of the stock one."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Point Django's admin at the desk's site, where roles and not flags open the door."""

    default_site = "config.desk.DeskSite"
