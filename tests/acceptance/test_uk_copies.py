"""The two real copies of the UK list, against counts made here by a plain reading of the CSV."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import orjson
import pytest

from yalu.errors import ContractError
from yalu.sources.registry import source
from yalu.sources.sighting import Parsed
from yalu.sources.uk_ofsi.parse import parse

pytestmark = pytest.mark.acceptance

COPIES = {
    # rows, groups, rows on North Korea, groups on North Korea, of them listed by 13 June 2017
    "2014-04-02": (8950, 2297, 209, 63, 63),
    "2018-04-13": (9487, 2106, 574, 242, 140),
}
"""SOURCE.txt; of each file's own count of rows, the two lines before the rows are not one."""
MEMO = "2017-06-13"
NORTH_KOREA = "North Korea (Democratic People's Republic of Korea)"


@cache
def reading(path: Path) -> Parsed:
    return parse(path.read_bytes(), "list")


@cache
def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="cp1252", newline="") as file:
        next(file)
        return [{k: " ".join(v.split()) for k, v in row.items()} for row in csv.DictReader(file)]


@pytest.fixture(params=sorted(COPIES))
def copy(request: pytest.FixtureRequest, shared: Path) -> Path:
    return shared / "data" / "lists" / "uk" / f"sanctionsconlist_{request.param}.csv"


def day(copy: Path) -> str:
    return copy.stem.removeprefix("sanctionsconlist_")


def test_rows_groups_and_north_korea(copy: Path) -> None:
    parsed = reading(copy)
    listings = [s for s in parsed.sightings if s.prop == "Sanction"]
    regime = [s for s in listings if orjson.loads(s.detail)["regime"] == NORTH_KOREA]
    assert (
        len(rows(copy)),
        parsed.records,
        sum(r["Regime"] == NORTH_KOREA for r in rows(copy)),
        len(regime),
        sum(s.known_hi <= MEMO for s in regime),
    ) == COPIES[day(copy)]
    assert parsed.stated.lo == parsed.stated.hi == day(copy)
    assert parsed.quarantined == []
    limits = source("uk_ofsi").contract
    assert limits.min_records <= parsed.records <= limits.max_records


def test_every_group_has_one_name_and_its_days(copy: Path) -> None:
    parsed = reading(copy)
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(copy):
        listed[f"gb-{row['Group ID']}"].add("-".join(row["Listed On"].split("/")[::-1]))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for s in parsed.sightings:
        if s.prop == "Sanction":
            found[s.party].add(s.known_hi)
    assert found == listed
    assert Counter(s.party for s in parsed.sightings if s.prop == "name") == Counter(listed.keys())


def test_all_text_is_kept(copy: Path) -> None:
    said: defaultdict[str, str] = defaultdict(str)
    for s in reading(copy).sightings:
        said[s.party] += f" | {s.value} {' '.join(map(str, orjson.loads(s.detail or '{}').values()))}"
    silent = {"DOB", "Group Type", "Alias Type", "Listed On", "Last Updated", "Group ID", "Regime"}
    numbered = {"Passport Details", "NI Number", "Nationality", "Town of Birth", "Country of Birth"}
    missing = [
        (row["Group ID"], column, value)
        for row in rows(copy)
        for column, value in row.items()
        if column not in silent | numbered and value not in said[f"gb-{row['Group ID']}"]
    ]
    assert missing == []
    lost = {
        word
        for row in rows(copy)
        for column in numbered
        for word in words(row[column]) - words(said[f"gb-{row['Group ID']}"])
        if len(word) > 2 or (not word.isdigit() and len(word) > 1)
    }
    assert lost <= {"passport", "number", "numbers", "no"}


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


def test_ships(copy: Path) -> None:
    ships = {s.party: s.value for s in reading(copy).sightings if s.prop == "imoNumber"}
    assert len(ships) == (23 if day(copy) > "2018" else 0)
    if ships:
        assert ships["gb-13556"] == "8937675"
        assert "gb-13143" not in ships  # Ocean Maritime Management names its ships; it is none


def test_un_references_are_quoted_right_or_wrong(copy: Path) -> None:
    """The copy of 2018 gives five parties the reference of another one, Daedong Credit Bank: KPe.023."""
    quotes = [s for s in reading(copy).sightings if s.prop == "quotes"]
    dprk = Counter(s.value for s in quotes if s.value.startswith("un-KP"))
    assert len(quotes) == (605 if day(copy) > "2018" else 410)
    if day(copy) > "2018":
        assert (dprk.total(), len(dprk), dprk["un-KPe.023"]) == (121, 116, 5)


def test_problems_are_few(copy: Path) -> None:
    codes = Counter(p.code for p in reading(copy).problems)
    assert codes == ({"spreadsheet_number": 1} if day(copy) > "2018" else {"bad_birth_date": 1})


def test_half_a_copy_is_refused(copy: Path) -> None:
    content = copy.read_bytes()
    with pytest.raises(ContractError):
        parse(content[: len(content) // 2], "list")
