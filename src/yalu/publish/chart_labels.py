"""Labels at lines and bars: a reader needs no legend, and no color, to tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from yalu.publish.chart_theme import INKS, ON

LINE_HEIGHT = 14
LETTER = 7.5


def with_labels(spec: dict[str, Any], values: list[dict[str, Any]]) -> dict[str, Any]:
    """Plain lines and flat bars get their names beside them in place of a legend, and stacked bars their
    numbers inside them; other charts stay. Of a chart of layers the first is looked at."""
    if "layer" in spec:
        first, *rest = spec["layer"]
        alone = {k: v for k, v in spec.items() if k != "layer"} | first
        labeled = with_labels(alone, values)
        return spec if labeled is alone else labeled | {"layer": [*labeled["layer"], *rest]}
    if _plain_lines(spec):
        return _at_ends(spec, values)
    if _flat_bars(spec):
        return _at_bars(spec, values)
    if _stacked_bars(spec):
        return _in_bars(spec, values)
    return spec


def _at_ends(spec: dict[str, Any], values: list[dict[str, Any]]) -> dict[str, Any]:
    encoding = spec["encoding"]
    series, x, y = encoding["color"]["field"], encoding["x"]["field"], encoding["y"]["field"]
    ends = _ends(values, series, x, y)
    if not ends:
        return spec
    top = max(v[y] for v in values if v[y] is not None) or 1
    places = spread([end[y] for end in ends], LINE_HEIGHT * top / spec["height"])
    labels = [{series: e[series], x: e[x], "label_at": place} for e, place in zip(ends, places, strict=True)]
    for channel in ("color", "strokeDash", "shape"):
        if channel in encoding:
            encoding[channel] = {**encoding[channel], "legend": None}
    named = {
        "data": {"values": labels},
        "mark": {"type": "text", "align": "left", "dx": 8, "fontWeight": 600},
        "encoding": {
            "x": encoding["x"],
            "y": {"field": "label_at", "type": "quantitative"},
            "text": {"field": series},
            "color": encoding["color"],
        },
    }
    outer = {k: v for k, v in spec.items() if k not in ("mark", "encoding")}
    room = 16 + LETTER * max(len(str(e[series])) for e in ends)
    padding = {"left": 4, "top": 4, "bottom": 4, "right": room}
    return outer | {"padding": padding, "layer": [{"mark": spec["mark"], "encoding": encoding}, named]}


def _at_bars(spec: dict[str, Any], values: list[dict[str, Any]]) -> dict[str, Any]:
    """The value at the end of each bar, after the name of its series where there are several."""
    encoding = spec["encoding"]
    x = encoding["x"]["field"]
    series = encoding.get("yOffset", {}).get("field")
    labeled = [
        {**v, "label": f"{v[series]} {v[x]:,}" if series else f"{v[x]:,}"} for v in values if v[x] is not None
    ]
    if series:
        encoding["color"] = {**encoding["color"], "legend": None}
    places = {c: encoding[c] for c in ("x", "y", "yOffset") if c in encoding}
    named = {
        "data": {"values": labeled},
        "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 11},
        "encoding": {**places, "text": {"field": "label"}},
    }
    outer = {k: v for k, v in spec.items() if k not in ("mark", "encoding")}
    room = 12 + LETTER * max([len(v["label"]) for v in labeled], default=0)
    padding = {"left": 4, "top": 4, "bottom": 4, "right": room}
    return outer | {"padding": padding, "layer": [{"mark": spec["mark"], "encoding": encoding}, named]}


def _in_bars(spec: dict[str, Any], values: list[dict[str, Any]]) -> dict[str, Any]:
    """The value in each part of a bar that is high enough to hold it."""
    encoding = spec["encoding"]
    x, y = encoding["x"]["field"], encoding["y"]["field"]
    heights: dict[Any, float] = defaultdict(float)
    for v in values:
        heights[v[x]] += v[y] or 0
    least = LINE_HEIGHT * max(heights.values(), default=0) / spec["height"]
    held = [v for v in values if v[y] and v[y] >= least]
    domain = encoding["color"].get("scale", {}).get("domain")
    if not held or not domain:
        return spec
    inks = [list(ON.values())[i % 2] for i, _ in enumerate(domain)]
    middle = {**encoding["y"], "stack": "zero", "bandPosition": 0.5}
    named = {
        "mark": {"type": "text", "fontSize": 11},
        "encoding": {
            "x": encoding["x"],
            "y": middle,
            "text": {"condition": {"test": f"datum[{y!r}] >= {least:.3f}", "field": y}, "value": ""},
            "color": {**encoding["color"], "scale": {"domain": domain, "range": inks}, "legend": None},
        },
    }
    outer = {k: v for k, v in spec.items() if k not in ("mark", "encoding")}
    bars = {"mark": {"type": "bar", "stroke": INKS["paper"], "strokeWidth": 1}, "encoding": encoding}
    return outer | {"resolve": {"scale": {"color": "independent"}}, "layer": [bars, named]}


def spread(heights: list[float], gap: float) -> list[float]:
    """Move heights up, as little as needed, until each is at least ``gap`` from the next; the order stays."""
    order = sorted(range(len(heights)), key=lambda i: (heights[i], i))
    placed = list(heights)
    floor = float("-inf")
    for index in order:
        placed[index] = max(heights[index], floor)
        floor = placed[index] + gap
    return placed


def _plain_lines(spec: Mapping[str, Any]) -> bool:
    mark = spec.get("mark")
    kind = mark.get("type") if isinstance(mark, dict) else mark
    encoding = spec.get("encoding", {})
    channels = [encoding.get(c) for c in ("color", "x", "y")]
    if kind != "line" or not all(
        isinstance(c, dict) and "field" in c and "aggregate" not in c for c in channels
    ):
        return False
    return encoding["y"].get("type") == "quantitative" and isinstance(spec.get("height"), int | float)


def _flat_bars(spec: Mapping[str, Any]) -> bool:
    """Whether bars lie flat, one in each row, or one for each series in a row."""
    mark = spec.get("mark")
    kind = mark.get("type") if isinstance(mark, dict) else mark
    encoding = spec.get("encoding", {})
    x, y = encoding.get("x", {}), encoding.get("y", {})
    if kind != "bar" or "x2" in encoding or x.get("type") != "quantitative" or "field" not in y:
        return False
    if "aggregate" in x or y.get("type") not in ("nominal", "ordinal"):
        return False
    return bool(encoding.get("color", {}).get("field") == encoding.get("yOffset", {}).get("field"))


def _stacked_bars(spec: Mapping[str, Any]) -> bool:
    """Whether bars stand upright, in parts of several series."""
    mark = spec.get("mark")
    kind = mark.get("type") if isinstance(mark, dict) else mark
    encoding = spec.get("encoding", {})
    x, y, color = (encoding.get(c, {}) for c in ("x", "y", "color"))
    if kind != "bar" or "xOffset" in encoding or "field" not in color or "aggregate" in y:
        return False
    return bool(y.get("type") == "quantitative" and x.get("type") == "ordinal" and "height" in spec)


def _ends(values: list[dict[str, Any]], series: str, x: str, y: str) -> list[dict[str, Any]]:
    """The last point of each series."""
    last: dict[Any, dict[str, Any]] = {}
    for value in values:
        if value[x] is None or value[y] is None:
            continue
        if value[series] not in last or value[x] >= last[value[series]][x]:
            last[value[series]] = value
    return list(last.values())
