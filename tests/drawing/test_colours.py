"""The colours of series: seen against the paper, and told apart by colour-blind readers.

Deficiencies are simulated with the matrices of Machado, Oliveira and Fernandes (2009) for full
severity, in linear RGB; distances are those of OKLab (Ottosson 2020), times 100.
"""

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"
SERIES = [f"--series-{number}" for number in range(1, 7)]
LEAST_CONTRAST = 3.0
# Two colours that are just told apart side by side are about 2 from each other.
LEAST_DISTANCE = 11.0

Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

NONE: Matrix = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
PROTAN: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTAN: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITAN: Matrix = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def theme(dark: bool) -> dict[str, str]:
    """Give the colours of a theme by their names."""
    light, separator, rest = TOKENS.read_text("utf-8").partition("prefers-color-scheme: dark")
    assert separator
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", rest if dark else light))


def linear(colour: str) -> Colour:
    """Give the light of a colour, 0 to 1 for each of red, green and blue."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def times(matrix: Matrix, colour: Colour) -> Colour:
    one, two, three = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return one, two, three


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG has it."""
    parts = (linear(colour) for colour in (one, other))
    dark, light = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in parts)
    return (light + 0.05) / (dark + 0.05)


def oklab(colour: Colour) -> Colour:
    cones = times(TO_CONES, colour)
    return times(TO_OKLAB, (math.cbrt(cones[0]), math.cbrt(cones[1]), math.cbrt(cones[2])))


def seen(colour: str, by: Matrix) -> Colour:
    """Give a colour as somebody sees it, in OKLab."""
    red, green, blue = (min(max(part, 0.0), 1.0) for part in times(by, linear(colour)))
    return oklab((red, green, blue))


def test_contrasts_and_distances_are_those_that_are_published() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert oklab(linear("#ffffff")) == pytest.approx((1, 0, 0), abs=0.0001)
    assert oklab(linear("#ff0000")) == pytest.approx((0.62796, 0.22486, 0.12585), abs=0.0001)
    for by in (PROTAN, DEUTAN, TRITAN):
        assert times(by, (1, 1, 1)) == pytest.approx((1, 1, 1), abs=0.0001)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("series", SERIES)
def test_every_series_stands_out_from_the_paper(dark: bool, series: str) -> None:
    colours = theme(dark)
    for paper in ("--paper", "--raised"):
        assert contrast(colours[series], colours[paper]) >= LEAST_CONTRAST


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "by", [NONE, PROTAN, DEUTAN, TRITAN], ids=["all", "protan", "deutan", "tritan"]
)
def test_series_are_told_apart(dark: bool, by: Matrix) -> None:
    colours = theme(dark)
    distances = {
        (one, other): 100 * math.dist(seen(colours[one], by), seen(colours[other], by))
        for one, other in combinations(SERIES, 2)
    }
    assert {pair: found for pair, found in distances.items() if found < LEAST_DISTANCE} == {}
