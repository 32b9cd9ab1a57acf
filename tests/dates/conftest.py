"""The table of the test model."""

import pytest
from django.db import connection

from tests.dates.sightings import Sighting


@pytest.fixture
def sightings(db: None) -> type[Sighting]:
    """Give the model, with its table made for this test and rolled back with it."""
    with connection.schema_editor() as editor:
        editor.create_model(Sighting)
    return Sighting
