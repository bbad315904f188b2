"""The page of a statement: the row of the list, clocks in words, what rests on it, and the document."""

from __future__ import annotations

import hashlib
import re

import httpx
import pytest

from tests.workbench.serving import Served

HTML = {"accept": "text/html"}


def statement(client: httpx.Client, party: str, table: str, wanted: str) -> str:
    """The statement behind the first row of a party's table that holds some words."""
    page = client.get(f"/party/{party}.json").json()["page"]
    tables = {s["table"]["id"]: s["table"] for s in page["sections"]} | {"facts": page["fact_table"]}
    for row in tables[table]["rows"]:
        if any(wanted in cell["text"] for cell in row):
            return next(c["href"].rpartition("/")[2] for c in row if c["href"].startswith("/evidence/"))
    raise AssertionError(f"no row of {table} holds {wanted}")


@pytest.fixture(scope="module")
def client(served: Served):  # type: ignore[no-untyped-def]
    with served.client() as one:
        one.headers.update(HTML)
        yield one


def test_the_row_of_the_list_stands_with_the_value_marked(client: httpx.Client) -> None:
    page = client.get(f"/evidence/{statement(client, 'ofac-90100', 'names', 'Inventas')}").text
    assert "sdn.csv row 1" in page and re.search(r"<mark>RANGSOM, Inventas</mark>", page)
    assert "it stands in a copy of the list and not in the copy before" in page
    assert "sanctions list" in page and "What rests on it" in page


def test_the_archived_document_is_saved_and_never_opened(client: httpx.Client) -> None:
    page = client.get(f"/evidence/{statement(client, 'ofac-90100', 'names', 'Inventas')}.json").json()
    digest = page["page"]["document"]
    saved = client.get(f"/documents/{digest}")
    assert hashlib.sha256(saved.content).hexdigest() == digest
    assert saved.headers["content-disposition"].startswith("attachment;")
    assert saved.headers["content-type"] == "application/octet-stream"
    assert saved.headers["x-content-type-options"] == "nosniff"
    assert client.get(f"/documents/{'0' * 64}").status_code == 404
    for wrong in ("..%2fCURRENT", digest[:12], digest.upper()):
        assert client.get(f"/documents/{wrong}").status_code in (404, 422)


def test_a_document_of_a_later_day_is_not_shown(client: httpx.Client) -> None:
    one = statement(client, "ofac-20564", "listings", "United States")
    past = client.get(f"/evidence/{one}.json", params={"as_of": "2017-06-13"}).json()["page"]
    assert past["excerpt"]["kind"] == "none" and "later than the day asked" in past["excerpt"]["said"]
    assert past["document"] == ""
    now = client.get(f"/evidence/{one}.json").json()["page"]
    assert now["excerpt"]["kind"] == "lines" and any(p["marked"] for p in now["excerpt"]["pieces"])


def test_what_rests_on_a_tie_names_both_ends_verdicts_and_criteria(client: httpx.Client) -> None:
    one = statement(client, "ofac-20564", "ties", "owner of")
    page = client.get(f"/evidence/{one}.json", params={"full": "1"}).json()["page"]
    rows = page["sections"][3]["table"]["rows"]
    assert [r[0]["text"] for r in rows].count("Party") == 2
    assert any(r[0]["text"] == "Finding" and "OFAC" in r[2]["text"] for r in rows)


def test_an_unknown_statement_is_a_page_that_says_what_to_do(client: httpx.Client) -> None:
    page = client.get("/evidence/nothing-at-all")
    assert page.status_code == 404 and "find its party by name" in page.text
