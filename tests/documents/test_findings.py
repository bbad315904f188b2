"""What is found in a page: names however written, numbers, sums, dates, and ties that it may state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.screening.made import index, party
from yalu.documents.amounts import amounts
from yalu.documents.days import days
from yalu.documents.findings import find
from yalu.documents.numbers import identifiers
from yalu.documents.page import Page, Text
from yalu.documents.proposals import phrases, sentences
from yalu.evidence.view import When
from yalu.regimes import load_regime
from yalu.screening.day import Day

ROWS = [
    *party("a-1", "Person", "RI Hong Sop", "리홍섭"),
    *party("a-2", "Company", "Golden Pine Trading Company Limited", "金松贸易"),
    *party("a-3", "Vessel", "HOPE", imoNumber="8518780"),
    *party("a-4", "Company", "Golden Pine Trading Company Limited"),
    *party("a-5", "Company", "Silver Birch Bank"),
    *party("a-6", "Person", "Later Known Man", known_lo="2025-01-01"),
]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    return Day(index(tmp_path_factory.mktemp("index"), ROWS), When.at("2026-01-01"))


def found(day: Day, *pages: str) -> dict[str, Any]:
    return find(Text("txt", "r", [Page(n, p) for n, p in enumerate(pages, start=1)]), "sha", day)


def mentions(day: Day, text: str) -> list[tuple[str, list[str]]]:
    return [(m["text"], m["parties"]) for m in found(day, text)["mentions"]]


@pytest.mark.parametrize(
    ("text", "written", "parties"),
    [
        ("They met Ri Hong Sop there.", "Ri Hong Sop", ["a-1"]),
        ("They met RI, Hong-sop there.", "RI, Hong-sop", ["a-1"]),
        ("They met Ri Hong\nSop there.", "Ri Hong\nSop", ["a-1"]),
        ("They met Lee Hong Sup there.", "Lee Hong Sup", ["a-1"]),
        ("어제 리홍섭은 말했다.", "리홍섭", ["a-1"]),
        ("据悉金松貿易已付款。", "金松貿易", ["a-2"]),
        ("the Silver Birch Bank paid", "Silver Birch Bank", ["a-5"]),
        (
            "by Golden Pine Trading Com-\npany Limited.",
            "Golden Pine Trading Com-\npany Limited",
            ["a-2", "a-4"],
        ),
        ("the vessel Hope sailed", "Hope", ["a-3"]),
    ],
)
def test_a_name_is_found_as_it_is_written(day: Day, text: str, written: str, parties: list[str]) -> None:
    assert (written, parties) in mentions(day, text)


@pytest.mark.parametrize(
    "text", ["We hope so. Hope is not lost.", "silver birch bank", "Ri said. Hong did. Sop too."]
)
def test_words_are_no_names(day: Day, text: str) -> None:
    assert mentions(day, text) == []


def test_offsets_are_those_of_the_page(day: Day) -> None:
    text = "On that day Ri Hong Sop met Lee Hong Sup."
    for m in found(day, "x", text)["mentions"]:
        assert m["page"] == 2 and text[m["start"] : m["end"]] == m["text"] and m["how"]


def test_a_name_known_later_is_not_looked_for(tmp_path: Path) -> None:
    early = Day(index(tmp_path, [*party("a-1", "Person", "Some Man")]), When.at("2019-12-31"))
    assert mentions(early, "Some Man came.") == []
    assert found(early, "Some Man came.")["names"] == 0


def test_numbers_are_found_by_their_words_and_checked(day: Day) -> None:
    text = (
        "IMO No. 8518780, IMO: 1234568, MMSI 445123456, passport no. PS472310082, SWIFT code DEUTDEFF,"
        " LEI 5493001KJTIIGC8Y1R12, call sign HMZX2, phone 8518780."
    )
    kinds = {(i.kind, i.value): i.valid for i in identifiers(text)}
    assert kinds == {
        ("imo", "8518780"): True,
        ("imo", "1234568"): False,
        ("mmsi", "445123456"): None,
        ("passport", "PS472310082"): None,
        ("bic", "DEUTDEFF"): True,
        ("lei", "5493001KJTIIGC8Y1R12"): True,
        ("call-sign", "HMZX2"): None,
    }
    [ship] = [i for i in found(day, "IMO 8518780")["identifiers"] if i["parties"]]
    assert ship["parties"] == ["a-3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paid USD 1,250,000.50 then", [("USD", "1250000.5")]),
        ("some US$1.5 million", [("USD", "1500000")]),
        ("$3,000 and €20 million", [("$", "3000"), ("EUR", "20000000")]),
        ("2.5 billion yuan", [("CNY", "2500000000")]),
        ("500万美元", [("USD", "5000000")]),
        ("in 2016 the dollar fell; page 12", []),
    ],
)
def test_sums_have_a_currency_and_a_decimal(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(a.currency, a.amount) for a in amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 12 March 2018 and March 3rd, 2019", ["2018-03-12", "2019-03-03"]),
        ("in Sept. 2016, by 2017-01-31", ["2016-09", "2017-01-31"]),
        ("31.12.2015 or 12/31/2015", ["2015-12-31", "2015-12-31"]),
        ("2016年3月12日 2016년 4월", ["2016-03-12", "2016-04"]),
        ("12 марта 2016 года, 5 мая 2017", ["2016-03-12", "2017-05-05"]),
        ("31 February 2016, 2016-13-01", []),
    ],
)
def test_dates_are_read_in_several_forms(text: str, expected: list[str]) -> None:
    made = list(days(text))
    assert [d.value for d in made] == expected
    assert all(text[d.start : d.end].strip() for d in made)


def test_a_sentence_with_two_parties_and_words_between_proposes_a_tie(day: Day) -> None:
    text = "Rain. Ri Hong Sop is a director of Silver Birch Bank. Silver Birch Bank is owned by RI Hong Sop."
    first, second = found(day, text)["proposals"]
    assert (first["tie"], first["subject"], first["object"]) == ("director_of", "a-1", "a-5")
    assert first["passage"] == "Ri Hong Sop is a director of Silver Birch Bank."
    assert text[first["start"] : first["end"]] == first["passage"]
    assert (second["tie"], second["subject"], second["object"]) == ("owned_by", "a-5", "a-1")


def test_two_parties_of_one_name_are_told(day: Day) -> None:
    [one] = found(day, "Ri Hong Sop is the owner of Golden Pine Trading Company Limited.")["proposals"]
    assert (one["object"], one["also"]) == ("a-2", ("a-4",))


@pytest.mark.parametrize(
    "text",
    [
        "Ri Hong Sop came. The director of Silver Birch Bank left.",
        "Ri Hong Sop and Silver Birch Bank were named.",
        "A man is a director of Silver Birch Bank.",
    ],
)
def test_no_tie_is_proposed_without_all_three(day: Day, text: str) -> None:
    assert found(day, text)["proposals"] == []


def test_a_name_within_a_longer_one_counts_less_and_proposes_nothing(day: Day) -> None:
    made = found(day, "Ri Hong Sop Junior is a director of Silver Birch Bank.")
    [person] = [m for m in made["mentions"] if "a-1" in m["parties"]]
    assert (person["score"], person["how"]) == (0.7, "the name as listed, within a longer one")
    assert made["proposals"] == []


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Foo Co. Ltd. paid Mr. Lee. It was No. 5. 他付款。他走了。"
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        "Foo Co. Ltd. paid Mr. Lee.",
        "It was No. 5.",
        "他付款。",
        "他走了。",
    ]


def test_every_phrase_speaks_for_a_tie_of_the_regime() -> None:
    types = load_regime().tie_types
    assert {tie for _, tie, _ in phrases()} <= {name for name, t in types.items() if not t.same_party}
