"""Search: any script and number, why each is a result, facets that stay in the address, and no result."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from tests.workbench.serving import Served

HTML = {"accept": "text/html"}


def found(served: Served, q: str, **more: str) -> dict[str, Any]:
    page: dict[str, Any] = served.get("/search.json", q=q, **more).json()["page"]
    return page


@pytest.mark.parametrize(
    ("q", "party", "why"),
    [
        ("조선광선은행", "ofac-11581", "alike"),
        ("丹东鸿祥实业发展", "ofac-20564", "alike"),
        ("IMO 9074729", "ofac-90101", "imo number is the same"),
        ("745132096", "ofac-90100", "passport number is the same"),
        ("ofac-90101", "ofac-90101", "its id"),
        ("inventas rangsom", "ofac-90100", "alike"),
    ],
)
def test_a_party_is_found_and_why_is_said(served: Served, q: str, party: str, why: str) -> None:
    results = {r["id"]: r for r in found(served, q)["results"]}
    assert party in results, list(results)
    assert why in " ".join(results[party]["why"])


def test_facets_narrow_and_stay_in_the_address(served: Served) -> None:
    page = found(served, "filler enterprise")
    choice = next(c for c in page["facets"]["list"] if not c["chosen"])
    narrowed = httpx.get(f"{served.url}{choice['href']}", headers=HTML, trust_env=False, timeout=60).text
    assert 'aria-current="true"' in narrowed and "filler+enterprise" in choice["href"]
    assert re.search(r'<input type="hidden" name="list" value="[^"]+">', narrowed)
    assert found(served, "filler enterprise", status="named")["total"] < page["total"]
    assert found(served, "filler enterprise", kind="Person")["total"] == 0


def test_results_come_in_pages(served: Served) -> None:
    first = found(served, "bank")
    assert first["total"] > 25 == len(first["results"]) and first["after"] and not first["before"]
    second = found(served, "bank", offset="25")
    assert second["before"] and not {r["id"] for r in first["results"]} & {r["id"] for r in second["results"]}


def test_nothing_found_says_what_to_try(served: Served) -> None:
    page = served.get("/search", q="zzxqwy blorbington", as_of="2017-06-13")
    with served.client() as client:
        text = client.get(page.url, headers=HTML).text
    assert "That is no proof" in text and "blorbington” alone" in text and "as known today" in text


def test_a_delisted_party_has_its_badge(served: Served) -> None:
    result = found(served, "quondam ventures")["results"][0]
    assert [b["text"] for b in result["badges"]] == ["delisted US"]
