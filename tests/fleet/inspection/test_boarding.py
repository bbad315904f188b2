"""Who may board where: verdicts by hand, each rule's days, and what is never said."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.running import yalu, yalu_json
from yalu.evidence.view import Evidence
from yalu.fleet.inspection import text
from yalu.fleet.inspection.powers import Powers
from yalu.fleet.inspection.question import Boarding, Situation, ask
from yalu.regimes import Regime

TODAY = "2026-11-24"


def asked(
    evidence: Evidence, zone: str, flag: str = "", by: str = "", on: str = TODAY, as_of: str = ""
) -> Boarding:
    return ask(Powers(evidence, as_of or TODAY, on), Situation(zone, flag, by))


CASES = """
port         KP -  2005-01-01  unknown
port         KP -  2006-10-14  is called upon to
port         KP -  2009-06-12  is called upon to    UNSCR 1874
port         KP -  2013-03-06  is called upon to
port         KP -  2013-03-07  must                 UNSCR 2094
port         KP -  2016-03-02  must                 UNSCR 2270
port         PA -  2017-12-22  must                 UNSCR 2397
territorial  PA -  2017-12-22  must                 UNSCR 2270
high_seas    PA -  2009-06-11  unknown
high_seas    PA -  2009-06-12  only with the consent of the flag State    UNSCR 1874
high_seas    PA -  2017-09-11  only with the consent of the flag State    UNSCR 2375
high_seas    KP -  2018-01-15  only with the consent of the flag State
high_seas    PA PA 2018-01-15  unknown
high_seas    none US 2018-01-15  unknown
eez          PA JP 2018-01-15  only with the consent of the flag State
contiguous   PA -  2018-01-15  unknown
"""


@pytest.mark.parametrize("line", [line for line in CASES.splitlines() if line])
def test_by_hand(evidence: Evidence, line: str) -> None:
    head, *rest = line.split("  ")
    words = [*head.split(), *" ".join(rest).split()]
    zone, flag, by, on = (("" if w == "-" else w) for w in words[:4])
    answer = asked(evidence, zone, flag, by, on)
    told = " ".join(words[4:])
    verdict = str(answer.verdict)
    assert told.startswith(verdict)
    assert told.removeprefix(verdict).strip() in answer.why


def test_every_power_holds_from_its_first_to_its_last_day(evidence: Evidence, regime: Regime) -> None:
    days: dict[str, dict[str, bool]] = {}
    for row in regime.boarding.powers:
        if len(row.in_force_from) < 10:
            continue
        before = (date.fromisoformat(row.in_force_from) - timedelta(days=1)).isoformat()
        days.setdefault(before, {})[row.id] = False
        days.setdefault(row.in_force_from, {})[row.id] = True
        if row.in_force_until:
            after = (date.fromisoformat(row.in_force_until) + timedelta(days=1)).isoformat()
            days.setdefault(row.in_force_until, {})[row.id] = True
            days.setdefault(after, {})[row.id] = False
    assert len(days) > 40
    for day, wanted in sorted(days.items()):
        held = {power.id for power in Powers(evidence, TODAY, day).in_force}
        assert {p for p in wanted if p in held} == {p for p, holds in wanted.items() if holds}, day


def test_what_follows_a_refusal(evidence: Evidence) -> None:
    answer = asked(evidence, "high_seas", "PA", "JP", "2018-01-15")
    by = {(who, power.id) for who, power in answer.refusals}
    assert {("flag State", "b003"), ("flag State", "b016"), ("ship", "b016"), ("ship", "b007")} <= by
    assert ("ship", "b055") in by and ("flag State", "b055") not in by
    told = "\n".join(text.lines(answer))
    assert "direct the vessel to an appropriate and convenient port" in told and "to: 1718 Committee" in told


def test_a_row_that_says_same_is_spelled_out(evidence: Evidence) -> None:
    [japan] = [p for p in asked(evidence, "high_seas", "PA", "JP").reaching if p.id == "b055"]
    assert "inspect documents and cargo" in japan.power and "North Korean cargo" in japan.ground


def test_memory_and_treaties_decide_nothing(evidence: Evidence) -> None:
    answer = asked(evidence, "high_seas", "none", "US")
    assert "b029" in {p.id for p in answer.leads} and "b034" in {p.id for p in answer.conditional}
    assert "UNVERIFIED, decides nothing" in "\n".join(text.lines(answer))
    assert not {p.id for p in answer.reaching} & {p.id for p in (*answer.leads, *answer.conditional)}


def test_a_states_own_rules_bind_there_alone(evidence: Evidence) -> None:
    ids = {p.id for p in asked(evidence, "port", "PA", "JP").closing}
    assert "b058" in ids and not ids & {"b037", "b038", "b063", "b065"}


def test_nothing_of_a_later_day(evidence: Evidence) -> None:
    said = "\n".join(text.lines(asked(evidence, "port", "KP", "KR", "2017-06-13", "2017-06-13")))
    for later in ("2371", "2375", "2397", "2018", "2024"):
        assert later not in said


def test_the_command(fleet_home: Path) -> None:
    told = yalu_json("fleet", "boarding", "--zone", "territorial_sea", "--by", "KR", workspace=fleet_home)
    assert told["zone"] == "territorial" and told["verdict"] == "must"
    wrong = yalu("fleet", "boarding", "--zone", "moon", workspace=fleet_home, check=False)
    assert wrong.returncode == 2 and "high_seas" in wrong.stderr
