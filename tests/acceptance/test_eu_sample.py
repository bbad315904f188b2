"""The first thousand rows of a real copy of the EU's file, against counts made by a plain reading."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from yalu.sources.eu_fsf.csv_edition import read_csv
from yalu.sources.eu_fsf.parse import parse
from yalu.sources.sighting import Parsed

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "data" / "lists" / "eu-fsf-sample" / "EUSanctionsShort_2018-07-04.csv"


@cache
def reading(path: Path) -> Parsed:
    return parse(path.read_bytes(), "list")


def lines(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="cp1252")
    return [line.strip('"').rstrip("\t").split(";") for line in text.splitlines()]


def test_rows_and_parties(path: Path) -> None:
    """SOURCE.txt counts 1,000 rows: the header is one of them."""
    assert len(lines(path)) == 1000
    assert read_csv(path.read_bytes())[3] == 999
    parsed = reading(path)
    assert parsed.records == len({row[1] for row in lines(path)[1:]}) == 93
    assert parsed.stated.lo == parsed.stated.hi == "2018-07-04"
    assert parsed.quarantined == []
    assert {p.code for p in parsed.problems} == {"rewrapped", "letters_lost"}


def test_programs_and_kinds(path: Path) -> None:
    listings = [s for s in reading(path).sightings if s.prop == "Sanction"]
    pairs = {(row[-1], row[6]) for row in lines(path)[1:]}
    assert Counter(s.detail[11:-2] for s in listings) == Counter(program for _, program in pairs)
    assert all(s.known_by == "instrument_date" and s.known_hi for s in listings)
    assert "PRK" not in {program for _, program in pairs}


def test_every_name_is_kept(path: Path) -> None:
    said = {(s.party, s.value) for s in reading(path).sightings if s.prop in ("name", "alias")}
    for row in lines(path)[1:]:
        name = " ".join(row[17].replace("\t", ",").split())
        assert not name or (f"eu-{row[-1].removeprefix('EU.')}", name) in said
