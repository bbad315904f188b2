"""One hull on two days: what was public, which resolutions, and what is not known."""

from __future__ import annotations

import re
from typing import Any

import orjson
import pytest

from tests.running import yalu, yalu_json
from yalu.errors import UsageError, YaluError
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.fleet.inspection.powers import Powers
from yalu.fleet.register import text
from yalu.fleet.register.register import Register
from yalu.regimes import load_plan

JIE_SHUN = "8518780"
MEMO = "2017-06-13"
RESOLUTION = re.compile(r"\b(1718|1874|2087|2094|2270|2321|2356|2371|2375|2397|2664|2680)\b")


def shown(evidence: Evidence, day: str) -> tuple[str, dict[str, Any]]:
    """The hull of a day as text and as JSON."""
    hull = Register(Scope(evidence.at(day), load_plan())).find(JIE_SHUN)
    powers = Powers(evidence, day)
    lines = "\n".join(text.lines(hull, powers))
    return lines, hull.as_json() | {"law": [p.as_json() for p in text.law(powers)]}


def test_the_interception_with_its_source(evidence: Evidence) -> None:
    lines, told = shown(evidence, "2026-11-24")
    [incident] = told["incidents"]
    assert incident["date"] == "2016-08-11" and incident["acting_state"] == "EG"
    assert "grenades under limonite" in incident["cargo"]
    titles = {work.get("title") for source in incident["sources"] for work in source["cites"]}
    assert any("Panel of Experts" in str(title) for title in titles)
    assert told["imo"] == JIE_SHUN and told["imo_check_digit_holds"] is True
    assert "UN: port ban since 2017-10-03" in lines
    assert {t["role"] for t in told["ties"] if not t["unverified"]} >= {"owner of", "operator of"}


def test_on_the_day_of_the_memo_nothing_later(evidence: Evidence) -> None:
    lines, told = shown(evidence, MEMO)
    said = lines + orjson.dumps(told).decode()
    cited = set(RESOLUTION.findall(said))
    assert {"1718", "1874", "2270", "2321"} <= cited and max(cited) <= "2356"
    assert "JIE SHUN (IMO not public): named in a source, on no list" in lines
    days = re.findall(r"\b20\d\d-\d\d-\d\d\b", said)
    assert days and max(days) <= MEMO
    for later in ("514569000", "30,000", "Haeju", "Vast Win", "2017-10", "port ban since"):
        assert later not in said


def test_half_a_year_later_the_new_resolutions(evidence: Evidence) -> None:
    lines, told = shown(evidence, "2018-01-15")
    cited = {code for power in told["law"] for code in RESOLUTION.findall(power["instrument"])}
    assert {"2371", "2375", "2397"} <= cited
    assert [one["authority"] for one in told["listings"]] == ["EU", "UN"]
    assert "UNSCR 2397, para 9" in lines


def test_what_is_not_known_is_said(register: Register) -> None:
    hull = register.find(JIE_SHUN)
    assert {"class", "insurer", "track", "flags", "call_signs"} <= set(hull.unknown)
    assert "clean" not in hull.status


def test_a_hull_is_found_by_name_and_by_id(register: Register) -> None:
    by_name = register.find("jie shun")
    assert by_name.ids == register.find(f"IMO {JIE_SHUN}").ids == register.find(f"imo-{JIE_SHUN}").ids


def test_no_such_ship(register: Register) -> None:
    with pytest.raises(YaluError, match="fails its check digit"):
        register.find("8518781")
    with pytest.raises(YaluError, match="No ship is known"):
        register.find("No Such Ship At All")
    with pytest.raises(UsageError, match="ships fit"):
        register.find("Susan")


def test_every_hull_stands_once(register: Register) -> None:
    ids = [one for hull in register.hulls for one in hull.ids]
    assert len(ids) == len(set(ids))
    numbers = [hull.imo for hull in register.hulls if hull.imo]
    assert len(numbers) == len(set(numbers)) >= 110
    assert all(hull.imo_holds for hull in register.hulls if hull.imo)


def test_ships_from_memory_alone_stand_on_no_list(register: Register) -> None:
    names = {hull.name for hull in register.hulls}
    assert not names & {"So San", "Kang Nam 1"}


def test_the_command(fleet_home: Any) -> None:
    told = yalu_json("fleet", "ship", "Jie Shun", "--as-of", MEMO, workspace=fleet_home)
    assert told["as_of"] == MEMO and told["listings"] == []
    done = yalu("fleet", "list", "--as-of", MEMO, workspace=fleet_home)
    assert done.stdout.splitlines()[-1].startswith("41 hulls, 0 valid IMO numbers; on lists: US 39")
    missing = yalu("fleet", "ship", "Nobody Ever", workspace=fleet_home, check=False)
    assert missing.returncode == 1 and "To do:" in missing.stderr
