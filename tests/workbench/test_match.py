"""Screening over HTTP: what yente's clients expect, and what Yalu adds."""

from __future__ import annotations

from typing import Any

import pytest

from tests.workbench import lists
from tests.workbench.serving import Served

PERSON = {"schema": "Person", "properties": {"name": ["Inventus Rangsom"]}}


def test_a_result_says_why_and_of_which_evidence(served: Served) -> None:
    answer = served.match({"q": PERSON}).json()
    [found] = answer["responses"]["q"]["results"]
    assert answer["snapshot"] == served.get("/readyz").json()["snapshot"]
    assert answer["as_of"] == answer["on"] and answer["mode"] == "strict"
    assert found["alert"] and found["status"] == "listed" and not found["delisted"]
    assert [(one["authority"], one["source"]) for one in found["lists"]] == [("US", "ofac_sdn")]
    assert any("Rangsom" in reason for reason in found["reasons"])
    assert found["explanations"]["name_match"]["query"] == "Inventus Rangsom"
    assert answer["responses"]["q"]["total"] == {"value": 1, "relation": "eq"}


def test_the_quick_way_answers_like_fastapis_own(served: Served) -> None:
    """A query parameter at its default, or another content type, sends the same request the other way."""
    asked = {"q": PERSON, "none": {"schema": "Person", "properties": {"name": ["Nobody Atall"]}}}
    quick = served.match(asked).json()
    assert quick["responses"]["q"]["results"]
    assert quick == served.match(asked, limit=5).json()
    with served.client() as client:
        typed = client.post(
            "/match/default", json={"queries": asked}, headers={"content-type": "application/ld+json"}
        )
    assert typed.json() == quick


def test_the_day_decides_who_is_listed(served: Served) -> None:
    asked = {"q": {"schema": "Company", "properties": {"name": ["Quondam Ventures Ltd"]}}}

    def ids(**day: str) -> list[str]:
        answer = served.match(asked, **day).json()
        return [r["id"] for r in answer["responses"]["q"]["results"] if r["status"] == "listed"]

    assert ids(as_of="2024-02-28") == []
    assert ids(as_of=lists.FIRST) == ["ofac-90102"]
    assert ids() == []


def test_threshold_and_cutoff_mean_what_they_mean_in_yente(served: Served) -> None:
    near = {"q": {"schema": "Person", "properties": {"name": ["Inventa Rangsem"]}}}
    shown = served.match(near, threshold=0.99, cutoff=0.3).json()["responses"]["q"]
    assert shown["results"] and not any(r["match"] for r in shown["results"])
    assert shown["total"]["value"] == 0
    assert served.match(near, threshold=0.99).json()["responses"]["q"]["results"] == []
    low = served.match(near, threshold=0.3).json()["responses"]["q"]
    assert all(r["match"] for r in low["results"]) and low["total"]["value"] == len(low["results"])


def test_the_limit_bounds_what_is_shown_and_not_what_is_counted(served: Served) -> None:
    many = {"q": {"schema": "Company", "properties": {"name": ["Filler Enterprise"]}}}
    wide = served.match(many, threshold=0.1, limit=500).json()["responses"]["q"]
    narrow = served.match(many, threshold=0.1, limit=2).json()["responses"]["q"]
    assert len(wide["results"]) > 2 and narrow["results"] == wide["results"][:2]
    assert narrow["total"] == wide["total"]
    scores = [r["score"] for r in wide["results"]]
    assert scores == sorted(scores, reverse=True)


def test_a_batch_answers_every_key(served: Served) -> None:
    asked = {
        f"k{n}": {"schema": "Company", "properties": {"name": [f"Filler Enterprise {n}"]}} for n in range(100)
    }
    answer = served.match(asked)
    assert set(answer.json()["responses"]) == set(asked)
    assert answer.headers["x-batch-size"] == "100"
    best = {
        key: found["results"][0]["id"]
        for key, found in answer.json()["responses"].items()
        if found["results"]
    }
    assert all(best[f"k{n}"] == f"ofac-{90200 + n}" for n in range(12))


def test_what_is_not_compared_is_said(served: Served) -> None:
    found = served.one(
        "Person", name="Inventus Rangsom", birthDate="31/02/1965", shoeSize="43", nationality=[{"id": "x"}]
    )
    assert found["results"]
    assert len(found["ignored"]) == 3
    assert any("birthDate" in one and "no date" in one for one in found["ignored"])
    assert any("shoeSize: no property of Person" in one for one in found["ignored"])


def test_a_person_without_a_whole_name_is_put_together(served: Served) -> None:
    found = served.one("Person", firstName="Inventus", lastName="Rangsom")
    assert [r["id"] for r in found["results"]] == ["ofac-90100"]


def test_numbers_find_without_a_name(served: Served) -> None:
    assert [r["id"] for r in served.one("Person", passportNumber="745132096")["results"]] == ["ofac-90100"]
    assert [r["id"] for r in served.one("Vessel", imoNumber="9074729")["results"]] == ["ofac-90101"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "x" * 10_000,
        "리" * 10_000,
        "Ran\x00gsom\x07\x1b[31m",
        "\u202eمosgnaR\u202c אבג Rangsom",
        "\ud800Kim",
        "🚢",
    ],
    ids=["empty", "blank", "long", "long hangul", "control", "mixed direction", "surrogate", "emoji"],
)
def test_no_name_is_too_strange(served: Served, name: str) -> None:
    with served.client() as client:
        body = b'{"queries": {"q": {"schema": "Person", "properties": {"name": [%s]}}}}' % _json(name)
        answer = client.post("/match/default", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["responses"]["q"]["total"]["value"] == 0 or "Rangsom" in name


def _json(text: str) -> bytes:
    import json

    return json.dumps(text).encode()


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        ({"queries": {}}, 400, "No queries provided."),
        ({"queries": {"q": {"schema": "Persn", "properties": {}}}}, 400, "Unknown schema: 'Persn'"),
        (
            {"queries": {"q": {"schema": "Document", "properties": {}}}},
            400,
            "Non-matchable schema for query: Document",
        ),
        ({"queries": {"q": PERSON}, "config": {"nm_x": 1}}, 400, "Invalid configuration parameter: nm_x"),
        (
            {"queries": {str(n): PERSON for n in range(10_001)}},
            400,
            "Too many queries in one batch (limit: 100)",
        ),
        ({"queries": {"q": {"properties": {}}}}, 422, "Field required"),
        ({"queries": [PERSON]}, 422, "valid dictionary"),
    ],
)
def test_wrong_bodies_are_refused_with_a_reason(served: Served, body: Any, status: int, detail: str) -> None:
    with served.client() as client:
        answer = client.post("/match/default", json=body)
    assert answer.status_code == status
    assert detail in answer.text and "detail" in answer.json()


@pytest.mark.parametrize(
    ("params", "status", "detail"),
    [
        ({"limit": 501}, 422, "less than or equal to 500"),
        ({"threshold": "nan"}, 422, "finite"),
        ({"algorithm": "logic-v1"}, 400, "Invalid algorithm: logic-v1"),
        ({"as_of": "2024-02-30"}, 400, "is not a day that exists"),
        ({"as_of": "2999-01-01"}, 400, "has not come"),
        ({"mode": "lax"}, 422, "strict"),
        ({"changed_since": "yesterday"}, 422, "pattern"),
        ({"include_dataset": "un_sc"}, 404, "run yalu sync un_sc"),
        ({"exclude_entity_ids": [str(n) for n in range(51)]}, 422, "at most 50"),
    ],
)
def test_wrong_parameters_are_refused_with_a_reason(
    served: Served, params: dict[str, Any], status: int, detail: str
) -> None:
    answer = served.match({"q": PERSON}, **params)
    assert answer.status_code == status
    assert detail in answer.text


def test_an_unknown_dataset_is_not_found(served: Served) -> None:
    answer = served.match({"q": PERSON}, "sanctions")
    assert (answer.status_code, answer.json()) == (404, {"detail": "No such dataset: 'sanctions'."})


@pytest.mark.parametrize("body", [b"{", b"", b"[" * 5_000, b'{"queries": {"q": NaN}}', b"\xff\xfe", b"null"])
def test_a_body_that_is_no_json_is_refused(served: Served, body: bytes) -> None:
    with served.client() as client:
        answer = client.post("/match/default", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]


def test_weights_are_read_and_said_to_be_unused(served: Served) -> None:
    with served.client() as client:
        answer = client.post(
            "/match/default", json={"queries": {"q": PERSON}, "weights": {"name_literal": 0.1}}
        )
    assert answer.json()["ignored"] == ["weights: Yalu's weights are its own"]
