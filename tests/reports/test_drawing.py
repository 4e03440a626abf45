"""Charts: which lines there are, what is written beside them, and where values lie."""

from __future__ import annotations

import re

import pytest

from reports import drawing
from reports.drawing import Scale, Series

VALUES = (3.0, None, 40.0, 900.0)


def drawn(scale: Scale) -> str:
    series = [Series("p99", VALUES)]
    return str(drawing.chart(series, ["08:50"] * 4, [""] * 4, scale, lambda value: f"{value:g}"))


@pytest.mark.parametrize(
    ("values", "top"),
    [([3.0], 3), ([10.0], 10), ([99.0], 100), ([101.0], 150), ([0.0], 1), ([None], 1), ([2.6], 3)],
)
def test_a_linear_scale_ends_at_a_round_number(values: list[float | None], top: float) -> None:
    scale = drawing.linear(values)
    assert scale.lines[-1] == pytest.approx(top)
    assert scale.place(top) == pytest.approx(1)
    assert 2 <= len(scale.lines) <= 6


@pytest.mark.parametrize(
    ("scale", "written"),
    [
        (drawing.linear(VALUES), ["250", "500", "750", "1000"]),
        (drawing.decades(VALUES), ["10", "100", "1000"]),
        (drawing.linear([0.0]), ["0.25", "0.5", "0.75", "1"]),
    ],
)
def test_every_line_has_its_value_but_the_lowest_beneath_which_the_times_stand(
    scale: Scale, written: list[str]
) -> None:
    svg = drawn(scale)
    assert re.findall(r'class="level"[^>]*>([^<]*)<', svg) == written
    assert svg.count('class="grid"') == len(written) + 1


@pytest.mark.parametrize("scale", [drawing.linear(VALUES), drawing.decades(VALUES)])
def test_values_lie_in_their_order_between_foot_and_top(scale: Scale) -> None:
    places = [scale.place(value) for value in (scale.lines[0], 3.0, 40.0, 900.0, scale.lines[-1])]
    assert places == sorted(places)
    assert places[0] == pytest.approx(0)
    assert places[-1] == pytest.approx(1)


def test_a_curve_has_gaps_where_nothing_was_measured() -> None:
    assert drawn(drawing.linear(VALUES)).count('class="stroke p99"') == 2


@pytest.mark.parametrize(
    ("bytes_", "said"), [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (40e6, "40 MB"), (2.5e15, "2.5 PB")]
)
def test_bytes_are_said_with_a_unit(bytes_: float, said: str) -> None:
    assert drawing.size(bytes_) == said
