"""One contract for every source: what its folder holds, what its parser may and may not do."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import day
from yalu.model.vocabulary import AUTHORITIES, LISTING, PARTY_KINDS, Grade
from yalu.sources.registry import FOLDER, Source, sources
from yalu.sources.sighting import CUT, DAMAGED, Parsed, Sighting
from yalu.sources.user import UserSource, user_source

LISTS = [s for s in sources().values() if not s.packaged]
BROUGHT: list[Source] = [
    user_source("ftm", "reports"),
    user_source(
        "own",
        "clients",
        {
            "id": "No",
            "name": "Full name",
            "alias": "Also known as",
            "birth_date": "Born",
            "nationality": "Nationality",
            "imo": "Ship IMO",
            "since": "On it since",
        },
    ),
    user_source("documents", "documents"),
    user_source("results", "port-results"),
]
"""What a user brings, by the fixtures of its kinds."""

HTML = b"<!DOCTYPE html><html><head><title>Error</title></head><body>Not available</body></html>"

each_list = pytest.mark.parametrize("source", LISTS, ids=lambda s: s.id)
each_reader = pytest.mark.parametrize("source", LISTS + BROUGHT, ids=lambda s: s.id)
each_source = pytest.mark.parametrize("source", sources().values(), ids=lambda s: s.id)


def folder(source: Source) -> Path:
    return FOLDER / source.kind if isinstance(source, UserSource) else source.folder


def fixture(source: Source) -> dict[str, bytes]:
    if isinstance(source, UserSource):
        name = {"ftm": "entities.ftm.json", "own": "clients.csv"}.get(source.kind, "journal.jsonl")
        content = (folder(source) / "fixture" / name).read_bytes()
        return {source.parts[0].name: content} | source.with_columns()
    return {part.name: (source.folder / "fixture" / part.files[0]).read_bytes() for part in source.parts}


def beside(source: Source) -> dict[str, bytes]:
    """What goes into a copy beside the file itself."""
    return source.with_columns() if isinstance(source, UserSource) else {}


def parsed(source: Source) -> dict[str, Parsed]:
    if source.packaged:
        return source.parse({part: content for part, (_, content) in source.packaged_documents().items()})
    return source.parse(fixture(source))


def all_sightings(source: Source) -> list[Sighting]:
    return [s for result in parsed(source).values() for s in result.sightings]


@each_source
def test_it_says_whose_it_is_and_under_which_licence(source: Source) -> None:
    assert source.folder.name == source.id
    assert source.licence and source.title and source.publisher
    assert not source.authority or source.authority in AUTHORITIES
    assert source.packaged or all(part.address.startswith("https://") for part in source.parts)
    assert source.parts[0].required
    assert 0 < source.contract.min_records < source.contract.max_records


@each_reader
def test_the_fixture_gives_what_is_expected(source: Source) -> None:
    lines = [
        orjson.dumps({"part": part} | {k: v for k, v in asdict(s).items() if v})
        for part, result in parsed(source).items()
        for s in result.sightings
    ]
    expected = (folder(source) / "expected.jsonl").read_bytes().splitlines()
    assert [orjson.loads(x) for x in lines] == [orjson.loads(x) for x in expected]


@pytest.mark.parametrize("source", [*sources().values(), *BROUGHT], ids=lambda s: s.id)
def test_every_sighting_is_well_formed(source: Source) -> None:
    found = all_sightings(source)
    assert found
    for s in found:
        assert s.party and s.prop and s.value == s.value.strip() and s.value
        assert s.locator, f"{s} cannot be found in its document"
        assert Grade(s.grade) and KnownBy(s.known_by)
        assert s.flag in ("", DAMAGED, CUT)
        if not source.packaged:
            told = source in BROUGHT and (s.kind.startswith("ftm:") or s.kind == "InspectionResult")
            assert s.kind in PARTY_KINDS | {""} or told
        for lo, hi in ((s.known_lo, s.known_hi), (s.from_lo, s.from_hi), (s.to_lo, s.to_hi)):
            assert all(day(d) == d for d in (lo, hi) if d)
            assert not (lo and hi) or lo <= hi
        assert orjson.loads(s.detail or "{}") is not None


@each_reader
def test_a_value_stands_once_in_a_part(source: Source) -> None:
    for result in parsed(source).values():
        keys = [(s.party, s.prop, s.value, s.lang, s.detail) for s in result.sightings]
        assert len(keys) == len(set(keys))


@each_list
def test_listings_are_of_the_source_s_authority(source: Source) -> None:
    listings = [s for s in all_sightings(source) if s.prop == LISTING]
    assert listings
    assert {s.value for s in listings} == {source.authority}


@each_reader
def test_a_quarantined_record_gives_no_sighting(source: Source) -> None:
    for result in parsed(source).values():
        held_back = {q.party for q in result.quarantined}
        assert not held_back & {s.party for s in result.sightings}
        assert all(q.row and q.why and q.where for q in result.quarantined)


@each_reader
@pytest.mark.parametrize(
    "bad", [b"", HTML, b"\x00" * 64, b"\xff\xfe" * 40], ids=["empty", "html", "nul", "bytes"]
)
def test_what_is_no_list_is_refused(source: Source, bad: bytes) -> None:
    for part in source.parts:
        with pytest.raises(ContractError) as refused:
            source.parse({**beside(source), part.name: bad})
        assert source.id in str(refused.value)
        assert refused.value.exit_code == 5


@each_reader
@given(data=st.data())
@settings(max_examples=60)
def test_any_damage_is_refused_or_read_but_never_a_crash(source: Source, data: st.DataObject) -> None:
    for part, content in fixture(source).items():
        if part in beside(source):
            continue
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, len(content)))
        damaged = content[:start] + data.draw(st.binary(max_size=12)) + content[end:]
        try:
            source.parse({**beside(source), part: damaged})
        except ContractError:
            continue


@each_reader
def test_reading_twice_gives_the_same(source: Source) -> None:
    assert parsed(source) == parsed(source)
