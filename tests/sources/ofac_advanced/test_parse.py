"""sdn_advanced.xml: days of listing, relations, dates with their precision; what is no list is refused."""

from __future__ import annotations

import pytest

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import Interval
from yalu.sources.ofac_advanced.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Sighting

FIXTURE = (FOLDER / "ofac_advanced" / "fixture" / "sdn_advanced.xml").read_bytes()


def said(*props: str, party: str = "") -> list[Sighting]:
    of = f"ofac-{party}"
    return [s for s in parse(FIXTURE, "list").sightings if s.prop in props and of in (s.party, "ofac-")]


def test_the_fixture_shows_its_problems() -> None:
    parsed = parse(FIXTURE, "list")
    assert [p.code for p in parsed.problems] == [
        *("link_unresolved", "spreadsheet_date", "imo_check_digit", "unknown_kind", "no_listing"),
        *("id_on_two_parties", "id_on_two_parties", "unread_fields"),
    ]
    assert parsed.records == 6
    assert parsed.stated == Interval("2024-12-16", "2024-12-16")
    assert {q.party for q in parsed.quarantined} == {"ofac-2677"}


def test_the_earliest_event_dates_the_listing_and_each_legal_basis_its_own() -> None:
    (listing,) = said("Sanction", party="99001")
    assert (listing.known_by, listing.known_hi, listing.from_hi) == (
        KnownBy.LISTING,
        "2009-06-30",
        "2009-06-30",
    )
    assert [(s.value[:21], s.known_hi) for s in said("legalBasis", party="99001")] == [
        ("Executive Order 13382", "2009-06-30"),
        ("Executive Order 13722", "2016-03-16"),
    ]


def test_an_event_without_a_whole_day_dates_nothing() -> None:
    (listing,) = said("Sanction", party="99011")
    assert (listing.known_by, listing.known_hi) == (KnownBy.COPIES, "")


def test_a_party_that_no_list_has_is_not_listed() -> None:
    assert said("Sanction", party="99004") == []


def test_only_the_latin_primary_name_of_a_party_never_renamed_is_dated_by_the_listing() -> None:
    names = [(s.prop, s.value, s.lang, s.known_by) for s in said("name", "alias", "weakAlias", party="99001")]
    assert names == [
        ("name", "EXAMPLE, First", "", KnownBy.LISTING),
        ("alias", "리원호", "ko", KnownBy.COPIES),
        ("weakAlias", "ONE", "", KnownBy.COPIES),
    ]
    assert [(s.prop, s.known_by) for s in said("name", "previousName", party="99010")] == [
        ("name", KnownBy.COPIES),
        ("previousName", KnownBy.COPIES),
    ]


def test_relations_keep_their_type_and_control_is_no_ownership() -> None:
    ties = [(s.party, s.prop, s.value, s.detail) for s in said("Representation", "Ownership", "UnknownLink")]
    assert ties == [
        (
            "ofac-99001",
            "Representation",
            "ofac-99010",
            '{"former":true,"note":"until 2016","role":"acting_for_or_on_behalf_of"}',
        ),
        ("ofac-99011", "UnknownLink", "ofac-99010", '{"role":"owned_or_controlled_by"}'),
    ]


def test_dates_keep_their_precision() -> None:
    assert [(s.value, s.detail) for s in said("birthDate", "incorporationDate")] == [
        ("1973-09-30", ""),
        ("1974", '{"circa":true}'),
        ("1988-04", ""),
    ]


def test_a_span_of_years() -> None:
    span = FIXTURE.replace(b"<Year>1974</Year><Month>12</Month>", b"<Year>1976</Year><Month>12</Month>")
    births = [(s.value, s.detail) for s in parse(span, "list").sightings if s.prop == "birthDate"]
    assert births[1] == ("1974", '{"circa":true,"to":"1976"}')


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<sdnList/>", "the root element is <sdnList>"),
        (b"<Sanctions/>", "the list holds no party"),
        (FIXTURE[: len(FIXTURE) * 3 // 4], "the file breaks off"),
        (FIXTURE.replace(b'FixedRef="99004"', b'FixedRef="x"'), "line 141: FixedRef is 'x'"),
        (FIXTURE.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1), "a declaration <!DOCTYPE"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(ContractError, match=message) as caught:
        parse(content, "list")
    assert str(caught.value).startswith("ofac_advanced: sdn_advanced.xml")
