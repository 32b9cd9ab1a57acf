#!/usr/bin/env python
"""Verbatim's commands, run as `manage.py COMMAND`."""

import os
import sys

from config import local


def main() -> None:
    """Run the command named on the command line with Verbatim's settings.

    Beside `make run` it goes by what that has settled, so that it works on the same archive.
    """
    local.set_defaults()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
