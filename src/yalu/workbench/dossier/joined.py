"""Which records were joined to one party and why, and which may still belong to it."""

from __future__ import annotations

from yalu.evidence.view import SAME
from yalu.resolve.decision import decide
from yalu.resolve.grouping import Grouped
from yalu.workbench.dossier.known import Known, rows
from yalu.workbench.frame import Ask, Cell, Column, Notice, Section, Table
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import joined


def section(ask: Ask, party: Known) -> Section:
    """A row for each record: its sources, and what joins it to the first."""
    grouped = ask.evidence.grouping
    why = _resolved(ask, grouped, party) if isinstance(grouped, Grouped) else _curated(party)
    table = Table(
        id="records",
        columns=(
            Column(key="record", label="Record", kind="id", head=True),
            Column(key="sources", label="Sources"),
            Column(key="why", label="Why it is this party"),
        ),
        rows=tuple(row(one, _sources(ask, one), why.get(one, "")) for one in party.ids),
        sortable=False,
        stack=True,
    )
    notices = []
    if waiting := sorted(set(party.ids) & ask.view.pending):
        notices.append(
            Notice(
                text=f"Not settled: {', '.join(waiting)} may be one party with another record.",
                href="/queue",
                link="Look at the queue",
            )
        )
    if not isinstance(grouped, Grouped):
        notices.append(
            Notice(
                text="Records of this snapshot are not resolved: the curators’ word alone joins them.",
                href="/queue",
                link="Resolve them",
            )
        )
    note = f"{len(party.ids)} record{'s' if len(party.ids) > 1 else ''}"
    return Section(id="joined-part", title="Resolution", note=note, notices=tuple(notices), table=table)


def _sources(ask: Ask, record: str) -> str:
    own = (s for s in rows(ask).own(record) if s.shows(ask.as_of, ask.when.on, ask.mode))
    return joined(sorted(s.source for s in own))


def _resolved(ask: Ask, grouped: Grouped, party: Known) -> dict[str, Cell | str]:
    found: dict[str, Cell | str] = {party.id: "the id by which it is called"}
    for one in party.ids[1:]:
        decision = decide(grouped, party.id, one, None, ask.as_of, ask.mode)
        steps = [f"{e.a} = {e.b}: {e.text} ({e.rule})" for e in decision.path]
        found[one] = "; ".join(steps or decision.reasons)
    return found


def _curated(party: Known) -> dict[str, Cell | str]:
    found: dict[str, Cell | str] = {party.id: "the id by which it is called"}
    for s in party.now:
        if s.prop == SAME and not s.lead:
            for one in (s.party, s.value):
                if one != party.id:
                    found.setdefault(one, f"the casebook says that {s.party} and {s.value} are one party")
    return found
