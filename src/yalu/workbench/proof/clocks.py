"""The clocks of a statement in words, and what of it a stored text backs."""

from __future__ import annotations

from yalu.model.statement import Statement
from yalu.model.words import grade_words
from yalu.workbench.dossier.words import span
from yalu.workbench.frame import Cell, Column, Table
from yalu.workbench.frame.page import row

RULES = {
    "listing_date": "the listing’s own date: who is listed on it is public that day",
    "amendment_date": "the record’s last amendment, as the list gives it",
    "public_since": "a stated day of publication",
    "instrument_date": "the date of the law, resolution or instrument",
    "source_dates": "the dates of the sources that say it, the earliest to the latest",
    "collector_date": "the day on which a collector first had it: public by then at the latest",
    "copies": "it stands in a copy of the list and not in the copy before: public between the two",
    "own_knowledge": "no source: a lower bound only; it decides nothing",
}
BASES = {
    "stored": "a stored text, which was read",
    "stored_in_part": "a stored text, in part",
    "mixed": "stored texts and the compiler’s own knowledge",
    "derived": "derived from other statements by a rule",
    "own_knowledge": "the compiler’s own knowledge: shown as unverified, it decides nothing",
}


def clocks(s: Statement) -> Table:
    """Each clock with what it means."""
    rows = (
        row("True from", span(s.from_lo, s.from_hi) or "not said", "when it began to hold"),
        row("True to", span(s.to_lo, s.to_hi) or "no end known", "when it ceased to hold"),
        row("Public", span(s.known_lo, s.known_hi) or "not said", RULES.get(s.known_by, s.known_by)),
        row(
            "End public",
            span(s.ended_known_lo, s.ended_known_hi) or "–",
            "when its end could be known: before that day it counts as standing",
        ),
        row(
            "Seen in copies",
            span(s.seen_first, s.seen_last) or "–",
            "the first and the last copy of the list that holds it",
        ),
    )
    columns = (
        Column(key="clock", label="Clock", head=True),
        Column(key="day", label="Day", kind="day"),
        Column(key="means", label="What it means"),
    )
    return Table(id="days", columns=columns, rows=rows, sortable=False, stack=True)


def verification(s: Statement) -> Table:
    """Field by field, whether a stored text backs it."""
    doubted = {name for name in s.unverified.split(";") if name}
    fields = dict.fromkeys(
        ["value", *(["from"] if s.from_lo else []), *(["to"] if s.to_hi else []), *s.details]
    )
    basis = BASES.get(s.basis, s.basis)

    def backed(name: str) -> Cell:
        if s.lead or name in doubted or (name == "value" and s.prop in doubted):
            return Cell(text="unverified", badge="unverified")
        return Cell(text=f"backed by {basis}")

    shown = {"value": s.value, "from": span(s.from_lo, s.from_hi), "to": span(s.to_lo, s.to_hi)}
    details = s.details
    rows = [row(name, shown.get(name, str(details.get(name, ""))), backed(name)) for name in fields]
    known = {*fields, s.prop}
    rows += [row(name, "", Cell(text="unverified", badge="unverified")) for name in sorted(doubted - known)]
    rows.append(row("grade", grade_words(s.grade), "how good the evidence is"))
    columns = (
        Column(key="field", label="Field", head=True),
        Column(key="says", label="Says"),
        Column(key="backed", label="Verified"),
    )
    return Table(id="verification", columns=columns, rows=tuple(rows), sortable=False, stack=True)
