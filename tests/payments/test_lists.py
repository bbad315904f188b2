"""Lists at each payment's day, answered once for all days where nobody of any day is met."""

from __future__ import annotations

from pathlib import Path

from tests.screening.made import index, party, statement
from yalu.evidence.view import When
from yalu.model.clock import Mode
from yalu.payments.chain.asks import Asked
from yalu.payments.chain.days import Days, turns
from yalu.payments.chain.lists import Lists
from yalu.screening import Screener
from yalu.screening.day import Day

LATER = {"known_lo": "2022-05-01", "known_hi": "2022-05-01"}


def _lists(folder: Path) -> Lists:
    rows = [
        *party("a", "Person", "Gorvan Illesti"),
        statement("a", "Person", "birthDate", "1950-01-01", **LATER),
        *party("b", "Company", "Ostrava Quondam Bank", swiftBic="OSTRCZPP"),
        *party("c", "Company", "Later Listed Holding"),
    ]
    rows = [r if r.party != "c" else r.__class__(**{**_fields(r), **LATER}) for r in rows]
    found = index(folder, rows)
    first = Screener(Day(found, When.at("2026-01-01")))
    days: Days[Screener] = Days(turns(found), lambda at: first.at(at), on="", mode=Mode.STRICT, exact=False)
    return Lists(days, first, 5)


def _fields(row: object) -> dict[str, str]:
    from yalu.model.statement import COLUMNS

    return {name: getattr(row, name) for name in COLUMNS}


def test_a_fact_that_became_known_later_hides_nobody_of_an_earlier_day(tmp_path: Path) -> None:
    lists = _lists(tmp_path)
    asked = Asked("Gorvan Illesti", "Person", "1980-07-07", "", ())
    assert [hit.id for hit in lists.hits(asked, "2021-01-01")] == ["a"]
    assert lists.hits(asked, "2023-01-01") == ()


def test_nobody_is_shown_before_its_day_and_nobody_is_lost_after(tmp_path: Path) -> None:
    lists = _lists(tmp_path)
    asked = Asked("Later Listed Holding", "", "", "", ())
    assert lists.hits(asked, "2021-01-01") == ()
    assert [hit.id for hit in lists.hits(asked, "2022-06-01")] == ["c"]


def test_a_branch_of_a_listed_bank_is_the_bank(tmp_path: Path) -> None:
    lists = _lists(tmp_path)
    asked = Asked("", "", "", "", (("bic", "OSTRCZPPABC"), ("bic", "OSTRCZPP")))
    assert [hit.id for hit in lists.hits(asked, "2023-01-01")] == ["b"]
    assert lists.nobody(Asked("", "", "", "", (("bic", "OTHRCZPP"),)))


def test_texts_that_differ_in_digits_alone_share_an_answer_with_right_places(tmp_path: Path) -> None:
    lists = _lists(tmp_path)
    for text in ("INV 123 OSTRAVA QUONDAM BANK", "INV 456 OSTRAVA QUONDAM BANK"):
        (spotted,) = lists.text(text, "2023-01-01")
        assert text[spotted.span.start : spotted.span.end] == "OSTRAVA QUONDAM BANK"
    assert lists.text("SPARE PARTS AND BANK FEES", "2023-01-01") == ()
