"""Whatever stands in a file: it is read or refused, and nothing of it stops the program."""

from __future__ import annotations

import gzip
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu.errors import ContractError
from yalu.model.ftm import known_names, schemata
from yalu.model.vocabulary import Grade
from yalu.sources.ftm.parse import parse
from yalu.sources.sighting import Parsed

scalars = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text()
anything = st.recursive(
    scalars, lambda x: st.lists(x, max_size=4) | st.dictionaries(st.text(), x, max_size=4)
)
props = st.sampled_from(sorted({p for s in schemata().values() for p in s.properties})) | st.text(max_size=8)
ids = st.sampled_from(["a", "b", "c"]) | anything
dates = st.sampled_from(["2020", "2020-02", "2020-02-30", "2021-05-06T07:08:09"]) | anything
entity = st.fixed_dictionaries(
    {},
    optional={
        "id": ids,
        "schema": st.sampled_from(sorted(known_names())) | anything,
        "properties": st.dictionaries(
            props, st.lists(ids | dates | anything, max_size=3) | anything, max_size=6
        )
        | anything,
        "datasets": st.lists(st.sampled_from(["us_ofac_sdn", "x"])) | anything,
        "referents": st.lists(ids, max_size=3) | anything,
        "first_seen": dates,
        "last_seen": dates,
        "last_change": dates,
        "statements": st.lists(anything, max_size=2),
    },
)
statement = st.fixed_dictionaries(
    {"prop": props | anything, "value": ids | dates},
    optional=dict.fromkeys(
        ("canonical_id", "entity_id", "schema", "dataset", "lang", "external", "first_seen"), ids
    ),
)


def read(content: bytes) -> Parsed | None:
    try:
        return parse(content, "r")
    except ContractError as refused:
        assert refused.exit_code == 5 and str(refused).startswith("r: ")
        return None


def check(parsed: Parsed | None) -> None:
    for s in parsed.sightings if parsed else ():
        assert s.value and s.party.startswith("r-") and s.locator.startswith("line ")
        assert Grade(s.grade) is Grade.SOURCED
        assert not (s.from_lo and s.from_hi) or s.from_lo <= s.from_hi
        assert not (s.to_hi and s.from_lo) or s.from_lo <= s.to_hi
        assert s.detail == "" or isinstance(orjson.loads(s.detail), dict)


@given(st.lists(entity | statement | anything, min_size=1, max_size=6))
@settings(max_examples=400)
def test_any_json_lines(found: list[Any]) -> None:
    check(read(b"\n".join(map(orjson.dumps, found))))


@given(st.lists(st.lists(st.text(max_size=12), min_size=4, max_size=4), max_size=5))
def test_any_rows_of_statements(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in [["entity_id", "schema", "prop", "value"], *rows])
    check(read(text.encode("utf-8", "replace")))


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes(content: bytes, packed: bool) -> None:
    check(read(gzip.compress(content) if packed else content))
