"""Records of lists with ids of their own count in the brief only once somebody joined them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from yalu.evidence import packaged
from yalu.evidence.intake import Documents, take
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.dates import period
from yalu.regimes import load_regime
from yalu.sources.registry import source

BY_IMO = {"uk_ofsi": Counter(UK=1), "uk_sanctions_list": Counter(UK=2)}
"""What the examples hold of ships that the casebook knows by their IMO numbers."""

OWN_IDS = ("au_dfat", "eu_fsf", "jp_mof", "uk_ofsi", "uk_sanctions_list", "us_csl")


def listings(workspace: Workspace) -> Counter[str]:
    view = Evidence.open(workspace).at("2026-11-24")
    return Counter(s.value for s in Scope(view, load_regime().brief).listings)


@pytest.mark.parametrize("source_id", OWN_IDS)
def test_a_list_that_nobody_joined_adds_to_no_count(home: Path, source_id: str) -> None:
    workspace = Workspace(home)
    packaged.ensure(workspace)
    before = listings(workspace)
    of = source(source_id)
    part = of.parts[0]
    content = (of.folder / "fixture" / part.files[0]).read_bytes()
    take(workspace, of, Documents({part.name: content}, {part.name: part.files[0]}, period("2026-03-05")))
    view = Evidence.open(workspace).at("2026-11-24")
    assert view.statements(source=source_id, prop="name")
    assert listings(workspace) == before + BY_IMO.get(source_id, Counter())


def test_a_joined_record_belongs_to_the_regime(home: Path) -> None:
    """The marks hold once two ids are one party."""
    workspace = Workspace(home)
    of = source("uk_ofsi")
    part = of.parts[0]
    content = (of.folder / "fixture" / part.files[0]).read_bytes()
    take(workspace, of, Documents({part.name: content}, {part.name: part.files[0]}, period("2018-04-13")))
    view = Evidence.open(workspace).at("2026-11-24")
    view.__dict__["_same"] = {"gb-90001": "gb-90001", "x-1": "gb-90001"}
    scope = Scope(view, load_regime().brief)
    assert scope.parties == {"gb-90001", "x-1"}
