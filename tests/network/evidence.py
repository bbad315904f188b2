"""Statements made for a test, beside the packaged casebook."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.sections import MEMO, Sections
from yalu.evidence.scope import Scope
from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import Evidence
from yalu.model.statement import COLUMNS, Statement, statement_id


def joined(sections: Sections, more: list[Statement], folder: Path, day: str = MEMO) -> Scope:
    """The casebook with more statements, which are public from the day of the memo on."""
    write_parquet(folder / "statements.parquet", COLUMNS, more)
    snapshot = sections.evidence.snapshot
    evidence = Evidence(Snapshot(snapshot.id, snapshot.folds | {"made": folder}))
    return Scope(evidence.at(day), sections.plan)


def like(s: Statement, party: str, prop: str, value: str, **other: str) -> Statement:
    fields = {
        "kind": "Company",
        "detail": "",
        "basis": "stored",
        "grade": "register",
        "from_lo": "",
        "from_hi": "",
    }
    days = {"known_lo": MEMO, "known_hi": MEMO, "flag": "", "unverified": "", "source": "made", "to_lo": ""}
    new = statement_id(party, prop, value)
    return replace(s, id=new, party=party, prop=prop, value=value, to_hi="", **fields | days | other)


@cache
def sample(sections: Sections) -> Statement:
    return sections.evidence.at(MEMO).statements(prop="name")[0]
