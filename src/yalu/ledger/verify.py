"""Checks a ledger: its chain, the heads that were remembered or printed, and the tables beside the audit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import Connection, inspect, select, text

from yalu.ledger import reading, tables
from yalu.ledger.chain import START, Row
from yalu.ledger.heads import Remembered
from yalu.ledger.writing import OTHERS, RECORDS

MOST_MOVED = 200
"""Broken rows up to which each is tried at every other's place, to tell a moved row from a changed one."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, by kind: changed, missing, moved, cut, head, time, table, file."""

    kind: str
    seq: int
    what: str


def faults_of(
    connection: Connection, known: Sequence[Remembered], given: Sequence[tuple[int, str]]
) -> list[Fault]:
    """Everything that is wrong; ``given`` are heads that the user holds, hashes whole or cut."""
    rows = list(reading.rows(connection))
    found = [*chain_faults(rows), *_table_faults(connection, rows)]
    ledger = reading.ledger_id(connection)
    own = [(r.head.seq, r.head.hash, f"noted on {r.at[:10]}") for r in known if r.head.ledger == ledger]
    if known and not own:
        last = known[-1]
        found.append(
            Fault("head", 0, f"the head noted on {last.at[:10]}, {last.head.short}, is of another ledger")
        )
    found += head_faults(rows, [*own, *((seq, digest, "given") for seq, digest in given)])
    if connection.dialect.name == "sqlite":
        checks = connection.execute(text("PRAGMA integrity_check")).scalars()
        found += [Fault("file", 0, f"the file: {said}") for said in checks if said != "ok"]
    return found


def chain_faults(rows: Sequence[Row]) -> Iterator[Fault]:
    """Rows that were changed, moved or taken out, by the chain alone; to miss a cut tail takes a head."""
    broken = [row for row in rows if row.hash != row.computed()]
    homes = _homes(broken)
    expected, before, at = reading.FIRST, START, ""
    for row in rows:
        if row.seq != expected:
            lost = (
                f"row {expected} is" if row.seq == expected + 1 else f"rows {expected} to {row.seq - 1} are"
            )
            yield Fault("missing", expected, f"{lost} missing before row {row.seq}")
        if row.seq in homes:
            yield Fault("moved", row.seq, f"row {row.seq} is what row {homes[row.seq]} was")
        elif row.hash != row.computed():
            yield Fault("changed", row.seq, f"row {row.seq} was changed: its hash does not fit what it says")
        elif row.prev_hash != before and row.seq == expected:
            yield Fault("changed", row.seq, f"row {row.seq} does not follow from the row before it")
        if row.at < at:
            yield Fault("time", row.seq, f"row {row.seq} is of {row.at}, earlier than the row before it")
        expected, before, at = row.seq + 1, row.hash, row.at


def _homes(broken: Sequence[Row]) -> dict[int, int]:
    """Rows that are whole under another's number: where they stand now, and where they stood."""
    if len(broken) > MOST_MOVED:
        return {}
    return {
        row.seq: other.seq
        for row in broken
        for other in broken
        if row is not other and replace(row, seq=other.seq).computed() == row.hash
    }


def head_faults(rows: Sequence[Row], known: Iterable[tuple[int, str, str]]) -> Iterator[Fault]:
    """Heads that the chain does not lead to any more."""
    hashes = {row.seq: row.hash for row in rows}
    last = rows[-1].seq if rows else 0
    for seq, digest, how in known:
        if seq > last:
            lost = f"row {seq} was" if seq == last + 1 else f"rows {last + 1} to {seq} were"
            yield Fault("cut", seq, f"{lost} cut off: head {seq}:{digest[:12]}, {how}")
        elif not hashes.get(seq, "").startswith(digest):
            yield Fault("head", seq, f"row {seq} is not the one of head {seq}:{digest[:12]}, {how}")


def _table_faults(connection: Connection, rows: Sequence[Row]) -> Iterator[Fault]:
    """Judgements, undos, marks and signatures that are not what the audit recorded."""
    said: dict[int, Any] = {row.seq: row.payload for row in rows if row.action in (*RECORDS, *OTHERS)}
    later = [table for table in OTHERS.values() if inspect(connection).has_table(table.name)]
    for table in (tables.judgement, tables.undo, *later):
        for found in connection.execute(select(table).order_by(table.c.seq)).mappings():
            seq = found["seq"]
            held = {name: value for name, value in found.items() if name != "seq"}
            if _loaded(said.pop(seq, "")) != {"type": table.name, **held}:
                yield Fault("table", seq, f"{table.name} {found['id']} is not what row {seq} recorded")
    for seq in said:
        yield Fault("table", seq, f"what row {seq} recorded is missing from its table")


def _loaded(payload: str) -> Any:
    try:
        return orjson.loads(payload)
    except orjson.JSONDecodeError:
        return None
