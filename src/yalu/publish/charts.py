"""Charts: a Vega-Lite specification and the rows of a table become SVG text, offline, always alike."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import orjson

from yalu.model.section import NETWORK, Figure, Table
from yalu.publish.chart_labels import with_labels
from yalu.publish.chart_theme import CONFIG, DASHES, FILLS, FONT_STACK, SHAPES
from yalu.publish.network_svg import network_svg

WIDE, NARROW = 720, 340
"""Widths in pixels for a page and for a phone."""
HEIGHT = 260
LABEL_WIDE, LABEL_NARROW, LABEL_LETTERS = 300, 165, 20
"""Pixels of labels at the left, and the letters in a line of them on a phone."""
COMPOSED = ("facet", "hconcat", "vconcat", "concat", "repeat")
TWINS = ("color", "strokeDash", "shape")
"""Channels that tell series apart; all of one field make one legend."""

_EMPTY = re.compile(r'<path class="(?:background|foreground)"[^>]* d="(?:M0,0h0v0h0Z)?"[^>]*/>')
_NEEDLESS = re.compile(
    r' (?:(?:aria-hidden|pointer-events|class|xmlns:xlink|font-family)="[^"]*"|opacity="1")'
)
_LONG = re.compile(r"(\d+\.\d\d)\d+")
_YEAR = re.compile(r"[12]\d{3}")
_NAMED = re.compile(r'(\bid="|url\(#|href="#)([^")]+)')


def figure_svg(figure: Figure, width: int = WIDE, prefix: str = "chart") -> str:
    """The figure as SVG text. ``prefix`` keeps its ids apart from those of others on a page."""
    values = table_values(figure.data)
    if figure.spec == NETWORK:
        return network_svg(values, width, FONT_STACK)
    spec = chart_spec(figure.spec, values, width)
    narrow = width < WIDE
    offset = 8 if _rows(spec) else 26  # room for the title above a vertical axis
    legend = {**CONFIG["legend"], "columns": 2 if narrow else 4, "offset": offset}
    drawn = _drawn(orjson.dumps(spec).decode(), orjson.dumps({**CONFIG, "legend": legend}))
    return _tidy(drawn, prefix)


@lru_cache(maxsize=64)
def _drawn(spec: str, config: bytes) -> str:
    """The converter's own answer, kept, since the page and the printed brief draw the same charts."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, config=orjson.loads(config), allowed_base_urls=[])
    return drawn


def table_values(table: Table) -> list[dict[str, Any]]:
    """The rows of a table as records; columns of numbers become numbers, and an empty cell is null."""
    return [
        {
            name: _number(text, table.id) if index in table.numeric else text or None
            for index, (name, text) in enumerate(zip(table.columns, row.texts, strict=True))
        }
        for row in table.rows
    ]


def chart_spec(given: Mapping[str, Any], values: list[dict[str, Any]], width: int) -> dict[str, Any]:
    """The whole specification: a section's own, with its data, its size and what every chart shares."""
    spec: dict[str, Any] = orjson.loads(orjson.dumps(dict(given)))  # a copy in which no part is shared
    if any("url" in data for data in _found(spec, "data") if isinstance(data, dict)):
        raise ValueError("a chart takes its data from its table, never from an address")
    spec.pop("title", None)
    spec["data"] = {"values": values}
    filled = any(_mark(mark) in ("bar", "area", "arc") for mark in _found(spec, "mark"))
    for encoding in _found(spec, "encoding"):
        _join_twins(encoding, values, filled and "shape" not in encoding)
        for channel in encoding.values():
            if isinstance(channel, dict):
                _true_time(channel, values)
    if not any(kind in spec for kind in COMPOSED):
        spec["width"] = width
        spec["autosize"] = {"type": "fit-x", "contains": "padding"}
        if not _rows(spec):
            spec.setdefault("height", HEIGHT)
        elif width < WIDE:
            _wrap_rows(spec, values)
        spec.setdefault("padding", {"left": 4, "top": 4, "bottom": 4, "right": 16})
        spec = with_labels(spec, values)
    for axis in _axes(spec, "y"):
        axis.setdefault("labelLimit", LABEL_WIDE if width >= WIDE else LABEL_NARROW)
    return spec


def _number(text: str, table: str) -> float | int | None:
    plain = text.replace(",", "").strip()
    if not plain:
        return None
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        raise ValueError(f"the table {table} says that a column holds numbers, and has {text!r}") from None


def _mark(mark: Any) -> Any:
    return mark.get("type") if isinstance(mark, dict) else mark


def _found(spec: Any, key: str) -> Iterator[Any]:
    """The values of a key, at any depth outside data."""
    if isinstance(spec, dict):
        for name, inner in spec.items():
            if name == key:
                yield inner
            if name != "values":
                yield from _found(inner, key)
    elif isinstance(spec, list):
        for inner in spec:
            yield from _found(inner, key)


def _join_twins(encoding: dict[str, Any], values: list[dict[str, Any]], filled: bool) -> None:
    """Give channels that show one field one title, order and domain, so that they share a legend."""
    named = [encoding[c] for c in TWINS if isinstance(encoding.get(c), dict) and "field" in encoding[c]]
    if not named or named[0].get("type") not in ("nominal", "ordinal"):
        return
    first, field = named[0], named[0]["field"]
    present = {str(v[field]) for v in values if v.get(field) is not None}
    order = first.get("sort") if isinstance(first.get("sort"), list) else sorted(present)
    domain = [name for name in order or [] if name in present]
    ranges = {"strokeDash": DASHES, "shape": SHAPES, "color": list(FILLS.values()) if filled else None}
    for channel in TWINS:
        twin = encoding.get(channel)
        if not isinstance(twin, dict) or twin.get("field") != field:
            continue
        for shared in ("title", "sort", "legend"):
            if shared in first:
                twin.setdefault(shared, first[shared])
        if present == set(domain) and "scale" not in twin:
            twin["scale"] = {"domain": domain} | ({"range": r} if (r := ranges[channel]) else {})


def _true_time(channel: dict[str, Any], values: list[dict[str, Any]]) -> None:
    """Days are read in universal time, and an axis of years has every year, so that gaps are seen."""
    if channel.get("type") == "temporal":
        channel["scale"] = {"type": "utc", **(channel.get("scale") or {})}
    years = {str(v.get(channel.get("field", ""))) for v in values}
    if channel.get("type") == "ordinal" and years and all(map(_YEAR.fullmatch, years)):
        every = range(int(min(years)), int(max(years)) + 1)
        channel.setdefault("scale", {}).setdefault("domain", [str(year) for year in every])


def _rows(spec: Mapping[str, Any]) -> str:
    """The field of a vertical axis that has a row for each category, which gives the height by itself."""
    for encoding in _found(spec, "encoding"):
        y = encoding.get("y")
        if isinstance(y, dict) and y.get("type") in ("nominal", "ordinal") and "field" in y:
            return str(y["field"])
    return ""


def _wrap_rows(spec: dict[str, Any], values: list[dict[str, Any]]) -> None:
    """Set long names of rows in lines, so that a phone shows them whole."""
    field = _rows(spec)
    names = {str(v[field]) for v in values if v.get(field) is not None}
    lines = {name: textwrap.wrap(name, LABEL_LETTERS) for name in sorted(names) if len(name) > LABEL_LETTERS}
    if not lines:
        return
    for axis in _axes(spec, "y"):
        axis.setdefault("labelExpr", f"({orjson.dumps(lines).decode()})[datum.value] || datum.label")
    if not any("yOffset" in encoding for encoding in _found(spec, "encoding")):
        spec["height"] = {"step": 6 + 14 * max(map(len, lines.values()))}


def _axes(spec: Mapping[str, Any], channel: str) -> Iterator[dict[str, Any]]:
    for encoding in _found(spec, "encoding"):
        one = encoding.get(channel)
        if isinstance(one, dict) and "field" in one and one.get("axis", True):
            if not isinstance(one.get("axis"), dict):
                one["axis"] = {}
            yield one["axis"]


def _tidy(svg: str, prefix: str) -> str:
    """Drop what no reader sees, name the font once, and number the ids, which the converter counts on."""
    numbers: dict[str, str] = {}

    def renamed(match: re.Match[str]) -> str:
        return match[1] + numbers.setdefault(match[2], f"{prefix}-{len(numbers) + 1}")

    def lighter(tag: re.Match[str]) -> str:
        return _NAMED.sub(renamed, _LONG.sub(r"\1", _NEEDLESS.sub("", tag.group())))

    svg = re.sub(r"<[^>]+>", lighter, _EMPTY.sub("", svg))
    return svg.replace("<svg ", f'<svg role="img" font-family="{FONT_STACK}" ', 1)
