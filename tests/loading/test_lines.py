"""The lines of a file, however long."""

from io import BytesIO

import pytest

from statements.loading import lines


def test_a_line_that_is_too_long_is_one_problem_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lines, "MOST_BYTES", 10)
    content = b'{"a": 1}\n' + b"x" * 35 + b'\n{"b": 2}\n' + b"y" * 10
    found = [(line.number, line.record) for line in lines.read(BytesIO(content))]
    assert found == [(1, {"a": 1}), (2, None), (3, {"b": 2}), (4, None)]
