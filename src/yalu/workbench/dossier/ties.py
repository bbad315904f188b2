"""Ties in both directions, each with the party at its far end and what lists hold that."""

from __future__ import annotations

from collections import defaultdict

from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING
from yalu.model.words import grade_words
from yalu.workbench.dossier.known import Known, kind_of, rows
from yalu.workbench.dossier.words import span, tie_words
from yalu.workbench.frame import Ask, Cell, Column, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import Cited, named

SHOWN = 300
Key = tuple[str, str, bool]


def section(ask: Ask, party: Known, cited: Cited) -> Section:
    """The ties that stand, then those that ended; unverified ones last."""
    groups: dict[Key, list[Statement]] = defaultdict(list)
    ended = {s.id for s in party.over}
    for s in (*party.now, *party.inbound, *party.over):
        if s.prop in EDGE_KINDS:
            groups[far(s, party), tie_words(s, party.ids), s.id in ended].append(s)
    ranked = sorted(groups.items(), key=lambda kv: _rank(ask, *kv))
    table = Table(
        id="ties",
        columns=(
            Column(key="party", label="Party", head=True),
            Column(key="tie", label="Tie (→ from this party, ← to it)"),
            Column(key="held", label="From, to"),
            Column(key="public", label="Public by", kind="day"),
            Column(key="status", label="Status of the party"),
            Column(key="grade", label="Grade"),
            Column(key="source", label="Evidence"),
        ),
        rows=tuple(_row(ask, key, same, cited) for key, same in ranked[:SHOWN]),
        empty="No tie of it was public on this day. That is no proof that there is none.",
        stack=True,
    )
    note = f"{len(ranked):,}" + (f", the first {SHOWN} shown" if len(ranked) > SHOWN else "")
    return Section(id="ties-part", title="Ties", note=note, table=table)


def far(s: Statement, party: Known) -> str:
    """The id at the other end."""
    return s.value if s.party in party.ids else s.party


def status(ask: Ask, party: str) -> tuple[Cell, str]:
    """The status of a party as a badge, and its kind."""
    statuses: dict[str, tuple[Cell, str]] = ask.kept("statuses", dict)
    if party not in statuses:
        statuses[party] = _status(ask, party)
    return statuses[party]


def _status(ask: Ask, party: str) -> tuple[Cell, str]:
    when = ask.when
    own = [s for one in ask.view.ids(party) for s in rows(ask).own(one)]
    now = [s for s in own if s.shows(when.as_of, when.on, when.mode)]
    lists = sorted({s.value for s in now if s.prop == LISTING and not s.lead})
    kind = kind_of(now)
    if lists:
        return Cell(text=" ".join(lists), badge="listed"), kind
    return Cell(text="named in a source", badge="named"), kind


def _rank(ask: Ask, key: Key, same: list[Statement]) -> tuple[bool, bool, str, str]:
    other, words, over = key
    return all(s.lead for s in same), over, ask.view.name(other).casefold(), words


def _row(ask: Ask, key: Key, same: list[Statement], cited: Cited) -> tuple[Cell, ...]:
    other, words, over = key
    best = min(same, key=lambda s: (s.lead, s.known_hi))
    badge, kind = status(ask, other)
    share = next((str(s.details["share"]) for s in same if s.details.get("share")), "")
    held = " to ".join(x for x in (span(best.from_lo, best.from_hi), span(best.to_lo, best.to_hi)) if x)
    grade = Cell(text="unverified", badge="unverified") if best.lead else Cell(text=grade_words(best.grade))
    return row(
        named(other, ask.view.name(other), kind, listed=badge.badge == "listed"),
        Cell(text=words, note=" · ".join(x for x in (share, "ended" if over else "") if x)),
        held or "days not said",
        best.known_hi,
        badge,
        grade,
        Cell(text="evidence", href=addresses.evidence(best.id), cites=cited.of(*same)),
    )
