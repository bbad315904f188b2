"""Marks on hits: in the chain and append-only, found again for the same customer, until the party changes."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from yalu.errors import StorageError, UsageError
from yalu.ledger import engines, heads
from yalu.ledger.check import checked
from yalu.ledger.marks import Marks
from yalu.ledger.place import Place
from yalu.ledger.store import Ledger
from yalu.ledger.told import told
from yalu.screening import Query

QUERY = Query(names=["Kim  Yong Chol", "김영철"], birth_dates=["1962-02-18"], id="row-7")
TYPED_ELSE = Query(names=["김영철", "KIM YONG CHOL"], birth_dates=["1962-02-18"], id="row-9")


class Said:
    """Evidence that says what the test gives it."""

    def __init__(self, **parties: str) -> None:
        self.parties = parties

    def query(self, sql: str, ids: list[str]) -> list[tuple[str, ...]]:
        return [(i, "Person", "name", self.parties[i]) for i in ids if i in self.parties]


def said(**parties: str) -> Any:
    return Said(**parties)


def test_a_mark_returns_for_the_same_customer_and_no_other(place: Place) -> None:
    marks = Marks(place)
    assert marks.empty and marks.of(QUERY, ["a"]) is None
    one = marks.add(QUERY, ["a", "b"], said(a="Kim"), "false", who="Ann", why="another birthplace")
    again = Marks(place)
    assert again.of(TYPED_ELSE, ["b", "a"]) == one
    assert again.of(Query(names=["Kim Yong Chol"]), ["a"]) is None
    assert again.of(QUERY, ["c"]) is None


def test_a_party_that_changed_says_so(place: Place) -> None:
    from yalu.ledger.mark import fingerprints

    one = Marks(place).add(QUERY, ["a"], said(a="Kim"), "false", who="Ann", why="x")
    same, other = (fingerprints(said(a=name), [["a"]])["a"] for name in ("Kim", "Kim Il"))
    assert one.holds(same) and "changed" not in one.words(same)
    assert one.words(other) == f"marked false on {one.at[:10]} by Ann, but the party changed since: x"
    assert fingerprints(said(a="Kim", b="Kim"), [["a", "b"]])["a"] != same


def test_a_later_mark_takes_its_place_and_can_be_taken_back(place: Place) -> None:
    marks = Marks(place)
    marks.add(QUERY, ["a"], said(a="Kim"), "false", who="Ann", why="x")
    last = marks.add(TYPED_ELSE, ["a"], said(a="Kim"), "true", who="Ben", why="y")
    assert marks.of(QUERY, ["a"]) == last
    marks.add(QUERY, ["a"], said(a="Kim"), "withdrawn", who="Ben", why="z")
    assert marks.of(QUERY, ["a"]) is None and len(marks.all()) == 3


def test_marks_are_in_the_chain_and_cannot_be_changed(place: Place) -> None:
    ledger = Ledger(place)
    ledger.decide("a", "b", "same", who="Ann", why="x")
    Marks(place).add(QUERY, ["a"], said(a="Kim"), "unsure", who="Ann", why="x")
    head = ledger.head()
    assert head and head.seq == 3 and len(ledger.entries()) == 1
    assert not checked(place, heads.remembered(place)).faults
    for verb in ("UPDATE mark SET why = 'y'", "DELETE FROM mark"):
        with (
            pytest.raises(StorageError, match="append-only"),
            told(place),
            engines.writer(place) as connection,
        ):
            connection.execute(text(verb))


@pytest.mark.parametrize(
    ("query", "verdict", "why"), [(QUERY, "maybe", "x"), (QUERY, "true", " "), (Query(), "true", "x")]
)
def test_what_cannot_be_kept_makes_nothing(place: Place, query: Query, verdict: str, why: str) -> None:
    with pytest.raises(UsageError):
        Marks(place).add(query, ["a"], said(a="Kim"), verdict, who="Ann", why=why)
    assert Marks(place).empty and Ledger(place).head() is None
