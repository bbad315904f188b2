"""``yalu sources``: an entry for each source, and what no source reads."""

from __future__ import annotations

from pathlib import Path

from tests.running import yalu, yalu_json
from yalu.sources.registry import sources

KEYS = {"id", "state", "last_run", "age", "records", "problems", "tried_on_real_file"}


def test_every_source_has_an_entry_before_any_is_loaded(home: Path) -> None:
    found = yalu_json("sources", workspace=home, check=False)
    assert [s["id"] for s in found["sources"]] == list(sources())
    assert len(found["sources"]) >= 14
    for entry in found["sources"]:
        assert entry.keys() >= KEYS
        assert entry["state"] == ("current" if entry["id"] == "casebook" else "missing")
        assert entry["tried_on_real_file"] == sources()[entry["id"]].tried_on_real_file


def test_an_authority_without_a_source_is_told(home: Path) -> None:
    found = yalu_json("sources", workspace=home, check=False)
    assert [gap["authority"] for gap in found["without_source"]] == ["KR"]
    shown = yalu("sources", workspace=home, check=False)
    assert shown.returncode == 4
    assert "KR: no file of its listings" in shown.stdout
    assert "the casebook" in shown.stdout
    assert all(f"\n{name} " in shown.stdout for name in sources())


def test_one_source_that_is_not_loaded_says_how(home: Path) -> None:
    shown = yalu("sources", "ch_seco", workspace=home, check=False)
    assert "load it with  yalu sync ch_seco  or  yalu sync ch_seco --from FILE" in shown.stdout
    assert "KR:" not in shown.stdout
