"""Money that flows from column to column, as SVG text: bands as wide as the sums that they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from yalu.publish.chart_theme import FONT_STACK, INKS, SERIES

COLUMN, BAR, GAP, BODY, TOP = 240, 10, 22, 320, 28


@dataclass(frozen=True, slots=True)
class Band:
    """Money from a box in column ``column`` to one in the next. ``value`` is above zero."""

    column: int
    source: str
    target: str
    value: float
    told: str
    """The sum as it is shown."""


def sankey_svg(bands: Sequence[Band], title: str, headings: Sequence[str]) -> str:
    """The drawing. A box is as high as the larger of what enters and leaves it; headings name the columns."""
    into: dict[tuple[int, str], float] = {}
    out: dict[tuple[int, str], float] = {}
    for band in bands:
        out[band.column, band.source] = out.get((band.column, band.source), 0) + band.value
        into[band.column + 1, band.target] = into.get((band.column + 1, band.target), 0) + band.value
    boxes = {box: max(into.get(box, 0), out.get(box, 0)) for box in [*out, *into]}
    columns = sorted({column for column, _ in boxes})
    fullest = max((sum(v for (c, _), v in boxes.items() if c == column) for column in columns), default=1)
    scale = BODY / fullest
    places: dict[tuple[int, str], float] = {}
    bottom = float(TOP)
    for column in columns:
        y = float(TOP)
        for box in sorted((b for b in boxes if b[0] == column), key=lambda b: (-boxes[b], b[1])):
            places[box] = y
            y += max(boxes[box] * scale, 1) + GAP
        bottom = max(bottom, y)
    parts = [_band(band, places, scale) for band in _filled(bands, places)]
    parts += [_box(box, places[box], max(boxes[box] * scale, 1)) for box in sorted(boxes)]
    parts += [
        f'<text x="{column * COLUMN + 4}" y="14" fill="{INKS["ink-2"]}">{escape(headings[column])}</text>'
        for column in columns
        if column < len(headings)
    ]
    width, high = (max(columns, default=0) + 1) * COLUMN, f"{bottom:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {high}" width="{width}"'
        f' height="{high}" font-family="{escape(FONT_STACK)}" font-size="12"><title>{escape(title)}</title>'
        + "".join(parts)
        + "</svg>"
    )


def _filled(bands: Sequence[Band], places: dict[tuple[int, str], float]) -> list[tuple[Band, float, float]]:
    """Each band with how much of its boxes is taken above it, in the order in which none cross needlessly."""
    left: dict[tuple[int, str], float] = {}
    right: dict[tuple[int, str], float] = {}
    found = []
    order = sorted(
        bands, key=lambda b: (b.column, places[b.column, b.source], places[b.column + 1, b.target])
    )
    for band in order:
        a, b = (band.column, band.source), (band.column + 1, band.target)
        found.append((band, left.get(a, 0.0), right.get(b, 0.0)))
        left[a], right[b] = left.get(a, 0.0) + band.value, right.get(b, 0.0) + band.value
    return found


def _band(filled: tuple[Band, float, float], places: dict[tuple[int, str], float], scale: float) -> str:
    band, above_a, above_b = filled
    thick = max(band.value * scale, 1)
    x1, x2 = band.column * COLUMN + BAR + 4, (band.column + 1) * COLUMN + 4
    y1 = places[band.column, band.source] + above_a * scale + thick / 2
    y2 = places[band.column + 1, band.target] + above_b * scale + thick / 2
    middle = (x1 + x2) / 2
    said = f"{band.source} to {band.target}: {band.told}"
    return (
        f'<path d="M{x1},{y1:.1f}C{middle:.0f},{y1:.1f} {middle:.0f},{y2:.1f} {x2},{y2:.1f}" fill="none"'
        f' stroke="{SERIES["c1"]}" stroke-opacity=".35" stroke-width="{thick:.1f}">'
        f"<title>{escape(said)}</title></path>"
    )


def _box(box: tuple[int, str], y: float, high: float) -> str:
    x = box[0] * COLUMN + 4
    name = box[1] if len(box[1]) <= 32 else box[1][:31] + "…"
    return (
        f'<rect x="{x}" y="{y:.1f}" width="{BAR}" height="{high:.1f}" fill="{INKS["ink"]}"/>'
        f'<text x="{x}" y="{y + high + 12:.1f}" fill="{INKS["ink"]}">{escape(name)}</text>'
    )
