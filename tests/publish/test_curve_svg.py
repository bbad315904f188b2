"""The curve: a line for each choice, its name at its end, nothing where there is nothing to draw."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

from yalu.publish.curve_svg import Line, curve_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_a_line_goes_from_what_is_before_to_what_is_left() -> None:
    text = curve_svg(
        [Line("this wave", (100, 60, 0)), Line("most <ties>", (100, 100))], "T", "struck", "left"
    )
    drawn = ElementTree.fromstring(text)
    lines = [
        [tuple(map(float, p.split(","))) for p in one.get("points", "").split()]
        for one in drawn.findall(f"{SVG}polyline")
    ]
    assert [len(line) for line in lines] == [3, 2]
    (x0, y0), (x1, y1), (x2, y2) = lines[0]
    assert x1 - x0 == x2 - x1 and y0 < y1 < y2
    assert abs((y1 - y0) / (y2 - y0) - 0.4) < 0.01
    assert lines[1][0] == lines[0][0] and lines[1][1][1] == y0
    words = [one.text for one in drawn.findall(f"{SVG}text")]
    assert {"this wave", "most <ties>", "struck", "left", "100"} <= set(words)


def test_names_at_one_height_do_not_cover_each_other() -> None:
    text = curve_svg([Line("a", (9, 1)), Line("b", (9, 1)), Line("c", (9, 1))], "T", "x", "y")
    found = re.findall(r'<text x="[\d.]+" y="([\d.]+)"[^>]*>([abc])</text>', text)
    heights = sorted(float(y) for y, _ in found)
    assert len(heights) == 3 and all(b - a >= 14 for a, b in pairwise(heights))


def test_there_is_no_drawing_of_nothing() -> None:
    assert curve_svg([], "T", "x", "y") == curve_svg([Line("a", (5,))], "T", "x", "y") == ""
    assert curve_svg([Line("a", (0, 0))], "T", "x", "y") == ""
