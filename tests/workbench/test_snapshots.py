"""Another snapshot is published while requests run: none fails, none mixes two."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path
from typing import Any

from tests.running import yalu
from tests.workbench import lists
from tests.workbench.serving import Served, serving
from yalu.evidence.snapshot import current_id
from yalu.evidence.workspace import Workspace

OLD, NEW = ("Filler Enterprise 3", "ofac-90203"), ("Novelty Harbor Trading Co", "ofac-90103")


def test_a_new_snapshot_is_taken_up_under_load(listed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(listed, home)
    with serving(home, tmp_path / "stderr.txt") as served:
        before = current_id(Workspace(home))
        answers: list[tuple[int, Any]] = []
        stop = threading.Event()
        askers = [threading.Thread(target=_ask, args=(served, stop, answers)) for _ in range(3)]
        for asker in askers:
            asker.start()
        third = lists.copy(tmp_path / "third", lists.PERSON, lists.SHIP, lists.ADDED)
        yalu("sync", "ofac_sdn", "--from", third, "--dated", "2024-09-01", workspace=home)
        after = current_id(Workspace(home))
        deadline = time.monotonic() + 60
        while served.get("/readyz").json()["snapshot"] != after and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(0.5)
        stop.set()
        for asker in askers:
            asker.join(timeout=60)
        assert "Traceback" not in served.log()
    assert before != after
    assert {status for status, _ in answers} == {200}
    seen = [answer["snapshot"] for _, answer in answers]
    assert set(seen) == {before, after}
    for _, answer in answers:
        found = {r["id"] for one in answer["responses"].values() for r in one["results"] if r["match"]}
        assert OLD[1] in found
        assert (NEW[1] in found) == (answer["snapshot"] == after)


def _ask(served: Served, stop: threading.Event, answers: list[tuple[int, Any]]) -> None:
    """Ask for both parties, each at one end of a batch that is screened in parts."""
    names = [NEW[0], *(f"Nobody {n}" for n in range(20)), OLD[0], NEW[0]]
    batch = {
        "queries": {
            str(n): {"schema": "Company", "properties": {"name": [name]}} for n, name in enumerate(names)
        }
    }
    with served.client() as client:
        while not stop.is_set():
            answer = client.post("/match/default", json=batch)
            answers.append((answer.status_code, answer.json()))


def test_a_snapshot_that_cannot_be_opened_leaves_the_old_one_in_service(listed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(listed, home)
    with serving(home, tmp_path / "stderr.txt") as served:
        before = current_id(Workspace(home))
        (home / "CURRENT").write_text("s000000000000\n")
        deadline = time.monotonic() + 30
        while "cannot be opened" not in served.log() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert f"still serving {before}" in served.log()
        assert served.one("Person", name="Inventus Rangsom")["results"]
        catalog = served.get("/catalog").json()
        assert catalog["index_stale"] and catalog["snapshot"] == before and "ofac_sdn" in catalog["outdated"]


def test_health_checks_do_not_wait_for_screening(served: Served) -> None:
    """A full batch of many names each is screened; meanwhile many checks are answered."""
    batch = {
        f"k{n}": {
            "schema": "Company",
            "properties": {"name": [f"Filler Enterprise {n} {m}" for m in range(30)]},
        }
        for n in range(100)
    }
    done = threading.Event()

    def screen() -> None:
        assert served.match(batch).status_code == 200
        done.set()

    screening = threading.Thread(target=screen)
    screening.start()
    checks = 0
    with served.client() as client:
        while not done.is_set():
            assert client.get("/healthz").status_code == 200
            checks += 1
    screening.join()
    assert checks >= 10
