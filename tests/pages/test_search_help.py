"""`/search-help/`: examples that run."""

import re
from html import unescape

from django.test import Client

from tests.cast import Cast
from tests.pages.conftest import shown


def test_every_example_runs(reader: Client, cast: Cast) -> None:
    page = reader.get("/search-help/").content.decode()
    examples = [unescape(one) for one in re.findall(r'<dt><a href="(/statements/[^"]+)"', page)]
    assert len(examples) == 5
    found = {example: len(shown(reader.get(example))) for example in examples}
    assert found["/statements/?q=%22line%20of%20contact%22"] == 1
