"""A server goes by the resolved parties of its snapshot, and takes up a judgement without a restart."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import httpx

from tests.running import yalu
from tests.workbench.serving import Served, serving

NAME, ONE, OTHER = "Filler Enterprise 3", "ofac-90203", "ofac-90204"


def ids(served: Served, name: str = NAME) -> list[str]:
    """The ids of the best hit, which the entity itself must have too."""
    best = served.one("Company", name=name)["results"][0]
    assert best["ids"] == [best["id"], *best["referents"]]
    found: list[str] = best["ids"]
    return found


def test_hits_hold_every_id_of_a_resolved_party(listed: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(listed, tmp_path / "home"))
    with serving(home, tmp_path / "stderr.txt") as served:
        assert ids(served) == [ONE]
        yalu("resolve", workspace=home)
        yalu(
            "decide", ONE, OTHER.upper(), "same", "--why", "one registration", "--who", "Ann", workspace=home
        )
        deadline = time.monotonic() + 60
        while ids(served) != [ONE, OTHER] and time.monotonic() < deadline:
            time.sleep(0.2)
        assert ids(served) == ids(served, "Filler Enterprise 4") == [ONE, OTHER]
        moved = httpx.get(f"{served.url}/entities/{OTHER}", trust_env=False)
        assert (moved.status_code, moved.headers["location"]) == (308, f"/entities/{ONE}")
        yalu("undo", ONE, OTHER, "--why", "two firms", "--who", "Ann", workspace=home)
        while ids(served) != [ONE] and time.monotonic() < deadline:
            time.sleep(0.2)
        assert ids(served) == [ONE]
        assert "Traceback" not in served.log()
