"""Listings by authority and date: who lists it, who did, who does not, and whose list is not held."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from yalu.coalition.coverage.listings import exact
from yalu.evidence.registered import all_sources
from yalu.model.statement import Statement
from yalu.model.vocabulary import AUTHORITIES, LISTING
from yalu.workbench.dossier.known import Known
from yalu.workbench.dossier.words import AUTHORITY, span, the
from yalu.workbench.frame import Ask, Cell, Column, Notice, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.ftm.entity import EXPORT_CONTROL, REPEATED
from yalu.workbench.pages.common import Cited

MEASURES = ("specialMeasure", EXPORT_CONTROL, REPEATED)
"""What is no listing: a rule on accounts, export control, a copy of another list."""
_MEASURE = {EXPORT_CONTROL: "export control", REPEATED: "repeated by a copy", "specialMeasure": "measure"}
_COLUMNS = (
    Column(key="authority", label="Authority", head=True),
    Column(key="status", label="Status"),
    Column(key="since", label="Listed", kind="day"),
    Column(key="lag", label="Lag", kind="number"),
    Column(key="until", label="Until"),
    Column(key="basis", label="Legal basis, program"),
    Column(key="copy", label="List held of", kind="day"),
    Column(key="proof", label="Evidence"),
)


def held_lists(ask: Ask) -> dict[str, str]:
    """The authorities of which a list is held on the day, with the day of its last copy."""
    return ask.kept("held lists", lambda: _held_lists(ask))


def _held_lists(ask: Ask) -> dict[str, str]:
    found: dict[str, str] = {}
    for source in all_sources(ask.workspace).values():
        if source.authority and source.id in ask.evidence.snapshot.folds:
            days = [c.date.hi for c in ask.evidence.snapshot.copies(source.id) if c.date.hi <= ask.as_of]
            if days:
                found[source.authority] = max(found.get(source.authority, ""), *days)
    return found


def section(ask: Ask, party: Known, cited: Cited) -> Section:
    """The table of all authorities, those that list it first, in the order of their days."""
    now, over, leads = (_by_authority(rows) for rows in (party.listed, party.delisted, _leads(party)))
    first = min((s.from_lo for s in party.listed if exact(s)), default="")
    held = held_lists(ask)
    listed = [_listed(a, rows, first, held, cited) for a, rows in _ordered(now)]
    ended = [_ended(a, rows, held, cited) for a, rows in _ordered(over)]
    rest = [a for a in (*AUTHORITIES, *sorted(set(leads) - set(AUTHORITIES))) if a not in now | over]
    measures = [s for s in party.now if s.prop in MEASURES and not s.lead]
    rows = [
        *listed,
        *ended,
        *(_measure(s, cited) for s in measures),
        *(_without(a, leads.get(a, []), held, cited) for a in rest),
    ]
    table = Table(id="listings", columns=_COLUMNS, rows=tuple(rows), stack=True)
    return Section(
        id="listings-part",
        title="Listings",
        note="by authority, in order of date",
        notices=_doubts(ask, party),
        table=table,
    )


def _doubts(ask: Ask, party: Known) -> tuple[Notice, ...]:
    """Why “not on list” may be wrong: another record of the party that nobody has joined to it."""
    if not ask.view.resolved:
        why = "Records of this snapshot are not resolved"
    elif not ask.view.pending.isdisjoint(party.ids):
        why = "A record of it waits in the queue"
    else:
        return ()
    said = f"{why}: “not on list” means that no record joined to this one stands there."
    return (Notice(text=said, href="/queue", link="Queue"),)


def badges(ask: Ask, party: Known) -> tuple[Cell, ...]:
    """The status of the party in badges, for its head."""
    found: list[Cell] = []
    now, over = _by_authority(party.listed), _by_authority(party.delisted)
    for authority, rows in _ordered(now):
        since = span(_best(rows).from_lo, _best(rows).from_hi)
        found.append(Cell(text=f"Listed {authority}" + (f" since {since}" if since else ""), badge="listed"))
    found += [Cell(text=f"delisted {authority}", badge="delisted") for authority, _ in _ordered(over)]
    measures = {f"{s.value} {_MEASURE[s.prop]}" for s in party.now if s.prop in MEASURES and not s.lead}
    found += [Cell(text=words, badge="measure") for words in sorted(measures)]
    if not now and not over and not measures:
        found.append(Cell(text="named in a source", badge="named"))
    held = held_lists(ask)
    off = [a for a in AUTHORITIES if a in held and a not in now | over]
    none = [a for a in AUTHORITIES if a not in held and a not in now | over]
    if off:
        found.append(Cell(text=f"not on {', '.join(off)} list{'s' if len(off) > 1 else ''}", badge="off"))
    if none:
        found.append(Cell(text=f"{', '.join(none)}: no list held", badge="unknown"))
    return tuple(found)


def sentences(party: Known) -> str:
    """Who lists it and who no longer does, in words."""
    now, over = _by_authority(party.listed), _by_authority(party.delisted)
    said = []
    if now:
        said.append(f"On the lists of {_and([the(a) for a, _ in _ordered(now)])} on the day asked.")
    for authority, rows in _ordered(over):
        best = _best(rows)
        by = best.to_hi or best.ended_known_hi
        said.append(f"Once listed by {the(authority)} and no longer: gone by {by}.")
    measures = {s.prop for s in party.now if s.prop in MEASURES and not s.lead}
    if not now and not over and measures:
        words = _and(sorted(_MEASURE[prop] for prop in measures))
        said.append(f"On no list of its own record on the day asked; a source holds it as: {words}.")
    elif not now and not over:
        said.append(
            "Named in a source: on no list held on the day asked. Being named is no finding of wrongdoing."
        )
    return " ".join(said)


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _leads(party: Known) -> list[Statement]:
    return [s for s in party.now if s.prop == LISTING and s.lead]


def _by_authority(rows: list[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for s in rows:
        found[s.value].append(s)
    return dict(found)


def _ordered(groups: dict[str, list[Statement]]) -> list[tuple[str, list[Statement]]]:
    return sorted(groups.items(), key=lambda kv: (_best(kv[1]).from_hi or "9999", kv[0]))


def _best(rows: list[Statement]) -> Statement:
    return min(rows, key=lambda s: (not exact(s), s.from_hi or "9999", s.known_hi, s.id))


def _authority(code: str) -> str:
    return f"{AUTHORITY.get(code, code)} ({code})"


def _basis(rows: list[Statement]) -> str:
    details = [s.details for s in rows]
    said = [str(d[k]) for d in details for k in ("authority", "list", "program", "regime") if d.get(k)]
    return "; ".join(dict.fromkeys(said))


def _since(rows: list[Statement]) -> Cell:
    """The day, with the other days that sources give where they differ."""
    best = _best(rows)
    other = {s.from_lo for s in rows if exact(s)} - {best.from_lo}
    note = f"sources differ: also {', '.join(sorted(other))}" if other else ""
    return Cell(text=span(best.from_lo, best.from_hi) or "day not said", note=note)


def _proof(s: Statement, rows: list[Statement], cited: Cited) -> Cell:
    return Cell(text="evidence", href=addresses.evidence(s.id), cites=cited.of(*rows))


def _listed(
    authority: str, rows: list[Statement], first: str, held: dict[str, str], cited: Cited
) -> tuple[Cell, ...]:
    best = _best(rows)
    lag = ""
    if first and exact(best):
        days = (date.fromisoformat(best.from_lo) - date.fromisoformat(first)).days
        lag = f"{days:,} d later" if days else "first"
    status = Cell(text="listed", badge="listed")
    copy = held.get(authority, "no list held")
    return row(
        _authority(authority), status, _since(rows), lag, "", _basis(rows), copy, _proof(best, rows, cited)
    )


def _ended(authority: str, rows: list[Statement], held: dict[str, str], cited: Cited) -> tuple[Cell, ...]:
    best = _best(rows)
    until = span(best.to_lo, best.to_hi)
    note = f"public by {best.ended_known_hi}" if best.ended_known_hi else ""
    status = Cell(text="delisted", badge="delisted")
    return row(
        _authority(authority),
        status,
        _since(rows),
        "",
        Cell(text=until, note=note),
        _basis(rows),
        held.get(authority, "no list held"),
        _proof(best, rows, cited),
    )


def _measure(s: Statement, cited: Cited) -> tuple[Cell, ...]:
    status = Cell(text=f"{s.value} {_MEASURE[s.prop]}", badge="measure")
    basis = str(s.details.get("authority") or "no freeze")
    since = span(s.from_lo, s.from_hi)
    return row(_authority(s.value), status, since, "", "", basis, "", _proof(s, [s], cited))


def _without(authority: str, leads: list[Statement], held: dict[str, str], cited: Cited) -> tuple[Cell, ...]:
    if leads:
        status = Cell(text="unverified", badge="unverified", note="said to list it; decides nothing")
        return row(
            _authority(authority), status, _since(leads), "", "", _basis(leads), held.get(authority, ""),
            _proof(leads[0], leads, cited),
        )  # fmt: skip
    on = held.get(authority, "")
    status = Cell(text="not on list", badge="off") if on else Cell(text="no list held", badge="unknown")
    return row(_authority(authority), status, "", "", "", "", on, "")
