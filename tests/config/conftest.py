"""Databases of a test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.postgres import Cluster, server


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Give a cluster in a folder of its own, not made yet; stopped when the test ends."""
    made = Cluster(tmp_path / "postgres", durable=False)
    yield made
    server.stop(made)
