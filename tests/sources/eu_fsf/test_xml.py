"""The XML edition, by its published schema."""

from __future__ import annotations

import pytest

from tests.sources.eu_fsf.documents import XML, codes, said
from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.sources.eu_fsf.parse import parse


def test_parties_names_and_days() -> None:
    parsed = parse(XML, "list")
    assert parsed.stated == Interval("2018-07-04", "2018-07-04")
    assert parsed.records == 2
    assert codes(parsed) == ["unread_fields"]
    names = [
        (s.party, s.prop, s.value, s.lang, s.known_hi)
        for s in parsed.sightings
        if "ame" in s.prop or "lias" in s.prop
    ]
    assert names == [
        ("eu-9001.1", "weakAlias", "Ri W.", "", "2016-08-05"),
        ("eu-9001.1", "name", "RI Won Ho", "en", "2013-04-23"),
        ("eu-id-9002", "name", "Invented Trading", "", "2009-12-23"),
    ]


def test_a_day_of_designation_dates_the_listing_else_the_earliest_act() -> None:
    listings = [s for s in parse(XML, "list").sightings if s.prop == "Sanction"]
    assert [(s.detail, s.known_by, s.known_lo, s.known_hi) for s in listings] == [
        ('{"regime":"PRK"}', KnownBy.INSTRUMENT, "", "2013-04-23"),
        ('{"regime":"PRK"}', KnownBy.LISTING, "2009-12-23", "2009-12-23"),
    ]


def test_the_un_s_reference_is_quoted_and_what_is_none_is_a_note() -> None:
    assert said(parse(XML, "list"), "quotes") == [("quotes", "un-KPi.901", "", '{"field":"unitedNationId"}')]
    parsed = parse(XML.replace(b'unitedNationId="KPi.901"', b'unitedNationId="see UN"'), "list")
    assert said(parsed, "quotes") == []
    assert ("notes", "see UN", "", '{"field":"unitedNationId"}') in said(parsed, "notes")


def test_particulars() -> None:
    assert said(
        parse(XML, "list"), "birthDate", "birthPlace", "nationality", "passportNumber", "address"
    ) == [
        ("nationality", "NORTH KOREA, DPRK", "", ""),
        ("birthDate", "1964-07", "", '{"circa":true}'),
        ("birthPlace", "Wonsan", "", ""),
        ("passportNumber", "381310014", "", '{"country":"NORTH KOREA, DPRK","knownExpired":"true"}'),
        (
            "address",
            "12 Invented Street, Pyongyang, NORTH KOREA, DPRK",
            "",
            '{"country":"NORTH KOREA, DPRK"}',
        ),
    ]


def test_both_editions_give_a_party_the_same_id() -> None:
    assert {s.party for s in parse(XML, "list").sightings} == {"eu-9001.1", "eu-id-9002"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (XML[: len(XML) // 2], "the file breaks off"),
        (XML.replace(b"<export", b"<!DOCTYPE x><export", 1), "a declaration <!DOCTYPE"),
        (b"<html><body/></html>", "the root element is <html>"),
        (XML.replace(b"generationDate", b"made", 1), "generationDate is ''"),
        (XML.replace(b"<novelty/>", b"").replace(b"sanctionEntity", b"party"), "<party> stands in <export>"),
        (XML.replace(b'classificationCode="E"', b'classificationCode="X"'), "no subjectType P or E"),
        (XML.replace(b'logicalId="9002"', b'logicalId=""'), "or no logicalId"),
        (XML.replace(b'euReferenceNumber=""', b'euReferenceNumber="EU.9001.1"'), "eu-9001.1 stands twice"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("eu_fsf: eu_fsf.xml")
    assert caught.value.expected
