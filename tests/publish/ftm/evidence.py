"""Evidence to export: the casebook, invented lists, a file and an own list; and its lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from tests.cli.lists import sdn, un, write
from tests.running import yalu
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.clock import Mode
from yalu.publish.ftm.export import Export
from yalu.sources.registry import FOLDER

Line = dict[str, Any]


def make(folder: Path) -> Path:
    home = folder / "home"
    yalu("sync", "un_sc", "--from", write(folder / "un", consolidated_xml=un(12)), workspace=home)
    sdn_file = write(folder / "sdn", sdn_csv=sdn(12))
    yalu("sync", "ofac_sdn", "--from", sdn_file, "--dated", "2024-05-01", workspace=home)
    file = FOLDER / "ftm" / "fixture" / "entities.ftm.json"
    yalu("sync", "ftm", "--name", "reports", "--from", file, workspace=home)
    clients = folder / "clients.csv"
    clients.write_text("Name\nINVENTED Client\n")
    yalu("sync", "own", "--name", "clients", "--from", clients, "--columns", "name=Name", workspace=home)
    return home


def export(home: Path, *sources: str, as_of: str = "2026-11-24", mode: Mode = Mode.STRICT) -> Export:
    evidence = Evidence.open(Workspace(home))
    held = tuple(sorted(sources or set(evidence.snapshot.folds) - {"clients"}))
    return Export(evidence.at(as_of, mode=mode), held)


def read(lines: Iterable[bytes]) -> list[Line]:
    return [orjson.loads(line) for line in lines]
