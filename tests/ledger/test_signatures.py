"""Signatures under a plan: two persons, one content, in the chain and append-only, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.ledger.conftest import URL
from tests.ledger.tampering import tamper
from yalu.errors import StorageError, UsageError
from yalu.ledger import engines, heads, migrate
from yalu.ledger.check import checked
from yalu.ledger.move import move
from yalu.ledger.place import Place
from yalu.ledger.signatures import Signatures
from yalu.ledger.store import Ledger
from yalu.ledger.told import told

ONE, OTHER = "a" * 64, "b" * 64


def test_two_persons_complete_it_and_one_never_does(place: Place) -> None:
    held = Signatures(place)
    assert held.of("strike", ONE).missing == 2
    _, after, _ = held.sign("strike", ONE, who="Ann Lee", why="read it")
    assert after.missing == 1 and not after.complete
    for same in ("Ann Lee", "  ann  LEE", "Ａnn Lee"):
        with pytest.raises(UsageError, match="Ann Lee signed this plan already"):
            held.sign("strike", ONE, who=same, why="again")
    one, after, head = held.sign("strike", ONE, who="Ben", why="read it too")
    assert after.complete and [s.who for s in after.here] == ["Ann Lee", "Ben"]
    assert (head, one) == (Ledger(place).head(), held.all()[-1])
    assert not checked(place, heads.remembered(place)).faults


def test_a_changed_plan_voids_what_was_signed(place: Place) -> None:
    held = Signatures(place)
    held.sign("strike", ONE, who="Ann", why="x")
    held.sign("strike", ONE, who="Ben", why="x")
    held.sign("another", OTHER, who="Ann", why="x")
    changed = held.of("strike", OTHER)
    assert changed.missing == 2 and {s.who for s in changed.elsewhere} == {"Ann", "Ben"}
    assert held.sign("strike", OTHER, who="Ann", why="the new one")[1].missing == 1
    assert held.of("strike", ONE).complete, "who signed the old content still stands for that"


def test_a_signature_is_taken_back_in_the_open(place: Place) -> None:
    held = Signatures(place)
    with pytest.raises(UsageError, match="has no signature"):
        held.withdraw("strike", ONE, who="Ann", why="x")
    held.sign("strike", ONE, who="Ann", why="x")
    assert held.withdraw("strike", ONE, who="ANN", why="not ready")[1].missing == 2
    assert held.sign("strike", ONE, who="Ann", why="ready now")[1].missing == 1
    assert [s.verdict for s in held.all()] == ["signed", "withdrawn", "signed"]


@pytest.mark.parametrize(("digest", "who", "why"), [("abc", "Ann", "x"), (ONE, " ", "x"), (ONE, "Ann", "")])
def test_what_cannot_be_kept_makes_nothing(place: Place, digest: str, who: str, why: str) -> None:
    with pytest.raises(UsageError):
        Signatures(place).sign("strike", digest, who=who, why=why)
    assert Ledger(place).head() is None


def test_signatures_are_append_only_and_the_check_covers_them(place: Place) -> None:
    held = Signatures(place)
    held.sign("strike", ONE, who="Ann", why="x")
    for verb in ("UPDATE signature SET who = 'Eve'", "DELETE FROM signature"):
        with (
            pytest.raises(StorageError, match="append-only"),
            told(place),
            engines.writer(place) as connection,
        ):
            connection.execute(text(verb))
    tamper(place, "UPDATE signature SET who = 'Eve'")
    faults = checked(place, heads.remembered(place)).faults
    assert [f.kind for f in faults] == ["table"] and "signature" in faults[0].what


def test_a_move_carries_them(new_url: URL, home: Path) -> None:
    held = Signatures.find(home)
    held.sign("strike", ONE, who="Ann", why="평양")
    held.sign("strike", ONE, who="Ben", why="x")
    before = held.all()
    move(held.place, new_url(), print)
    there = Signatures.find(home)
    assert there.place != held.place and there.all() == before and there.of("strike", ONE).complete
    assert not checked(there.place, heads.remembered(there.place)).faults


def test_a_ledger_of_the_revision_before_is_read_and_taken_up(place: Place) -> None:
    with told(place), engines.writer(place) as connection:
        migrate.upgrade(connection, place.name, "r0003")
    assert Signatures(place).all() == []
    assert Signatures(place).sign("strike", ONE, who="Ann", why="x")[1].missing == 1
