"""Entities, statements, plain or gzipped: what each form says, and since when it could be known."""

from __future__ import annotations

import gzip
from typing import Any

import orjson
import pytest

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.sources.ftm.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed, Sighting

FIXTURES = FOLDER / "ftm" / "fixture"
ENTITIES = (FIXTURES / "entities.ftm.json").read_bytes()
STATEMENTS = (FIXTURES / "statements.csv").read_bytes()


def lines(*entities: dict[str, Any]) -> bytes:
    return b"\n".join(orjson.dumps(e) for e in entities)


def said(parsed: Parsed, prop: str, party: str = "") -> list[Sighting]:
    return [s for s in parsed.sightings if s.prop == prop and s.party.endswith(party)]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]


def test_gzip_changes_nothing() -> None:
    assert parse(gzip.compress(ENTITIES), "r") == parse(ENTITIES, "r")


def test_a_file_is_of_the_last_day_on_which_it_saw_anything() -> None:
    assert parse(ENTITIES, "r").stated == ("2024-05-01", "2024-05-01")
    assert not parse(lines({"id": "a", "schema": "Person", "properties": {"name": ["A"]}}), "r").stated


def test_values_of_an_entity_are_known_when_it_last_changed_not_when_it_was_first_seen() -> None:
    [alias] = [s for s in said(parse(ENTITIES, "r"), "alias") if s.value == "발명무역"]
    assert (alias.known_by, alias.known_lo, alias.known_hi) == (KnownBy.COLLECTOR, "", "2023-06-30")


def test_each_statement_has_its_own_day() -> None:
    parsed = parse(STATEMENTS, "r")
    [name] = said(parsed, "name", "inv1")
    [alias] = said(parsed, "alias", "inv1")
    assert (name.known_hi, alias.known_hi) == ("2021-03-01", "2023-06-30")
    assert (name.lang, alias.lang) == ("en", "ko")
    assert name.kind == "Company", "the more specific of the schemata that its statements have"


def test_a_tie_of_statements_is_known_when_the_last_of_them_was_seen() -> None:
    [tie] = said(parse(STATEMENTS, "r"), "Ownership")
    assert (tie.party, tie.value, tie.known_hi) == ("r-NK-inv2", "r-NK-inv1", "2022-02-01")


def test_statements_that_a_file_calls_external_are_left_out_and_counted() -> None:
    parsed = parse(STATEMENTS, "r")
    assert "Possible Match" not in {s.value for s in parsed.sightings}
    assert codes(parsed) == ["external"]


def test_statements_as_json_say_the_same_as_csv() -> None:
    head, *rows = [line.split(",") for line in STATEMENTS.decode().splitlines()]
    as_json = lines(*(dict(zip(head, row, strict=True)) for row in rows))
    nested = lines(
        *(
            {"id": i, "statements": [dict(zip(head, r, strict=True)) for r in rows if r[0] == i]}
            for i in ("NK-inv1", "NK-inv2", "own-1")
        )
    )
    expected = {(s.party, s.prop, s.value, s.known_hi) for s in parse(STATEMENTS, "r").sightings}
    assert {(s.party, s.prop, s.value, s.known_hi) for s in parse(as_json, "r").sightings} == expected
    assert {(s.party, s.prop, s.value, s.known_hi) for s in parse(nested, "r").sightings} == expected


def test_entities_nested_in_others_are_read_too() -> None:
    inner = {"id": "b", "schema": "Person", "properties": {"name": ["B"]}}
    tie = {"id": "t", "schema": "Ownership", "properties": {"owner": [inner], "asset": ["a"]}}
    parsed = parse(lines(tie), "r")
    assert [s.value for s in said(parsed, "name")] == ["B"]
    assert [(s.party, s.value) for s in said(parsed, "Ownership")] == [("r-b", "r-a")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (ENTITIES[:-40], "line 14"),
        (gzip.compress(ENTITIES)[:-60], "gzip"),
        (STATEMENTS + b'x,"open', "breaks off"),
        (STATEMENTS + b"x,y\n", "2 fields"),
        (b"[" + ENTITIES.replace(b"\n", b",") + b"]", "holds a list|no JSON"),
        (b"name,country\nA,kp\n", "lacks entity_id"),
        (b"{}\n", "no entity"),
        (STATEMENTS.replace("발명무역".encode(), b"\xff"), "no UTF-8"),
    ],
    ids=["cut", "cut gzip", "open quote", "short row", "an array", "another CSV", "no entity", "encoding"],
)
def test_what_is_not_whole_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(ContractError, match=told):
        parse(content, "r")


def test_problems_of_a_kind_are_counted_not_repeated() -> None:
    many = [
        {"id": f"p{n}", "schema": "Person", "properties": {"name": ["P"], "odd": ["x"]}} for n in range(500)
    ]
    [problem] = parse(lines(*many), "r").problems
    assert (problem.code, problem.where) == ("unknown_property", "line 1")
    assert "500 times" in problem.what
