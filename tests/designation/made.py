"""Evidence made by hand: a few statements, told apart by what they say and how good they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import Evidence
from yalu.model.statement import COLUMNS, Statement, canonical, statement_id

PUBLISHERS = {"W_PRESS": "A Paper", "W_OTHER": "Another Paper", "W_PRESS2": "A Paper", "W_COURT": "A Court"}


def stated(party: str, prop: str, value: str, day: str = "2016-01-01", **more: Any) -> Statement:
    """A statement that was public on a day; ``detail`` is a dictionary."""
    given = {"kind": "Company", "grade": "sourced", "basis": "stored", "source": "casebook"}
    given |= {"known_lo": day, "known_hi": day, "known_by": "public_since", "cites": "W_PRESS"} | more
    given["detail"] = canonical(given.get("detail") or {})
    identity = statement_id(party, prop, value, given["detail"], str(sorted(given.items())))
    fields = {"id": identity, "party": party, "prop": prop, "value": value} | given
    return Statement(**{column: fields.get(column, "") for column in COLUMNS})


def listed(party: str, by: str, day: str, authority: str = "", **more: Any) -> Statement:
    """A listing since a day."""
    start = {"from_lo": day, "from_hi": day, "grade": "government_listing", "known_by": "listing_date"}
    return stated(
        party, "Sanction", by, day, detail={"authority": authority}, **start | {"cites": "W_LIST"} | more
    )


def tied(
    party: str, type_: str, other: str, grade: str = "un_panel", day: str = "2016-06-01", **more: Any
) -> Statement:
    """A tie as it is written, from the party to the other."""
    detail = {"type": type_, "role": type_.replace("_", " ")}
    kind = "Ownership" if "own" in type_ else "Representation"
    return stated(party, kind, other, day, grade=grade, detail=detail, **more)


def evidence(folder: Path, *statements: Statement) -> Evidence:
    """An opened snapshot of these statements, each party with a name."""
    folder.mkdir(parents=True, exist_ok=True)
    named = {s.party for s in statements if s.prop == "name"}
    names = [stated(p, "name", p.upper(), "2000-01-01") for p in {s.party for s in statements} - named]
    rows = sorted([*statements, *names], key=lambda s: (s.party, s.prop, s.id))
    write_parquet(folder / "statements.parquet", COLUMNS, rows)
    works = {name: {"title": name, "publisher": who} for name, who in PUBLISHERS.items()}
    (folder / "citations.json").write_bytes(orjson.dumps(works))
    return Evidence(Snapshot("made", {"casebook": folder}))
