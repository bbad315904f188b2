"""Every page of the frame, with nothing loaded but the casebook."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.workbench.serving import Served, serving

FIXED = (
    "/",
    "/search?q=kim",
    "/party/{party}",
    "/evidence/{statement}",
    "/read",
    "/network",
    "/coalition",
    "/gaps",
    "/fleet",
    "/fleet?tab=list&by=UN",
    "/fleet/port?port=kp-nampo",
    "/ship/8518780",
)
FIXED += (
    "/wave",
    "/screening?q=kim",
    "/payments",
    "/queue",
    "/brief",
    "/sources",
    "/sources/un_sc",
    "/about",
    "/jobs",
    "/changes",
)
FIXED += ("/labor", "/travel?passport=US&on=2018-05-01&purpose=journalism", "/iran", "/pressure?lever=ships")
DAY = "2017-06-13"
HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def bare(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on the casebook alone."""
    folder = tmp_path_factory.mktemp("bare")
    import shutil

    home = folder / "home"
    shutil.copytree(casebook, home)
    with serving(home, folder / "stderr.txt") as running:
        yield running


@pytest.fixture(scope="module")
def client(bare: Served) -> Iterator[httpx.Client]:
    with bare.client() as one:
        one.headers.update(HTML)
        yield one


@pytest.fixture(scope="module")
def ids(client: httpx.Client) -> dict[str, str]:
    """A party and a statement that the casebook holds."""
    page = client.get("/search", params={"q": "kim"}).text
    found = re.search(r'href="/party/([^"?]+)', page)
    assert found
    party = found.group(1)
    said = re.search(r'href="/evidence/([^"?]+)', client.get(f"/party/{party}").text)
    assert said
    return {"party": party, "statement": said.group(1)}


def at(address: str, ending: str = "", **more: str) -> str:
    """The address of a twin, with parameters."""
    path, _, query = address.partition("?")
    path = f"/home{ending}" if path == "/" and ending else path + ending
    parts = [q for q in (query, *(f"{k}={v}" for k, v in more.items())) if q]
    return path + (f"?{'&'.join(parts)}" if parts else "")


@pytest.mark.parametrize("address", FIXED)
def test_a_fixed_address_is_a_page_with_twins(
    client: httpx.Client, ids: dict[str, str], address: str
) -> None:
    address = address.format(**ids)
    page = client.get(address)
    assert page.status_code == 200, page.text
    assert "<h1>" in page.text and 'id="main"' in page.text and "snapshot" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert not re.search(r"<script(?![^>]*(src=|application/json))|<style|\sstyle=|\son\w+=", page.text)
    data = client.get(at(address, ".json"))
    assert data.status_code == 200 and data.json()["page"]["title"]
    assert data.json()["snapshot"] == page.headers["x-yalu-snapshot"]
    table = client.get(at(address, ".csv"))
    assert table.status_code == 200 and table.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize("address", [a for a in FIXED if "{" not in a])
def test_a_page_obeys_the_day_and_its_links_keep_it(client: httpx.Client, address: str) -> None:
    page = client.get(at(address, as_of=DAY)).text
    assert f"As known on <time>{DAY}</time>" in page
    inside = re.findall(r'<a [^>]*href="(/(?!static)[^"#]*)', page)
    back = at(address)
    left = [h for h in inside if f"as_of={DAY}" not in h and h.partition("?")[0] != back.partition("?")[0]]
    assert not left
    assert client.get(at(address, ".json", as_of=DAY)).json()["as_of"] == DAY
    assert "As known on <time>2" not in client.get(address).text.partition("<main")[0]


def test_a_table_as_csv_is_that_of_the_page(client: httpx.Client) -> None:
    text = client.get("/coalition.csv", params={"table": "parties", "as_of": DAY}).text
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    model = client.get("/coalition.json", params={"as_of": DAY}).json()["page"]
    table = model["sections"][1]["table"]
    assert len(rows) == 1 + len(table["rows"]) > 100
    assert client.get("/coalition.csv", params={"table": "nothing"}).status_code == 404


def test_the_citation_holds_snapshot_and_day(client: httpx.Client) -> None:
    page = client.get("/coalition", params={"as_of": DAY, "mode": "likely"})
    found = re.search(r'data-copy="([^"]+)"', page.text)
    assert found
    snapshot = page.headers["x-yalu-snapshot"]
    assert DAY in found.group(1) and snapshot in found.group(1) and "likely" in found.group(1)
    permanent = found.group(1).rpartition(" ")[2].replace("&amp;", "&")
    assert client.get(permanent).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/sources?as_of=2017-13-40", 400, "no day"),
        ("/sources?as_of=2999-01-01", 400, "has not come"),
        ("/sources?mode=guess", 400, "strict or likely"),
        ("/sources?snapshot=../../etc", 400, "no snapshot"),
        ("/sources?snapshot=s000000000000", 400, "There is no snapshot"),
        ("/party/nobody-at-all", 404, "Nothing was known"),
        ("/sources/nothing", 404, "There is no source"),
        ("/jobs/j0000000000000000", 404, "There is no job"),
        ("/gaps?by=XX", 400, "by"),
        ("/search?offset=-1", 400, "offset"),
        ("/fleet?box=1,2,3", 400, "no box"),
        ("/fleet?at=2026-13-01", 400, "no moment"),
        ("/fleet/port?port=atlantis", 400, "not known where"),
        ("/fleet/port/j0000000000000000", 404, "There is no run"),
        ("/ship/1111111", 404, "No ship is known"),
        ("/ship/799000001", 404, "No ship with the MMSI"),
        ("/nothing-here", 404, "Not Found"),
    ],
)
def test_a_mistake_is_a_page_that_says_so(client: httpx.Client, address: str, status: int, says: str) -> None:
    page = client.get(address)
    assert page.status_code == status and says in page.text and "<h1>" in page.text
    assert "content-security-policy" in page.headers
    data = client.get(at(address.partition("?")[0], ".json") + "?" + address.partition("?")[2])
    assert data.status_code == status and data.json()["detail"]


def test_names_in_other_scripts_have_their_language(client: httpx.Client) -> None:
    page = client.get("/").text
    assert '<span lang="zh-Hans">丹东鸿祥</span>' in page and '<span lang="ko">조선광선은행</span>' in page


def test_what_pages_load_is_kept_for_good_and_from_here(client: httpx.Client) -> None:
    page = client.get("/about").text
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(loaded) >= 6 and "//" not in "".join(re.findall(r"<(?:script|link)[^>]*", page)).replace(
        "://", ""
    )
    for address in loaded:
        answer = client.get(address)
        assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
        again = client.get(address, headers={"if-none-match": answer.headers["etag"]})
        assert again.status_code == 304
    for wrong in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"):
        assert client.get(wrong).status_code == 404
