"""The rows of Japan's list of March 2026, as a third party wrote them down, put into the official layout.

No official workbook is at hand: this shows that its rows, with their kana, Han and Latin names, come through
whole. The numbers in that table carry a second one, of another sheet, behind the row's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.acceptance.jp_workbook import RECORDS, entities, official
from yalu.sources.jp_mof.parse import parse
from yalu.sources.sighting import Parsed

pytestmark = pytest.mark.acceptance

DPRK = 330
MEMO = "2017-06-13"


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "data" / "lists" / "jp"


@cache
def reading(folder: Path) -> Parsed:
    return parse(official(folder), "list")


def test_every_row_is_read(folder: Path) -> None:
    parsed = reading(folder)
    listings = [s for s in parsed.sightings if s.prop == "Sanction"]
    assert Counter(s.party.rpartition("-")[0] for s in listings) == {
        f"jp-{name[3:]}": count for name, count in RECORDS.items()
    }
    assert parsed.records == sum(RECORDS.values())
    dprk = [s for s in listings if s.party.startswith("jp-dprk-")]
    assert len(dprk) == DPRK
    assert parsed.quarantined == []
    assert parsed.problems == []


def test_names_days_and_papers_come_back(folder: Path) -> None:
    said: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for s in reading(folder).sightings:
        said[s.party].append((s.prop, s.value, s.lang))
    listed = {s.party: s.known_hi for s in reading(folder).sightings if s.prop == "Sanction"}
    for name in RECORDS:
        _, rows = entities(folder, name)
        for n, entity in enumerate(rows, 1):
            party = f"jp-{name[3:]}-{n}"
            assert listed[party] == str(entity["effective_date"])
            values = said[party]
            names = {(plain(entity["name"]["ja"]), "ja")}
            names |= {(plain(entity["name"]["en"]), "")} if "en" in entity["name"] else set()
            assert {(v, lang) for prop, v, lang in values if prop == "name"} == names
            text = squeezed(" ".join(v for prop, v, _ in values if "ame" in prop or prop == "alias"))
            for alias in entity.get("aliases", []):
                for part in alias.replace("（別称）", " ").replace("（旧称）", " ").split():
                    assert squeezed(part.strip("、；;,")) in text, (party, alias)
            if birth := str(entity.get("date_of_birth", "")).replace("-XX", ""):
                assert ("birthDate", birth, "") in values


def test_by_the_memo_128_parties_stand_on_157_rows(folder: Path) -> None:
    """A party of the coordinated sheets or of the sheet of 2006 that the UN listed later stands twice: its
    row names the number that it has on the sheet of the UN's parties."""
    parsed = reading(folder)
    listed = {s.party for s in parsed.sightings if s.prop == "Sanction" and s.known_hi <= MEMO}
    listed = {party for party in listed if party.startswith("jp-dprk-")}
    assert len(listed) == 157
    again = {s.party for s in parsed.sightings if s.prop == "quotes" and {s.party, s.value} <= listed}
    assert len(listed - again) == 128


def test_every_passport_is_a_number(folder: Path) -> None:
    parsed = reading(folder)
    numbers = [s.value for s in parsed.sightings if s.prop == "passportNumber"]
    cells = [
        e.get("identification", {}).get("passport", "") for name in RECORDS for e in entities(folder, name)[1]
    ]
    form = re.compile(r"(?<![A-Z0-9])[A-Z]{0,3}[0-9]{5,}(?![0-9])")
    assert len(numbers) == sum(len(form.findall(unicodedata.normalize("NFKC", c))) for c in cells) == 111
    assert all(5 < len(n) < 15 and n.isalnum() and n.isascii() for n in numbers)
    left = [s.value for s in parsed.sightings if s.prop == "notes" and "旅券番号" in s.detail]
    assert left == []


def plain(text: str) -> str:
    return " ".join(text.split())


def squeezed(text: str) -> str:
    return "".join(text.split())
