"""The roles: reader, editor, chief and administrator, as groups with their permissions."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PARTS = [
    "actors.actorname", "actors.tenure", "statements.participation", "statements.readout",
    "statements.addressee", "statements.attribution", "statements.translation",
    "statements.statementlink",
]  # fmt: skip
RECORDS = [
    "actors.actor", "actors.leader", "statements.topic", "statements.exchange", "statements.call",
    "statements.meeting", "statements.document", "statements.statement",
]  # fmt: skip
KEPT = ["statements.snapshot", "statements.correction"]

READER = {"statements.read_archive"}


def may(actions: str, models: list[str]) -> set[str]:
    """Give the permissions ("app.action_model") for every action on every model."""
    return {
        f"{app}.{action}_{name}"
        for app, name in (model.split(".") for model in models)
        for action in actions.split()
    }


EDITOR = (
    READER
    | {"statements.use_desk", "statements.view_unresolvedname", "statements.change_unresolvedname"}
    | may("view add change", RECORDS)
    | may("view add change delete", PARTS)
    | may("view add", KEPT)
)
CHIEF = EDITOR | {"statements.publish_statement"} | may("delete", RECORDS)
ADMINISTRATOR = READER | {"statements.use_desk", "auth.view_group"} | may(
    "view add change", ["auth.user"]
)
ROLES = {"reader": READER, "editor": EDITOR, "chief": CHIEF, "administrator": ADMINISTRATOR}


def make_permissions(apps: Apps) -> None:
    """Make the permissions now: Django makes them only after all migrations have run."""
    for label in ("contenttypes", "auth", "actors", "statements"):
        config = apps.get_app_config(label)
        config.models_module = True  # type: ignore[assignment]
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def make_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the groups, or give those that are there these permissions."""
    make_permissions(apps)
    permissions = {
        f"{p.content_type.app_label}.{p.codename}": p
        for p in apps.get_model("auth", "Permission").objects.select_related("content_type")
    }
    for role, codes in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.set([permissions[code] for code in sorted(codes)])


def drop_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the groups away again."""
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [
        ("statements", "0003_twins_and_queue"),
        ("actors", "0002_models"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(make_roles, drop_roles)]
