"""The real Consolidated Screening List of May 2022, against counts by a plain reading of the CSV."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter
from functools import cache
from pathlib import Path

import orjson
import pytest

from yalu.sources.registry import source
from yalu.sources.sighting import Parsed
from yalu.sources.us_csl.parse import parse

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "data" / "lists" / "us-csl" / "consolidated_csl_2022-05-16.csv.gz"


@cache
def reading(path: Path) -> Parsed:
    return parse(path.read_bytes(), "list")


@cache
def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_and_dprk(path: Path) -> None:
    """SOURCE.txt finds 472 with a DPRK program or "KP" in an address; as a word of its own it is in 470."""
    parsed = reading(path)
    assert parsed.records == len(rows(path)) == 14160
    program = {s.party for s in parsed.sightings if s.prop == "program" and "DPRK" in s.value}
    assert len(program) == sum("DPRK" in r["programs"] for r in rows(path)) == 428
    address = {s.party for s in parsed.sightings if s.prop == "address" and re.search(r"\bKP\b", s.value)}
    assert len(program | address) == 470
    assert sum("DPRK" in r["programs"] or "KP" in r["addresses"] for r in rows(path)) == 472
    assert parsed.quarantined == []
    limits = source("us_csl").contract
    assert limits.min_records <= parsed.records <= limits.max_records


def test_parties_are_ids(path: Path) -> None:
    parties = {s.party for s in reading(path).sightings}
    assert parties == {f"csl-{r['_id']}" for r in rows(path)}
    assert len(parties) == 14048


def test_what_each_list_makes_of_its_entries(path: Path) -> None:
    kinds = Counter(
        (s.prop, orjson.loads(s.detail)["list"])
        for s in reading(path).sightings
        if s.prop in ("Sanction", "exportControl", "repeatedListing")
    )
    assert kinds == {
        ("repeatedListing", "SDN"): 10026,
        ("exportControl", "Entity List"): 2001,
        ("exportControl", "AECA Debarred"): 727,
        ("exportControl", "Denied Persons"): 462,
        ("exportControl", "Unverified"): 201,
        ("exportControl", "Military End User"): 71,
        ("Sanction", "SSI"): 290,
        ("Sanction", "ISN"): 163,
        ("Sanction", "PLC"): 78,
        ("Sanction", "NS-CMIC"): 68,
        ("Sanction", "CAPTA"): 52,  # of 53 rows, two are the same entry
        ("Sanction", "NS-MBS"): 17,
        ("Sanction", "FSE"): 3,
    }


def test_every_entry_of_the_treasury_quotes_its_number(path: Path) -> None:
    quotes = [s for s in reading(path).sightings if s.prop == "quotes"]
    assert {s.value for s in quotes} >= {
        f"ofac-{r['entity_number']}" for r in rows(path) if "SDN" in r["source"]
    }
    assert all(re.fullmatch(r"ofac-[1-9]\d+", s.value) for s in quotes)


def test_start_dates(path: Path) -> None:
    dated = [s for s in reading(path).sightings if s.known_by == "listing_date" and s.prop != "name"]
    assert len(dated) == sum(bool(r["start_date"]) for r in rows(path)) == 2523


def test_problems_are_few(path: Path) -> None:
    assert {p.code for p in reading(path).problems} <= {"imo_check_digit"}
    assert len(reading(path).problems) <= 2
