"""Search over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from tests.workbench.serving import Served


def ids(served: Served, q: str = "", dataset: str = "ofac_sdn", **params: Any) -> list[str]:
    answer = served.get(f"/search/{dataset}", q=q, **params)
    assert answer.status_code == 200, answer.text
    return [r["id"] for r in answer.json()["results"]]


def test_words_phrases_and_what_must_not_occur(served: Served) -> None:
    assert ids(served, "inventus rangsom") == ["ofac-90100"]
    assert ids(served, "RANGSÓM, inventus") == ["ofac-90100"]
    assert ids(served, "invent*", sort="id") == ["ofac-90100", "ofac-90101"]
    assert ids(served, "invent* -breeze") == ["ofac-90100"]
    assert ids(served, '"breeze invented"') == []
    assert ids(served, "breeze OR rangsom", sort="id:desc") == ["ofac-90101", "ofac-90100"]
    assert ids(served, "745132096") == ["ofac-90100"]


def test_fuzzy_lets_a_word_differ(served: Served) -> None:
    assert ids(served, "rangsem") == []
    assert ids(served, "rangsem", fuzzy=True) == ["ofac-90100"]


def test_a_search_without_words_finds_all(served: Served) -> None:
    answer = served.get("/search/ofac_sdn", limit=0).json()
    assert answer["results"] == [] and answer["total"]["value"] == 14


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"schema": "Vessel"}, ["ofac-90101"]),
        ({"schema": "Person"}, ["ofac-90100"]),
        ({"schema": "LegalEntity", "exclude_schema": "Organization"}, ["ofac-90100"]),
        ({"countries": "kp"}, ["ofac-90100"]),
        ({"filter": "properties.birthDate:1965-02-12"}, ["ofac-90100"]),
        ({"filter": "properties.nationality:kp"}, ["ofac-90100"]),
        ({"filter": "identifiers:9074729"}, ["ofac-90101"]),
        ({"filter": ["countries:kp", "topics:export.control"]}, []),
        ({"countries": ["kp", "ir"], "filter_op": "AND"}, []),
        ({"target": False}, []),
        ({"schema": "Vessel", "changed_since": "2024-06-02"}, []),
        ({"schema": "Vessel", "changed_since": "2024-02-01"}, ["ofac-90101"]),
        ({"schema": "Vessel", "include_dataset": "casebook"}, []),
        ({"schema": "Vessel", "exclude_dataset": "ofac_sdn"}, []),
    ],
)
def test_filters(served: Served, params: dict[str, Any], found: list[str]) -> None:
    assert ids(served, **params) == found


def test_facets_count_all_results_and_not_the_page(served: Served) -> None:
    answer = served.get(
        "/search/ofac_sdn", limit=1, facets=["schema", "countries", "topics", "genders"]
    ).json()
    counted = {
        name: {v["name"]: v["count"] for v in facet["values"]} for name, facet in answer["facets"].items()
    }
    assert counted["schema"] == {"Organization": 12, "Person": 1, "Vessel": 1}
    assert counted["topics"] == {"sanction": 14}
    assert counted["countries"] == {"kp": 1} and counted["genders"] == {"male": 1}
    assert answer["facets"]["countries"]["label"] == "Countries"
    assert answer["facets"]["countries"]["values"][0]["label"] == "North Korea"


def test_the_day_decides_what_is_found(served: Served) -> None:
    assert ids(served, "quondam") == []
    assert ids(served, "quondam", as_of="2024-03-01") == ["ofac-90102"]
    assert ids(served, "quondam", as_of="2024-02-29") == []


@pytest.mark.parametrize(
    ("params", "status", "detail"),
    [
        ({"schema": "Nothing"}, 400, "Invalid schema"),
        ({"sort": "beauty:desc"}, 400, "Invalid sort: 'beauty:desc'"),
        ({"filter": "no colon"}, 400, "Invalid filter"),
        ({"filter": "properties.nothing:x"}, 400, "Invalid filter"),
        ({"limit": 501}, 422, "less than or equal to 500"),
        ({"offset": 9500}, 422, "less than or equal to 9499"),
        ({"facets": "beauty"}, 422, "countries"),
    ],
)
def test_wrong_parameters_are_refused_with_a_reason(
    served: Served, params: dict[str, Any], status: int, detail: str
) -> None:
    answer = served.get("/search/default", **params)
    assert answer.status_code == status and detail in answer.text


@pytest.mark.parametrize(
    "q", ['"', "- -", "OR OR |", "(((", "*", "x" * 10_000, "\u202e\x00", "NOT", "a:b AND"]
)
def test_no_query_is_an_error(served: Served, q: str) -> None:
    assert served.get("/search/default", q=q, simple=True).status_code == 200
