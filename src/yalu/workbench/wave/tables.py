"""The tables of the wave page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from yalu.designation.wave.board import Hand, Key
from yalu.designation.wave.model import WavePair
from yalu.model.statement import Statement
from yalu.workbench.frame import Cell, Column, Table
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import Cited, named
from yalu.workbench.wave.shown import Measures
from yalu.workbench.wave.state import WaveParams, told

ADDED = 20
"""Pairs that can be added, on the page; the CSV has all that fit."""
Lists = Mapping[str, Collection[str]]


def chosen(
    hand: Hand, lists: Lists, behind: Mapping[str, Statement], cited: Cited, state: WaveParams
) -> Table:
    """The pairs of the wave, with what each party adds and the way to take it out."""
    more = {one["party"]: one for one in hand.adds}
    rows = []
    for pair in hand.pairs:
        one = more[pair.party]
        cites = cited.of(*(behind[s] for s in pair.statements if s in behind))
        ground = ", ".join(part for part in (pair.instrument, pair.provision) if part)
        rows.append(
            row(
                _party(pair, lists),
                _listed(pair.party, lists),
                pair.authority,
                Cell(text=ground, cites=cites, href=gap(pair)),
                pair.verdict,
                _adds(one["routes"], one["in_network"]),
                _adds(one["pairs"], one["in_network"]),
                len(one["blocked_along"]),
                Cell(text="take out", href=state.without(told(pair.party, pair.authority))),
            )
        )
    return Table(
        id="wave",
        caption="Without a party so much more would be left, the others staying in",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="listed", label="Listed now"),
            Column(key="authority", label="By"),
            Column(key="ground", label="Ground"),
            Column(key="evidence", label="Evidence"),
            Column(key="routes", label="Adds routes", kind="number"),
            Column(key="pairs", label="Adds pairs", kind="number"),
            Column(key="along", label="Blocks along", kind="number"),
            Column(key="change", label="Change"),
        ),
        rows=tuple(rows),
        empty="No pair is in the wave. Add one below, or choose with more authorities or on a later day.",
        stack=True,
    )


def candidates(pairs: Iterable[WavePair], held: Collection[Key], lists: Lists, state: WaveParams) -> Table:
    """Eligible pairs that are not in the wave, those that the reader took out first."""
    words = state.q.casefold().split()
    out = set(state.minus)
    fitting = [
        p
        for p in pairs
        if p.key not in held and all(w in f"{p.name} {p.party} {p.authority}".casefold() for w in words)
    ]
    fitting.sort(key=lambda p: (told(p.party, p.authority) not in out, p.name, p.authority))
    return Table(
        id="candidates",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="listed", label="Listed now"),
            Column(key="authority", label="By"),
            Column(key="ground", label="Ground"),
            Column(key="change", label="Change"),
        ),
        rows=tuple(
            row(
                _party(p, lists),
                _listed(p.party, lists),
                p.authority,
                Cell(text=", ".join(part for part in (p.instrument, p.provision) if part), href=gap(p)),
                Cell(
                    text="put back" if told(p.party, p.authority) in out else "add",
                    href=state.with_(told(p.party, p.authority)),
                ),
            )
            for p in fitting
        ),
        empty="No eligible pair is left that fits.",
        stack=True,
    )


def left(hand: Hand) -> Table:
    """The numbers of the drawing."""
    rows = [
        row(
            one["struck"],
            Cell(
                text=one["name"] or "before anything", href=f"/party/{one['party']}" if one["party"] else ""
            ),
            one["routes"],
            one["pairs"],
        )
        for one in hand.curve
    ]
    return Table(
        id="left",
        columns=(
            Column(key="struck", label="Struck", kind="number"),
            Column(key="party", label="Party", head=True),
            Column(key="routes", label="Routes left", kind="number"),
            Column(key="pairs", label="Pairs left", kind="number"),
        ),
        rows=tuple(rows),
        sortable=False,
    )


def still(hand: Hand) -> Table:
    """Who stands on all routes that are left between the principals and the banks."""
    rows = [
        row(
            named(one["party"], one["name"], listed=bool(one["listed_by"])),
            Cell(text=" ".join(one["listed_by"])) if one["listed_by"] else UNLISTED,
            " ".join(one["eligible"]) or "no authority is eligible",
        )
        for one in hand.still["cut"]
    ]
    return Table(
        id="still",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="listed", label="Listed now"),
            Column(key="eligible", label="Who may list it"),
        ),
        rows=tuple(rows),
        empty="Direct ties of a principal to a bank apart, public ties leave no route between the two. That"
        " is no proof that none exists.",
        stack=True,
    )


def along(hand: Hand, lists: Lists) -> Table:
    """Whom rules on ownership and control block along, by authority."""
    rows = []
    for by, said in hand.along.items():
        for kind, words in (("blocked", "blocked"), ("control_indicated", "control is indicated")):
            for one in said.get(kind, ()):
                party = named(one["party"], one["name"], listed=one["party"] in lists)
                rows.append(row(party, _listed(one["party"], lists), by, words, said["said"]))
        if not said["rule"]:
            rows.append(row("not known", "", by, "", said["said"]))
    return Table(
        id="along",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="listed", label="Listed now"),
            Column(key="authority", label="By"),
            Column(key="says", label="The rule says"),
            Column(key="rule", label="Rule"),
        ),
        rows=tuple(rows),
        empty="On the stakes and control that are held, nobody is blocked along.",
        stack=True,
    )


def flags(found: Iterable[Mapping[str, Any]], lists: Lists) -> Table:
    """What to look at before anything is published; safeguards that concern every party come once, last."""
    by_words: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for one in found:
        by_words.setdefault((one["topic"], one["text"], one["check"]), []).append(one)
    rows = []
    for (topic, text, check), some in sorted(by_words.items(), key=lambda item: len(item[1])):
        parties = {one["party"]: one["name"] for one in some}
        whom = [named(party, name, listed=party in lists) for party, name in parties.items()]
        rows.append(row(topic, whom[0] if len(whom) == 1 else f"{len(whom)} parties", text, check))
    return Table(
        id="flags",
        columns=(
            Column(key="flag", label="Flag", head=True),
            Column(key="party", label="Of whom"),
            Column(key="why", label="Why"),
            Column(key="ask", label="To ask"),
        ),
        rows=tuple(rows),
        empty="No flag is raised by the evidence of the day.",
        stack=True,
    )


def compared(mine: Measures, other: Measures) -> Table:
    """Two waves side by side."""
    rows = [
        ("Pairs of party and authority", f"{mine.pairs:,}", f"{other.pairs:,}"),
        ("Parties", f"{mine.parties:,}", f"{other.parties:,}"),
        ("Partners", ", ".join(mine.partners) or "none", ", ".join(other.partners) or "none"),
        ("Joined pairs of principal and bank left", f"{mine.routes_left:,}", f"{other.routes_left:,}"),
        ("Joined pairs of parties left", f"{mine.pairs_left:,}", f"{other.pairs_left:,}"),
        ("Blocked along", f"{mine.blocked_along:,}", f"{other.blocked_along:,}"),
        ("Routes left that share nobody", f"{mine.routes_apart:,}", f"{other.routes_apart:,}"),
    ]
    return Table(
        id="compared",
        columns=(
            Column(key="measure", label="Measure", head=True),
            Column(key="this", label="This wave", kind="number"),
            Column(key="other", label="The other", kind="number"),
        ),
        rows=tuple(row(*one) for one in rows),
        sortable=False,
    )


def apart(mine: Hand, other: Hand, lists: Lists) -> Table:
    """The pairs that only one of two waves has."""
    here, there = {p.key for p in mine.pairs}, {p.key for p in other.pairs}
    rows = [
        row(_party(p, lists), p.authority, words)
        for pairs, keys, words in (
            (mine.pairs, there, "only in this wave"),
            (other.pairs, here, "only in the other"),
        )
        for p in pairs
        if p.key not in keys
    ]
    return Table(
        id="apart",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="authority", label="By"),
            Column(key="where", label="Where"),
        ),
        rows=tuple(rows),
        empty="Both waves have the same pairs.",
        stack=True,
    )


UNLISTED = Cell(text="named in a source", badge="named")


def gap(pair: WavePair) -> str:
    """Where the ground and its evidence are shown."""
    return f"/gaps?{urlencode({'authority': pair.authority, 'party': pair.party})}"


def _party(pair: WavePair, lists: Lists) -> Cell:
    return named(pair.party, pair.name, pair.kind, listed=pair.party in lists)


def _listed(party: str, lists: Lists) -> Cell:
    return Cell(text=" ".join(lists[party])) if party in lists else UNLISTED


def _adds(value: int, in_network: bool) -> Cell:
    return Cell(text=f"{value:,}", sort=str(value)) if in_network else Cell(text="no public tie", sort="-1")
