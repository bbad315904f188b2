"""Sections of the brief for tests: made once for each day, and the checks that all of them must pass."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.model.section import Section, Table
from yalu.model.sentence import mutations, survives, uncited
from yalu.publish.brief import CONTRIBUTORS
from yalu.regimes import Regime

MEMO, TODAY = "2017-06-13", "2026-11-24"
"""The day of the memo, and one by which everything in the casebook was public."""


class Sections:
    """Makes sections from the packaged casebook, each once."""

    def __init__(self, evidence: Evidence, regime: Regime) -> None:
        self.evidence = evidence
        self.regime = regime
        self.plan = regime.brief
        self.of = cache(self._made)

    def scope(self, day: str, mode: Mode = Mode.STRICT) -> Scope:
        return Scope(self.evidence.at(day, mode=mode), self.plan, self.regime.memo_day)

    def _made(self, section_id: str, day: str, mode: Mode = Mode.STRICT) -> Section:
        plan = next(p for p in self.plan.sections if p.id == section_id)
        return import_module(CONTRIBUTORS[section_id]).section(self.scope(day, mode), plan)

    def check(self, one: Section) -> None:
        """Each sentence cites what it says, and changes or fails where one of its statements changes."""
        words = frozenset(self.plan.words)
        for place, said in one.sentences():
            assert uncited(said, words) == [], place
            text = said.text
            assert [s.id for s, changed in mutations(said) if survives(changed, text)] == [], place


def said(one: Section, where: str = "") -> str:
    """The sentences of a section, of some places or of all."""
    return "\n".join(s.text for key, s in one.sentences() if where in key)


def table(one: Section, name: str) -> Table:
    return next(t for t in one.tables if t.id == name)


def rows(one: Section, name: str) -> list[list[str]]:
    """The texts of a table; none where the section has no such table."""
    return [r.texts for t in one.tables if t.id == name for r in t.rows]


def words(one: Section) -> str:
    """All that a section says: sentences, tables and the data of its figures."""
    data = [*one.tables, *(figure.data for figure in one.figures)]
    return "\n".join([said(one), *(text for t in data for r in t.rows for text in r.texts)])
