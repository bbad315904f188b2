"""The section on ships once positions are held: which, what they show, and nothing of a later day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fleet.targeting.conftest import BEFORE, MET, SAIL, positions
from tests.sections import Sections, rows, said
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.store import Positions
from yalu.publish.citations import Citations
from yalu.regimes import Regime

__all__ = ["positions"]
NONE = "No ship's position is held"


@pytest.fixture(scope="module")
def afloat(
    casebook: Path, positions: Positions, regime: Regime, tmp_path_factory: pytest.TempPathFactory
) -> Sections:
    """The sections of a workspace that holds the casebook and some positions."""
    home = tmp_path_factory.mktemp("afloat") / "home"
    shutil.copytree(casebook, home)
    shutil.copytree(positions.root, home / "positions")
    return Sections(Evidence.open(Workspace(home)), regime)


def test_what_is_held_and_which_ships_call_for_a_look(afloat: Sections) -> None:
    made = afloat.of("ships", SAIL)
    text = said(made)
    assert NONE not in text and "No real tracks of North Korean ships could be had" in text
    assert "are of 4 ships and reach from 2026-11-26 to 2026-12-01" in text
    assert "look first at CHONG CHON GANG (7937317, " in text and "points, most for: listed)" in text
    table = rows(made, "ships-heard")
    assert [r[0] for r in table][:2] == ["CHONG CHON GANG", "QUIET WATERS"]
    assert table[1][1] == str(MET) and "call at a port of the country" in table[1][3]
    assert "UNSCR 2270, para 18" in table[1][4]


def test_every_figure_rests_on_its_statements(afloat: Sections) -> None:
    afloat.check(afloat.of("ships", SAIL))


def test_nothing_later_is_told(afloat: Sections, sections: Sections) -> None:
    early = said(afloat.of("ships", BEFORE))
    assert "2026-11-28" in early and "2026-12" not in early and "meeting" not in early
    assert said(afloat.of("ships", "2026-11-24")) == said(sections.of("ships", "2026-11-24"))


def test_positions_stand_among_the_numbered_sources(afloat: Sections) -> None:
    citations = Citations(SAIL, afloat.evidence.citations)
    for _, one in afloat.of("ships", SAIL).sentences():
        citations.of(one.statements)
    [source] = [s for s in citations.numbered() if s.id == "positions"]
    assert source.title.startswith("AIS positions 2026-11-26 to 2026-12-01") and source.date == "2026-12-01"
