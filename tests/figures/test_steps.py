"""Steps of shading: each about as many times higher than the last."""

import pytest

from statements.figures.steps import steps_to


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (0, []),
        (1, ["1"]),
        (2, ["1", "2"]),
        (7, ["1", "2", "3–4", "5–7"]),
        (81, ["1–3", "4–9", "10–27", "28–81"]),
        (10_000, ["1–10", "11–100", "101–1,000", "1,001–10,000"]),
    ],
)
def test_steps_rise_to_the_highest_number(most: int, labels: list[str]) -> None:
    assert [step.label for step in steps_to(most).legend] == labels


def test_a_number_has_the_step_of_its_label() -> None:
    steps = steps_to(7)
    assert [steps.of(number) for number in range(8)] == [0, 1, 2, 3, 3, 4, 4, 4]
    assert [step.number for step in steps.legend] == [1, 2, 3, 4]
