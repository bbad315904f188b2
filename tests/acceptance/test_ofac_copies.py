"""The four real copies of the SDN list, against counts made here by a plain reading of the CSV."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import orjson
import pytest

from yalu.errors import ContractError
from yalu.sources.ofac_sdn.parse import parse
from yalu.sources.registry import source
from yalu.sources.sighting import DAMAGED, Parsed, Sighting

pytestmark = pytest.mark.acceptance

RECORDS = {
    "2018-01-26": {"sdn": 6068},
    "2019-01-15": {"sdn": 7379, "alt": 9682, "add": 11696},
    "2021-07-07": {"sdn": 8976, "alt": 11910, "add": 13837},
    "2022-01-31": {"sdn": 9044, "alt": 12409, "add": 13625},
}
DPRK = {"2018-01-26": 299, "2019-01-15": 388, "2021-07-07": 414, "2022-01-31": 423}


def words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z0-9]+", text))


SILENT_LABELS = "|".join(
    [
        "DOB|POB|nationality|citizen|Gender|Linked To|[afn]\\.k\\.a\\.|MMSI|Website|Passport",
        "D-U-N-S Number|BIK",
        "Additional Sanctions Information|Secondary sanctions risk|Email Address|Digital Currency Address",
        "Transactions Prohibited For Persons Owned or Controlled By U\\.S\\. Financial Institutions",
        "Vessel Registration Identification|Former Vessel Flag|Other Vessel [A-Z][a-z]+( Sign)?|SWIFT/BIC.*",
        "Organization Established Date|Organization Type|Target Type|Nationality of Registration",
        "Aircraft [A-Z][a-z']*|(Alt\\. )?(Tele)?[Pp]hone|PHONE",
    ]
)
SILENT_WORDS = words(
    "issued expires to alt Alt Male Female Email IMO Company Number Identification also called L N or S F "
    "Construction Serial MSN Manufacture Date Mode Transponder Code No Fax FAX TELEX Previous Aircraft Tail "
    "RU Position ethnicity circa International Maritime Organization"
)
KINDS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "-0-": "Organization"}


@cache
def reading(folder: Path, part: str) -> Parsed:
    return parse((folder / f"{part}.csv").read_bytes(), part)


@cache
def rows(folder: Path, part: str) -> list[list[str]]:
    text = (folder / f"{part}.csv").read_text("ascii").rstrip("\r\n\x1a")
    return list(csv.reader(text.splitlines()))


@pytest.fixture(params=sorted(RECORDS))
def copy(request: pytest.FixtureRequest, shared: Path) -> Path:
    return shared / "data" / "lists" / f"ofac-{request.param}"


def day(copy: Path) -> str:
    return copy.name.removeprefix("ofac-")


def values(parsed: Parsed, prop: str) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for s in parsed.sightings:
        if s.prop == prop:
            found[s.party].append(s.value)
    return found


def test_every_row_is_counted(copy: Path) -> None:
    counted = {p: reading(copy, p).records for p in RECORDS[day(copy)]}
    assert counted == RECORDS[day(copy)] == {p: len(rows(copy, p)) for p in counted}
    limits = source("ofac_sdn").contract
    assert limits.min_records <= counted["sdn"] <= limits.max_records


def test_every_party_has_its_kind_name_listing_and_programs(copy: Path) -> None:
    parsed = reading(copy, "sdn")
    names, programs = values(parsed, "name"), values(parsed, "program")
    kinds = {s.party: s.kind for s in parsed.sightings}
    quarantined = {q.party for q in parsed.quarantined}
    for row in rows(copy, "sdn"):
        party = f"ofac-{row[0]}"
        if party in quarantined:
            assert party not in kinds
            continue
        assert kinds[party] == KINDS[row[2].strip()]
        assert names[party] == [row[1]]
        assert programs[party] == row[3].split("] [")
    listings = [s for s in parsed.sightings if s.prop == "Sanction"]
    assert {(s.value, s.detail) for s in listings} == {("US", '{"list":"SDN"}')}
    assert len(listings) == len(kinds)


def test_dprk_programs(copy: Path) -> None:
    programs = values(reading(copy, "sdn"), "program")
    assert sum(any("DPRK" in p for p in ps) for ps in programs.values()) == DPRK[day(copy)]


def test_nothing_is_dated_by_the_list(copy: Path) -> None:
    for part in RECORDS[day(copy)]:
        parsed = reading(copy, part)
        assert not parsed.stated
        assert {(s.known_by, s.known_lo, s.known_hi) for s in parsed.sightings} == {("copies", "", "")}


def test_all_text_of_all_remarks_is_kept(copy: Path) -> None:
    parsed = reading(copy, "sdn")
    said: defaultdict[str, set[str]] = defaultdict(set)
    for s in parsed.sightings:
        said[s.party] |= words(s.value) | words(s.detail)
    dates = re.compile(r"\b(?:\d{1,2} )?[A-Z][a-z]{2} (\d{4})")
    lost = []
    for row in rows(copy, "sdn"):
        party, remarks = f"ofac-{row[0]}", row[11].strip()
        if party not in said or remarks == "-0-":
            continue
        for piece in remarks.split(";"):
            text = dates.sub(r"\1", re.sub(rf"^\s*(alt\. )?({SILENT_LABELS})", "", piece))
            missing = words(text) - said[party]
            if missing - SILENT_WORDS:
                lost.append((party, piece, sorted(missing)))
    assert lost == []


def test_most_remarks_are_read(copy: Path) -> None:
    parsed = reading(copy, "sdn")
    read = Counter(s.prop for s in parsed.sightings)
    assert read["notes"] < 0.06 * sum(read.values())
    labelled = re.compile(
        r"(alt\. )?(DOB|POB|Gender|nationality|citizen|Cedula|National ID|Vessel |Aircraft |MMSI)"
    )
    assert [s for s in parsed.sightings if s.prop == "notes" and not s.flag and labelled.match(s.value)] == []


def test_linked_names_lead_to_parties(copy: Path) -> None:
    parsed = reading(copy, "sdn")
    names = {s.party: s.value for s in parsed.sightings if s.prop == "name"}
    ties = [s for s in parsed.sightings if s.prop == "UnknownLink"]
    assert len(ties) >= 0.99 * sum(s.prop == "linkedToName" for s in parsed.sightings)
    for tie in ties:
        assert orjson.loads(tie.detail) == {"role": "linked_to", "as_listed": names[tie.value]}
        assert tie.value != tie.party


def test_ships(copy: Path) -> None:
    numbers = values(reading(copy, "sdn"), "imoNumber")
    assert numbers["ofac-23156"] == ["8898831"]
    assert numbers["ofac-15036"] == (["9187629"] if day(copy) > "2018-12" else [])
    assert numbers["ofac-17104"] == ["8606173"]
    kinds = {s.kind for s in reading(copy, "sdn").sightings if s.prop == "imoNumber"}
    assert kinds == {"Vessel"}
    codes = [p for p in reading(copy, "sdn").problems if p.code == "imo_check_digit"]
    assert {p.party for p in codes} <= {"ofac-23424", "ofac-23428"}


def test_the_ship_that_a_spreadsheet_renamed(copy: Path) -> None:
    (name,) = [s for s in reading(copy, "sdn").sightings if s.party == "ofac-23156" and s.prop == "name"]
    flagged = [s for s in sightings(copy) if s.flag and s.prop != "notes"]
    problems = [p.party for p in reading(copy, "sdn").problems if p.code == "spreadsheet_date"]
    if day(copy) == "2022-01-31":
        assert (name.value, name.flag) == ("28-Jul", DAMAGED)
        assert flagged == [name]
        assert problems == ["ofac-23156"]
    else:
        assert (name.value, name.flag) == ("7-28", "")
        assert flagged == []
        assert problems == []


def sightings(copy: Path) -> list[Sighting]:
    return [s for part in RECORDS[day(copy)] for s in reading(copy, part).sightings]


def test_quarantine(copy: Path) -> None:
    parsed = reading(copy, "sdn")
    found = [(q.party, q.where) for q in parsed.quarantined]
    if day(copy) == "2022-01-31":
        assert found == [("ofac-2677", "sdn.csv row 57"), ("ofac-2677", "sdn.csv row 9044")]
        assert [p.party for p in parsed.problems if p.code == "id_on_two_parties"] == ["ofac-2677"]
    else:
        assert found == []


def test_remarks_that_reach_the_limit_are_reported(copy: Path) -> None:
    cut = {f"ofac-{row[0]}" for row in rows(copy, "sdn") if len(row[11]) == 1000}
    parsed = reading(copy, "sdn")
    assert {p.party for p in parsed.problems if p.code == "remarks_cut"} == cut != set()
    assert {s.party for s in parsed.sightings if s.prop == "notes" and s.flag} == cut


def test_aliases_and_addresses(copy: Path) -> None:
    if "alt" not in RECORDS[day(copy)]:
        pytest.skip("this copy has no alias and no address file")
    aliases = Counter(s.prop for s in reading(copy, "alt").sightings)
    types = Counter(row[2] for row in rows(copy, "alt"))
    repeated = len(rows(copy, "alt")) - len({(r[0], r[2], r[3]) for r in rows(copy, "alt")})
    assert sum(aliases.values()) == len(rows(copy, "alt")) - repeated
    assert types["fka"] - repeated <= aliases["previousName"] <= types["fka"]
    stated = {(r[0], *(c.strip() for c in r[2:5])) for r in rows(copy, "add")}
    assert sum(s.prop == "address" for s in reading(copy, "add").sightings) == len(
        {s for s in stated if set(s[1:]) != {"-0-"}}
    )


def test_a_value_that_stays_keeps_its_identity_from_copy_to_copy(shared: Path) -> None:
    folder = shared / "data" / "lists"
    held = [
        {(s.party, s.prop, s.value, s.lang, s.detail) for s in reading(folder / f"ofac-{d}", "sdn").sightings}
        for d in ("2021-07-07", "2022-01-31")
    ]
    common = {k[0] for k in held[0]} & {k[0] for k in held[1]}
    before = {k for k in held[0] if k[0] in common}
    assert len(before & held[1]) > 0.98 * len(before)


def test_half_a_real_copy_is_refused(copy: Path) -> None:
    content = (copy / "sdn.csv").read_bytes()
    middle = content.index(b"DOB", len(content) // 2)
    with pytest.raises(ContractError, match=r"sdn\.csv row \d+: the (CSV|file) breaks off"):
        parse(content[: middle + 2], "sdn")
