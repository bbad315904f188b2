"""Short sections beside the picture: where separate companies meet, and who stands next to the listed."""

from __future__ import annotations

from yalu.network.expansion.convergence import Meeting, Point
from yalu.network.expansion.patterns import patterns
from yalu.network.explore import Seeing
from yalu.network.next.exposure import LIMITS, Ranking, ranking
from yalu.workbench.frame import Ask, Cell, Column, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.network.asked import turned

QUICK = 5_000
"""Parties in the network up to which these are computed unasked, in about a second."""
ROWS = 8


def sections(ask: Ask, seeing: Seeing, wanted: str) -> tuple[Section, ...]:
    """Each short; one that is not computed yet in a large network is a link that computes it."""
    return (_meeting(ask, seeing, wanted), _exposed(ask, seeing, wanted), _structure())


def _wait(ask: Ask, seeing: Seeing, name: str, wanted: str) -> Cell | None:
    if seeing.graph.n <= QUICK or wanted == name or ask.ready(name):
        return None
    words = f"Compute it: {seeing.graph.n:,} parties take some seconds"
    return Cell(text=words, href=turned(ask, ("find", name), drop=["find"]))


def _meeting(ask: Ask, seeing: Seeing, wanted: str) -> Section:
    title = "Where separate companies meet"
    if link := _wait(ask, seeing, "meeting", wanted):
        return Section(id="meeting-part", title=title, text=(link,))

    def made() -> list[Point]:
        meeting = Meeting(seeing.network)
        return [*meeting.points(), *patterns(meeting)]

    found = ask.kept("meeting", made)
    columns = (
        Column(key="what", label="They share", head=True),
        Column(key="value", label="Which"),
        Column(key="groups", label="Groups", kind="number"),
        Column(key="who", label="Parties"),
        Column(key="innocent", label="Innocent explanation"),
        Column(key="show", label="Show"),
    )
    table = Table(
        id="meeting",
        columns=columns,
        rows=tuple(_point(ask, seeing, p) for p in found[:ROWS]),
        empty="Not shown by the evidence of this day. Lists bring addresses and numbers: load some.",
        stack=True,
    )
    note = f"{min(ROWS, len(found))} of {len(found):,}; each with an innocent explanation, none a charge"
    return Section(id="meeting-part", title=title, note=note if found else "", table=table)


def _point(ask: Ask, seeing: Seeing, point: Point) -> tuple[Cell, ...]:
    who = [*([point.party] if point.party else []), *point.members]
    names = [seeing.network.name(m) for m in point.members]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    href = turned(ask, *(("show", p) for p in who[:40]), drop=["party", "from", "to", "open", "all", "show"])
    return row(
        point.kind,
        point.value,
        len(point.groups),
        "; ".join(names[:3]) + more,
        point.innocent,
        Cell(text="show", href=href),
    )


def _exposed(ask: Ask, seeing: Seeing, wanted: str) -> Section:
    title = "On no list, with the most public evidence of ties to listed parties"
    if link := _wait(ask, seeing, "exposed", wanted):
        return Section(id="exposed-part", title=title, text=(link,))
    found: Ranking = ask.kept("exposed", lambda: ranking(seeing.scope))
    columns = (
        Column(key="place", label="Place"),
        Column(key="party", label="Party", head=True),
        Column(key="beside", label="Listed parties beside it", kind="number"),
        Column(key="sources", label="Sources", kind="number"),
        Column(key="evidence", label="Best evidence"),
    )
    rows = tuple(
        row(
            str(e.first) if e.first == e.last else f"{e.first}–{e.last}",
            Cell(text=e.name, href=addresses.party(e.party), listed=False),
            len(e.beside),
            e.sources,
            Cell(text="evidence", href=addresses.evidence(e.ties[0].statement.id)) if e.ties else "",
        )
        for e in [e for e in found.exposed if e.beside][:ROWS]
    )
    table = Table(id="exposed", columns=columns, rows=rows, empty="Not shown by the evidence of this day.")
    return Section(id="exposed-part", title=title, text=(Cell(text=LIMITS),), table=table)


def _structure() -> Section:
    text = (
        "Which parties hold the network together, and what is too thin to tell, takes minutes and chance"
        " graphs: yalu structure and yalu network dismantle compute it and keep it."
    )
    return Section(id="structure-part", title="Structure", text=(Cell(text=text),))
