"""The real Canadian list of April 2020, against counts made here with another XML parser."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from yalu.sources.ca_sema.parse import parse
from yalu.sources.registry import source
from yalu.sources.sighting import Parsed

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    return shared / "data" / "lists" / "ca" / "sema-lmes_2020-04-15.xml"


@cache
def reading(path: Path) -> Parsed:
    return parse(path.read_bytes(), "list")


def test_every_record_is_a_party(path: Path) -> None:
    records = ElementTree.parse(path).getroot()
    parsed = reading(path)
    listings = [s for s in parsed.sightings if s.prop == "Sanction"]
    assert parsed.records == len(records) == len({s.party for s in listings}) == 1369
    assert (parsed.problems, parsed.quarantined) == ([], [])
    kinds = Counter(s.kind for s in listings)
    assert kinds["Organization"] == sum(r.find("Entity") is not None for r in records) == 384
    limits = source("ca_sema").contract
    assert limits.min_records <= parsed.records <= limits.max_records


def test_the_dprk_is_not_in_it(path: Path) -> None:
    """Canada's measures against the DPRK stand in a regulation of their own: a gap of this list, not ours."""
    assert not [s for s in reading(path).sightings if "Korea" in s.value or "Korea" in s.detail]


def test_all_text_is_kept(path: Path) -> None:
    said: dict[str, str] = {}
    for s in reading(path).sightings:
        said[s.party] = f"{said.get(s.party, '')} {s.value} {s.detail}"
    words = [set(re.findall(r"[^\W_]+", text)) for text in said.values()]
    for record, kept in zip(ElementTree.parse(path).getroot(), words, strict=True):
        for field in ("Country", "Entity", "LastName", "GivenName", "Aliases"):
            assert set(re.findall(r"[^\W_]+", record.findtext(field) or "")) <= kept
