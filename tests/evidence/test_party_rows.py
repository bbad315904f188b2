"""Parties read from mapped files are those that a query gives."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from yalu.evidence.party_rows import PartyRows
from yalu.evidence.snapshot import open_snapshot
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.vocabulary import EDGE_KINDS, PARTY_KINDS


@pytest.fixture
def workspace(casebook: Path, tmp_path: Path) -> Workspace:
    home = tmp_path / "copy"
    shutil.copytree(casebook, home, ignore=shutil.ignore_patterns("index"))
    return Workspace(home)


def test_each_party_has_its_statements_and_the_ties_to_it(workspace: Workspace) -> None:
    evidence = Evidence.open(workspace)
    rows = PartyRows.open(workspace, evidence.snapshot)
    kinds = ", ".join(f"'{k}'" for k in sorted(PARTY_KINDS))
    stated = evidence.rows(f"kind IN ({kinds})")
    ids = sorted({s.party for s in stated})
    assert list(rows.ids()) == ids and len(rows) == len(ids)
    for party in (*ids[::40], ids[0], ids[-1]):
        assert rows.own(party) == [s for s in stated if s.party == party]
        inbound = [s for s in stated if s.value == party != s.party and s.prop in EDGE_KINDS]
        assert sorted(rows.inbound(party), key=lambda s: s.id) == sorted(inbound, key=lambda s: s.id)
    assert any(rows.inbound(party) for party in ids)


@pytest.mark.parametrize("party", ["", "nobody", "zzz", "\x00", "ofac-9345 ", "리"])
def test_an_id_that_is_not_held_has_nothing(workspace: Workspace, party: str) -> None:
    rows = PartyRows.open(workspace, open_snapshot(workspace))
    assert rows.own(party) == [] and rows.inbound(party) == []


def test_files_that_were_made_are_used_again_and_torn_ones_are_not(workspace: Workspace) -> None:
    snapshot = open_snapshot(workspace)
    held = PartyRows.open(workspace, snapshot).own("ofac-9345")
    folder = workspace.root / "index" / "parties" / snapshot.id
    before = (folder / "rows.npy").stat().st_mtime_ns
    assert held and PartyRows.open(workspace, snapshot).own("ofac-9345") == held
    assert (folder / "rows.npy").stat().st_mtime_ns == before
    for torn in (b"torn", b"", _npy(np.zeros(1, np.uint8))):
        (folder / "rows.npy").unlink()  # not cut short in place: the file is mapped
        (folder / "rows.npy").write_bytes(torn)
        assert PartyRows.open(workspace, snapshot).own("ofac-9345") == held
    (folder / "layout").write_text("0")
    assert PartyRows.open(workspace, snapshot).own("ofac-9345") == held
    assert (folder / "rows.npy").stat().st_size > 1000


def _npy(column: np.ndarray[Any, np.dtype[np.uint8]]) -> bytes:
    out = io.BytesIO()
    np.save(out, column)
    return out.getvalue()


def test_a_workspace_that_cannot_be_written_is_read_all_the_same(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.root / "index").write_text("a file where a folder should be")
    rows = PartyRows.open(workspace, open_snapshot(workspace))
    assert rows.own("ofac-9345")


def test_only_the_newest_folders_stay(workspace: Workspace) -> None:
    parties = workspace.root / "index" / "parties"
    for n in range(6):
        (parties / f"s{n}").mkdir(parents=True)
    PartyRows.open(workspace, open_snapshot(workspace))
    assert len(list(parties.iterdir())) == 4
