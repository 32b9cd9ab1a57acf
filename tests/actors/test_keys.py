"""Keys as a browser sends them."""

import pytest

from actors.admin.keys import key_of


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("1", 1),
        ("007", 7),
        (12, 12),
        (str(2**63 - 1), 2**63 - 1),
        (str(2**63), None),
        ("9" * 5000, None),
        ("0", None),
        ("-1", None),
        ("1.0", None),
        (" 1", None),
        ("", None),
        (None, None),
        ("٣", None),
        ("²", None),
    ],
)
def test_keys(sent: object, key: int | None) -> None:
    assert key_of(sent) == key
