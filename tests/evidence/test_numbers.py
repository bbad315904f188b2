"""A party is found by its id in any case and by its numbers, however they are written."""

from __future__ import annotations

import pytest

from tests.evidence.copies import copy, row
from yalu.evidence.dossier import find
from yalu.evidence.fold import fold
from yalu.evidence.numbers import number_key
from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import Evidence, View
from yalu.model.statement import COLUMNS

DAY = "2020-01-01"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Three invented parties, two of which share a passport."""
    folder = tmp_path_factory.mktemp("numbers")
    rows = [
        row("ofac-1", "name", "ALPHA SHIP", kind="Vessel"),
        row("ofac-1", "imoNumber", "8518780", kind="Vessel"),
        row("ofac-1", "mmsi", "341985000", kind="Vessel"),
        row("un-KPi.002", "name", "KIM A", kind="Person"),
        row("un-KPi.002", "passportNumber", "PS-472310082", kind="Person"),
        row("ofac-3", "name", "KIM B", kind="Person"),
        row("ofac-3", "passportNumber", "ps 472310082", kind="Person"),
        row("ofac-4", "name", "7-28", kind="Vessel"),
    ]
    write_parquet(folder / "statements.parquet", COLUMNS, fold("ofac_sdn", [copy(DAY, rows)]))
    return Evidence(Snapshot("s0", {"ofac_sdn": folder})).at(DAY)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ofac-1", {"ofac-1"}),
        ("OFAC-1", {"ofac-1"}),
        ("UN-kpI.002", {"un-KPi.002"}),
        ("8518780", {"ofac-1"}),
        ("IMO8518780", {"ofac-1"}),
        ("imo 8518780", {"ofac-1"}),
        ("IMO number: 8518780", {"ofac-1"}),
        ("341985000", {"ofac-1"}),
        ("MMSI 341 985 000", {"ofac-1"}),
        ("ps472310082", {"un-KPi.002", "ofac-3"}),
        ("passport PS-472310082", {"un-KPi.002", "ofac-3"}),
        ("7-28", {"ofac-4"}),
        ("8518781", set()),
        ("851878", set()),
    ],
)
def test_what_a_query_finds(query: str, found: set[str], view: View) -> None:
    matches = find(view, query)
    assert {m.ids[0] for m in matches} == found
    assert all(m.exact for m in matches)


@pytest.mark.parametrize("text", ["", "IMO", "7-28", "Kim Jong Un", "2017", "no. 1", "조선 12345678"])
def test_what_is_no_number(text: str) -> None:
    assert number_key(text) == ""
