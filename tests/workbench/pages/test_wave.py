"""The wave page without a browser: choosing, adding, taking out, comparing, twins, the way to a plan."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.workbench.serving import Served
from yalu.designation.strike.wave_file import read_wave
from yalu.workbench.wave.state import WaveParams

HTML = {"accept": "text/html"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
LISTS = {"UN", "US", "EU", "UK", "JP", "KR", "AU", "CH", "CA"}
ASKED = {"budget": 4, "by": ["US", "JP"], "as_of": "2017-06-13"}


@pytest.fixture(scope="module")
def client(served: Served) -> Iterator[httpx.Client]:
    with served.client() as one:
        one.headers.update(HTML)
        yield one


def chosen(client: httpx.Client, address: str, **params: Any) -> httpx.Response:
    """What the twin in JSON answers once its wave is chosen."""
    deadline = time.monotonic() + 240
    while True:
        answer = client.get(address, params=params or None)
        if answer.status_code != 200 or not answer.json()["page"]["making"] or time.monotonic() > deadline:
            return answer
        time.sleep(0.2)


def page(client: httpx.Client, **params: Any) -> dict[str, Any]:
    answer = chosen(client, "/wave.json", **(ASKED | params))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["page"]
    return found


def pairs(found: dict[str, Any]) -> list[str]:
    return [f"{p['authority']}:{p['party']}" for p in found["given"]["pairs"]]


def test_nothing_is_chosen_before_it_is_asked_for(client: httpx.Client) -> None:
    answer = client.get("/wave")
    assert answer.status_code == 200 and "Nothing is chosen yet" in answer.text
    assert client.get("/wave.json").json()["page"]["asked"] is False
    for wrong in ("budget=0", "budget=many", "budget=4&by=XX", "budget=4&minus=nobody", "other=x&budget=4"):
        assert chosen(client, f"/wave.json?{wrong}").status_code == 400, wrong


def test_a_wave_says_whom_on_which_ground_and_what_is_left(client: httpx.Client) -> None:
    found = page(client)
    wave = found["wave"]
    assert wave["chosen"] and len(pairs(found)) == wave["measures"]["pairs"] == 4
    assert wave["why"] and ("Proven" in wave["quality"] or "not proven" in wave["quality"])
    rows = found["sections"][0]["table"]["rows"]
    assert {r[2]["text"] for r in rows} <= {"US", "JP"}
    assert all(r[3]["cites"] and r[3]["text"] for r in rows)
    assert max(n for r in rows for n in r[3]["cites"]) <= len(found["sources"])
    assert wave["measures"]["pairs_left"] <= wave["measures"]["pairs_before"]
    text = client.get("/wave", params=ASKED).text
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in text and "would be left if every" in text
    assert "yalu wave plan" in text and "No pair is eligible" not in text


def test_a_party_is_taken_out_and_put_back_by_links_alone(client: httpx.Client) -> None:
    before = page(client)
    out = before["sections"][0]["table"]["rows"][0][-1]["href"]
    text = client.get("/wave", params=ASKED).text
    assert out.partition("?")[2].split("&")[-1] in unescape(text)
    less = chosen(client, out.replace("/wave", "/wave.json") + f"&as_of={ASKED['as_of']}").json()["page"]
    gone = set(pairs(before)) - set(pairs(less))
    assert len(gone) == 1 and len(pairs(less)) == 3 and not less["wave"]["chosen"]
    assert less["wave"]["measures"]["pairs_left"] >= before["wave"]["measures"]["pairs_left"]
    assert "Changed by hand" in less["wave"]["quality"]
    first = less["candidates"]["rows"][0]
    assert first[-1]["text"] == "put back"
    again = chosen(
        client, first[-1]["href"].replace("/wave", "/wave.json") + f"&as_of={ASKED['as_of']}"
    ).json()
    assert again["page"]["wave"] == before["wave"] and pairs(again["page"]) == pairs(before)


def test_a_pair_is_added_and_one_that_is_not_eligible_is_told(client: httpx.Client) -> None:
    before = page(client)
    more = before["candidates"]["rows"][0][-1]["href"]
    added = chosen(client, more.replace("/wave", "/wave.json") + f"&as_of={ASKED['as_of']}").json()["page"]
    assert len(pairs(added)) == 5 and set(pairs(before)) < set(pairs(added))
    refused = page(client, plus=["US:nobody", f"JP:{EVIL}"])
    assert pairs(refused) == pairs(before)
    assert sum("is no eligible pair" in note for note in refused["wave"]["notes"]) == 2
    text = client.get("/wave", params=ASKED | {"plus": f"JP:{EVIL}", "q": EVIL}).text
    assert "<script>alert" not in text and "<img" not in text


def test_candidates_are_narrowed_and_all_of_them_are_in_the_table(client: httpx.Client) -> None:
    found = page(client)
    name = found["candidates"]["rows"][-1][0]["text"]
    narrowed = page(client, q=name)["candidates"]["rows"]
    assert narrowed and all(name.casefold() in row[0]["text"].casefold() for row in narrowed)
    rows = client.get("/wave.csv", params=ASKED | {"table": "candidates"}).text.removeprefix("\ufeff")
    assert len(list(csv.reader(io.StringIO(rows)))) == 1 + len(found["candidates"]["rows"])
    assert "No eligible pair is left that fits" in client.get("/wave", params=ASKED | {"q": "zzzz"}).text


def test_two_waves_stand_side_by_side_and_can_be_swapped(client: httpx.Client) -> None:
    state = WaveParams.model_validate({"budget": 2, "by": ["US"]}).alone
    found = page(client, other=state)
    assert found["other"]["measures"]["pairs"] == 2 and found["other"]["by"] == ["US"]
    measures = found["sections"][1]["table"]["rows"]
    assert [cell["text"] for cell in measures[0]] == ["Pairs of party and authority", "4", "2"]
    apart = [(r[0]["href"], r[1]["text"], r[2]["text"]) for r in found["sections"][2]["table"]["rows"]]
    mine = set(pairs(found))
    assert all((by in ("US", "JP")) for _, by, _ in apart)
    assert sum(where == "only in this wave" for *_, where in apart) <= len(mine)
    swapped = client.get(
        found["links"]["swap"].replace("/wave", "/wave.json") + f"&as_of={ASKED['as_of']}"
    ).json()
    assert swapped["page"]["other"]["measures"] == found["wave"]["measures"]
    assert client.get(f"/wave?budget=4&other={quote('budget=1000')}").status_code == 400
    assert "the other wave" in found["svg"] and found["svg"].count("<polyline") >= 2


def test_the_wave_goes_to_a_plan_as_a_file(client: httpx.Client) -> None:
    shown = pairs(page(client))
    answer = client.get("/wave-pairs.json", params=ASKED)
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    wave = read_wave(answer.content, "wave-pairs.json")
    assert [f"{p.authority}:{p.party}" for p in wave.pairs] == shown
    assert wave.as_of == ASKED["as_of"] and wave.snapshot and all(p.statements for p in wave.pairs)


def test_fair_words_for_who_is_on_no_list(client: httpx.Client) -> None:
    found = page(client)
    rows = [*found["sections"][0]["table"]["rows"], *found["candidates"]["rows"]]
    for party, listed, *_ in rows:
        assert party["listed"] == (listed["badge"] is None)
        assert listed["text"] == "named in a source" or set(listed["text"].split()) <= LISTS
    text = client.get("/wave", params=ASKED).text
    assert not re.search(r"\b(evader|suspect|guilty)\b", text, re.IGNORECASE)
    assert "A tie in a source is not a finding of wrongdoing" in text
