"""Moves a ledger to another database: copied, checked, closed where it was, and only then in force there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert

from yalu.errors import UsageError, YaluError
from yalu.evidence import failpoints
from yalu.ledger import clock, engines, heads, migrate, reading, tables
from yalu.ledger.chain import Head
from yalu.ledger.copying import copy_rows, refuse_faults
from yalu.ledger.place import Place
from yalu.ledger.told import told
from yalu.ledger.writing import Warn, note_head


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the ledger is now, and where its chain stands: the same head as before."""

    place: Place
    head: Head | None
    rows: int
    """How many rows were copied; fewer than all where an earlier move had copied some."""


def move(source: Place, url: str, warn: Warn) -> Moved:
    """Move the ledger to the place that a URL names, and make that the ledger of the workspace.

    Nobody writes to either meanwhile. A move that died is ended by the same call. Raises YaluError where
    the ledger fails its check, the target holds another ledger, or either cannot be written.
    """
    target = source.at(url)
    if _same(source, target):
        return Moved(target, _switched(target, source), 0)
    with told(source), engines.writer(source) as old:
        migrate.upgrade(old, source.name)
        elsewhere = reading.moved_to(old)
        _refuse_if_elsewhere(source, target, elsewhere)
        refuse_faults(source, old)
        head = reading.head(old)
        with told(target), engines.writer(target) as new:
            migrate.upgrade(new, target.name)
            if elsewhere:  # an earlier move closed the source and died; the target may have gone on
                _refuse_if_elsewhere(target, target, reading.moved_to(new))
            added = copy_rows(old, new, target.name, longer=bool(elsewhere))
            new.execute(delete(tables.closed))
        failpoints.reach("move_copied")
        _check(target, head)
        old.execute(delete(tables.closed))
        old.execute(insert(tables.closed).values(at=clock.after(""), moved_to=target.name))
    failpoints.reach("move_closed")
    target.switch()
    failpoints.reach("move_switched")
    if head and not any(r.head == head and r.place == target.key for r in heads.remembered(target)):
        note_head(target, head, clock.after(""), warn)
    return Moved(target, head, added)


def _same(one: Place, other: Place) -> bool:
    if one.file and other.file:
        return one.file.resolve() == other.file.resolve()
    return one.url == other.url and one.file == other.file


def _switched(target: Place, source: Place) -> Head | None:
    """Name a ledger that is in its place already, as after a move that died at its last step."""
    with reading.reading(target) as connection:
        elsewhere = reading.moved_to(connection) if connection else ""
        if elsewhere:
            raise UsageError(
                f"The ledger {target.name} was moved to {elsewhere}.", expected="the ledger in force"
            )
        head = reading.head(connection) if connection else None
    target.switch()
    return head


def _refuse_if_elsewhere(source: Place, target: Place, elsewhere: str) -> None:
    if elsewhere and elsewhere != target.name:
        raise UsageError(
            f"The ledger {source.name} was moved to {elsewhere} and is not in force here.",
            expected="the ledger in force",
            do=f"Move it from there: yalu ledger move --ledger {elsewhere} --to {target.name}",
        )


def _check(target: Place, head: Head | None) -> None:
    """Read the copy back. Raises YaluError where it is not the ledger that was copied."""
    with reading.reading(target) as connection:
        if connection is not None:
            refuse_faults(target, connection)
            if head is None or any(row.hash == head.hash for row in reading.rows(connection)):
                return
    raise YaluError(f"{target.name} does not hold what was copied.", do="The ledger stays where it was.")
