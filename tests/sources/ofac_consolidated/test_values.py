"""No entry is called an SDN; each list is told; the file of comments continues the remarks."""

from __future__ import annotations

import pytest

from yalu.errors import ContractError, UsageError
from yalu.sources.ofac_consolidated.parse import parse
from yalu.sources.registry import FOLDER

FIXTURE = FOLDER / "ofac_consolidated" / "fixture"


def prim(programs: str) -> bytes:
    """cons_prim.csv with one entry under these programs."""
    empty = ",-0- " * 8
    return f'98001,"INVENTED BANK",-0- ,"{programs}"{empty}\r\n'.encode()


@pytest.mark.parametrize(
    ("programs", "lists"),
    [
        ("UKRAINE-EO13662", ["SSI"]),
        ("NS-ISA", ["NS-ISA"]),
        ("NS-PLC", ["PLC"]),
        ("FSE-IR", ["FSE"]),
        ("561-Related", ["Part 561"]),
        ("CMIC-EO13959] [NS-MBS", ["NS-CMIC", "NS-MBS"]),
        ("RUSSIA-EO14024", ["non-SDN"]),
    ],
)
def test_the_list_of_an_entry(programs: str, lists: list[str]) -> None:
    listings = [s for s in parse(prim(programs), "prim").sightings if s.prop == "Sanction"]
    assert [(s.party, s.value, s.detail) for s in listings] == [
        ("ofac-98001", "US", f'{{"list":"{name}"}}') for name in lists
    ]


def test_nothing_of_it_is_an_sdn() -> None:
    parsed = parse((FIXTURE / "cons_prim.csv").read_bytes(), "prim")
    details = {s.detail for s in parsed.sightings if s.prop == "Sanction"}
    assert details and not any("SDN" in d for d in details - {'{"list":"non-SDN"}'})


def test_comments_continue_the_remarks() -> None:
    parsed = parse((FIXTURE / "cons_comments.csv").read_bytes(), "comments")
    assert [(s.party, s.prop, s.value) for s in parsed.sightings] == [
        ("ofac-98005", "notes", "381 0033"),
        ("ofac-98005", "incorporationDate", "1988"),
        ("ofac-98005", "linkedToName", "BANK OF INVENTED"),
        ("ofac-98005", "email", "info@example.org"),
    ]


def test_refusals_name_this_source_and_its_files() -> None:
    with pytest.raises(ContractError, match=r"ofac_consolidated: cons_alt\.csv"):
        parse(b"1,2\r\n", "alt")
    with pytest.raises(UsageError, match="ofac_consolidated has no part 'sdn'"):
        parse(prim("SSI"), "sdn")
