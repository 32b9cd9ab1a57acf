"""How gunicorn serves Verbatim: `gunicorn --config config/gunicorn.conf.py config.wsgi`.

The names are gunicorn's own settings; docs/operating.md says which variables change them.
"""

import gc
import os

from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT') or 8000}"

# Each worker is a copy of the program with its own memory; the application is loaded before they
# are made, so that they share it. A thread waits for the database while another one works.
workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2, 4)
worker_class = "gthread"
threads = 4
preload_app = True

# In bytes, the most that gunicorn can be told: an address holds 500 letters of any script.
limit_request_line = 8190

timeout = 60  # seconds after which a worker that hangs is replaced
graceful_timeout = 10  # seconds for requests under way when the server is stopped
# On a disk, a worker's sign of life may wait for the disk.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108, PTH112

loglevel = "warning"
control_socket_disable = True  # it would stand in the person's home, which there need not be


def when_ready(server: Arbiter) -> None:
    """Read the postings, and ask a list once, before the workers are made: they share all that.

    Warns where the role that serves could change the history.
    """
    from django.db import DatabaseError, connections
    from django.http import QueryDict

    from config.rights.warning import warning
    from reading.listing import listing_of
    from statements.filters import ExchangeFilters, StatementFilters
    from statements.models import Exchange, Statement

    try:
        listing_of(StatementFilters(QueryDict(), Statement.objects.public()))
        listing_of(ExchangeFilters(QueryDict(), Exchange.objects.public()))
        if said := warning("default"):
            server.log.warning("%s", said)
    except DatabaseError as error:
        server.log.warning("The postings are read by the first request instead: %s", error)
    connections.close_all()
    gc.freeze()
