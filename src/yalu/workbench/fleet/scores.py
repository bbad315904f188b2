"""The two scores of a ship side by side: what to look at first for sanctions, and the safety profile."""

from __future__ import annotations

from yalu.fleet.sheet.build import Sheets, find_target
from yalu.fleet.targeting.targets import NO_TRACKS, Target
from yalu.publish.sheet.pages import sheet_pdf
from yalu.workbench.fleet.known import Seen
from yalu.workbench.frame import Ask, Column, Table
from yalu.workbench.frame.page import Model, row


class Scores(Model):
    """Both scores, never mixed; ``missing`` are inputs of the safety score that nobody brought."""

    points: int
    basis: str
    safety: str
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    reasons: Table
    rows: Table
    limit: str = NO_TRACKS


def scores(target: Target) -> Scores:
    """The scores of a judged ship."""
    return Scores(
        points=target.sanctions.points,
        basis=target.sanctions.basis,
        safety=target.safety.text,
        missing=target.safety.missing,
        notes=target.notes,
        reasons=_reasons(target),
        rows=_rows(target),
    )


def _reasons(target: Target) -> Table:
    columns = (
        Column(key="points", label="Points", kind="number"),
        Column(key="reason", label="Reason", head=True),
        Column(key="law", label="Paragraph in force"),
        Column(key="threshold", label="Threshold"),
        Column(key="innocent", label="May be innocent"),
        Column(key="unknown", label="Unknown"),
    )
    rows = []
    for reason in target.sanctions.reasons:
        unknown = "; ".join(filter(None, (reason.unknown, reason.finding.doubt)))
        note = f" ({reason.note})" if reason.note else ""
        text = f"{reason.title}: {reason.finding.text}{note}"
        rows.append(row(reason.points, text, reason.law, reason.threshold, reason.innocent, unknown))
    empty = "No reason is found in what is held, which does not make the ship clean."
    return Table(id="reasons", columns=columns, rows=tuple(rows), empty=empty, stack=True)


def _rows(target: Target) -> Table:
    columns = (
        Column(key="what", label="Parameter", head=True),
        Column(key="points", label="Points", kind="number"),
        Column(key="text", label="What is known"),
        Column(key="threshold", label="Threshold"),
    )
    rows = [
        row(
            one.title,
            f"{one.lowest} or more"
            if one.highest is None
            else f"{one.lowest}"
            if one.lowest == one.highest
            else f"{one.lowest} to {one.highest}",
            one.text,
            one.threshold + (" (from memory)" if one.from_memory else ""),
        )
        for one in target.safety.rows
    ]
    empty = "No profile applied on that day."
    return Table(id="safety", columns=columns, rows=tuple(rows), empty=empty, stack=True)


def target_of(ask: Ask, held: Seen, query: str) -> Target | None:
    """A ship with both scores, by any of its numbers; None while the rules still run. Raises YaluError."""
    judge = held.judge
    if judge is None:
        return None
    return ask.kept(("target", held.state, query), lambda: find_target(judge, query))


def sheet(ask: Ask, held: Seen, query: str) -> bytes:
    """The inspection sheet of a ship as PDF. Raises YaluError."""
    target = target_of(ask, held, query)
    if held.judge is None or target is None:
        raise RuntimeError("a sheet was asked for before the positions were read")
    day = f"as of {ask.as_of}"
    return sheet_pdf(Sheets(held.judge, issued=day).sheet_of(target))
