"""The real list of designated vessels of June 2020, against counts by plain searches in the page."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from yalu.sources.registry import source
from yalu.sources.sighting import Parsed
from yalu.sources.un_1718_vessels.parse import parse

pytestmark = pytest.mark.acceptance

LABELS = (
    "Vessel Name IMO number Date designation Relevant sanctions measures MMSI Other Flag Call Sign Type "
    "Picture link Yes List Designated Vessels information Mar Jun Oct Dec"
)


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "data" / "lists" / "un" / "un_1718_vessels_2020-06-04.html"


@cache
def reading(path: Path) -> Parsed:
    return parse(path.read_bytes(), "list")


@cache
def text(path: Path) -> str:
    body = path.read_text("utf-8").partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_every_ship_is_read(path: Path) -> None:
    parsed = reading(path)
    assert parsed.stated.lo == parsed.stated.hi == "2020-06-04"
    hulls = {s.value for s in parsed.sightings if s.prop == "imoNumber"}
    assert hulls == set(
        re.findall(r"(?<!\d)[789]\d{6}(?!\d)", re.sub(r"(https?:|/)\S*|\S*_\S*", "", text(path)))
    )
    assert parsed.records == len(hulls) + 1 == 59
    assert parsed.quarantined == []
    assert [(p.code, p.party) for p in parsed.problems] == [("no_imo", "name-min-ning-de-you-078")]
    limits = source("un_1718_vessels").contract
    assert limits.min_records <= parsed.records <= limits.max_records


def test_days_of_designation(path: Path) -> None:
    listed = Counter(s.known_hi for s in reading(path).sightings if s.prop == "Sanction")
    assert listed == {"2017-06-21": 22, "2017-10-03": 4, "2017-12-28": 4, "2018-03-30": 26, "2018-10-16": 3}
    measures = [s for s in reading(path).sightings if s.prop == "program"]
    assert len(measures) == len(re.findall(r"\bYes\b", text(path))) == 87


def test_radio_numbers(path: Path) -> None:
    found = [(s.party, s.value) for s in reading(path).sightings if s.prop == "mmsi"]
    assert sorted(value for _, value in found) == sorted(re.findall(r"(?<!\d)\d{9}(?!\d)", text(path)))
    twice = [value for value, count in Counter(value for _, value in found).items() if count > 1]
    assert twice == ["445114000"]
    assert {party for party, value in found if value in twice} == {"imo-8909575", "imo-7937317"}


def test_ties_by_quoted_reference(path: Path) -> None:
    ties = Counter(s.value for s in reading(path).sightings if s.prop == "UnknownLink")
    assert ties == {"un-KPe.020": 22, "un-KPe.058": 1, "un-KPe.070": 1}


def test_every_word_of_the_ships_is_kept(path: Path) -> None:
    said = " ".join(f"{s.value} {s.detail}" for s in reading(path).sightings)
    words = set(re.findall(r"[^\W_]{3,}", text(path)))
    about = set(LABELS.split())
    links = set(re.findall(r"[^\W_]{3,}", " ".join(re.findall(r"https?:.{0,90}", text(path)))))
    assert words - set(re.findall(r"[^\W_]{3,}", said)) - about - links == set()
