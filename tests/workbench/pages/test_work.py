"""Screening, queue, gaps and coalition without a browser: forms, filters, twins."""

from __future__ import annotations

import csv
import io
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.running import yalu_json
from yalu.evidence.workspace import Workspace
from yalu.workbench.app import create_app

HTML = {"accept": "text/html"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
KIM = {"q": "Kim Chol Sam", "kind": "Person"}
OFAC = "ofac-16084"


@pytest.fixture(scope="module")
def home(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("work") / "home"
    shutil.copytree(casebook, home)
    return home


@pytest.fixture(scope="module")
def client(home: Path) -> Iterator[TestClient]:
    app = create_app(Workspace(home), log="off")
    with TestClient(app, base_url="http://127.0.0.1", headers=HTML, follow_redirects=False) as one:
        for _ in range(1200):
            if one.get("/readyz").status_code == 200:
                break
            time.sleep(0.1)
        yield one


def page(client: TestClient, path: str, **params: Any) -> dict[str, Any]:
    """The model of a page."""
    answer = client.get(f"{path}.json", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["page"]
    return found


def post(client: TestClient, action: str, form: dict[str, Any]) -> Any:
    token = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/screening").text)
    assert token
    return client.post(action, data={"token": token.group(1), **form})


def mark(client: TestClient, **changes: Any) -> Any:
    asked = page(client, "/screening", **KIM)["asked"][0]
    form = {"customer": asked["customer"], "ids": asked["hits"][0]["ids"], "verdict": "false", "why": "no"}
    return post(client, "/screening/mark", form | changes)


def shown(client: TestClient, **params: Any) -> Any:
    return page(client, "/screening", **params)["asked"][0]["hits"][0]["mark"]


def test_a_mark_returns_for_this_customer_in_every_face(client: TestClient, home: Path) -> None:
    done = mark(client, why="another birthplace")
    assert done.status_code == 303 and done.headers["location"].startswith("/screening?q=Kim")
    assert "Marked false" in client.get(done.headers["location"]).text
    assert shown(client, q="KIM  chol SAM", kind="Person")["why"] == "another birthplace"
    assert shown(client, q="Kim Chol Sam", kind="Person", birth="1971") is None
    told = yalu_json("screen", "Kim Chol Sam", "--schema", "Person", workspace=home, check=False)
    assert told["hits"][0]["mark"]["verdict"] == "false" and not told["hits"][0]["mark"]["changed"]
    rows = list(csv.reader(io.StringIO(client.get("/screening.csv", params=KIM).text.removeprefix("\ufeff"))))
    assert rows[1][-1].startswith("false on ")
    assert mark(client, verdict="withdrawn", why="taken back").status_code == 303
    assert shown(client, **KIM) is None


@pytest.mark.parametrize(
    "changes",
    [{"verdict": "maybe"}, {"ids": ["nobody"]}, {"why": ""}, {"customer": "[1]"}, {"customer": "{{"}],
)
def test_a_mark_that_cannot_be_kept_is_refused(client: TestClient, changes: dict[str, Any]) -> None:
    assert mark(client, **changes).status_code == 400
    assert shown(client, **KIM) is None


@pytest.mark.parametrize("action", ["/screening/mark", "/queue/decide", "/gaps/package", "/coalition/draft"])
def test_forms_need_their_token(client: TestClient, action: str) -> None:
    assert client.post(action, data={"token": "0" * 64}).status_code == 403


def test_every_fact_of_a_customer_counts(client: TestClient) -> None:
    who = {"q": "Ma Xiaohong", "kind": "Person"}
    same, other = (
        page(client, "/screening", **who, country=c)["asked"][0]["hits"][0] for c in ("China", "FR")
    )
    assert float(other["score"]) < float(same["score"])
    assert any("country differs" in reason for reason in other["reasons"])
    for wrong in ({"birth": "soon"}, {"id": "8898831"}, {"id": "colour:red"}, {"kind": "Robot"}):
        assert client.get("/screening", params=KIM | wrong).status_code == 400


def test_markup_in_what_is_typed_stays_text(client: TestClient) -> None:
    for path in ("/screening", "/queue", "/gaps", "/coalition"):
        text = client.get(path, params={"q": EVIL}).text
        assert "alert(1)" not in text or "&lt;script&gt;alert(1)" in text
        assert "<script>alert" not in text and "<img" not in text


def test_a_file_that_cannot_be_read_makes_no_job(client: TestClient) -> None:
    token = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/screening").text)
    assert token
    for content in (b"", b"Nothing,Else\n1,2\n", b"Name\n", b"\0\0"):
        files = {"customers": ("../../evil.csv", content)}
        answer = client.post("/screening/file", data={"token": token.group(1)}, files=files)
        assert answer.status_code == 400, content
    assert client.get("/screening/file/j0000000000000000").status_code == 404
    assert not page(client, "/screening")["runs"]["rows"]


def test_a_decision_stands_in_the_queue_until_it_is_undone(client: TestClient) -> None:
    form = {"a": OFAC, "b": "un-KPi.005", "verdict": "different", "why": "a person and a company"}
    assert post(client, "/queue/decide", form).status_code == 303
    last = page(client, "/queue")["last"]
    assert last[0]["why"] == "a person and a company"
    assert post(client, "/queue/undo", {"judgement": last[0]["id"]}).status_code == 303
    assert not page(client, "/queue")["last"]
    assert post(client, "/queue/undo", {"judgement": last[0]["id"]}).status_code == 400
    assert post(client, "/queue/decide", form | {"b": "nobody"}).status_code == 400


def test_gaps_are_filtered_and_say_why(client: TestClient) -> None:
    found = page(client, "/gaps", authority="US", evidence="sufficient", listed_by="JP")
    assert found["fitting"] < found["all"] and found["gaps"]
    for gap in found["gaps"]:
        assert gap["verdict"] == "sufficient" and any("JP" in x["text"] for x in gap["listed"])
        assert gap["ground"]["met"] and all(p["says"]["cites"] for p in gap["ground"]["met"])
    cited = {n for g in found["gaps"] for p in g["ground"]["met"] for n in p["says"]["cites"]}
    assert max(cited) <= len(found["sources"])
    one = found["gaps"][0]["id"]
    assert [g["id"] for g in page(client, "/gaps", authority="US", party=one)["gaps"]] == [one]
    rows = list(csv.reader(io.StringIO(client.get("/gaps.csv?authority=US").text)))
    assert len(rows) == 1 + page(client, "/gaps", by="US")["all"]
    assert all(x["may_be"] for x in page(client, "/gaps", authority="US", page=9)["unsure"])


def test_the_matrix_is_filtered_and_tells_nothing_from_unknown(client: TestClient) -> None:
    found = page(client, "/coalition", by="JP", lag=366)
    at = [h["code"] for h in found["heads"]].index("JP")
    assert found["matrix"] and all(r["cells"][at]["state"] == "listed" for r in found["matrix"])
    assert any(c["band"] >= 2 for r in found["matrix"] for c in r["cells"])
    heads = {h["code"]: h["held"] for h in found["heads"]}
    states = {h: {r["cells"][n]["state"] for r in found["matrix"]} for n, h in enumerate(heads)}
    assert all(states[code] == {"none"} for code, held in heads.items() if not held)
    early = page(client, "/coalition", before="2010-01-01")
    assert 0 < early["fitting"] < early["all"]


def test_a_state_is_never_called_missing_by_silence(client: TestClient) -> None:
    grid = page(client, "/coalition")["states"]
    missing = sum(c["missing"] for one in grid for c in one["cells"])
    assert 0 < missing < 50
    one = page(client, "/coalition/state/Namibia")
    assert one["code"] == "NA" and one["counts"]["unknown"] > one["counts"]["missing"]
    rows = [r for s in one["sections"] for r in s["table"]["rows"] if s["id"].startswith("r")]
    assert len(rows) == sum(one["counts"].values())
    assert all(r[4]["href"] for r in rows if "no source" not in r[4]["text"])
    assert client.get("/coalition/state/KP").status_code == 400
    assert client.get("/coalition/state/Nowhereland").status_code == 400
