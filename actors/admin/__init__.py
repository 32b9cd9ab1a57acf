"""The desk's pages for those who speak: actors, leaders and the posts they hold."""

from actors.admin import actor, merge_log, tenure

__all__ = ["actor", "merge_log", "tenure"]
