"""The sections of a hull: listings with their measure, ties, incidents, the law, what is unknown."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.fleet.inspection.powers import Powers
from yalu.fleet.register import text
from yalu.fleet.register.hull import INNOCENT, TOLD, Hull
from yalu.fleet.slots import plain
from yalu.fleet.states import state
from yalu.workbench.frame import Ask, Cell, Column, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import Cited


def listings(hull: Hull, cited: Cited) -> Section:
    """Who lists it, since when, with which measure, as the list writes it."""
    rows = tuple(
        row(
            one.authority,
            one.since.text() if one.since else "day not known",
            ", ".join(one.measures),
            "; ".join(dict.fromkeys((*one.program, *([one.instrument] if one.instrument else []))))
            or "not told",
            Cell(
                text="evidence",
                href=addresses.evidence(one.statements[0].id),
                cites=cited.of(*one.statements),
            ),
        )
        for one in hull.listings
    )
    columns = (
        Column(key="authority", label="Authority", head=True),
        Column(key="since", label="Since", kind="day"),
        Column(key="measure", label="Measure"),
        Column(key="written", label="Paragraph or program, as written"),
        Column(key="proof", label="Evidence"),
    )
    empty = (
        "On no list that is held for that day: named in a source. Being named is no finding of wrongdoing."
    )
    table = Table(id="listings", columns=columns, rows=rows, empty=empty, stack=True)
    return Section(
        id="listings-part", title="Listings", note="per regime, with measure and paragraph", table=table
    )


def differences(hull: Hull) -> tuple[Section, ...]:
    """Names that lists write differently, explained; nothing where they do not."""
    if not hull.differences:
        return ()
    rows = tuple(
        row(f"{d.first} ({d.first_source})", f"{d.second} ({d.second_source})", d.why)
        for d in hull.differences
    )
    columns = (
        Column(key="one", label="One list", head=True),
        Column(key="other", label="Another"),
        Column(key="why", label="What explains it"),
    )
    table = Table(id="names-differ", columns=columns, rows=rows, stack=True)
    return (Section(id="differ-part", title="Names that lists write differently", table=table),)


def ties(hull: Hull, cited: Cited) -> Section:
    """Whom sources tie to it, owners first."""
    rows = tuple(
        row(
            Cell(text=t.name, href=addresses.party(t.other), shape="company", listed=bool(t.lists)),
            t.kind,
            t.role,
            ", ".join(t.lists) if t.lists else Cell(text="named in a source", badge="named"),
            t.statement.known_hi,
            Cell(text="unverified", badge="unverified") if t.statement.lead else "",
            Cell(text="evidence", href=addresses.evidence(t.statement.id), cites=cited.of(t.statement)),
        )
        for t in hull.ties
    )
    columns = (
        Column(key="party", label="Party", head=True),
        Column(key="kind", label="Tie"),
        Column(key="role", label="Role in the source"),
        Column(key="lists", label="Lists"),
        Column(key="public", label="Public by", kind="day"),
        Column(key="doubt", label="Doubt"),
        Column(key="proof", label="Evidence"),
    )
    empty = (
        "No source of the day ties it to an owner, operator or manager. That is no proof that there is none."
    )
    table = Table(id="ties", columns=columns, rows=rows, empty=empty, stack=True)
    return Section(id="ties-part", title="Owners, managers and other ties", table=table)


def incidents(hull: Hull, cited: Cited) -> Section:
    """What it is told to have done or suffered."""
    rows = []
    for item in hull.incidents:
        said = {prop: "; ".join(_word(prop, s.value) for s in item.all(prop)) for prop in TOLD}
        proof = item.all("vessels", *TOLD)
        rows.append(
            row(
                said["date"],
                said["kind"],
                said["place"],
                said["acting_state"],
                "; ".join(v for v in (said["cargo"], said["quantity"]) if v),
                said["outcome"],
                Cell(text="evidence", href=addresses.evidence(proof[0].id), cites=cited.of(*proof)),
            )
        )
    columns = (
        Column(key="date", label="Date", kind="day", head=True),
        Column(key="kind", label="What"),
        Column(key="place", label="Place"),
        Column(key="state", label="State that acted"),
        Column(key="cargo", label="Cargo"),
        Column(key="outcome", label="Outcome"),
        Column(key="proof", label="Evidence"),
    )
    empty = "No source of the day tells of an incident. That does not make the ship clean."
    table = Table(id="incidents", columns=columns, rows=tuple(rows), empty=empty, stack=True)
    return Section(id="incidents-part", title="Incidents", table=table)


def _word(prop: str, value: str) -> str:
    return state(value) if prop == "acting_state" else plain(value) if prop == "kind" else value


def law(ask: Ask) -> Section:
    """What the resolutions in force say of ships."""
    when = ask.when
    powers = ask.kept("fleet law", lambda: text.law(Powers(ask.evidence, when.as_of, when.on, ask.mode)))
    rows = tuple(
        row(
            Cell(text=p.cite, href=addresses.evidence(p.statements[0].id) if p.statements else ""),
            p.who,
            p.force,
            p.power,
            ", ".join(map(plain, p.where)),
            p.first,
        )
        for p in powers
    )
    columns = (
        Column(key="cite", label="Paragraph", head=True),
        Column(key="who", label="Who"),
        Column(key="force", label="Force"),
        Column(key="power", label="May or must"),
        Column(key="where", label="Where"),
        Column(key="first", label="In force since", kind="day"),
    )
    empty = "No resolution on ships was in force on this day, by what is held."
    table = Table(id="law", columns=columns, rows=rows, empty=empty, stack=True)
    return Section(id="law-part", title="What the resolutions in force say of ships", table=table)


def unknown(found: dict[str, str]) -> Section:
    """What no source of the day tells."""
    rows = tuple(row(plain(field), why) for field, why in found.items())
    columns = (Column(key="field", label="Not known", head=True), Column(key="why", label="Why"))
    text: Sequence[Cell] = (Cell(text=INNOCENT),)
    table = Table(id="unknown", columns=columns, rows=rows, empty="Nothing that is asked here is unknown.")
    return Section(id="unknown-part", title="What is not known", text=tuple(text), table=table)
