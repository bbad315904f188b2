"""The index's files: whole or not at all, built anew where they are missing or damaged, shared, removed."""

from __future__ import annotations

import os
from pathlib import Path

import orjson
import pytest

from tests.screening.made import index, party, snapshot
from yalu.evidence import packaged
from yalu.evidence.snapshot import current_id
from yalu.evidence.workspace import Workspace
from yalu.screening import Query, Screener, store
from yalu.screening.identifiers import KINDS

ASKED = Query(names=["Ocean Maritime Management"], schema="Company")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "own")
    packaged.ensure(made)
    return made


def answer(workspace: Workspace) -> tuple[list[str], list[str]]:
    """What is told while the index is opened, and the hits of a query."""
    said: list[str] = []
    screener = Screener.open(workspace, "2026-08-14", step=said.append)
    return said, [f"{hit.id} {hit.score}" for hit in screener.screen(ASKED)]


def test_built_once_and_read_after(workspace: Workspace) -> None:
    said, first = answer(workspace)
    assert "building" in said[0] and first
    folder = workspace.root / "index" / current_id(workspace)
    assert folder.is_dir()
    assert not list(folder.parent.glob(".new-*"))
    assert answer(workspace) == ([], first)


@pytest.mark.parametrize("damage", ["manifest", "format", "engine", "short", "gone", "garbled"])
def test_what_is_damaged_or_older_is_built_anew(workspace: Workspace, damage: str) -> None:
    _, first = answer(workspace)
    folder = workspace.root / "index" / current_id(workspace)
    manifest = folder / store.MANIFEST
    if damage == "manifest":
        manifest.write_text("{")
    elif damage in ("format", "engine"):
        manifest.write_bytes(orjson.dumps(orjson.loads(manifest.read_bytes()) | {damage: 0}))
    elif damage == "short":
        os.truncate(folder / "name_text.npy", 200)
    elif damage == "gone":
        (folder / "key_names.npy").unlink()
    else:
        content = bytearray((folder / "name_text.npy").read_bytes())
        content[:16] = b"x" * 16
        (folder / "name_text.npy").write_bytes(content)
    said, again = answer(workspace)
    assert said and again == first
    assert answer(workspace) == ([], first)


def test_a_workspace_that_cannot_be_written_is_screened(workspace: Workspace) -> None:
    (workspace.root / "index").write_text("a file in the way")
    said, found = answer(workspace)
    assert found
    assert any("memory alone" in line for line in said)


def test_a_reader_keeps_what_is_replaced(workspace: Workspace) -> None:
    screener = Screener.open(workspace, "2026-08-14")
    before = screener.screen(ASKED)
    store.write(workspace.root / "index" / screener.snapshot, *store.make(made(workspace)), screener.snapshot)
    assert screener.screen(ASKED) == before
    assert Screener.open(workspace, "2026-08-14").screen(ASKED) == before


def made(workspace: Workspace) -> store.Snapshot:
    return store.open_snapshot(workspace)


def test_indexes_of_old_snapshots_are_removed(workspace: Workspace) -> None:
    root = workspace.root / "index"
    for n in range(6):
        (root / f"sold{n}").mkdir(parents=True)
        os.utime(root / f"sold{n}", (n, n))
    answer(workspace)
    kept = sorted(p.name for p in root.glob("sold*"))
    assert kept == [f"sold{n}" for n in range(6 - store.KEPT, 6)]


def test_an_index_of_nothing(tmp_path: Path) -> None:
    empty = index(tmp_path / "none", [])
    assert (empty.names, empty.parties) == (0, 0)
    assert empty.find("x") == -1
    assert all(empty.rows_of_number(kind, "123456789") == [] for kind in KINDS)
    store.write(tmp_path / "index", *store.make(snapshot(tmp_path / "none", [])), "s")
    assert store.read(tmp_path / "index") is not None


def test_party_ids_are_found(tmp_path: Path) -> None:
    rows = [row for n in range(7) for row in party(f"p-{n}", "Person", f"Name {n}")]
    one = index(tmp_path, rows)
    assert [one.party_id(one.find(f"p-{n}")) for n in range(7)] == [f"p-{n}" for n in range(7)]
