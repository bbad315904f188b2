"""Out and in again is the same; a wrong line takes nothing in; the same file twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu.errors import UsageError
from yalu.ledger import importing
from yalu.ledger.exchange import format_of, from_text, to_text
from yalu.ledger.importing import Taken
from yalu.ledger.judgement import Entry, Judgement, from_json, judge, revoke
from yalu.ledger.place import find
from yalu.ledger.store import Ledger

AT = "2026-05-01T10:00:00.000000Z"
FORMS = ["jsonl", "csv"]


def take(ledger: Ledger, text: str, form: str = "csv") -> Taken:
    return importing.take(ledger.place, from_text(text, form, "file"), "file", who="Imp", warn=print)


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.decide("a", "b", "same", who="Ann", why='=SUM(1)+"x", 평양\nsecond line')
    ledger.decide("a", "c", "different", who="'=Bob", why="'quoted'")
    ledger.undo(["a", "b"], who="Ann", why="-5")
    ledger.decide("-id", "b", "unsure", who="Ann", why="x")
    return ledger


@pytest.mark.parametrize("form", FORMS)
def test_out_and_in_again(kept: Ledger, form: str, tmp_path: Path) -> None:
    text = to_text(kept.entries(), form)
    other = Ledger(find(tmp_path / "other"))
    assert take(other, text, form) == Taken(4, 0)
    assert other.entries() == kept.entries()
    assert to_text(other.entries(), form) == text
    assert other.standing() == kept.standing()
    before = other.head()
    assert take(other, text, form) == Taken(0, 4)
    assert other.head() == before, "nothing is written for nothing new"
    assert take(kept, text, form) == Taken(0, 4)


def test_two_ledgers_that_exchange_what_they_hold_agree(ledger: Ledger, tmp_path: Path) -> None:
    other = Ledger(find(tmp_path / "other"))
    ledger.decide("a", "b", "same", who="Ann", why="x")
    other.decide("a", "b", "different", who="Bob", why="later, so it counts")
    shared, _ = ledger.decide("c", "d", "same", who="Ann", why="x")
    take(other, to_text(ledger.entries(), "jsonl"), "jsonl")
    for one in (ledger, other):
        one.undo([shared.id], who="Cid", why="both at once")
    take(ledger, to_text(other.entries(), "jsonl"), "jsonl")
    take(other, to_text(ledger.entries(), "jsonl"), "jsonl")
    assert ledger.standing() == other.standing()
    assert {e.id for e in ledger.entries()} == {e.id for e in other.entries()}
    current = ledger.current("a", "b")
    assert current and current.who == "Bob"


texts = st.text(st.characters(exclude_categories=("Cs", "Cc"))).filter(lambda t: bool(t.strip()))
reasons = st.one_of(texts, st.sampled_from(["=1+1", "'=x", "''", "'", "@a", "a\nb", '"', "+,-", "a\tb"]))


@given(st.lists(st.tuples(texts, texts, st.sampled_from(["same", "different", "unsure"]), texts, reasons)))
def test_every_text_comes_back(rows: list[tuple[str, str, str, str, str]]) -> None:
    made: list[Entry] = []
    for a, b, verdict, who, why in rows:
        if a.strip() != b.strip():
            one = judge(a, b, verdict, who, AT, why)
            made += [one, revoke(one.id, who, AT, why)]
    for form in FORMS:
        assert [from_json({"undoes": "", **f}) for _, f in from_text(to_text(made, form), form, "f")] == made


def test_a_list_of_ones_own(ledger: Ledger) -> None:
    text = "\ufeffa,b,verdict,why\r\nofac-1,un-1,same,one address\r\nofac-1,un-2,different,born apart\r\n"
    assert take(ledger, text) == Taken(2, 0)
    assert [(e.who, e.why) for e in ledger.entries()] == [("Imp", "one address"), ("Imp", "born apart")]
    assert take(ledger, text) == Taken(0, 2)
    assert take(ledger, "a,b,verdict,who,why\nun-1,ofac-1,same,Bob,one address\n") == Taken(1, 0)


LINE = '{{"type":"judgement","a":"a","b":"c","verdict":"same","who":"Bob","at":"{}","why":"x"}}'


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("a,b,verdict,why\na,b,same,x\na,c,maybe,x\n", "csv", "line 3: 'maybe' is no verdict"),
        ("a,b,verdict,why\na,b,same,x\na,a,same,x\n", "csv", "line 3: .* both are a"),
        ("a,b,verdict,why\na,b,same,x\na,c,same\n", "csv", "line 3: it has more or fewer cells"),
        ("a,b,verdict,why\na,b,same,x\na,c,same,\n", "csv", "line 3: the field 'why' is missing"),
        ("a,b,verdict,why,by\na,b,same,x,y\n", "csv", "line 2: the field 'by' is unknown"),
        ("x,y\n1,2\n", "csv", "line 1: it is no head of an export"),
        ('a,b,verdict,why\na,b,same,"x\n', "csv", "it is no CSV"),
        ("\n{\n", "jsonl", "line 2: it is no JSON"),
        ("[]\n", "jsonl", "line 1: it is no object"),
        ('{"version":2}\n', "jsonl", "line 1: it has version 2"),
        ('{"a":1}\n', "jsonl", "line 1: a field holds no text"),
        (LINE.format("2999-01-01T00:00:00Z"), "jsonl", "line 1: it is of 2999.* which has not come yet"),
        (LINE.format("yesterday"), "jsonl", "line 1: 'yesterday' is no time"),
        (LINE.format(AT).replace('"type"', '"id":"j-1","type"'), "jsonl", "line 1: The id j-1 does not fit"),
        (LINE.format(AT).replace("judgement", "verdict"), "jsonl", "line 1: the type 'verdict' is unknown"),
        (
            '{"type":"undo","undoes":"j-none","who":"Bob","at":"2026-05-01T10:00:00Z","why":"x"}',
            "jsonl",
            "line 1: it undoes j-none, which is not there",
        ),
        ('{"type":"undo","undoes":"j-none","who":"Bob","why":"x"}', "jsonl", "line 1: it has no time"),
    ],
)
def test_a_wrong_line_takes_nothing_in(ledger: Ledger, text: str, form: str, said: str) -> None:
    ledger.decide("a", "b", "unsure", who="Ann", why="x")
    before = ledger.head()
    with pytest.raises(UsageError, match=said) as error:
        take(ledger, text, form)
    assert "Nothing of the file was taken in." in error.value.what
    assert ledger.head() == before


def test_an_entry_that_says_other_than_its_id_is_refused(kept: Ledger, tmp_path: Path) -> None:
    text = to_text(kept.entries(), "jsonl").replace('"different"', '"same"')
    other = Ledger(find(tmp_path / "other"))
    with pytest.raises(UsageError, match=r"line 2: The id j-.* does not fit what the entry says"):
        take(other, text, "jsonl")
    assert other.head() is None


def test_a_time_with_another_zone_is_the_same_time(ledger: Ledger) -> None:
    assert take(ledger, LINE.format("2026-05-01T12:00:00+02:00"), "jsonl") == Taken(1, 0)
    assert take(ledger, LINE.format("2026-05-01T10:00:00Z"), "jsonl") == Taken(0, 1)
    [entry] = ledger.entries()
    assert isinstance(entry, Judgement) and entry.at == AT


def test_the_format_follows_the_name() -> None:
    assert [format_of(n) for n in ("x.csv", "x.CSV", "x.jsonl", "-")] == ["csv", "csv", "jsonl", "jsonl"]
    assert format_of("x.csv", "jsonl") == "jsonl"
    with pytest.raises(UsageError, match="'xml' is no format"):
        format_of("x", "xml")
