"""A picture of the network as SVG. Lines end at the centers of their parties, so that they stay attached."""

from __future__ import annotations

import textwrap
from html import escape

from yalu.network.explore.picture import Line, Node, Picture
from yalu.publish.network_svg import SHAPES, text_width
from yalu.publish.stamp import Stamp, plain

INK, PAPER, GRAY, DOUBT, LISTED = "#1a1c1e", "#ffffff", "#5c5f63", "#6b4500", "#8f1d21"
FONT = "Source Sans 3, Noto Sans, Noto Sans CJK KR, sans-serif"
MARK, EDGE, LETTERS, ROW = 10.0, 90, 26, 13
SHAPE = {"Person": "person", "Company": "company", "LegalEntity": "company", "Vessel": "ship"}
SHAPE |= {"Airplane": "aircraft", "PublicBody": "other body", "Organization": "other body"}


def picture_svg(picture: Picture, stamp: Stamp) -> bytes:
    """The picture with its legend, its day and snapshot, its sources and the notice."""
    width = max([n.place[0] for n in picture.nodes], default=0) + 2 * EDGE
    width = max(width, 640)
    height = max([n.place[1] for n in picture.nodes], default=0) + 2 * EDGE
    spots = {n.id: (n.place[0] + EDGE, n.place[1] + EDGE) for n in picture.nodes}
    foot = _foot(stamp, width)
    parts = [_line(line, spots) for line in picture.lines]
    parts += [_word(ends, word, spots) for ends, word in picture.labels.items()]
    parts += [_node(node, spots[node.id]) for node in picture.nodes]
    high = height + ROW * len(foot) + 30
    parts.append(_legend())
    parts += [_text(12, height + ROW * (i + 1), row, 11, "start") for i, row in enumerate(foot)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{high}" role="img"'
        f' viewBox="0 0 {width} {high}" font-family="{FONT}"><title>{_safe(stamp.line)}</title>'
        f"<desc>{_safe(stamp.text())}</desc>"
        f'<rect width="{width}" height="{high}" fill="{PAPER}"/>'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(parts)}</svg>\n'.encode()


def _line(line: Line, spots: dict[str, tuple[int, int]]) -> str:
    (x1, y1), (x2, y2) = spots[line.tie.near], spots[line.tie.far]
    doubt = line.tie.unverified
    dash = ' stroke-dasharray="5 4"' if doubt else ""
    ends = f'data-from="{_safe(line.tie.near)}" data-to="{_safe(line.tie.far)}"'
    said = _safe(f"{line.tie.role}{', unverified' if doubt else ''} ({line.tie.statement.id})")
    return (
        f'<path d="M{x1} {y1}L{x2} {y2}" {ends} stroke="{DOUBT if doubt else GRAY}" fill="none"'
        f' stroke-width="1.2"{dash}><title>{said}</title></path>'
    )


def _word(ends: tuple[str, str], word: str, spots: dict[str, tuple[int, int]]) -> str:
    (x1, y1), (x2, y2) = spots[ends[0]], spots[ends[1]]
    x, y, wide = (x1 + x2) / 2, (y1 + y2) / 2, len(word) * 5.4 + 4
    ground = f'<rect x="{x - wide / 2:.1f}" y="{y - 6.5:.1f}" width="{wide:.1f}" height="13" fill="{PAPER}"/>'
    return ground + _text(x, y + 3.5, word, 10, "middle", GRAY)


def _node(node: Node, spot: tuple[int, int]) -> str:
    x, y = spot
    names = textwrap.wrap(node.name, LETTERS) or [node.id]
    text = "".join(_named(one, MARK + 14 + ROW * i) for i, one in enumerate(names))
    shape = _shape("bank" if node.bank else SHAPE.get(node.kind, "other body"), node.listed)
    said = f"{node.kind}, {'listed: ' + ', '.join(node.lists) if node.lists else 'named in a source'}"
    place = f'data-id="{_safe(node.id)}" transform="translate({x},{y})"'
    return f"<g {place}><title>{_safe(said)}</title>{shape}{text}</g>"


def _named(name: str, y: float) -> str:
    """A line of a name, on a ground that keeps ties away from the letters."""
    wide = text_width(name) + 4
    ground = f'<rect x="{-wide / 2:.1f}" y="{y - 10:.1f}" width="{wide:.1f}" height="{ROW}" fill="{PAPER}"/>'
    return ground + _text(0, y, name, 11, "middle")


def _shape(kind: str, listed: bool) -> str:
    fill, dash = (LISTED, "") if listed else (PAPER, ' stroke-dasharray="3 2"')
    return (
        f'{SHAPES[kind](MARK)} fill="{fill}" stroke="{LISTED if listed else INK}" stroke-width="1.4"{dash}/>'
    )


def _legend() -> str:
    parts, x = [], 16.0
    for kind in SHAPES:
        parts.append(f'<g transform="translate({x},20)">{_shape(kind, False)}</g>{_text(x + 16, 24, kind)}')
        x += 44 + 6.5 * len(kind)
    parts.append(f'<g transform="translate({16},44)">{_shape("company", True)}</g>')
    parts.append(_text(32, 48, "filled: listed · hollow: named in a source · dashed line: unverified"))
    return "".join(parts)


def _foot(stamp: Stamp, width: int) -> list[str]:
    return [row for part in stamp.text().split("\n") for row in textwrap.wrap(part, max(width // 6, 60))]


def _text(x: float, y: float, words: str, size: int = 11, anchor: str = "start", ink: str = INK) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"'
    return f'<text {place} fill="{ink}">{_safe(words)}</text>'


def _safe(text: str) -> str:
    return escape(plain(text))
