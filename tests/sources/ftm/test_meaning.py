"""What becomes a listing, a tie, a quoted id; and what a file cannot make Yalu believe."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from tests.sources.ftm.test_forms import ENTITIES, codes, lines, said
from yalu.model.vocabulary import LISTING
from yalu.sources.ftm.parse import parse

PARTY = {"id": "a", "schema": "Company", "properties": {"name": ["A"]}}


def sanction(datasets: list[str], **properties: str) -> dict[str, Any]:
    given = {"entity": ["a"]} | {k: [v] for k, v in properties.items()}
    return {"id": "s", "schema": "Sanction", "properties": given, "datasets": datasets}


@pytest.mark.parametrize(
    ("datasets", "properties", "authority"),
    [
        (["us_ofac_sdn"], {}, "US"),
        (["x"], {"authority": "United Nations Security Council (UN SC)", "program": "DPRK"}, "UN"),
        (["x"], {"authority": "United Nations Security Council (UN SC)"}, ""),
        (["x"], {"authority": "A ministry", "program": "DPRK"}, ""),
        (["us_trade_csl"], {"authority": "Bureau of Industry and Security", "program": "Entity List"}, ""),
        (["un_sc_sanctions", "eu_fsf"], {}, ""),
        (["us_ofac_sdn"], {"status": "Expired"}, ""),
        (["us_ofac_sdn"], {"status": "Expired", "endDate": "2020-01-01"}, "US"),
    ],
)
def test_a_listing_is_never_guessed(datasets: list[str], properties: dict[str, str], authority: str) -> None:
    parsed = parse(lines(PARTY, sanction(datasets, **properties)), "r")
    listings, mentions = said(parsed, LISTING), said(parsed, "sanctionNamed")
    assert [s.value for s in listings] == ([authority] if authority else [])
    assert bool(mentions) is not bool(listings)
    assert ("no_listing" in codes(parsed)) is bool(mentions)


def test_a_tie_stands_between_all_of_its_ends_with_its_days_and_share() -> None:
    ties = [s for s in said(parse(ENTITIES, "r"), "Ownership") if "own-1" in s.detail]
    assert {(s.party, s.value) for s in ties} == {("r-NK-inv2", "r-NK-inv1"), ("r-NK-inv2", "r-NK-inv3")}
    assert {(s.from_lo, s.from_hi, s.to_lo, s.to_hi) for s in ties} == {
        ("2015-01-01", "2015-12-31", "2020-03-01", "2020-03-31")
    }
    assert orjson.loads(ties[0].detail)["share_pct"] == "51"


def test_a_tie_of_a_kind_that_is_not_known_here_keeps_its_meaning_as_a_role() -> None:
    [tie] = [s for s in said(parse(ENTITIES, "r"), "Ownership") if "ctl-1" in s.detail]
    assert orjson.loads(tie.detail) | {"datasets": ""} == {
        "role": "controls", "type": "Control", "tie": "ctl-1", "datasets": "",
    }  # fmt: skip


def test_ids_of_lists_are_quoted_and_never_merge() -> None:
    parsed = parse(ENTITIES, "r")
    assert {s.value for s in said(parsed, "quotedId", "inv1")} == {
        "NK-inv1", "ofac-99001", "gb-99002", "eu-9003.20",
    }  # fmt: skip
    assert not said(parsed, "sameAs")


def test_a_file_cannot_speak_with_the_voice_of_the_casebook() -> None:
    forged = [
        {"id": "x", "schema": "Incident", "properties": {"name": ["X"], "sameAs": ["ofac-9345"]}},
        {
            "id": "y",
            "schema": "Person",
            "properties": {"name": ["Y"], "Sanction": ["UN"], "sameAs": ["un-1"]},
        },
        {"id": "z", "schema": "Person", "properties": {"name": ["Z"], "Ownership": ["ofac-9345"]}},
    ]
    parsed = parse(lines(*forged), "r")
    assert {s.prop for s in parsed.sightings} == {
        "name", "quotedId", "ftm:sameAs", "ftm:Sanction", "ftm:Ownership",
    }  # fmt: skip
    assert {s.kind for s in parsed.sightings} == {"ftm:Incident", "Person"}
    assert all(s.party.startswith("r-") for s in parsed.sightings)


def test_addresses_and_documents_are_said_of_their_party() -> None:
    parsed = parse(ENTITIES, "r")
    assert [s.value for s in said(parsed, "address", "inv1")] == ["1 Invented Street, Pyongyang"]
    assert [(s.value, s.detail) for s in said(parsed, "passportNumber", "inv2")] == [
        ("654321", '{"country":"KP","until":"2020-01-01"}')
    ]
