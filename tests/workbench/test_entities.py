"""Parties over HTTP, and what stands around them."""

from __future__ import annotations

from typing import Any

from tests.workbench import lists
from tests.workbench.serving import Served


def fetched(served: Served, entity_id: str, **params: Any) -> dict[str, Any]:
    answer = served.get(f"/entities/{entity_id}", **params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_listing_is_an_entity_that_names_the_party(served: Served) -> None:
    found = fetched(served, "ofac-90100")
    [sanction] = found["properties"]["sanctions"]
    assert sanction["schema"] == "Sanction" and sanction["properties"]["entity"] == ["ofac-90100"]
    assert sanction["properties"]["status"] == ["listed"]
    assert (
        found["first_seen"] == f"{lists.FIRST}T00:00:00" and found["last_seen"] == f"{lists.SECOND}T00:00:00"
    )


def test_a_tie_is_an_entity_between_two_parties(served: Served) -> None:
    """OFAC-9345 is KOMID, of which the casebook knows who works for it."""
    found = fetched(served, "ofac-9345")
    employment = found["properties"]["employees"][0]
    assert employment["schema"] == "Employment" and employment["properties"]["employer"] == ["ofac-9345"]
    [employee] = employment["properties"]["employee"]
    assert employee["schema"] == "Person" and employee["caption"]
    back = fetched(served, employee["id"])["properties"]["employers"]
    assert employment["id"] in {tie["id"] for tie in back}


def test_a_delisted_party_says_so(served: Served) -> None:
    found = fetched(served, "ofac-90102")
    assert found["status"] == "delisted" and found["delisted"] and not found["target"]
    assert [one["delisted"] for one in found["lists"]] == [True]
    [sanction] = found["properties"]["sanctions"]
    assert sanction["properties"]["status"] == ["delisted"] and sanction["properties"]["endDate"]
    before = fetched(served, "ofac-90102", as_of=lists.FIRST)
    assert before["status"] == "listed" and before["target"] and before["as_of"] == lists.FIRST


def test_a_party_of_a_later_day_is_not_there_before(served: Served) -> None:
    assert served.get("/entities/ofac-90100", as_of="2024-02-28").status_code == 404


def test_another_id_leads_to_the_party_and_keeps_the_day(served: Served) -> None:
    for rest in ("", "/adjacent", "/adjacent/sanctions"):
        answer = served.get(f"/entities/un-KPe.001{rest}", as_of="2020-01-01")
        assert answer.status_code == 308
        assert answer.headers["location"] == f"/entities/ofac-9345{rest}?as_of=2020-01-01"


def test_adjacent_pages_by_property(served: Served) -> None:
    around = served.get("/entities/ofac-9345/adjacent", limit=3).json()
    assert around["entity"]["id"] == "ofac-9345"
    employees = around["adjacent"]["employees"]
    assert len(employees["results"]) == 3 and employees["total"]["value"] > 3
    page = served.get("/entities/ofac-9345/adjacent/employees", limit=500).json()
    assert page["results"][:3] == employees["results"] and len(page["results"]) == page["total"]["value"]
    late = served.get("/entities/ofac-9345/adjacent/sanctions", sort="last_change:desc", limit=500).json()[
        "results"
    ]
    assert [r["last_change"] for r in late] == sorted((r["last_change"] for r in late), reverse=True)


def test_what_is_not_there_is_not_found(served: Served) -> None:
    for path in ("nobody", "nobody/adjacent", "nobody/adjacent/sanctions", "%00", "ofac-9345/adjacent/name"):
        answer = served.get(f"/entities/{path}")
        assert answer.status_code == 404 and answer.json()["detail"], path
    assert served.get("/entities/ofac-9345/adjacent/familyPerson").status_code == 404
    empty = served.get("/entities/ofac-9345/adjacent/ownershipAsset").json()
    assert empty["results"] == [] and empty["total"]["value"] == 0


def test_only_a_listing_that_a_text_backs_makes_a_target(served: Served) -> None:
    results = served.get("/search/casebook", limit=500).json()["results"]
    assert {r["status"] for r in results} >= {"listed", "named in a source"}
    for r in results:
        standing = [o for o in r["lists"] if o["measure"] == "sanction" and not o["delisted"]]
        assert r["target"] == any(not o.get("unverified") for o in standing), r["id"]
        assert r["target"] == ("sanction" in r["properties"].get("topics", ())), r["id"]
