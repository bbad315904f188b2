"""A file of suppliers, sent to the page of labor, is checked as a job and shown."""

from __future__ import annotations

import re
import time

import httpx

from tests.workbench.serving import PATIENCE, Served

SUPPLIERS = (
    "name,country,sector,worker_nationality\n"
    "Acme <b>Seafood</b>,CN,seafood,North Korean\n"
    "Armex Sp. z o.o.,PL,shipbuilding,\n"
    "Nobody Ltd,LU,,\n"
)
HTML = {"accept": "text/html"}


def send(client: httpx.Client, content: str) -> httpx.Response:
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/labor", headers=HTML).text)
    assert found
    files = {"suppliers": ("suppliers.csv", content.encode(), "text/csv")}
    return client.post("/labor/check", data={"token": found.group(1)}, files=files, headers=HTML)


def test_a_file_of_suppliers_is_checked(served: Served) -> None:
    with served.client() as client:
        sent = send(client, SUPPLIERS)
        assert sent.status_code == 303, sent.text
        address = sent.headers["location"]
        until = time.monotonic() + PATIENCE
        while True:
            data = client.get(f"{address}.json").json()["page"]
            if data["job"]["final"]:
                break
            assert time.monotonic() < until, data
            time.sleep(0.2)
        html = client.get(address, headers=HTML).text
        gone = client.get("/labor/check/j0000000000000000", headers=HTML)
    assert data["job"]["state"] == "done", data
    found = {row[0]["text"]: row[2]["text"] for row in data["sections"][0]["table"]["rows"]}
    assert found == {
        "Acme <b>Seafood</b>": "presumed",
        "Armex Sp. z o.o.": "named",
        "Nobody Ltd": "nothing found",
    }
    assert "<b>Seafood" not in html and "clear and convincing" in html and "1 presumed" in html
    assert gone.status_code == 404


def test_a_file_that_is_no_list_of_suppliers_is_refused(served: Served) -> None:
    with served.client() as client:
        for content, says in (("color\nred\n", "no column name"), ("name\n", "no row"), ("", "No file")):
            answer = send(client, content)
            assert answer.status_code == 400 and says in answer.text
