"""What the register shows of a hull, as findings: listings, parties, flag, incidents."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.evidence.view import Item, View
from yalu.fleet.register.entries import proof
from yalu.fleet.register.hull import TOLD, Hull
from yalu.fleet.register.measures import FREEZE, Listing
from yalu.fleet.results.reported import ACTED, as_json, told
from yalu.fleet.slots import plain
from yalu.fleet.states import state
from yalu.fleet.targeting.reason import Finding
from yalu.model import countries
from yalu.model.statement import Statement
from yalu.screening.countries import code

GRADED = ("UN", "EU", "US")
"""Authorities whose listings have points of their own."""
_ANNEX = ("annex III", "omm_economic", "12, 23", "23 of resolution 2270")
"""Words by which a list says that it freezes a ship as one of annex III of resolution 2270."""


def known(hull: Hull, country: str) -> Iterator[Finding]:
    """The findings of a hull; only what the day of its view shows."""
    view = hull.view
    for one in hull.listings:
        grade = one.authority if one.authority in GRADED else "other"
        yield Finding(
            "listed",
            grade,
            one.text(),
            evidence=(one.as_json(view),),
            law=law_of(one),
        )
    yield from _parties(hull)
    yield from _flag(hull, country)
    for item in hull.incidents:
        yield incident(view, item)
    for item in hull.results:
        if item.text("outcome") in ACTED:
            day, evidence = item.text("date"), (as_json(item),)
            yield Finding("reported", item.text("outcome"), f"{day}: {told(item)}", day, evidence)
    if not hull.listings and not hull.incidents:
        names = [s for e in hull.facts["names"] if not e.unverified for s in e.statements]
        if names:
            sources = ", ".join(sorted({s.source for s in names}))
            yield Finding("named", "named", f"named in: {sources}", evidence=_proofs(view, names))


def law_of(one: Listing) -> tuple[str, ...]:
    """The names under which the points keep the paragraphs of a listing: authority, and it with a measure."""
    said = " ".join((*one.program, one.instrument, *(str(s.details.get("measures")) for s in one.statements)))
    annex = one.authority == "UN" and any(word in said for word in _ANNEX)
    measures = [m for m in one.measures if not (annex and m == FREEZE)]
    named = [f"{one.authority} {m}" for m in measures]
    return (*([f"{one.authority} annex III"] if annex else []), *named, one.authority)


def _parties(hull: Hull) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    for tie in hull.ties:
        if tie.lists and not tie.statement.lead and (tie.kind, tie.other) not in told:
            told.add((tie.kind, tie.other))
            former = tie.role.startswith("former")
            role = f" ({tie.role})" if tie.role else ""
            text = f"{tie.kind}{role}: {tie.name}, listed by {', '.join(tie.lists)}"
            proofs = _proofs(hull.view, [tie.statement])
            grade = "link" if former else tie.kind
            yield Finding("party_listed", grade, text, evidence=proofs, key=tie.other)


def _flag(hull: Hull, country: str) -> Iterator[Finding]:
    flown = [e for e in hull.facts["flags"] if e.role == "flag" and not e.unverified]
    newest = max((e.day for e in flown), default="")
    for entry in flown:
        if code(entry.value) == country and entry.day == newest:
            day = f", {entry.day}" if entry.day else ""
            text = f"flag of {countries.state(country)}: {', '.join(entry.sources)}{day}"
            yield Finding("flag", "flown", text, evidence=_proofs(hull.view, entry.statements))
            return


def incident(view: View, item: Item) -> Finding:
    """An incident that a stored source tells, with what the day shows of it."""
    shown = {prop: [s.value for s in item.all(prop)] for prop in TOLD}
    kind = "; ".join(plain(k) for k in shown["kind"]) or "incident"
    acted = [f"{state(s)} acted" for s in shown["acting_state"]]
    parts = [kind, *shown["place"], *(f"cargo: {c}" for c in shown["cargo"]), *acted]
    public = min((s.known_hi for s in item.statements if s.known_hi), default="")
    day = shown["date"][0] if shown["date"] else public
    when = day if shown["date"] else f"day not told, public by {public}"
    return Finding(
        "incident",
        (shown["kind"] or ["other"])[0].split("_")[0],
        f"{when}: {', '.join(parts)}",
        day,
        evidence=({"incident": item.id}, *_proofs(view, item.all("vessels", *TOLD))),
    )


def _proofs(view: View, statements: list[Statement] | tuple[Statement, ...]) -> tuple[dict[str, object], ...]:
    return tuple(proof(view, s) for s in statements if not s.lead)
