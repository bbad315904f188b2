"""The real Australian list of December 2024, against counts made here by a plain reading of the sheet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import openpyxl
import orjson
import pytest

from yalu.sources.au_dfat.parse import parse
from yalu.sources.registry import source
from yalu.sources.sighting import Parsed

pytestmark = pytest.mark.acceptance

MEMO = "2017-06-13"


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "data" / "lists" / "au" / "regulation8_consolidated_2024-12-17.xlsx"


@cache
def reading(path: Path) -> Parsed:
    return parse(path.read_bytes(), "list")


@cache
def rows(path: Path) -> list[list[str]]:
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    values = ([" ".join(str(c or "").split()) for c in r[:12]] for r in sheet.iter_rows(values_only=True))
    return list(values)[1:]


def reference(row: list[str]) -> str:
    match = re.match(r"\d+", row[0])
    return f"au-{match[0]}" if match else ""


def test_rows_and_references(path: Path) -> None:
    """SOURCE.txt counts 9,560 rows: that is down to row 9561 of the sheet; the last seven are empty."""
    filled = [r for r in rows(path) if any(r)]
    assert (len(rows(path)), len(filled)) == (9560, 9553)
    parsed = reading(path)
    assert parsed.records == len({reference(r) for r in filled}) == 3062
    assert parsed.quarantined == []
    limits = source("au_dfat").contract
    assert limits.min_records <= parsed.records <= limits.max_records


def test_dprk(path: Path) -> None:
    theirs = [r for r in rows(path) if "DPRK" in r[10]]
    assert Counter(r[10] for r in theirs) == {"1718 (DPRK)": 366, "Autonomous (DPRK)": 142}
    listings = [s for s in reading(path).sightings if s.prop == "Sanction" and "DPRK" in s.detail]
    lists = Counter(orjson.loads(s.detail)["list"] for s in listings)
    assert lists == {"1718 (DPRK)": 155, "Autonomous (DPRK)": 56}
    by_the_memo = Counter(orjson.loads(s.detail)["list"] for s in listings if s.known_hi <= MEMO)
    assert by_the_memo == {"1718 (DPRK)": 99, "Autonomous (DPRK)": 9}


def test_every_listing_is_dated(path: Path) -> None:
    listings = [s for s in reading(path).sightings if s.prop == "Sanction"]
    assert all(s.known_hi for s in listings)
    assert Counter(s.known_by for s in listings) == {"listing_date": 1263, "amendment_date": 1799}


def test_every_name_is_kept(path: Path) -> None:
    said: defaultdict[str, set[str]] = defaultdict(set)
    for s in reading(path).sightings:
        if s.prop in ("name", "alias", "previousName"):
            said[s.party].add(s.value)
    assert [r for r in rows(path) if any(r) and r[1] not in said[reference(r)]] == []


def test_all_text_is_kept(path: Path) -> None:
    said: defaultdict[str, set[str]] = defaultdict(set)
    for s in reading(path).sightings:
        said[s.party] |= words(f"{s.value} {' '.join(map(str, orjson.loads(s.detail or '{}').values()))}")
    lost = {
        word
        for row in rows(path)
        if any(row)
        for column in (5, 6, 7, 8, 9, 10)
        for word in words(row[column].removesuffix(" 00:00:00")) - said[reference(row)]
        if len(word) > 1
    }
    assert lost == set()


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text))


def test_problems_are_few(path: Path) -> None:
    codes = Counter(p.code for p in reading(path).problems)
    assert set(codes) == {"bad_birth_date"}
    assert codes["bad_birth_date"] <= 25
