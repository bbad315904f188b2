"""What dates a Swiss listing and ends it, how names are put together, and what is refused."""

from __future__ import annotations

import pytest
from lxml import etree

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.sources.ch_seco.modifications import History, history
from yalu.sources.ch_seco.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Sighting

FIXTURE = (FOLDER / "ch_seco" / "fixture" / "swiss-sanctions-list.xml").read_bytes()


def said(party: str, *props: str) -> list[Sighting]:
    parsed = parse(FIXTURE, "list")
    return [s for s in parsed.sightings if s.party == f"ch-{party}" and s.prop in props]


def target(*modifications: tuple[str, str, str]) -> etree._Element:
    """A target with these modifications: type, day of publication, day of effect."""
    element = etree.Element("target")
    for kind, published, effective in modifications:
        etree.SubElement(
            element,
            "modification",
            {"modification-type": kind, "publication-date": published, "effective-date": effective},
        )
    return element


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert [p.code for p in parsed.problems] == [
        *("link_unresolved", "unknown_program", "id_on_two_parties", "id_on_two_parties", "unread_fields"),
    ]
    assert parsed.records == 8
    assert parsed.stated == Interval("2024-12-17", "2024-12-17")
    assert {q.party for q in parsed.quarantined} == {"ch-9007"}


@pytest.mark.parametrize(
    ("modifications", "expected"),
    [
        ([("listed", "2016-03-04", "2016-03-05")], History("2016-03-05", "2016-03-05", "", False)),
        ([("listed", "2016-03-05", "2016-03-04")], History("2016-03-05", "2016-03-05", "", False)),
        (
            [("amended", "2017-09-15", ""), ("listed", "2016-03-04", "")],
            History("2016-03-04", "2017-09-15", "", False),
        ),
        (
            [("listed", "2010-01-01", ""), ("de-listed", "2015-01-01", "2015-01-02")],
            History("2010-01-01", "2010-01-01", "2015-01-02", False),
        ),
        (
            [("listed", "2010-01-01", ""), ("de-listed", "2015-01-01", ""), ("listed", "2020-01-01", "")],
            History("2020-01-01", "2020-01-01", "", True),
        ),
        ([("listed", "not a day", "")], History("", "", "", False)),
    ],
)
def test_histories(modifications: list[tuple[str, str, str]], expected: History) -> None:
    assert history(target(*modifications)) == expected


def test_a_listing_that_ended_bears_its_end_and_no_value_tells_of_it_before() -> None:
    (listing,) = said("9004", "Sanction")
    assert (listing.known_by, listing.known_hi) == (KnownBy.LISTING, "2010-01-01")
    assert (listing.to_hi, listing.ended_known_hi) == ("2015-01-02", "2015-01-02")
    assert not any("2015" in s.value + s.detail for s in parse(FIXTURE, "list").sightings)


def test_a_new_listing_is_another_one() -> None:
    (listing,) = said("9005", "Sanction")
    assert (listing.known_hi, listing.detail) == ("2020-01-01", '{"again":"2020-01-01","regime":"DPRK"}')


def test_a_name_is_its_parts_in_their_order_once_in_each_spelling() -> None:
    names = [(s.prop, s.value, s.lang) for s in said("9001", "name", "alias", "weakAlias")]
    assert names == [
        ("name", "Ri Won Ho", ""),
        ("alias", "리 원호", "ko"),
        ("alias", "Ri Won-Ho", ""),
        ("weakAlias", "Won", ""),
        ("alias", "Won Hyok Ri", ""),
    ]


def test_it_quotes_its_own_un_reference_and_not_another_party_s() -> None:
    assert [s.value for s in said("9001", "quotes")] == ["un-KPi.901", "un-KPi.902"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<swiss-sanctions-list/>", "the list holds no target"),
        (FIXTURE[: len(FIXTURE) * 3 // 4], "the file breaks off"),
        (FIXTURE.replace(b'ssid="9006"', b'ssid="x"'), "ssid of a target is 'x'"),
        (FIXTURE.replace(b"<entity/>", b"<thing/>").replace(b"9007", b"9008", 1), "a target without"),
        (FIXTURE.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1), "a declaration <!DOCTYPE"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("ch_seco: swiss-sanctions-list.xml")
