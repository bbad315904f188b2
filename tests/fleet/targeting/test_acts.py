"""Positions that are held join the register by number, and count in the score of both ships."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from tests.fleet.targeting.conftest import BEFORE, LISTED, MET, SAIL, SILENT, register_of
from yalu.evidence.view import Evidence
from yalu.fleet.ais.store import Positions
from yalu.fleet.behavior.identity import Hull, judged
from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.behavior.telling import identity
from yalu.fleet.places import Places
from yalu.fleet.sheet.build import find_target
from yalu.fleet.targeting.expected import held
from yalu.fleet.targeting.heard import heard
from yalu.fleet.targeting.port import find_port, there
from yalu.fleet.targeting.targets import Judge, Target, targets


@pytest.fixture(scope="module")
def ranked(sailing: Judge) -> list[Target]:
    return targets(sailing)


def of(ranked: list[Target], key: str) -> dict[str, int]:
    [target] = [t for t in ranked if t.ship.key == key]
    return {r.rule: r.points for r in target.sanctions.reasons}


def test_events_join_the_hull_by_its_number(ranked: list[Target]) -> None:
    rules = of(ranked, f"imo-{LISTED}")
    assert rules["gap/near strong"] == 15
    assert rules["meeting/firm"] == 6
    assert "listed/UN" in rules


def test_the_digits_of_the_mmsi_against_the_register_without_a_file(ranked: list[Target]) -> None:
    [target] = [t for t in ranked if t.ship.imo == LISTED]
    [reason] = [r for r in target.sanctions.reasons if r.rule == "identity/flag"]
    assert reason.points == 8 and "the register says KP" in reason.finding.text
    assert reason.finding.evidence[0]["mmsi"] == [SILENT]


def test_the_other_ship_met_a_listed_one_and_called(ranked: list[Target]) -> None:
    rules = of(ranked, f"mmsi-{MET}")
    assert rules["meeting/listed firm"] == 30 and rules["call/seen"] == 35
    [target] = [t for t in ranked if t.ship.key == f"mmsi-{MET}"]
    [met] = [r for r in target.sanctions.reasons if r.finding.rule == "meeting"]
    assert "CHONG CHON GANG (IMO 7937317), listed by" in met.finding.text
    assert met.finding.evidence[0]["positions"] and "2375, para 11" in met.law


def test_nothing_of_a_later_day_is_heard(evidence: Evidence, positions: Positions) -> None:
    register = register_of(evidence, BEFORE)
    early = heard(positions, BEFORE, held(register))
    assert early.last <= BEFORE and not [e for e in early.events if e.kind in ("meeting", "call")]
    assert not heard(positions, "2026-11-20", {}).any


def test_a_ship_that_no_register_holds_is_not_unregistered(sailing: Judge) -> None:
    assert not [e for e in sailing.heard.events if e.grade == "unregistered"]


def test_a_hull_that_was_broken_up_returns(sailing: Judge) -> None:
    number, rule = int(LISTED), on(rule_book().identity)
    spells = [asdict(s) for s in sailing.heard.said if s.imo == number]
    [gone] = [
        row
        for row in judged(spells, [], {number: Hull(number, scrapped="2020-01-01")}, rule.thresholds)
        if row["grade"] == "scrapped"
    ]
    seen = replace(sailing.heard, events=(identity(gone, rule),))
    found = find_target(Judge(sailing.register, seen, "KP"), LISTED)
    assert {r.rule: r.points for r in found.sanctions.reasons}["identity/scrapped"] == 30


def test_ships_at_a_port(sailing: Judge, positions: Positions) -> None:
    places = Places(sailing.register.scope.view)
    at = there(positions, find_port("Nampo", places), SAIL)
    assert set(at.why) == {MET}
    [target] = targets(sailing, there=at)
    assert target.ship.name == "QUIET WATERS" and target.sanctions.points > 60


def test_a_ship_is_found_by_its_radio_number(sailing: Judge) -> None:
    assert find_target(sailing, str(MET)).ship.name == "QUIET WATERS"
    assert find_target(sailing, LISTED).ship.mmsi[0:1]
