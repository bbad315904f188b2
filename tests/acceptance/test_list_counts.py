"""The table of docs/reference/list-counts.md: every list file of the shared data, read, counts so much."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.test_jp_rows import reading as japan
from yalu.model.vocabulary import LISTING
from yalu.sources.registry import source
from yalu.sources.sighting import Parsed

pytestmark = pytest.mark.acceptance

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "list-counts.md"
FOLDERS = {
    "un_sc": "un/un_{day}.xml",
    "un_1718_vessels": "un/un_1718_vessels_{day}.html",
    "uk_ofsi": "uk/sanctionsconlist_{day}.csv",
    "ofac_sdn": "ofac-{day}/sdn.csv",
    "us_csl": "us-csl/consolidated_csl_{day}.csv.gz",
    "au_dfat": "au/regulation8_consolidated_{day}.xlsx",
    "ca_sema": "ca/sema-lmes_{day}.xml",
    "eu_1509": "eu-1509/32017R1509_{day}.csv",
    "eu_fsf": "eu-fsf-sample/EUSanctionsShort_{day}.csv",
}
MEASURES = {LISTING, "exportControl", "repeatedListing"}
ROWS = re.findall(r"^\| `(\w+)` \| ([\d-]+) \| [^|]+ \| ([\d,]+) \| ([\d,]+) \|", PAGE.read_text(), re.M)
BESIDE = {"alt.csv", "add.csv", "SOURCE.txt", "press_release_entries.json", "ofac_dprk_timeline.csv"}
"""Files without records of their own: further names and addresses, and what is a check and no list."""


def test_every_list_file_stands_in_the_table(shared: Path) -> None:
    lists = shared / "data" / "lists"
    told = {lists / FOLDERS[name].format(day=day) for name, day, *_ in ROWS if name in FOLDERS}
    there = {p for p in lists.glob("*/*") if p.name not in BESIDE and p.parent.name != "jp"}
    assert told == there
    assert "jp_mof" in {name for name, *_ in ROWS}


@pytest.mark.parametrize(("name", "day", "records", "listed"), ROWS)
def test_it_counts_what_the_table_says(shared: Path, name: str, day: str, records: str, listed: str) -> None:
    lists = shared / "data" / "lists"
    parsed = japan(lists / "jp") if name == "jp_mof" else _read(name, lists / FOLDERS[name].format(day=day))
    parties = {s.party for s in parsed.sightings if s.prop in MEASURES}
    assert (f"{parsed.records:,}", f"{len(parties):,}") == (records, listed)


def _read(name: str, path: Path) -> Parsed:
    part = source(name).parts[0].name
    return source(name).parse({part: path.read_bytes()})[part]
