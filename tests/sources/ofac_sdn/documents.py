"""Small documents in the official layout, and the fixture's expected sightings."""

from __future__ import annotations

from dataclasses import asdict

import orjson

from yalu.sources.ofac_sdn.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed, Sighting

FOLDER_HERE = FOLDER / "ofac_sdn"
PARTS = ("sdn", "alt", "add")
FIXTURE = {part: (FOLDER_HERE / "fixture" / f"{part}.csv").read_bytes() for part in PARTS}

EMPTY = "-0- "


def row(
    ent: object = 1,
    name: str = "A NAME",
    type_: str = EMPTY,
    program: str = "DPRK",
    remarks: str = EMPTY,
    **columns: str,
) -> str:
    """One line of sdn.csv, without its end."""
    middle = [columns.get(c, EMPTY) for c in ("title", "call", "ship", "tonnage", "grt", "flag", "owner")]
    quoted = [v if v == EMPTY else '"' + v.replace('"', '""') + '"' for v in (*middle, remarks)]
    return ",".join([str(ent), f'"{name}"', type_, f'"{program}"', *quoted])


def sdn(*rows: str, end: str = "\r\n") -> Parsed:
    """Parse these lines as sdn.csv."""
    return parse("".join(r + end for r in rows).encode(), "sdn")


def one(remarks: str, type_: str = "individual") -> list[Sighting]:
    """What the remarks of a single party yield, without its name, listing and program."""
    return sdn(row(remarks=remarks, type_=type_)).sightings[3:]


def said(remarks: str, type_: str = "individual") -> list[tuple[str, str, str]]:
    """Property, value and detail of what the remarks yield."""
    return [(s.prop, s.value, s.detail) for s in one(remarks, type_)]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]


def lines() -> list[bytes]:
    """The fixture's sightings as expected.jsonl holds them: a part and the fields that are not empty."""
    return [
        orjson.dumps({"part": part, **{k: v for k, v in asdict(s).items() if v}})
        for part in PARTS
        for s in parse(FIXTURE[part], part).sightings
    ]


def write_expected() -> None:
    """Write expected.jsonl anew; read the difference before keeping it."""
    (FOLDER_HERE / "expected.jsonl").write_bytes(b"\n".join(lines()) + b"\n")
