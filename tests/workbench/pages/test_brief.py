"""The page of the brief: at once, then whole; its versions; what differs between two."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path
from typing import Any

import httpx
import orjson

from tests.workbench.serving import Served
from yalu.publish.chart_theme import chart_css

DAY, EARLIER = "2017-06-13", "2016-12-31"
HTML = {"accept": "text/html"}
STATIC = Path(__file__).parents[3] / "src" / "yalu" / "workbench" / "static"


def whole(client: httpx.Client, day: str) -> dict[str, Any]:
    """The page's model once it is made."""
    for _ in range(240):
        page: dict[str, Any] = client.get("/brief.json", params={"as_of": day}).json()["page"]
        if page["whole"]:
            return page
        assert page["making"]
        time.sleep(0.5)
    raise AssertionError("the brief was not made in two minutes")


def written(client: httpx.Client, day: str) -> str:
    """The id of a job that wrote the brief of a day."""
    page = client.get("/brief", params={"as_of": day}, headers=HTML).text
    token = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert token
    answer = client.post(f"/brief/write?as_of={day}", data={"token": token.group(1)}, headers=HTML)
    assert answer.status_code == 303
    address = answer.headers["location"].partition("?")[0]
    for _ in range(600):
        job = client.get(f"{address}.json").json()["page"]["job"]
        if job["final"]:
            assert job["state"] == "done", job
            return str(job["id"])
        time.sleep(0.2)
    raise AssertionError("the job did not end in two minutes")


def test_the_brief_is_shown_with_what_stands_behind_it(served: Served) -> None:
    with served.client() as client:
        began = time.monotonic()
        first = client.get("/brief", params={"as_of": DAY}, headers=HTML)
        assert first.status_code == 200 and ("being made" in first.text) == (
            'http-equiv="refresh"' in first.text
        )
        assert time.monotonic() - began < 20
        model = whole(client, DAY)
        page = client.get("/brief", params={"as_of": DAY}, headers=HTML).text
        assert [p["number"] for p in model["whole"]["parts"]] == list("1234567")
        assert model["whole"]["uncited"] == 0 and 'http-equiv="refresh"' not in page
        proof = model["whole"]["parts"][0]["findings"][0]["proofs"][0]
        for href in (proof["party"]["href"], proof["says"]["href"]):
            assert client.get(href, params={"as_of": DAY}, headers=HTML).status_code == 200
            assert f'href="{href}?as_of={DAY}"' in page
        numbers = set(map(int, re.findall(r'class="cite" href="#s(\d+)"', page)))
        assert numbers and max(numbers) <= len(model["sources"]) == page.count('<li id="s')
        assert any(word in page for word in ("✓ confirmed", "≠ differs", "? cannot be checked"))
        assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page)
        table = client.get("/brief.csv", params={"as_of": DAY, "table": "facilitators-ties"})
        ties = next(t["table"] for t in model["whole"]["parts"][0]["tables"] if "ties" in t["table"]["id"])
        assert len(table.text.splitlines()) >= 1 + len(ties["rows"]) > 20


def test_versions_have_their_hash_and_can_be_compared(served: Served) -> None:
    with served.client() as client:
        old, new = written(client, EARLIER), written(client, DAY)
        found = {v["id"]: v for v in client.get("/brief.json").json()["page"]["versions"]}
        files = {f["name"]: f["href"] for f in found[new]["files"]}
        assert set(files) == {"HTML", "PDF", "JSON"} and found[new]["as_of"] == DAY
        saved = client.get(files["JSON"])
        assert hashlib.sha256(saved.content).hexdigest() == found[new]["sha256"]
        html = client.get(files["HTML"])
        assert html.headers["content-disposition"].startswith("attachment")
        page = client.get("/brief/difference.json", params={"old": old, "new": new}).json()["page"]
        told = {r[2]["text"]: r[1]["text"] for r in page["sections"][0]["table"]["rows"]}
        said = orjson.loads(saved.content)["sections"][0]["findings"][0]["text"]
        assert DAY in said and told[said] == "+ only in the second"
        same = client.get("/brief/difference.json", params={"old": new, "new": new}).json()["page"]
        assert not any(s["table"]["rows"] for s in same["sections"])
        nothing = {"old": new, "new": "j0000000000000000"}
        assert client.get("/brief/difference", params=nothing, headers=HTML).status_code == 404
        assert (
            client.get("/brief/difference", params=nothing | {"new": "../x"}, headers=HTML).status_code == 400
        )


def test_charts_have_the_inks_of_the_brief() -> None:
    assert chart_css().strip() in (STATIC / "css" / "charts.css").read_text(encoding="utf-8")
