"""A job from the form that queues it to its results, without scripts."""

from __future__ import annotations

import re
import time

import httpx

from tests.workbench.serving import Served

HTML = {"accept": "text/html"}


def queued(client: httpx.Client, page: str, action: str) -> str:
    """Send a page's form; the address of the job to which it leads."""
    token = re.search(r'name="token" value="([0-9a-f]{64})"', client.get(page, headers=HTML).text)
    assert token
    answer = client.post(action, data={"token": token.group(1)}, headers=HTML)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/jobs/j")
    return str(answer.headers["location"])


def ended(client: httpx.Client, address: str) -> dict[str, object]:
    for _ in range(600):
        page = client.get(address, headers=HTML).text
        found: dict[str, object] = client.get(f"{address}.json").json()["page"]["job"]
        if found["final"]:
            return found
        # The page is the older of the two: a job that has not ended yet had not ended then either.
        assert "refresh" in page
        time.sleep(0.2)
    raise AssertionError("the job did not end in two minutes")


def test_resolution_runs_as_a_job_and_the_queue_shows_it(served: Served) -> None:
    with served.client() as client:
        assert "not resolved yet" in client.get("/queue", headers=HTML).text
        address = queued(client, "/queue", "/queue/resolve")
        assert ended(client, address)["state"] == "done"
        page = client.get(address, headers=HTML).text
        assert "Resolve records" in page and "refresh" not in page.partition("<main")[0]
        assert "not resolved yet" not in client.get("/queue", headers=HTML).text
        assert "Resolve records" in client.get("/jobs", headers=HTML).text
        assert client.get(f"{address}/files/..%2fstdout.txt").status_code == 404
        assert client.get("/jobs/x/files/a").status_code == 422


def test_a_job_is_cancelled_from_its_page(served: Served) -> None:
    with served.client() as client:
        address = queued(client, "/brief?as_of=2017-06-13", "/brief/write")
        job_id = address.partition("?")[0].rpartition("/")[2]
        token = re.search(r'name="token" value="([0-9a-f]{64})"', client.get(address, headers=HTML).text)
        assert token
        data = {"token": token.group(1), "job_id": job_id}
        assert client.post("/jobs/cancel", data=data, headers=HTML).status_code == 303
        assert ended(client, f"/jobs/{job_id}")["state"] == "cancelled"
        assert client.post("/jobs/cancel", data=data | {"job_id": "x"}, headers=HTML).status_code == 400
