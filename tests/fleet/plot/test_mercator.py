"""Boxes, charts, the coast."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu.errors import UsageError
from yalu.fleet.plot.land import outline, paths
from yalu.fleet.plot.mercator import EAST_ASIA, Box, Chart

LON, LAT = st.floats(-180, 180), st.floats(-75, 75)


@given(LON, LAT, st.floats(1, 60), st.floats(1, 4))
def test_what_lies_in_a_box_lies_in_its_picture(west: float, south: float, wide: float, high: float) -> None:
    chart = Chart(Box(west, south, west + wide, south + high))
    for lon, lat in ((west, south), (west + wide, south + high), (west + wide / 2, south + high / 3)):
        assert chart.inside(*chart.xy(lon, lat), margin=0.01)
    assert chart.xy(west + wide, south)[0] > chart.xy(west, south)[0]
    assert chart.xy(west, south + high)[1] < chart.xy(west, south)[1]


@given(LON, LAT)
def test_a_box_in_an_address_comes_back(west: float, south: float) -> None:
    chart = Chart(Box(west, south, west + 7, south + 4))
    again = Chart(Box.read(chart.box.text()))
    x, y = again.xy(west + 3, south + 2)
    assert (x, y) == pytest.approx(chart.xy(west + 3, south + 2), abs=2)


def test_places_on_both_sides_of_the_date_line_are_near() -> None:
    box = Box.around([(179.5, 10.0), (-179.5, 11.0)])
    assert box is not None and box.east - box.west < 3 and box.east > 180
    x, y = Chart(box).xy(-179.5, 11.0)
    assert Chart(box).inside(x, y)


@pytest.mark.parametrize("text", ["", "1,2,3", "1,2,x,4", "5,2,1,4", "0,0,10,95", "nan,0,10,20", "0,0,inf,9"])
def test_what_is_no_box_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        Box.read(text)


def test_looks_from_a_picture() -> None:
    chart = Chart(EAST_ASIA)
    closer, south = chart.closer(2), chart.closer(1, down=0.4)
    assert closer.east - closer.west == pytest.approx((chart.box.east - chart.box.west) / 2)
    assert south.north < chart.box.north and south.west == pytest.approx(chart.box.west)
    km, wide = chart.bar()
    assert km in (50, 100, 200, 500) and 0 < wide <= chart.width / 5


def test_the_coast_is_where_it_is() -> None:
    held = outline()
    near = [
        (lon, lat)
        for ring in held.focus
        for lon, lat in ring
        if abs(lon - 125.4) < 0.3 and abs(lat - 38.7) < 0.3
    ]
    assert near, "the coast at Nampo is in the outline"
    land, focus = paths(EAST_ASIA, 960, 600)
    assert land.count("M") > 15 and focus.startswith("M") and len(land) < 40_000
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d", land)]
    assert min(numbers) >= -20 and max(numbers) <= 980
    sea, none = paths(Box(-150, -40, -140, -35), 960, 600)
    assert sea == none == ""
