"""Names by script: primary, strong and weak aliases, former names, each with who has it."""

from __future__ import annotations

from collections import defaultdict

from yalu.model.statement import Statement
from yalu.model.vocabulary import NAME_PROPS
from yalu.model.words import grade_words
from yalu.workbench.dossier.known import Known
from yalu.workbench.dossier.words import prop_words, script
from yalu.workbench.frame import Cell, Column, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import Cited, joined

_FIRST = ("Latin", "Hangul", "Han", "Kana", "Cyrillic", "Arabic")


def section(party: Known, cited: Cited) -> Section:
    """A row for each name and each of its uses."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in party.now:
        if s.prop in NAME_PROPS:
            groups[s.value, s.prop].append(s)
    ranked = sorted(groups.items(), key=lambda kv: _rank(*kv[0]))
    table = Table(
        id="names",
        columns=(
            Column(key="script", label="Script", head=True),
            Column(key="name", label="Name"),
            Column(key="use", label="Use"),
            Column(key="public", label="Public by", kind="day"),
            Column(key="grade", label="Grade"),
            Column(key="source", label="Who has it"),
        ),
        rows=tuple(_row(value, prop, rows, cited) for (value, prop), rows in ranked),
        empty="No name of it was public on this day.",
        stack=True,
    )
    return Section(id="names-part", title="Names by script", note=f"{len(ranked):,}", table=table)


def other_scripts(party: Known) -> tuple[Cell, ...]:
    """One name of each other script, for the head of the page."""
    found: dict[str, Statement] = {}
    for s in sorted((s for s in party.now if s.prop in NAME_PROPS), key=lambda s: NAME_PROPS.index(s.prop)):
        if script(s.value) not in ("Latin", "other") and s.value != party.name:
            found.setdefault(script(s.value), s)
    return tuple(Cell(text=s.value, note="unverified" if s.lead else "") for s in found.values())


def _rank(value: str, prop: str) -> tuple[int, int, str]:
    written = script(value)
    return (_FIRST.index(written) if written in _FIRST else 9), NAME_PROPS.index(prop), value


def _row(value: str, prop: str, rows: list[Statement], cited: Cited) -> tuple[Cell, ...]:
    best = min(rows, key=lambda s: (s.lead, s.known_hi))
    damaged = "damaged in the source" if best.flag else ""
    use = Cell(text=prop_words(prop), note=damaged)
    grade = Cell(text="unverified", badge="unverified") if best.lead else Cell(text=grade_words(best.grade))
    source = Cell(
        text=joined(s.source for s in rows), href=addresses.evidence(best.id), cites=cited.of(*rows)
    )
    return row(script(value), value, use, best.known_hi, grade, source)
