"""Whatever is changed behind Yalu's back, ``verify`` says so, and says which row."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.ledger.tampering import Statement, tamper
from yalu.errors import UsageError
from yalu.ledger import heads, reading
from yalu.ledger.chain import Head, Row, parse_head
from yalu.ledger.check import Checked, checked
from yalu.ledger.place import Place
from yalu.ledger.store import Ledger

TABLES = ("undo", "judgement", "audit")


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """Seven rows: the beginning, five judgements and an undo."""
    for number, other in enumerate("bcdef"):
        ledger.decide("a", other, "same", who="Ann", why=f"reason {number}")
    ledger.undo(["a", "c"], who="Bob", why="wrong")
    return ledger


def verify(place: Place, *given: tuple[int, str]) -> Checked:
    return checked(place, heads.remembered(place), given)


def faults(place: Place, *given: tuple[int, str]) -> set[tuple[str, int]]:
    return {(f.kind, f.seq) for f in verify(place, *given).faults}


def rows(place: Place) -> list[Row]:
    with reading.reading(place) as connection:
        return list(reading.rows(connection)) if connection else []


def test_an_untouched_ledger_has_no_fault(kept: Ledger) -> None:
    found = verify(kept.place, (7, rows(kept.place)[-1].hash))
    assert not found.faults
    assert found.heads == 7, "six that were noted, and one that was given"
    assert found.head == kept.head()


def test_the_chain_can_be_computed_by_anybody(kept: Ledger) -> None:
    before = "0" * 64
    for row in rows(kept.place):
        text = json.dumps(
            {
                "seq": row.seq,
                "at": row.at,
                "who": row.who,
                "action": row.action,
                "payload": json.loads(row.payload),
            },
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
        )
        assert row.prev_hash == before
        before = hashlib.sha256((before + text).encode()).hexdigest()
        assert row.hash == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET who = 'Eve' WHERE seq = 4",
        "UPDATE audit SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 4",
        "UPDATE audit SET action = 'import' WHERE seq = 4",
        "UPDATE audit SET payload = replace(payload, 'reason 2', 'reason 9') WHERE seq = 4",
        "UPDATE audit SET payload = payload || ' ' WHERE seq = 4",
        "UPDATE audit SET payload = '{' WHERE seq = 4",
    ],
)
def test_a_changed_row(kept: Ledger, change: str) -> None:
    tamper(kept.place, change)
    assert ("changed", 4) in faults(kept.place)


def test_a_changed_row_whose_own_hash_was_made_to_fit(kept: Ledger) -> None:
    old = rows(kept.place)[3]
    forged = Row(old.seq, old.at, "Eve", old.action, old.payload, old.prev_hash, "").computed()
    tamper(kept.place, ("UPDATE audit SET who = 'Eve', hash = ? WHERE seq = 4", (forged,)))
    assert faults(kept.place) == {("changed", 5), ("head", 4)}


@pytest.mark.parametrize("seq", [1, 3, 6])
def test_a_deleted_middle_row(kept: Ledger, seq: int) -> None:
    tamper(kept.place, *(f"DELETE FROM {table} WHERE seq = {seq}" for table in TABLES))
    assert ("missing", seq) in faults(kept.place)


def test_a_deleted_middle_row_whose_gap_was_closed(kept: Ledger) -> None:
    tamper(
        kept.place,
        *(f"DELETE FROM {table} WHERE seq = 3" for table in TABLES),
        *(f"UPDATE {table} SET seq = seq - 1 WHERE seq = {seq}" for seq in range(4, 8) for table in TABLES),
    )
    found = faults(kept.place)
    assert {("moved", 3), ("moved", 4), ("moved", 5), ("changed", 6), ("cut", 7)} <= found


def test_two_rows_that_changed_places(kept: Ledger) -> None:
    turns: list[Statement] = [
        f"UPDATE {table} SET seq = {new} WHERE seq = {old}"
        for old, new in ((3, 99), (5, 3), (99, 5))
        for table in TABLES
    ]
    tamper(kept.place, *turns)
    assert {("moved", 3), ("moved", 5)} <= faults(kept.place)
    told = {f.what for f in verify(kept.place).faults}
    assert {"row 3 is what row 5 was", "row 5 is what row 3 was"} <= told


def test_a_tail_that_was_cut_off(kept: Ledger) -> None:
    whole = rows(kept.place)
    tamper(kept.place, *(f"DELETE FROM {table} WHERE seq > 5" for table in TABLES))
    assert faults(kept.place) == {("cut", 6), ("cut", 7)}
    kept.place.heads.unlink()
    assert not faults(kept.place), "without a head nobody can tell"
    assert faults(kept.place, (7, whole[6].hash)) == {("cut", 7)}
    assert faults(kept.place, (7, whole[6].hash[:12])) == {("cut", 7)}
    assert not faults(kept.place, (5, whole[4].hash[:12]))


def test_a_tail_that_was_cut_off_and_grew_again(kept: Ledger) -> None:
    tamper(kept.place, *(f"DELETE FROM {table} WHERE seq > 5" for table in TABLES))
    for other in "xyz":
        kept.decide("a", other, "same", who="Eve", why="x")
    assert faults(kept.place) == {("head", 6), ("head", 7)}


def test_a_ledger_of_which_nothing_is_left(kept: Ledger) -> None:
    tamper(kept.place, *(f"DELETE FROM {table}" for table in TABLES))
    assert faults(kept.place) == {("cut", seq) for seq in range(2, 8)}


def test_a_ledger_that_another_took_the_place_of(kept: Ledger, tmp_path: Path) -> None:
    tamper(kept.place, *(f"DELETE FROM {table}" for table in TABLES))
    away = kept.place.heads.rename(tmp_path / "away")
    kept.decide("a", "b", "same", who="Eve", why="x")
    away.replace(kept.place.heads)
    [fault] = verify(kept.place).faults
    assert fault.what.endswith("is of another ledger")


@pytest.mark.parametrize(
    ("change", "row"),
    [
        ("UPDATE judgement SET verdict = 'different' WHERE seq = 4", 4),
        ("UPDATE judgement SET why = 'x' WHERE seq = 4", 4),
        ("DELETE FROM judgement WHERE seq = 4", 4),
        ("DELETE FROM undo", 7),
        ("UPDATE undo SET who = 'Eve'", 7),
        (
            "INSERT INTO judgement SELECT 'j-1', 1, a, 'z', verdict, who, at, why FROM judgement"
            " WHERE seq = 4",
            1,
        ),
    ],
)
def test_a_table_that_says_other_than_the_audit(kept: Ledger, change: str, row: int) -> None:
    tamper(kept.place, change)
    assert faults(kept.place) == {("table", row)}


def test_a_head_as_it_is_given() -> None:
    digest = "ab34cd56ef78" + "0" * 52
    assert parse_head(f"{digest}@12") == (12, digest)
    assert parse_head(Head("x", 12, digest).short) == (12, "ab34cd56ef78")
    for wrong in ("12", "12:ab34", f"{digest}", "12:" + "g" * 12):
        with pytest.raises(UsageError, match="is no head of a ledger"):
            parse_head(wrong)
