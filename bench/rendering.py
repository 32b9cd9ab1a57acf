"""What it costs to render fifty cards, without any query: python -m bench.rendering.

Runs in the environment of an archive, and prints the median in milliseconds.
"""

from statistics import median
from time import perf_counter
from typing import Any

TIMES = 30
CARDS = '{% for card in rows %}{% include "components/statement-card.html" %}{% endfor %}'


def main() -> None:
    """Print the median."""
    import django

    django.setup()
    print(rendered(TIMES))


def rendered(times: int) -> float:
    """Render the cards of the newest statements so often, and give the median in milliseconds."""
    from django.db import connection
    from django.template import engines
    from django.test.utils import CaptureQueriesContext

    from statements.cards import cards_of
    from statements.models import Statement

    rows = cards_of(Statement.objects.public()[:50])
    template = engines["django"].from_string(CARDS)
    with CaptureQueriesContext(connection) as asked:
        template.render({"rows": rows})
    if len(asked):
        raise RuntimeError("rendering the cards asks the database")
    return median(_taken(template, rows) for _ in range(times))


def _taken(template: Any, rows: list[Any]) -> float:  # noqa: ANN401, an engine's own
    began = perf_counter()
    template.render({"rows": rows})
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
