"""Payments in the workbench: sent, screened as a job, reviewed, followed; nothing in them runs."""

from __future__ import annotations

import csv
import io
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html

from tests.payments.made import mt103, pacs8
from tests.workbench.serving import Served

HTML = {"accept": "text/html"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
KKBC = "KOREA KWANGSON BANKING CORP"
EXAMPLES = Path(__file__).parents[3] / "examples" / "payments"
PATIENCE = 120
"""Seconds for a job to end on a busy machine."""


@pytest.fixture(scope="module")
def client(served: Served) -> Iterator[httpx.Client]:
    box = served.workspace / "payments" / "box"
    shutil.copytree(EXAMPLES / "dandong-hongxiang" / "messages", box)
    (box / "bomb.xml").write_bytes(b'<!DOCTYPE a [<!ENTITY b "c">]>' + pacs8())
    (served.workspace / "payments" / "link").symlink_to("/etc")
    with served.client() as one:
        one.headers.update(HTML)
        yield one


def messages() -> bytes:
    """One to stop, one to review with markup in it, one released, one formula, one that is cut."""
    found = mt103(creditor=KKBC, date="180101", uetr="one")
    found += mt103(creditor="CHINPO SHIPPING", date="180102", uetr="two", words=EVIL, debtor=EVIL)
    found += mt103(date="160101", uetr="three", debtor="=HYPERLINK(1)")
    return found + mt103(uetr="four")[:-30]


def post(client: httpx.Client, action: str, data: dict[str, str], **more: Any) -> Any:
    token = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/payments").text)
    assert token
    return client.post(action, data={"token": token.group(1), **data}, **more)


def page(client: httpx.Client, path: str, **params: Any) -> dict[str, Any]:
    """The model of a page."""
    answer = client.get(f"{path}.json", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["page"]
    return found


def ended(client: httpx.Client, answer: Any) -> str:
    """The address of a run, once its job has ended well."""
    assert answer.status_code == 303, answer.text
    path = str(answer.headers["location"]).partition("?")[0]
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        job = page(client, path)["job"]
        if job["final"]:
            assert job["state"] == "done", job
            return path
        time.sleep(0.2)
    raise AssertionError(f"the job did not end in {PATIENCE} s")


@pytest.fixture(scope="module")
def runs(client: httpx.Client) -> tuple[str, str]:
    """The addresses of a run of a file that was sent, and of one of the workspace."""
    sent = post(client, "/payments/send", {}, files={"messages": ("../a b.fin", messages())})
    held = post(client, "/payments/send", {"held": "box"})
    return ended(client, sent), ended(client, held)


def test_what_is_sent_or_chosen_wrongly_is_refused(client: httpx.Client) -> None:
    empty = client.get("/payments").text
    assert (
        "examples/payments" in empty
        and "<option>box</option>" in empty
        and "link" not in re.findall(r"<option>(.*?)</option>", empty)
    )
    assert post(client, "/payments/send", {}).status_code == 400
    for name in ("link", "..", "../home", "none", "box/transfers.csv", "/etc"):
        assert post(client, "/payments/send", {"held": name}).status_code == 400, name
    nothing = {"messages": ("a.fin", b"")}
    assert post(client, "/payments/send", {}, files=nothing).status_code == 400
    large = {"messages": ("a.fin", b"x" * (33 << 20))}
    assert post(client, "/payments/send", {}, files=large).status_code == 413
    assert client.post("/payments/send", data={"held": "box"}).status_code == 403
    assert client.get("/payments/screen").status_code == 405  # an address of the API, which takes a body
    for path in ("/j0000000000000000", "/x", "/x/1", "/x/trace", "/x/together", "/x/banks"):
        assert client.get(f"/payments/runs{path}").status_code == 404, path


def test_a_run_shows_the_worst_first_and_filters(client: httpx.Client, runs: tuple[str, str]) -> None:
    found = page(client, runs[0])
    assert found["counts"] == {"look": 3, "stop": 1, "review": 2, "release": 1, "rejects": 0, "all": 4}
    rows = found["sections"][0]["table"]["rows"]
    assert [r[0]["text"] for r in rows] == ["stop", "review", "review"]
    assert rows[0][1]["note"] == "a b.fin message 1" and KKBC in rows[0][2]["text"]
    assert page(client, runs[0], show="release")["fitting"] == 1
    assert page(client, runs[0], show="all", q="chinpo")["fitting"] == 1
    assert page(client, runs[0], show="all", flag="border-party")["fitting"] == 4
    assert page(client, runs[0], show="all", flag="split")["fitting"] == 0
    assert page(client, runs[0], show="all", q="no such word")["fitting"] == 0
    assert "No message fits" in client.get(runs[0], params={"q": "no such word"}).text
    for name in page(client, runs[0])["files"]:
        file = client.get(f"/jobs/{runs[0].rpartition('/')[2]}/files/{name}")
        assert file.status_code == 200 and "attachment" in file.headers["content-disposition"]


def test_a_message_has_its_chain_with_the_hits_on_each(client: httpx.Client, runs: tuple[str, str]) -> None:
    found = page(client, f"{runs[0]}/1")
    assert found["decision"] == "stop"
    (paid,) = found["paid"]
    roles = [one["role"] for one in paid["chain"]]
    assert roles[0] == "debtor" and roles[-1] == "creditor" and "creditor agent" in roles
    hits = {one["role"]: [h["party"]["text"] for h in one["hits"]] for one in paid["chain"]}
    assert hits["creditor"] == [KKBC] and hits["debtor"] == []
    assert all(flag["indicators"] for flag in found["flags"])
    text = client.get(f"{runs[0]}/1.csv").text
    assert any(KKBC in row for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    cover = client.get(f"{runs[1]}", params={"show": "look"}).text
    assert "the cover names" in cover
    marked = page(client, f"{runs[1]}/3")["paid"][0]["texts"][0]
    assert ["Korea Kwangson Banking Corp", True] in marked["pieces"] and marked["hits"]
    assert client.get(f"{runs[0]}/99").status_code == 404


def test_no_markup_and_no_formula_of_a_message_runs(client: httpx.Client, runs: tuple[str, str]) -> None:
    addresses = [f"{runs[0]}?show=all", f"{runs[0]}/2", f"{runs[0]}/trace", f"{runs[0]}/together"]
    addresses += [f"{runs[0]}/trace?start=111", f"{runs[0]}/trace?start={EVIL}&back=true"]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        tree = html.fromstring(answer.text)
        assert not tree.xpath("//img | //style | //@style | //@*[starts-with(name(), 'on')]"), address
        assert not tree.xpath("//script[not(@src) and not(@type='application/json')]"), address
    for address in (
        f"{runs[0]}/trace.csv?start=111&table=payments-usd",
        f"{runs[0]}/3.csv",
        f"{runs[0]}.csv?show=all",
    ):
        rows = list(csv.reader(io.StringIO(client.get(address).text.removeprefix("\ufeff"))))
        assert len(rows) > 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t"))]
    drawing = client.get(f"{runs[0]}/trace.svg", params={"start": "111"})
    assert drawing.headers["content-type"].startswith("image/svg") and "<script" not in drawing.text


def test_money_is_followed_side_by_side_to_us_banks(client: httpx.Client, runs: tuple[str, str]) -> None:
    start = "Dandong Hongxiang Industrial Development Co Ltd"
    found = page(client, f"{runs[1]}/trace", start=start)
    (dollars,) = found["currencies"]
    titles = [d["title"].partition(":")[0] for d in dollars["drawings"]]
    assert titles == ["FIFO", "Haircut", "Poison", "Lowest intermediate balance"]
    hops = dollars["sections"][0]["table"]["rows"]
    assert [c["text"] for c in hops[0]][1:] == [
        "4,150,000.00",
        "3,443,599.97",
        "4,335,400.00",
        "3,090,400.00",
    ]
    tables = {s["table"]["id"]: s["table"]["rows"] for s in dollars["sections"]}
    assert any(r[1]["text"].startswith("United States") for r in tables["banks-usd"])
    links = {r[-1]["href"] for r in tables["payments-usd"]}
    assert len(links) == 43 and all(client.get(link).status_code == 200 for link in sorted(links)[:3])
    text = client.get(f"{runs[1]}/trace", params={"start": start}).text
    assert text.count('<svg xmlns="http://www.w3.org/2000/svg" role="img"') == 4
    back = page(client, f"{runs[1]}/trace", start="803", back="true")
    assert back["title"].endswith("came from") and back["currencies"]
    nobody = page(client, f"{runs[1]}/trace", start="Front Sixx (invented)")
    assert nobody["notices"][0]["kind"] == "error" and "Front Six" in nobody["notices"][0]["text"]
    together = page(client, f"{runs[1]}/together")
    assert [s["note"].startswith("strong (0.60), in hindsight") for s in together["sections"][:4]] == [
        True
    ] * 4


def test_nothing_of_a_run_is_shown_before_it_was_known(client: httpx.Client, runs: tuple[str, str]) -> None:
    early = {"as_of": "2017-12-31"}
    shown = client.get(runs[0], params=early)
    assert "Screen again as known on 2017-12-31" in shown.text and KKBC not in shown.text
    for part in ("/1", "/trace", "/together"):
        assert client.get(runs[0] + part, params=early).status_code == 404
    again = post(client, "/payments/again?as_of=2017-12-31", {"job_id": runs[0].rpartition("/")[2]})
    path = again.headers["location"].partition("?")[0]
    assert again.status_code == 303 and path != runs[0]
    assert page(client, path, **early)["known"] == "2017-12-31"


def test_what_cannot_be_read_is_a_row_with_its_reason(client: httpx.Client, runs: tuple[str, str]) -> None:
    found = page(client, runs[1], show="rejects")
    (row,) = found["sections"][0]["table"]["rows"]
    assert row[0]["text"] == "not screened" and "document type" in row[2]["text"]
    assert "document type" in client.get(f"{runs[1]}/1").text
    assert "1 files or messages could not be read" in client.get(f"{runs[1]}/trace?start=1001").text


def test_a_report_on_banks_keeps_hindsight_apart(client: httpx.Client, runs: tuple[str, str]) -> None:
    job_id = runs[1].rpartition("/")[2]
    wrong = {"job_id": job_id, "first": "2018-01-01", "last": "2017-01-01"}
    assert post(client, "/payments/banks/make", wrong).status_code == 400
    alone = {"job_id": job_id, "bank": "FICTCNBA"}
    assert post(client, "/payments/banks/make", alone).status_code == 400
    alerts = {"alerts": ("../a=b.csv", b"uetr,date,report\n")}
    path = ended(client, post(client, "/payments/banks/make", alone, files=alerts))
    found = page(client, path)
    rows = {r[0]["text"]: [c["text"] for c in r] for r in found["sections"][0]["table"]["rows"]}
    assert len(rows) == 10
    assert rows["FICTCNBA"][2:9] == ["19", "0", "0", "0", "0", "0", "10"]
    assert rows["FICTUS3A"][4] == rows["FICTUS3A"][6] == "not known"
    assert "report.pdf" in found["files"] and "no finding" in found["lead"]
    one = page(client, path, bank="FICTCNBA")
    cases = one["sections"][1]["table"]["rows"]
    assert {r[4]["text"] for r in cases} == {"hindsight lists"}
    assert client.get(cases[0][0]["href"]).status_code == 200
    assert "What is not shown" in client.get(path).text
    assert client.get(path, params={"bank": EVIL}).status_code == 404
    assert path in client.get(f"{runs[1]}/banks").text
    early = client.get(path, params={"as_of": "2016-01-01"}).text
    assert "less was" in early and "FICTCNBA" not in early
    assert client.get("/payments/banks/j0000000000000000").status_code == 404
