"""Judgements are kept as they were said, in order; an undo revokes and deletes nothing."""

from __future__ import annotations

from datetime import datetime, tzinfo

import pytest

from yalu.errors import UsageError
from yalu.ledger import clock
from yalu.ledger.judgement import Judgement, Undo, Verdict
from yalu.ledger.store import Ledger, history


def test_a_judgement_is_kept_as_it_was_said(ledger: Ledger) -> None:
    made, head = ledger.decide("un-KPe.001", "ofac-9345", "same", who=" Ann ", why="one\naddress, 평양")
    assert (made.a, made.b) == ("ofac-9345", "un-KPe.001"), "a pair has no order"
    assert (made.verdict, made.who, made.why) == (Verdict.SAME, "Ann", "one\naddress, 평양")
    assert datetime.fromisoformat(made.at).tzinfo is not None
    assert ledger.entries() == [made]
    assert ledger.head() == head
    assert head.seq == 2, "the first row begins the ledger and names it"


def test_the_latest_judgement_on_a_pair_is_in_force(ledger: Ledger) -> None:
    ledger.decide("a", "b", "same", who="Ann", why="first")
    second, _ = ledger.decide("b", "a", "different", who="Bob", why="second")
    ledger.decide("a", "c", "unsure", who="Bob", why="looked")
    assert ledger.current("b", "a") == second
    assert len(ledger.standing()) == 2
    assert ledger.current("b", "c") is None


def test_an_undo_brings_the_judgement_before_it_back(ledger: Ledger) -> None:
    first, _ = ledger.decide("a", "b", "same", who="Ann", why="first")
    second, _ = ledger.decide("a", "b", "different", who="Ann", why="second")
    undone, undo, _ = ledger.undo(["a", "b"], who="Bob", why="mistyped")
    assert undone == second
    assert ledger.current("a", "b") == first
    assert ledger.entries() == [first, second, undo]
    assert ledger.undo([first.id], who="Bob", why="both")[0] == first
    assert ledger.current("a", "b") is None


def test_an_undo_without_a_name_takes_ones_own_last_judgement(ledger: Ledger) -> None:
    mine, _ = ledger.decide("a", "b", "same", who="Ann", why="x")
    ledger.decide("a", "c", "same", who="Bob", why="x")
    assert ledger.undo([], who="Ann", why="x")[0] == mine
    with pytest.raises(UsageError, match="Ann has no judgement that stands"):
        ledger.undo([], who="Ann", why="x")


def test_what_cannot_be_undone(ledger: Ledger) -> None:
    made, _ = ledger.decide("a", "b", "same", who="Ann", why="x")
    ledger.undo([made.id], who="Ann", why="x")
    before = ledger.head()
    for target, said in (
        ([made.id], f"{made.id} was undone already, on .* by Ann"),
        (["a", "b"], "No judgement stands on a and b"),
        (["j-0000"], "There is no judgement j-0000"),
    ):
        with pytest.raises(UsageError, match=said):
            ledger.undo(target, who="Ann", why="x")
    assert ledger.head() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a", "a", "same", "Ann", "x"), "both are a"),
        (("a", " ", "same", "Ann", "x"), "A record's id is missing"),
        (("a", "b", "maybe", "Ann", "x"), "'maybe' is no verdict"),
        (("a", "b", "same", "", "x"), "The name of who decides is missing"),
        (("a", "b", "same", "Ann", "\n"), "A reason .* is missing"),
        (("a", "b", "same", "Ann", "x" * 10_001), "10,001 characters"),
        (("a", "b\nc", "same", "Ann", "x"), r"U\+000A"),
        (("a", "b", "same", "Ann", "x\0y"), r"U\+0000"),
        (("a", "b", "same", "Ann", "\ud800"), r"U\+D800"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_makes_nothing(
    ledger: Ledger, words: tuple[str, ...], said: str
) -> None:
    a, b, verdict, who, why = words
    with pytest.raises(UsageError, match=said):
        ledger.decide(a, b, verdict, who=who, why=why)
    assert ledger.head() is None
    assert not ledger.place.folder.exists()


def test_the_history_of_a_record_and_of_a_pair(ledger: Ledger) -> None:
    ledger.decide("a", "b", "same", who="Ann", why="1")
    ledger.decide("b", "c", "same", who="Ann", why="2")
    ledger.undo(["a", "b"], who="Ann", why="3")
    ledger.decide("c", "d", "same", who="Ann", why="4")
    entries = ledger.entries()
    assert [e.why for e in history(entries, ["b"])] == ["1", "2", "3"]
    assert [e.why for e in history(entries, ["b", "a"])] == ["1", "3"]
    assert history(entries, []) == entries


def set_clock(monkeypatch: pytest.MonkeyPatch, instant: str) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls.fromisoformat(instant).replace(tzinfo=tz)

    monkeypatch.setattr(clock, "datetime", Clock)


def test_a_clock_that_jumps_back_turns_no_order_around(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Judgement | Undo] = []
    for instant, verdict in (("2026-05-01T10:00:00", "same"), ("1999-01-01T00:00:00", "different")):
        set_clock(monkeypatch, instant)
        for _ in range(2):
            made.append(ledger.decide("a", "b", verdict, who="Ann", why="x")[0])
    made.append(ledger.undo(["a", "b"], who="Ann", why="x")[1])
    times = [e.at for e in made]
    assert times == sorted(set(times)), "each later than the one before"
    assert times[-1] == "2026-05-01T10:00:00.000004Z"
    assert ledger.current("a", "b") == made[2]
    set_clock(monkeypatch, "2026-05-02T10:00:00")
    assert ledger.decide("a", "b", "same", who="Ann", why="x")[0].at == "2026-05-02T10:00:00.000000Z"


def test_what_stood_on_a_day(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, "2026-05-01T23:59:59")
    first, _ = ledger.decide("a", "b", "same", who="Ann", why="x")
    set_clock(monkeypatch, "2026-05-02T00:00:00")
    second, _ = ledger.decide("a", "b", "different", who="Ann", why="x")
    set_clock(monkeypatch, "2026-05-03T00:00:00")
    ledger.undo([second.id], who="Ann", why="x")
    days = ("2026-04-30", "2026-05-01", "2026-05-02", "2026-05-03")
    assert [ledger.current("a", "b", day) for day in days] == [None, first, second, first]
