#!/usr/bin/env python
"""Verbatim's commands, run as `manage.py COMMAND`."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from config import local
from config.postgres.errors import PostgresError


def main() -> None:
    """Run the command named on the command line with Verbatim's settings.

    Beside `make run` it goes by what that has settled, so that it works on the same archive.
    What is missing in the environment is said in one line.
    """
    local.set_defaults()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, PostgresError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
