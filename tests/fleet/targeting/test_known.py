"""What the register gives a score, and that nothing of a later day does."""

from __future__ import annotations

import re
from dataclasses import replace

import orjson
import pytest

from tests.fleet.targeting.conftest import register_of
from yalu.evidence.view import Evidence, Item
from yalu.fleet.behavior.identity import checksum
from yalu.fleet.targeting.expected import held
from yalu.fleet.targeting.heard import Heard
from yalu.fleet.targeting.targets import Judge, Target, targets

JIE_SHUN = "8518780"
RESOLUTION = re.compile(r"\b(1718|1874|2087|2094|2270|2321|2356|2371|2375|2397|2664|2680)\b")


def judged(judge: Judge) -> Target:
    return judge.hull(judge.register.find(JIE_SHUN))


def test_on_the_day_of_the_memo_nothing_later_is_cited(ashore: dict[str, Judge]) -> None:
    found = judged(ashore["2017-06-13"])
    said = orjson.dumps(found.as_json()).decode()
    cited = set(RESOLUTION.findall(said))
    assert {"2321"} <= cited and max(cited) <= "2356"
    assert max(re.findall(r"\b20\d\d-\d\d-\d\d\b", said)) <= "2017-06-13"
    assert [(r.rule, r.points) for r in found.sanctions.reasons] == [("incident/other", 10)]
    assert "public by 2017-02-27" in found.sanctions.reasons[0].finding.text
    for later in ("Haeju", "30,000", "port ban since", "514569000", "2016-08-11"):
        assert later not in said


def test_half_a_year_later_the_listing_and_the_new_paragraphs_count(ashore: dict[str, Judge]) -> None:
    found = judged(ashore["2018-01-15"])
    rules = {r.rule: r for r in found.sanctions.reasons}
    assert rules["listed/UN"].points == 50 and "2371, para 6" in rules["listed/UN"].law
    assert "2397, para 9" in next(r for k, r in rules.items() if k.startswith("incident")).law
    assert found.sanctions.points > judged(ashore["2017-06-13"]).sanctions.points


def test_the_whole_fleet_each_ship_once_and_ranked(ashore: dict[str, Judge]) -> None:
    for judge in ashore.values():
        ranked = targets(judge)
        assert len(ranked) == len(judge.register.hulls) == len({t.ship.key for t in ranked})
        points = [t.sanctions.points for t in ranked]
        assert points == sorted(points, reverse=True)
        for target in ranked:
            assert target.sanctions.points == sum(r.points for r in target.sanctions.reasons)
            assert target.safety.profile == "cannot tell" and target.safety.missing
            days = [r.finding.day for r in target.sanctions.reasons if r.finding.day]
            assert all(day[:10] <= judge.day for day in days)


def test_both_scores_stand_apart(ashore: dict[str, Judge]) -> None:
    told = judged(ashore["2026-11-24"]).as_json()
    assert told["sanctions"]["points"] == 102 and told["safety"]["points"][0] == 0
    assert not {r["rule"] for r in told["sanctions"]["reasons"]} & {r["code"] for r in told["safety"]["rows"]}
    for reason in told["sanctions"]["reasons"]:
        assert reason["innocent_explanation"] and reason["unknown"] and reason["threshold"]
        assert reason["evidence"]


@pytest.mark.parametrize("day", ["2017-06-13", "2026-11-24"])
def test_the_register_as_events_read_it(ashore: dict[str, Judge], day: str) -> None:
    hulls = held(ashore[day].register)
    assert all(checksum(imo) and hull.imo == imo for imo, hull in hulls.items())
    assert bool(hulls) == (day == "2026-11-24")
    if hulls:
        assert hulls[7937317].flag == "KP" and hulls[7937317].type == "General Cargo"


@pytest.mark.parametrize(("outcome", "points"), [("seized", 35), ("refused", 25), ("inspected", 0)])
def test_what_an_authority_reported(evidence: Evidence, outcome: str, points: int) -> None:
    judge = Judge(register_of(evidence, "2026-11-24"), Heard(), "KP")
    before = judged(judge).sanctions.points
    some = evidence.rows(f"value = '{JIE_SHUN}'")[0]
    told = {"imo": JIE_SHUN, "outcome": outcome, "date": "2026-10-01", "port": "Busan", "authority": "a port"}
    item = Item("r1", [replace(some, prop=prop, value=value) for prop, value in told.items()])
    judge.register.fleet.__dict__["results"] = {JIE_SHUN: [item]}
    found = judged(judge).sanctions
    assert found.points - before == points
    texts = [r.finding.text for r in found.reasons if r.finding.rule == "reported"]
    assert bool(texts) == bool(points) and all("Busan, reported by a port" in text for text in texts)
