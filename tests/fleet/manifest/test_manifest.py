"""A manifest line by line: verdicts, red flags, rejects."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.running import yalu
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.fleet.arrivals.check import Checker
from yalu.fleet.cargo.rules import Rules
from yalu.fleet.files.columns import Line
from yalu.fleet.manifest.check import Checked, ManifestChecker
from yalu.fleet.manifest.flags import Oddities
from yalu.fleet.manifest.weight import number, tonnes, weight_flags
from yalu.regimes import load_plan

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def manifest(evidence: Evidence, checker: Checker) -> ManifestChecker:
    return ManifestChecker(Rules(evidence, TODAY, "2018-12-15"), checker, "KP")


def one(manifest: ManifestChecker, **cells: str) -> Checked:
    [found] = manifest.check([Line(2, cells)])
    return found


def flags(found: Checked) -> set[str]:
    return {flag.code for flag in found.flags}


def test_a_banned_line_cites_its_rule(manifest: ManifestChecker) -> None:
    found = one(manifest, hs="2701.12", description="Anthracite", load_port="Nampo", discharge_port="Dalian")
    assert found.verdict == "prohibited" and found.answer is not None
    assert found.answer.why.startswith("UNSCR 2371, para 8")


def test_coal_by_way_of_a_port_that_reloaded_it(manifest: ManifestChecker) -> None:
    found = one(
        manifest, hs="2701", description="steam coal", origin="RU", load_port="Kholmsk", discharge_state="KR"
    )
    assert found.verdict == "unknown" and flags(found) == {"laundering_port"} and found.hit
    assert found.flags[0].statements and "certificate of origin" in found.flags[0].innocent


def test_indonesian_coal_from_russia(manifest: ManifestChecker) -> None:
    found = one(manifest, hs="2701", origin="Indonesia", load_port="Nakhodka", discharge_state="KR")
    assert flags(found) == {"laundering_port", "coal_through_third_state"}


def test_a_port_is_suspect_only_since_a_text_said_so(evidence: Evidence) -> None:
    def told(day: str) -> list[str]:
        oddities = Oddities(Scope(evidence.at(day), load_plan()).view, "KP")
        find = oddities.places.find
        return [f.code for f in oddities.flags("2701", "coal", find("RU"), find("Kholmsk"), False)]

    assert (told("2017-06-13"), told("2019-01-01")) == ([], ["laundering_port"])


def test_origin_against_the_port(manifest: ManifestChecker) -> None:
    found = one(manifest, hs="2702", origin="RU", load_port="Rajin", discharge_state="CN")
    assert "origin_against_port" in flags(found) and "confirmed and notified" in found.flags[0].innocent
    assert found.verdict == "prohibited"


def test_bulk_that_may_cover_arms(manifest: ManifestChecker) -> None:
    found = one(manifest, hs="2601", description="Limonite (iron ore)", load_port="Haeju", vessel="Jie Shun")
    assert "cover_cargo" in flags(found)
    assert any("i04" in flag.text for flag in found.flags)
    assert any(reason.code == "ship" for reason in found.reasons)


def test_the_description_against_the_code(manifest: ManifestChecker) -> None:
    found = one(manifest, hs="1006", description="coal in bulk", load_state="VN", discharge_state="CN")
    assert flags(found) == {"description_against_code"}
    fits = one(manifest, hs="2701", description="coal in bulk", load_state="AU", discharge_state="CN")
    assert not fits.hit and fits.verdict == "unknown"


def test_a_listed_shipper(manifest: ManifestChecker) -> None:
    found = one(
        manifest, description="rice", load_state="VN", shipper="Ocean Maritime Management Company Ltd"
    )
    assert [(r.code, r.kind) for r in found.reasons] == [("shipper", "listed")]


def test_rejects_keep_their_numbers(manifest: ManifestChecker) -> None:
    rows = [Line(7, {"hs": "zzz"}), Line(8, {"shipper": "x"}), Line(9, {}, "3 fields, the heading has 2")]
    found = manifest.check(rows)
    assert [(c.line.number, c.verdict) for c in found] == [(7, "rejected"), (8, "rejected"), (9, "rejected")]
    assert all(c.problem for c in found) and not any(c.hit for c in found)


def test_a_bad_code_with_a_description_is_read_by_the_description(manifest: ManifestChecker) -> None:
    found = one(manifest, hs="n/a", description="frozen squid", load_port="Chongjin", discharge_state="CN")
    assert found.verdict == "prohibited" and "description alone" in found.notes[0]


WEIGHTS = [
    ("5000", "3000", "", "", {"heavier_than_deadweight"}),
    ("3000", "3000", "7.9", "8", set()),
    ("2900", "3000", "3.0", "8", {"weight_above_draught"}),
    ("100", "3000", "7.8", "8", {"weight_below_draught"}),
    ("100", "3000", "3.5", "8", set()),
    ("100", "", "7.8", "8", set()),
    ("100", "3000", "780", "8", set()),
]


@pytest.mark.parametrize(("weight", "dwt", "draught", "full", "codes"), WEIGHTS)
def test_weight_against_the_ship(weight: str, dwt: str, draught: str, full: str, codes: set[str]) -> None:
    assert {f.code for f in weight_flags([Decimal(weight), None], dwt, draught, full)} == codes


def test_the_lines_of_a_ship_are_weighed_together(manifest: ManifestChecker) -> None:
    cells = {"description": "rice", "weight": "2000", "unit": "t", "vessel": "Quiet Waters", "dwt": "3000"}
    found = manifest.check([Line(2, cells), Line(3, dict(cells))])
    assert [flags(c) for c in found] == [{"heavier_than_deadweight"}, set()]


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("2,300", "MT", "2300"),
        ("500", "kg", "0.500"),
        ("1 000 kgs", "", "1.000"),
        ("5", "boxes", None),
        ("x", "t", None),
    ],
)
def test_weights(text: str, unit: str, wanted: str | None) -> None:
    assert tonnes(text, unit) == (Decimal(wanted) if wanted else None)


@given(st.text(max_size=20), st.text(max_size=8))
def test_any_text_is_a_weight_or_none(text: str, unit: str) -> None:
    assert number(text) is None or number(text) >= 0  # type: ignore[operator]
    assert tonnes(text, unit) is None or isinstance(tonnes(text, unit), Decimal)


def test_the_command(fleet_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "cargo.csv"
    file.write_text("HS Code,Goods,POL,POD\n2701,coal,Nampo,Dalian\n,,,x\n1006,rice,Hanoi,Dalian\n")
    done = yalu("fleet", "manifest", file, "--on", "2018-01-15", "--json", workspace=fleet_home, check=False)
    assert done.returncode == 3, done.stderr
    told = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert [line["verdict"] for line in told] == ["prohibited", "rejected", "unknown"]
    assert "row 3 is rejected" in done.stderr
    assert told[0]["answer"]["rules"][0]["first_day"] == "2017-08-05"
