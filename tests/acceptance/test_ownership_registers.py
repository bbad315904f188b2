"""The rules on published records of registers: BODS declarations and the UK's register of control."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from yalu.ownership.file import read
from yalu.ownership.rules import rule
from yalu.ownership.shares import span
from yalu.ownership.verdict import Court, Says

NOW = "2026-11-24"
COLUMNS = ("owner", "owned", "low", "high", "from", "to")


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "data" / "ownership"


def rows(file: Path) -> list[dict[str, str]]:
    """The direct shareholdings of a BODS package; of several statements of one record the last."""
    last: dict[str, dict[str, Any]] = {}
    for statement in json.loads(file.read_bytes()):
        if statement.get("recordType") == "relationship":
            last[statement["recordId"]] = statement["recordDetails"]
    found = []
    for record in last.values():
        for interest in record["interests"]:
            share = interest.get("share", {})
            if (
                interest.get("type") != "shareholding"
                or interest.get("directOrIndirect") == "indirect"
                or not share
            ):
                continue
            low = str(share.get("exact", share.get("minimum", f">{share.get('exclusiveMinimum', 0)}")))
            high = str(share.get("exact", share.get("maximum", f"<{share.get('exclusiveMaximum', 100)}")))
            days = (interest.get("startDate") or "", interest.get("endDate") or "")
            cells = (record["interestedParty"], record["subject"], f"{low}%", f"{high}%", *days)
            found.append(dict(zip(COLUMNS, cells, strict=True)))
    return found


def court(tmp_path: Path, held: list[dict[str, str]], by: str, on: str, *listed: str) -> Court:
    file = tmp_path / "held.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, COLUMNS)
        table.writeheader()
        table.writerows(held)
    return Court(read(str(file), on), rule(by), on, set(listed))


def test_two_companies_that_own_each_other_are_blocked_by_nobody(folder: Path, tmp_path: Path) -> None:
    held = rows(folder / "bods" / "v04_fixtures" / "edge-cases" / "10-circular-ownership.json")
    assert len(held) == 2
    assert not court(tmp_path, held, "ofac", NOW).parties(Says.BLOCKED)
    found = court(tmp_path, held, "ofac", NOW, "rec-alpha-corp")
    assert found.parties(Says.BLOCKED) == ["rec-beta-corp"]
    assert found.verdict(found.holdings.number["rec-alpha-corp"]).range_text() == "100%"


def test_a_state_owned_group_is_added_up_over_the_chain(folder: Path, tmp_path: Path) -> None:
    held = rows(folder / "bods" / "bods-package-fi-soe.json")
    top, middle, company = "7ff95ba3682c", "0199c515a699", "19f1c5afe9d7"
    for by in ("ofac", "eu", "uk"):
        found = court(tmp_path, held, by, NOW, top)
        assert found.parties(Says.BLOCKED) == [middle, company]
        assert found.verdict(found.holdings.number[company]).range_text() == "100%"
    assert not court(tmp_path, held, "ofac", "2019-12-31", top).parties(Says.BLOCKED)


def test_half_and_half_is_blocked_by_one_owner_where_half_is_enough(folder: Path, tmp_path: Path) -> None:
    held = rows(folder / "bods" / "joint-ownership.json")
    listed, between, company = "1accb8b18b99", "91b4236a7d89", "31c55e425764"
    both = sorted([between, company])
    assert court(tmp_path, held, "ofac", NOW, listed).parties(Says.BLOCKED) == both
    assert court(tmp_path, held, "eu", "2024-07-03", listed).parties(Says.BLOCKED) == both
    assert court(tmp_path, held, "eu", "2024-07-02", listed).parties(Says.BLOCKED) == []
    assert court(tmp_path, held, "uk", NOW, listed).parties(Says.BLOCKED) == []


def test_a_register_that_contradicts_itself_makes_nothing_certain(folder: Path, tmp_path: Path) -> None:
    """The last record of the buyer says 100% since 2019, that of the seller 50% until 3 April 2021."""
    held = rows(folder / "bods" / "fermcat.json")
    seller, company = "per-5faa4103dee78621", "ent-93c75c87ab28f889"
    before = court(tmp_path, held, "ofac", "2021-04-02", seller)
    assert (before.parties(Says.BLOCKED), before.parties(Says.UNCERTAIN)) == ([], [company])
    assert "above_100_percent" in {f.code for f in before.holdings.faults()}
    since = court(tmp_path, held, "ofac", "2022-01-21", seller)
    assert seller not in since.holdings.number and not since.parties(Says.UNCERTAIN)


def test_bands_of_the_uk_register_are_ranges(folder: Path, tmp_path: Path) -> None:
    record = json.loads((folder / "uk_psc" / "psc_individual.json").read_bytes())
    [band] = [n for n in record["data"]["natures_of_control"] if n.startswith("ownership-of-shares")]
    low, high = band.removeprefix("ownership-of-shares-").removesuffix("-percent").split("-to-")
    held = [dict(zip(COLUMNS, ("person", record["company_number"], f">{low}", high, "", ""), strict=True))]
    found = court(tmp_path, held, "ofac", NOW, "person")
    assert found.parties(Says.UNCERTAIN) == [record["company_number"]]
    verdict = found.verdict(found.holdings.number[record["company_number"]])
    assert span(verdict.low, verdict.high) == "25.000000001% to 50%"
    for by, on in (("uk", NOW), ("eu", "2024-07-02")):
        never = court(tmp_path, held, by, on, "person")
        assert not never.parties(Says.BLOCKED) and not never.parties(Says.UNCERTAIN)
