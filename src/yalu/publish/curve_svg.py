"""What is left after each step, as SVG text: one line for each choice, told apart by dash and by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from yalu.publish.chart_theme import DASHES, FONT_STACK, INKS, SERIES

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 74, 132, 26, 40
STEPS = 4
"""Lines across, from nothing to the most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A choice by name, with what is left before anything and after each step."""

    name: str
    values: tuple[int, ...]


def curve_svg(lines: Sequence[Line], title: str, across: str, up: str) -> str:
    """The drawing; ``""`` where no line has a step. The names stand at the ends of their lines."""
    most = max((v for line in lines for v in line.values), default=0)
    steps = max((len(line.values) for line in lines), default=0) - 1
    if steps < 1 or most < 1:
        return ""
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(step: float) -> float:
        return LEFT + wide * step / steps

    def y(value: float) -> float:
        return TOP + high * (1 - value / most)

    parts = [_text(LEFT, 14, up, "start"), _text(LEFT + wide / 2, HEIGHT - 6, across, "middle")]
    for number in range(STEPS + 1):
        value = most * number / STEPS
        level = f"{y(value):.1f}"
        parts.append(
            f'<line x1="{LEFT}" x2="{LEFT + wide}" y1="{level}" y2="{level}" stroke="{INKS["rule"]}"/>'
        )
        parts.append(_text(LEFT - 8, y(value) + 4, f"{value:,.0f}", "end"))
    for step in _ticks(steps):
        parts.append(_text(x(step), TOP + high + 18, f"{step:,}", "middle"))
    places = _apart([y(line.values[-1]) for line in lines])
    for at, (line, place) in enumerate(zip(lines, places, strict=True)):
        color = list(SERIES.values())[at % len(SERIES)]
        dash = " ".join(map(str, DASHES[at % len(DASHES)]))
        points = " ".join(f"{x(i):.1f},{y(v):.1f}" for i, v in enumerate(line.values))
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"'
            f' stroke-dasharray="{dash}"/>'
        )
        parts += [f'<circle cx="{x(i):.1f}" cy="{y(v):.1f}" r="3" fill="{color}"/>' for i, v in _dots(line)]
        parts.append(_text(x(len(line.values) - 1) + 8, place + 4, line.name, "start", color))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" font-family="{escape(FONT_STACK)}" font-size="12"><title>{escape(title)}</title>'
        + "".join(parts)
        + "</svg>"
    )


def _dots(line: Line) -> list[tuple[int, int]]:
    return list(enumerate(line.values)) if len(line.values) <= 40 else []


def _ticks(steps: int) -> list[int]:
    every = max(1, -(-steps // 10))
    return [*range(0, steps, every), steps] if steps % every else list(range(0, steps + 1, every))


def _apart(levels: Sequence[float], least: float = 14.0) -> list[float]:
    """The heights of the names, moved so that none covers another, the order kept."""
    order = sorted(range(len(levels)), key=lambda i: (levels[i], i))
    found = list(levels)
    for before, here in pairwise(order):
        found[here] = max(found[here], found[before] + least)
    return found


def _text(x: float, y: float, words: str, anchor: str, color: str = INKS["ink-2"]) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}">{escape(words)}</text>'
