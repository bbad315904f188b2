from __future__ import annotations

import dataclasses
import re
from itertools import combinations, pairwise
from typing import Any

import pytest
from lxml import etree

from tests.publish.sample import line_figure, statement
from yalu.model.section import Figure, Row, Table
from yalu.publish.chart_labels import spread, with_labels
from yalu.publish.chart_theme import CONFIG, FILLS, INKS, ON, SERIES, chart_css
from yalu.publish.charts import NARROW, WIDE, chart_spec, figure_svg, table_values

SPEC = {
    "mark": "bar",
    "encoding": {"x": {"field": "n", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}},
}


def bar_figure(names: list[str]) -> Figure:
    rows = tuple(Row((lambda _, n=n: n, lambda _: "1,234"), (statement(1, n),)) for n in names)
    table = Table("bars", "Bars", ("a", "n"), rows, numeric=frozenset({1}))
    return dataclasses.replace(line_figure(), spec=SPEC, data=table)


def test_a_chart_is_well_formed_and_the_same_each_time() -> None:
    first = figure_svg(line_figure())
    root = etree.fromstring(first.encode())
    assert root.get("width") == str(WIDE) and root.get("role") == "img"
    assert figure_svg(line_figure()) == first


def test_it_has_no_background_and_only_inks_that_the_page_can_turn() -> None:
    svg = figure_svg(line_figure())
    used = set(re.findall(r'(?:fill|stroke)="(#\w+|[a-z]+)"', svg)) - {"none", "transparent"}
    assert used <= {*INKS.values(), *SERIES.values(), *FILLS.values(), *ON.values()}
    for color in used:
        assert f'="{color}"]' in chart_css()


def test_each_ink_has_its_own_color() -> None:
    inks = [*INKS.values(), *SERIES.values(), *FILLS.values(), *ON.values()]
    assert len(inks) == len(set(inks))


def test_lines_differ_by_dash_and_shape_and_have_their_names_at_their_ends() -> None:
    svg = figure_svg(line_figure())
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', svg))) == 2
    texts = [t.text for t in etree.fromstring(svg.encode()).iter("{*}text")]
    assert texts.count("UN") == texts.count("US") == 1  # and so no legend


def test_bars_carry_their_numbers_and_labels_are_escaped() -> None:
    svg = figure_svg(bar_figure(["a & <b>", '"c"']))
    texts = [t.text for t in etree.fromstring(svg.encode()).iter("{*}text")]
    assert texts.count("1,234") == 2
    assert "a & <b>" in texts and '"c"' in texts


def test_a_phone_shows_long_names_whole() -> None:
    name = 'Democratic People\'s Republic of somewhere "else"'
    root = etree.fromstring(figure_svg(bar_figure([name]), NARROW).encode())
    words = " ".join(t for text in root.iter("{*}text") for t in text.itertext())
    assert all(word in words for word in name.split())
    assert float(root.get("width", "0")) == NARROW


def test_ids_of_two_charts_on_a_page_differ() -> None:
    clipped = dataclasses.replace(
        line_figure(), spec={**line_figure().spec, "mark": {"type": "line", "clip": True}}
    )
    ids = [set(re.findall(r'id="([^"]+)"', figure_svg(clipped, prefix=p))) for p in ("a", "b")]
    assert ids[0] and not ids[0] & ids[1]
    svg = figure_svg(clipped, prefix="a")
    assert svg == figure_svg(clipped, prefix="a")
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= ids[0]


def test_a_chart_may_not_load_data() -> None:
    with pytest.raises(ValueError, match="never from an address"):
        chart_spec({**SPEC, "data": {"url": "https://example.org/x.csv"}}, [], WIDE)


def test_a_chart_leaves_the_given_specification_alone() -> None:
    before = repr(SPEC)
    made = chart_spec(SPEC, [{"a": "x", "n": 1}], WIDE)
    assert repr(SPEC) == before
    assert made["data"] == {"values": [{"a": "x", "n": 1}]}


def test_days_are_read_in_universal_time_on_every_machine() -> None:
    spec = {"mark": "point", "encoding": {"x": {"field": "d", "type": "temporal", "scale": {"nice": "year"}}}}
    made = chart_spec(spec, [], WIDE)
    assert made["encoding"]["x"]["scale"] == {"type": "utc", "nice": "year"}


def test_numbers_are_read_and_a_wrong_one_names_its_table() -> None:
    rows = tuple(Row((lambda _, v=v: v,), ()) for v in ("1,480", "2.5", ""))
    table = Table("t", "T", ("n",), rows, numeric=frozenset({0}))
    assert [v["n"] for v in table_values(table)] == [1480, 2.5, None]
    wrong = dataclasses.replace(table, rows=(Row((lambda _: "many",), ()),))
    with pytest.raises(ValueError, match=r"the table t .* 'many'"):
        table_values(wrong)


def test_labels_are_spread_without_changing_their_order() -> None:
    assert spread([10, 10.5, 30], 2) == [10, 12, 30]
    assert spread([5, 5], 1) == [5, 6]


def stacked(rows: list[tuple[str, str, int]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    spec = {
        "mark": "bar",
        "encoding": {
            "x": {"field": "year", "type": "ordinal"},
            "y": {"field": "n", "type": "quantitative"},
            "color": {"field": "kind", "type": "nominal"},
        },
    }
    return spec, [{"year": year, "kind": kind, "n": n} for year, kind, n in rows]


def test_an_axis_of_years_has_the_years_in_which_nothing_was() -> None:
    spec, values = stacked([("2013", "a", 1), ("2016", "a", 2)])
    bars = chart_spec(spec, values, WIDE)["layer"][0]
    assert bars["encoding"]["x"]["scale"]["domain"] == ["2013", "2014", "2015", "2016"]


def test_parts_of_bars_have_their_numbers_where_there_is_room() -> None:
    spec, values = stacked([("2013", "a", 40), ("2013", "b", 30), ("2014", "b", 1)])
    data = Table("t", "T", ("year", "kind", "n"), (), numeric=frozenset({2}))
    rows = tuple(Row(tuple(lambda _, c=c: str(c) for c in v.values()), ()) for v in values)
    figure = dataclasses.replace(line_figure(), spec=spec, data=dataclasses.replace(data, rows=rows))
    root = etree.fromstring(figure_svg(figure).encode())
    shown = [t for t in root.iter("{*}text") if t.text in ("40", "30", "1")]
    inks = {t.text: t.get("fill") for t in shown if t.get("fill") in ON.values()}
    assert inks == {"40": ON["on-1"], "30": ON["on-2"]}


def gray(color: str) -> float:
    """How light a color is on a gray printer, from 0 to 255."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_fills_differ_in_gray_and_carry_numbers_that_can_be_read() -> None:
    grays = [gray(c) for c in FILLS.values()]
    assert all(abs(a - b) > 25 for a, b in combinations(grays, 2))
    assert all(abs(a - b) > 55 for a, b in pairwise(grays))
    for index, fill in enumerate(grays):
        assert abs(gray(list(ON.values())[index % 2]) - fill) > 110


def test_lines_under_other_layers_have_their_names_at_their_ends() -> None:
    rule = {"data": {"values": [{"year": "2015"}]}, "mark": "rule", "encoding": {"x": {"field": "year"}}}
    layered = dataclasses.replace(line_figure(), spec={"layer": [line_figure().spec, rule]})
    texts = [t.text for t in etree.fromstring(figure_svg(layered).encode()).iter("{*}text")]
    assert texts.count("UN") == texts.count("US") == 1


def test_other_charts_keep_their_legend() -> None:
    stacked = {
        "mark": "bar",
        "height": 100,
        "encoding": {"x": {"field": "a", "type": "ordinal"}, "y": {"field": "n", "type": "quantitative"}},
    }
    assert with_labels(stacked, []) is stacked
    assert CONFIG["legend"]["orient"] == "top"
