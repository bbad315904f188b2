"""The pages of labor, travel, Iran and pressure agree with their packages, and obey the day."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from tests.workbench.serving import Served

MEMO = "2017-06-13"
EARLY = "2005-01-01"
HTML = {"accept": "text/html"}


def page(client: httpx.Client, path: str, **query: Any) -> dict[str, Any]:
    answer = client.get(f"{path}.json?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["page"]
    return found


def rows(found: dict[str, Any], table: str) -> list[list[str]]:
    """The texts of a table's cells."""
    one = next(s["table"] for s in found["sections"] if s["table"] and s["table"]["id"] == table)
    return [[cell["text"] for cell in row] for row in one["rows"]]


def bars(found: dict[str, Any], drawing: str) -> dict[str, str]:
    return {b["label"]["text"]: b["said"] for d in found["drawings"] if d["id"] == drawing for b in d["bars"]}


def test_labor_of_the_memos_day_holds_the_memo_and_who_disagrees(served: Served) -> None:
    with served.client() as client:
        found = page(client, "/labor", as_of=MEMO)
        html = client.get(f"/labor?as_of={MEMO}", headers=HTML).text
    drawn = bars(found, "workers")
    assert drawn["what the memo says"] == "50,000 to 120,000"
    assert drawn["interval of 95 percent"].startswith("20,000 to 132,1")
    assert bars(found, "revenue")["what the memo says"] == "500"
    names = {row[0] for row in rows(found, "disagree")}
    assert {"North Korea Strategy Centre 2012", "ROK source, Chosun Ilbo"} <= names
    assert rows(found, "moves")[0][0] == "what a worker is paid"
    assert "<svg" in html and 'href="#s1"' in html and "The interval shows how far sources disagree" in html
    assert {row[2] for row in rows(found, "estimates")} <= {"2013-01", "2014", "2015", "2016"}


def test_the_switch_leaves_unverified_rows_out_and_shows_what_changes(served: Served) -> None:
    with served.client() as client:
        found = page(client, "/labor", as_of=MEMO, verified="true")
    left_out = next(s["text"] for s in found["sections"] if s["id"] == "switched-part")
    assert "memo [10], citing Noland 2015" in left_out[0]["text"]
    assert not [label for label in bars(found, "revenue") if "memo [10]" in label]


def test_measures_payers_and_criteria_stand_with_their_day(served: Served) -> None:
    with served.client() as client:
        now, then = page(client, "/labor"), page(client, "/labor", as_of=MEMO)
    assert any("less was taken" in row[4] for row in rows(now, "reported"))
    assert not rows(then, "reported")
    met = {row[0]: row[4] for row in rows(then, "payers")}
    assert met["Crist S.A."] == "none" and met["Armex Sp. z o.o."] == "EO 13722 s.2(a)(iv)"
    assert [row[0] for row in rows(then, "criteria")] == ["EO 13722 s.2(a)(iv)"]
    assert "on no list held" in {row[3] for row in rows(then, "payers")}


@pytest.mark.parametrize(
    ("passport", "on", "purpose", "verdict"),
    [
        ("US", "2017-08-31", "tourism", "allowed"),
        ("US", "2017-09-01", "tourism", "prohibited"),
        ("US", "2018-05-01", "journalism", "needs_validation"),
        ("US", "2018-05-01", "a reason of mine", "unknown"),
        ("XX", "2018-05-01", "tourism", "unknown"),
    ],
)
def test_a_journey_is_answered_by_rule(
    served: Served, passport: str, on: str, purpose: str, verdict: str
) -> None:
    with served.client() as client:
        found = page(client, "/travel", passport=passport, on=on, purpose=purpose)
        query = urlencode({"passport": passport, "on": on, "purpose": purpose})
        html = client.get(f"/travel?{query}", headers=HTML).text
    answer = found["answer"]
    assert answer["verdict"] == verdict and answer["word"] in html and "no legal advice" in html
    if verdict == "unknown":
        assert answer["missing"] and not answer["reasons"]
    else:
        assert all(r["cites"] for r in answer["reasons"])
        assert bool(answer["apply_for"]) == (verdict == "needs_validation")


def test_a_day_of_a_journey_that_is_none_is_refused(served: Served) -> None:
    with served.client() as client:
        answer = client.get("/travel", params={"passport": "US", "on": "soon"}, headers=HTML)
    assert answer.status_code == 400 and "no day of a journey" in answer.text


def test_risk_and_statute_stand_side_by_side(served: Served) -> None:
    with served.client() as client:
        found = page(client, "/travel")
        then = page(client, "/travel", as_of=MEMO)
    said = [row[4] for row in rows(found, "rates")]
    assert "0.03 to 1.44" in said and "0.00, no upper bound" in said
    names = {row[0]: row[5] for row in rows(found, "held")}
    assert names["Otto Warmbier"] == "2017-06-13"
    assert len(rows(found, "statute")[0]) > 2 and rows(found, "record") and not rows(then, "record")


def test_iran_has_one_timeline_and_no_statistic_below_its_size(served: Served) -> None:
    with served.client() as client:
        found = page(client, "/iran", as_of=MEMO)
        some = page(client, "/iran", as_of=MEMO, kind="shipment_reported")
    line = rows(found, "timeline")
    days = [row[0] for row in line]
    assert "2016-01-17" in days and days == sorted(days) and all(d[:10] <= MEMO for d in days)
    assert any(row[3] != "none held" for row in line) and any(row[4] != "none held" for row in line)
    assert {row[1] for row in rows(some, "timeline")} == {"shipment reported"}
    said = " ".join(t["text"] for s in found["sections"] if s["id"] == "statistic" for t in s["text"])
    assert "No statistic is made" in said and "10 of each are needed" in said and "p =" not in said
    assert "no finding of work for both" in str(found)


def test_levers_and_shares_are_in_the_address(served: Served) -> None:
    with served.client() as client:
        every = page(client, "/pressure", as_of=MEMO)
        one = page(client, "/pressure", as_of=MEMO, lever="ships", assume="ships.coal=0.9..0.9")
        form = {"lever": ["ships"], "name": [], "low": [], "high": []}
        for _, some in page(client, "/pressure", as_of=MEMO, lever="ships")["shares"]:
            for share in some:
                form["name"].append(share["name"])
                form["low"].append("0.9" if share["name"] == "ships.coal" else share["low"])
                form["high"].append("0.9" if share["name"] == "ships.coal" else share["high"])
        sent = page(client, "/pressure", as_of=MEMO, **form)
        again = client.get(sent["short"].replace("?", ".json?", 1)).json()["page"]
    assert sent["set"] == ["ships.coal=0.9..0.9"] == one["set"]
    assert bars(sent, "effect") == bars(one, "effect") != bars(every, "effect")
    assert "assume=ships.coal" in sent["short"] and again["set"] == sent["set"]
    assert [row[0] for row in rows(one, "ranking")] == ["Ships: deny port, flag and insurance"]


def test_no_total_exceeds_its_stream_and_law_stands_beside_the_effect(served: Served) -> None:
    with served.client() as client:
        found = page(client, "/pressure", as_of=MEMO)
    for drawing in found["drawings"]:
        last: dict[str, Any] = {}
        for bar in drawing["bars"]:
            if bar["kind"] == "counted":
                last = bar
            else:
                assert bar["high"] <= last["high"]
    ranked = rows(found, "ranking")
    assert len(ranked) == 6 and ranked[0][0].startswith("Partners") and "through CN" in ranked[0][3]
    assert all("in force" in row[2] or "needs a" in row[2] or "asked" in row[2] for row in ranked)


def test_the_hindcast_stands_only_in_views_after_its_outcome(served: Served) -> None:
    with served.client() as client:
        now, then = page(client, "/pressure"), page(client, "/pressure", as_of=MEMO)
        before = page(client, "/pressure", as_of="2016-12-31")
    assert any(row[5].startswith("missed") for row in rows(now, "hindcast"))
    assert rows(then, "foretold") and "hindcast" not in [
        s["table"] and s["table"]["id"] for s in then["sections"]
    ]
    assert any("had not come" in t["text"] for s in before["sections"] for t in s["text"])


@pytest.mark.parametrize(
    ("query", "says"),
    [("lever=submarines", "no assumption"), ("assume=ships.coal%3D2..3", "no range of shares")],
)
def test_a_lever_or_share_that_is_none_is_refused(served: Served, query: str, says: str) -> None:
    with served.client() as client:
        answer = client.get(f"/pressure?{query}", headers=HTML)
    assert answer.status_code == 400 and says in answer.text


@pytest.mark.parametrize("path", ["/labor", "/travel", "/iran", "/pressure"])
def test_an_early_day_is_an_empty_page_that_helps(served: Served, path: str) -> None:
    with served.client() as client:
        html = client.get(f"{path}?as_of={EARLY}", headers=HTML)
        data = page(client, path, as_of=EARLY)
        table = client.get(f"{path}.csv?as_of={EARLY}")
    assert html.status_code == 200 and table.status_code == 200
    assert 'class="empty"' in html.text and f"As known on <time>{EARLY}</time>" in html.text
    assert not re.search(r"\b20(0[6-9]|1\d|2[0-4])-\d\d-\d\d\b", str(data["sections"]))


def test_markup_in_what_is_asked_never_runs(served: Served) -> None:
    evil = "<script>alert(1)</script>"
    with served.client() as client:
        html = client.get(
            "/travel", params={"passport": "US", "on": "2018-05-01", "purpose": evil}, headers=HTML
        ).text
    assert evil not in html and "&lt;script&gt;" in html
