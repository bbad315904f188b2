"""Copies a ledger row by row: the same numbers, times and hashes, in a database of another kind."""

from __future__ import annotations

from sqlalchemy import Connection

from yalu.errors import YaluError
from yalu.ledger import reading, verify
from yalu.ledger.place import Place
from yalu.ledger.writing import insert_row


def copy_rows(source: Connection, target: Connection, name: str, *, longer: bool = False) -> int:
    """Add to the target what it lacks; how many rows. Raises YaluError where it holds anything else.

    A target that holds a beginning of the same chain, as a move leaves that died, is continued. With
    ``longer`` it may also have gone on from the source's end.
    """
    held = {row.seq: row.hash for row in reading.rows(target)}
    rows = list(reading.rows(source))
    last = rows[-1].seq if rows else 0
    here = {row.seq: row.hash for row in rows}
    if any(here.get(seq) != digest for seq, digest in held.items() if not (longer and seq > last)):
        raise YaluError(
            f"{name} holds another ledger already.",
            expected="an empty database, or one that holds the beginning of this ledger",
            do="Name another place, or back that ledger up and remove it.",
        )
    missing = [row for row in rows if row.seq not in held]
    for row in missing:
        insert_row(target, row)
    return len(missing)


def refuse_faults(place: Place, connection: Connection) -> None:
    """Refuse a ledger that fails its own check. Raises YaluError."""
    found = verify.faults_of(connection, (), ())
    if found:
        raise YaluError(
            f"The ledger {place.name} fails its check: {found[0].what}.",
            expected="a chain without a fault",
            do="See the faults: yalu ledger verify. Bring back a backup: yalu ledger restore FILE --force.",
        )
