"""The drawing of ties: the same on every machine, every name readable, and its signs explained."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest
from lxml import etree

from tests.sections import MEMO, TODAY, Sections
from yalu.model.section import NETWORK_COLUMNS
from yalu.publish.chart_theme import FILLS, FONT_STACK, INKS, ON, SERIES
from yalu.publish.charts import NARROW, WIDE, figure_svg
from yalu.publish.network_layout import arranged, crossings, distances, overlaps
from yalu.publish.network_svg import SHAPES, lines, network_svg

RING = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]


def tie(near: str, far: str, accused: bool = False, **more: str) -> dict[str, Any]:
    """A record of a tie: the first letter of a name is its id, and a party in capitals is on a list."""
    ends = {"from": near, "to": far}
    given = {f"{end} id": name[0] for end, name in ends.items()}
    given |= {f"{end} kind": "company" for end in ends}
    given |= {f"{end} lists": "US" if name.isupper() else None for end, name in ends.items()}
    values = {**ends, **given, "accusation": "yes" if accused else None, **more}
    return {name: values.get(name) for name in NETWORK_COLUMNS}


def texts(svg: str) -> list[str]:
    return [t.text or "" for t in etree.fromstring(svg.encode()).iter("{*}text")]


def test_steps_between_parties_and_between_groups() -> None:
    steps = distances(6, RING)
    assert steps[0][1] == 1 and steps[0][2] == 2
    assert steps[0][5] == steps[5][0] > 2


def test_a_ring_is_drawn_without_crossings_and_the_same_each_time() -> None:
    sizes = [(40.0, 20.0)] * 5
    first = arranged(sizes, RING, 400, 300)
    assert crossings(first, RING) == 0 and overlaps(first, sizes) == 0
    assert arranged(sizes, RING, 400, 300) == first
    assert all(20 <= x <= 380 and 10 <= y <= 290 for x, y in first)


def test_crossings_and_overlaps_are_seen() -> None:
    square = [(0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0)]
    assert crossings(square, [(0, 1), (2, 3)]) == 1
    assert crossings(square, [(0, 2), (1, 3)]) == 0
    assert overlaps(square, [(12.0, 12.0)] * 4) == 6


@pytest.mark.parametrize("day", ["2013-01-01", MEMO, "2018-06-01", "2020-01-01", TODAY])
def test_no_name_lies_on_another_and_none_is_cut(sections: Sections, day: str) -> None:
    for one in sections.of("facilitators", day).figures:
        if one.id != "network":
            continue
        root = etree.fromstring(figure_svg(one, WIDE).encode())
        width, height = (float(root.get(side, "0")) for side in ("width", "height"))
        grounds = [
            tuple(float(r.get(k, "0")) for k in ("x", "y", "width", "height")) for r in root.iter("{*}rect")
        ]
        assert len(grounds) > 5
        for x, y, w, h in grounds:
            assert x >= 0 and y >= 0 and x + w <= width and y + h <= height
        for (ax, ay, aw, ah), (bx, by, bw, bh) in combinations(grounds, 2):
            assert ax + aw <= bx or bx + bw <= ax or ay + ah <= by + 0.1 or by + bh <= ay + 0.1


def test_listed_and_named_only_differ_without_color() -> None:
    svg = network_svg([tie("ALPHA", "beta")], WIDE, FONT_STACK)
    marks = re.findall(r'<path d="[^"]*" transform="[^"]*" fill="([^"]*)" stroke="([^"]*)"', svg)
    assert (SERIES["c1"], SERIES["c1"]) in marks and (INKS["paper"], INKS["ink"]) in marks
    assert {"filled: on a list", "hollow: named in a source", "company"} <= set(texts(svg))
    assert "bank" not in texts(svg)


def test_only_a_pair_of_accusations_alone_is_dashed() -> None:
    accused, plain = tie("a", "b", accused=True), tie("a", "b")
    dashed = network_svg([accused], WIDE, FONT_STACK)
    assert "stroke-dasharray" in dashed and "charge or complaint, an accusation" in texts(dashed)
    assert "stroke-dasharray" not in network_svg([accused, plain], WIDE, FONT_STACK)


def test_a_phone_has_numbers_and_a_key_with_whole_names() -> None:
    name = "xylophone & sons <of> a very long name that no label under a mark could ever hold in full"
    shown = texts(network_svg([tie("ALPHA", name)], NARROW, FONT_STACK))
    assert name in " ".join(shown)
    assert shown.count("1") == shown.count("2") == 2
    assert " …" in " ".join(lines(name, 21, 3))


def test_names_are_escaped_and_every_ink_can_be_turned() -> None:
    svg = network_svg([tie("<b> & co", "ALPHA")], WIDE, FONT_STACK)
    assert "<b> & co" in texts(svg)
    used = set(
        re.findall(r'(?:fill|stroke)="(#\w+)"', svg + network_svg([tie("a", "B")], NARROW, FONT_STACK))
    )
    assert used <= {*INKS.values(), *SERIES.values(), *FILLS.values(), *ON.values()}


def test_each_kind_has_its_own_outline() -> None:
    assert len({shape(6) for shape in SHAPES.values()}) == len(SHAPES)
