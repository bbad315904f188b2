"""A drawing of ties: a mark for each party, its name below it, and a line for each tie."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from yalu.publish.chart_theme import INKS, ON, SERIES
from yalu.publish.network_layout import Edge, Place, Size, arranged, overlaps

SMALL = 600
"""Below this width the drawing has numbers, and the names stand in a key under it."""
LINE, LETTERS, LINES, BESIDE = 12.0, 21, 3, 1.0
"""Pixels from line to line of a name, letters in a line, lines that a name may have, pixels beside it."""
KEY_LETTERS, KEY_LINE = 50, 15.0
MARK, BIG_MARK = 6.0, 9.0
ROOM = (2.3, 2.9, 3.6)
"""Pixels of the drawing for each pixel of a name; the next is taken where names would overlap."""

LISTED, OUTLINE, TIE = SERIES["c1"], INKS["ink"], INKS["ink-3"]


def _polygon(*corners: Place) -> Callable[[float], str]:
    def shape(r: float) -> str:
        return f'<path d="M{"L".join(f"{x * r:.2f},{y * r:.2f}" for x, y in corners)}Z"'

    return shape


SHAPES: dict[str, Callable[[float], str]] = {
    "person": lambda r: f'<circle r="{r:.2f}"',
    "company": _polygon((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "bank": _polygon((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "ship": _polygon((-1.4, -0.6), (1.4, -0.6), (0.8, 0.8), (-0.8, 0.8)),
    "aircraft": _polygon((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
    "other body": _polygon((-0.6, -1.05), (0.6, -1.05), (1.2, 0), (0.6, 1.05), (-0.6, 1.05), (-1.2, 0)),
}
"""The outline of each kind of party, for a radius; the order is that of the legend."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party of the drawing; ``listed`` means on some list on the day."""

    id: str
    name: str
    kind: str
    listed: bool


def network_svg(values: Sequence[dict[str, Any]], width: int, fonts: str) -> str:
    """The drawing as SVG text, from the records of a table with the columns of a network."""
    parties, ties = _read(values)
    return _drawn(parties, ties, width, fonts)


def _read(values: Sequence[dict[str, Any]]) -> tuple[tuple[Party, ...], tuple[tuple[Edge, bool], ...]]:
    """The parties, those with most ties first, and each pair that is tied; True where all is accusation."""
    found: dict[str, Party] = {}
    count: dict[str, int] = {}
    for v in values:
        for end in ("from", "to"):
            party = str(v[f"{end} id"])
            found[party] = Party(party, str(v[end] or party), str(v[f"{end} kind"]), bool(v[f"{end} lists"]))
            count[party] = count.get(party, 0) + 1
    parties = tuple(sorted(found.values(), key=lambda p: (-count[p.id], p.id)))
    place = {p.id: i for i, p in enumerate(parties)}
    pairs: dict[Edge, bool] = {}
    for v in values:
        a, b = sorted((place[str(v["from id"])], place[str(v["to id"])]))
        if a != b:
            pairs[a, b] = pairs.get((a, b), True) and v["accusation"] == "yes"
    return parties, tuple(sorted(pairs.items()))


@lru_cache(maxsize=16)
def _drawn(parties: tuple[Party, ...], ties: tuple[tuple[Edge, bool], ...], width: int, fonts: str) -> str:
    """The drawing, kept, since the page and the printed brief have the same."""
    small = width < SMALL
    mark = BIG_MARK if small else MARK
    names = [[] if small else lines(p.name, LETTERS, LINES) for p in parties]
    sizes = [_size(one, mark) for one in names]
    inner = width - 8.0
    centers, height = _placed(sizes, [edge for edge, _ in ties], inner, small)
    legend, top = _legend(parties, any(accused for _, accused in ties), inner)
    spots = [(x + 4, top + y - size[1] / 2 + mark + 2) for (x, y), size in zip(centers, sizes, strict=True)]
    parts = [legend]
    parts += [_line(spots[a], spots[b], accused) for (a, b), accused in ties]
    parts += [_marked(p, spot, mark) for p, spot in zip(parties, spots, strict=True)]
    bottom = top + height + 4
    if small:
        parts += [_number(i, p, spot) for i, (p, spot) in enumerate(zip(parties, spots, strict=True), 1)]
        key = list(_key(parties, bottom + KEY_LINE))
        parts, bottom = parts + key, bottom + KEY_LINE * (len(key) + 0.5)
    else:
        parts += [_name(one, spot, mark) for one, spot in zip(names, spots, strict=True)]
    return (
        f'<svg role="img" font-family="{fonts}" xmlns="http://www.w3.org/2000/svg" width="{width}"'
        f' height="{bottom:.0f}" viewBox="0 0 {width} {bottom:.0f}">{"".join(parts)}</svg>'
    )


def _placed(
    sizes: Sequence[Size], edges: Sequence[Edge], width: float, small: bool
) -> tuple[list[Place], float]:
    """The centers of the boxes, in the lowest drawing in which none overlaps another."""
    area = sum((w + 8) * (h + 8) for w, h in sizes)
    heights = [width * 0.95] if small else [min(max(room * area / width, 200.0), width) for room in ROOM]
    centers, height = list[Place](), 0.0
    for height in heights:
        centers = arranged(sizes, edges, width, height)
        if not overlaps(centers, sizes):
            break
    return centers, height


def lines(name: str, letters: int, most: int) -> list[str]:
    """A name in a few lines; what does not fit ends in an ellipsis, and the table has it whole."""
    return textwrap.wrap(name, letters, max_lines=most, placeholder=" …") or [name]


def text_width(text: str, size: float = 11.0) -> float:
    """About how wide a text is, on the safe side."""
    return size * sum(map(_letter, text))


def _letter(c: str) -> float:
    if ord(c) > 0x2E7F:
        return 1.0
    if c in " .,:;'|!ijlI-()[]":
        return 0.29
    return 0.82 if c in "mwMW@%—" else 0.62 if c.isupper() else 0.37 if c in "ftr" else 0.53


def _size(names: Sequence[str], mark: float) -> Size:
    wide = max([text_width(line) + 2 * BESIDE for line in names], default=0.0)
    return max(wide, 2.6 * mark), 2 * mark + 4 + LINE * len(names)


def _line(start: Place, end: Place, accused: bool) -> str:
    dash = ' stroke-dasharray="4 3"' if accused else ""
    (x1, y1), (x2, y2) = start, end
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{TIE}" stroke-width="1.1"{dash}/>'


def _marked(party: Party, spot: Place, mark: float) -> str:
    """Filled where the party is on a list, hollow where a source only names it."""
    fill, stroke = (LISTED, LISTED) if party.listed else (INKS["paper"], OUTLINE)
    shape = SHAPES.get(party.kind, SHAPES["other body"])(mark)
    place = f'transform="translate({spot[0]:.1f},{spot[1]:.1f})"'
    return f'{shape} {place} fill="{fill}" stroke="{stroke}" stroke-width="1.4"/>'


def _text(x: float, y: float, words: str, size: float, more: str = "", ink: str = INKS["ink"]) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{ink}"{more}>{escape(words)}</text>'


def _name(names: Sequence[str], spot: Place, mark: float) -> str:
    """The lines of a name, on a ground that keeps lines away from the letters."""
    first = spot[1] + mark + 2 + 9
    places = [(spot[0], first + i * LINE, one) for i, one in enumerate(names)]
    return "".join(_ground(*one) + _text(*one, 11, ' text-anchor="middle"') for one in places)


def _ground(x: float, y: float, words: str) -> str:
    wide = text_width(words) + 2 * BESIDE
    place = f'x="{x - wide / 2:.1f}" y="{y - 9.5:.1f}" width="{wide:.1f}" height="{LINE:g}"'
    return f'<rect {place} fill="{INKS["paper"]}"/>'


def _number(number: int, party: Party, spot: Place) -> str:
    ink = ON["on-1"] if party.listed else INKS["ink"]
    return _text(spot[0], spot[1] + 3.2, str(number), 9, ' text-anchor="middle" font-weight="600"', ink)


def _key(parties: Sequence[Party], top: float) -> Iterator[str]:
    row = 0
    for number, party in enumerate(parties, start=1):
        for i, line in enumerate(textwrap.wrap(party.name, KEY_LETTERS)):
            y = top + row * KEY_LINE
            first = _text(20, y, str(number), 11, ' text-anchor="end"', INKS["ink-2"]) if i == 0 else ""
            yield first + _text(26, y, line, 11)
            row += 1


def _legend(parties: Sequence[Party], accused: bool, width: float) -> tuple[str, float]:
    """What the marks mean, in rows, and where the drawing begins."""
    present = {p.kind if p.kind in SHAPES else "other body" for p in parties}
    entries = [(_marked(Party("", "", kind, False), (8, -4), 5), kind) for kind in SHAPES if kind in present]
    entries.append((_marked(Party("", "", "person", True), (8, -4), 5), "filled: on a list"))
    entries.append((_marked(Party("", "", "person", False), (8, -4), 5), "hollow: named in a source"))
    if accused:
        entries.append((_line((0, -4), (18, -4), True), "charge or complaint, an accusation"))
    x, y, parts = 0.0, 14.0, []
    for sign, words in entries:
        wide = 24 + text_width(words, 12) + 14
        if x and x + wide > width + 14:
            x, y = 0.0, y + 18
        parts.append(f'<g transform="translate({x + 4:.1f},{y:.1f})">{sign}{_text(22, 0, words, 12)}</g>')
        x += wide
    return "".join(parts), y + 14
