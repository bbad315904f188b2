"""The annexes of Regulation 2017/1509 as of August 2026, from a third party's table, for tests alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from yalu.model.clock import KnownBy
from yalu.sources.eu_1509.parse import parse
from yalu.sources.sighting import Parsed

pytestmark = pytest.mark.acceptance

MEMO = "2017-06-13"


@pytest.fixture(scope="module")
def parsed(shared: Path) -> Parsed:
    (path,) = (shared / "data" / "lists" / "eu-1509").glob("*.csv")
    return parse(path.read_bytes(), "list")


def test_every_row_is_read(parsed: Parsed) -> None:
    assert parsed.records == 326
    assert parsed.quarantined == []
    assert [p.code for p in parsed.problems] == ["no_imo_number"]
    kinds = Counter({s.party: s.kind for s in parsed.sightings}.values())
    assert kinds == {"Person": 157, "Organization": 94, "Vessel": 61}


def test_days_by_annex(parsed: Parsed) -> None:
    """157 rows bear a day up to the memo's: 114 of them the UN's, after which the EU listed."""
    listings = [s for s in parsed.sightings if s.prop == "Sanction"]
    assert len({s.party for s in listings}) == 312
    early = Counter(s.known_by for s in listings if s.known_lo and s.known_lo <= MEMO)
    assert early.total() == 157
    own = {s.detail.split('"')[3].split(".")[0] for s in listings if s.known_by == KnownBy.LISTING}
    assert own == {"XV", "XVI"}
    assert early[KnownBy.LISTING] == 157 - early[KnownBy.COPIES] > 0


def test_36_ships_may_not_enter_a_port(parsed: Parsed) -> None:
    ships = {s.party for s in parsed.sightings if s.prop == "Sanction" and '"XIV.B"' in s.detail}
    assert len(ships) == 35
    numbers = [s.value for s in parsed.sightings if s.prop == "imoNumber"]
    assert len(numbers) == len(set(numbers)) == 60
