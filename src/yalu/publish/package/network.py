"""The drawing and table of ties, and the stakes."""

from __future__ import annotations

from typing import Any

from yalu.designation.package.model import End, Package, Tied
from yalu.model.words import grade_words
from yalu.publish.chart_theme import FONT_STACK, INKS
from yalu.publish.network_svg import network_svg
from yalu.publish.package.blocks import Block, Bullets, Drawing, Grid, Para
from yalu.publish.package.numbers import Numbers
from yalu.publish.package.summary import AUTHORITY
from yalu.publish.print_data import SANS, WHITE

WIDTH = 720
ROWS = 60
"""Ties that the table prints; package.json has all."""


def blocks(package: Package, n: Numbers) -> tuple[Block, ...]:
    """The drawing of the nearest parties, and every tie with its grade and sources."""
    network = package.network
    if not network.ties:
        return (Para("No verified tie of the party was public on this day."),)
    found: list[Block] = []
    if network.drawn:
        drawn = network_svg([_record(t) for t in network.drawn], WIDTH, FONT_STACK)
        svg = drawn.replace(FONT_STACK, SANS).replace(INKS["paper"], WHITE)
        found.append(
            Drawing("Ties within two steps", svg, n.para(network.words, (t.statement for t in network.drawn)))
        )
    else:
        found.append(Para(network.words))
    shown = network.ties[:ROWS]
    rows = tuple(
        n.row(
            (
                _called(t.begin),
                t.role + (f" {t.share}" if t.share else ""),
                _called(t.end),
                t.held,
                t.known,
                grade_words(t.statement.grade),
            ),
            (t.statement,),
        )
        for t in shown
    )
    cut = (
        f"{len(shown)} of {len(network.ties)} are printed, the nearest first; package.json has all."
        if len(shown) < len(network.ties)
        else ""
    )
    note = f"A tie in a source is no finding of wrongdoing. {cut}".strip()
    columns = ("From", "Tie", "To", "Held", "Public since", "Grade")
    found.append(Grid("Ties within two steps", columns, rows, note))
    return tuple(found)


def ownership(package: Package, n: Numbers) -> tuple[Block, ...]:
    """Whom a listing would reach by the authority's rule, and the stakes as verified sources state them."""
    found: list[Block] = []
    if package.reached:
        found.append(Bullets(tuple(n.para(x.text, x.statements) for x in package.reached)))
    else:
        found.append(
            Para(f"No rule of {AUTHORITY[package.authority]} on ownership is held: none is applied here.")
        )
    if package.holdings:
        rows = tuple(
            n.row((_called(h.owner), h.share or "not stated", _called(h.owned), h.held), h.statements)
            for h in package.holdings
        )
        note = "As their sources state them; a share that is not stated is not guessed."
        found.append(Grid("Stakes of the party, and in it", ("Owner", "Share", "Owned", "Held"), rows, note))
    else:
        found.append(Para("No verified stake of the party, or of another in it, was public on this day."))
    return tuple(found)


def _called(end: End) -> str:
    """A name, and in brackets the lists that hold the party on the day."""
    return f"{end.name} [{', '.join(end.lists)}]" if end.lists else end.name


def _record(tie: Tied) -> dict[str, Any]:
    """A tie as the drawing takes it: the columns of a network."""
    sides = {
        f"{side}{suffix}": value
        for side, end in (("from", tie.begin), ("to", tie.end))
        for suffix, value in (
            ("", end.name),
            (" kind", end.kind),
            (" lists", ", ".join(end.lists)),
            (" id", end.id),
        )
    }
    return sides | {"tie": tie.role, "accusation": "yes" if tie.accusation else ""}
