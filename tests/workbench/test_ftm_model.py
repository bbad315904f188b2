"""The table of followthemoney's schemata says what followthemoney says, and what we export fits it."""

from __future__ import annotations

from pathlib import Path

from yente_client.schemas import model

from tests.workbench.serving import Served
from yalu.model.vocabulary import EDGE_KINDS, PARTY_KINDS
from yalu.workbench.ftm.schemata import groups, names_within, schemata


def test_it_has_the_schemata_that_the_client_has() -> None:
    theirs = model["schemata"]
    assert set(schemata()) == set(theirs)
    for name, schema in schemata().items():
        assert schema.ancestors == set(theirs[name]["schemata"]), name
        assert schema.matchable == bool(theirs[name].get("matchable")), name
        own = {p: d["type"] for one in theirs[name]["schemata"] for p, d in theirs[one]["properties"].items()}
        assert {p: d.type for p, d in schema.properties.items()} == own, name
        if edge := theirs[name].get("edge"):
            assert schema.edge == (edge["source"], edge["target"])


def test_every_kind_of_party_and_tie_has_a_schema() -> None:
    assert set(schemata()) >= PARTY_KINDS
    assert all(schemata()[kind].matchable for kind in PARTY_KINDS)
    for kind in EDGE_KINDS:
        ends = schemata()[kind].edge
        assert ends and all(schemata()[kind].properties[end].reverse for end in ends), kind


def test_a_search_within_a_schema_covers_what_descends_from_it() -> None:
    assert {"LegalEntity", "Person", "Company", "PublicBody"} <= names_within("LegalEntity")
    assert "Vessel" not in names_within("LegalEntity") and "Vessel" in names_within("Thing")
    assert groups()["countries"] == ("country", "Countries")


def test_what_is_served_fits_the_model(served: Served) -> None:
    for dataset in ("ofac_sdn", "casebook"):
        for found in served.get(f"/search/{dataset}", limit=500).json()["results"]:
            properties = schemata()[found["schema"]].properties
            assert set(found["properties"]) <= set(properties), found["id"]
    nested = served.get("/entities/ofac-9345").json()["properties"]
    for prop in ("sanctions", "employees"):
        for one in nested[prop]:
            assert set(one["properties"]) <= set(schemata()[one["schema"]].properties)


def test_the_notice_names_its_owners() -> None:
    notice = (Path(__file__).resolve().parents[2] / "NOTICE").read_text(encoding="utf-8")
    assert "Journalism Development Network" in notice
