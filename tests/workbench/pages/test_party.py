"""The page of a party: listings with delisting in words, names, ties, verdicts, criteria, other ids."""

from __future__ import annotations

import csv
import io
import re

import httpx
import pytest

from tests.workbench.serving import Served

HTML = {"accept": "text/html"}
DHID = "ofac-20564"


@pytest.fixture(scope="module")
def full(served: Served) -> httpx.Response:
    """A party of the casebook with all that takes long."""
    with served.client() as client:
        return client.get(f"/party/{DHID}", params={"full": "1"}, headers=HTML)


def test_listings_stand_by_authority_with_their_lag(served: Served, full: httpx.Response) -> None:
    table = served.get(f"/party/{DHID}.csv", table="listings").text
    rows = {r["Authority"]: r for r in csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))}
    assert rows["United States (US)"]["Lag"] == "first"
    assert rows["United States (US)"]["Listed"].startswith("2016-09-26")
    assert rows["Japan (JP)"]["Lag"] == "74 d later"
    assert rows["Switzerland (CH)"]["Status"] == "no list held"
    assert "Listed US since 2016-09-26" in full.text and "no list held" in full.text


def test_who_left_a_list_is_said_so_in_words(served: Served) -> None:
    page = served.get("/party/ofac-90102.json").json()["page"]
    assert page["stands"] == "delisted"
    assert "Once listed by the United States and no longer: gone by 2024-06-01" in page["lead"]
    assert {b["badge"] for b in page["badges"]} >= {"delisted"}
    before = served.get("/party/ofac-90102.json", as_of="2024-04-01").json()["page"]
    assert before["stands"] == "listed" and "no longer" not in before["lead"]


def test_verdicts_and_criteria_come_with_reasons_and_limits(full: httpx.Response) -> None:
    assert "OFAC 50 Percent Rule: listed" in full.text
    assert "EU ownership and control test: not blocked" in full.text
    assert full.text.count("Limits and innocent explanations") == 3
    assert "Criteria met, and gaps" in full.text and "Make the package for EU" in full.text


def test_ties_are_read_from_the_party_in_both_directions(served: Served) -> None:
    table = served.get(f"/party/{DHID}.csv", table="ties").text
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))[1:]
    assert {r[1].split()[0] for r in rows} == {"→", "←"}
    assert any("acts for" in r[1] and "KWANGSON" in r[0] for r in rows)


def test_nothing_later_than_the_day_is_shown(served: Served) -> None:
    page = served.get(f"/party/{DHID}.json", as_of="2016-10-01").json()["page"]
    dates = re.findall(r"\b20\d\d-\d\d-\d\d\b", str(page["sections"][:3]) + str(page["timeline"]))
    assert dates and max(dates) <= "2016-10-01"


def test_another_spelling_of_the_id_leads_to_the_party(served: Served) -> None:
    with served.client() as client:
        moved = client.get("/party/OFAC-20564", params={"as_of": "2017-06-13"}, headers=HTML)
        assert moved.status_code == 308
        assert moved.headers["location"] == "/party/ofac-20564?as_of=2017-06-13"
        twin = client.get("/party/OFAC-20564.json")
        assert twin.status_code == 308 and twin.headers["location"] == "/party/ofac-20564.json"
        number = client.get("/party/9074729", headers=HTML)
        assert number.status_code == 308 and number.headers["location"] == "/party/ofac-90101"


def test_papers_of_a_person_are_not_whole_on_the_page(served: Served) -> None:
    with served.client() as client:
        page = client.get("/party/ofac-90100", headers=HTML).text
        assert "745132096" not in page and "ends in 096" in page
        assert "745132096" not in client.get("/party/ofac-90100.json").text


def test_a_package_is_queued_with_a_token_alone(served: Served, full: httpx.Response) -> None:
    token = re.search(r'name="token" value="([0-9a-f]{64})"', full.text)
    assert token
    with served.client() as client:
        client.cookies.update(full.cookies)
        data = {"party": DHID, "by": "EU"}
        assert client.post("/party/package", data=data).status_code == 403
        made = client.post("/party/package", data=data | {"token": token.group(1)})
        assert made.status_code == 303 and made.headers["location"].startswith("/jobs/j")
        job = client.get(f"{made.headers['location']}.json").json()["page"]
        assert DHID in job["title"] and "EU" in job["title"]
        wrong = client.post("/party/package", data=data | {"by": "XX", "token": token.group(1)})
        assert wrong.status_code == 400
