"""Ids as people write them."""

from __future__ import annotations

import pytest

from tests.resolve.made import record, resolution
from yalu.resolve.grouping import Grouped
from yalu.resolve.ids import Ids
from yalu.resolve.record import ALWAYS, Record

HULL = "8909915"


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> Ids:
    found = resolution(
        tmp_path_factory.mktemp("ids"),
        record("un-KPi.001", "Person", "Ri Won Ho"),
        record("gb-1", "Vessel", "EVER BRIGHT 88", imoNumber=HULL),
        record("GB-1b", "Vessel", "FAN KE", imoNumber=HULL),
        record("x-a", "Person", "Pak Chun Il"),
        record("x-A", "Person", "Pak Chun Il"),
    )
    ships = {i: Record(i, numbers={("imo", HULL): ALWAYS}) for i in ("gb-1", "GB-1b")}
    apart = {i: Record(i, numbers={("imo", "9187629"): ALWAYS}) for i in ("x-a", "un-KPi.001")}
    return Ids(Grouped(found), lambda: ships | apart)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("un-KPi.001", "un-KPi.001"),
        ("UN-KPI.001", "un-KPi.001"),
        (" un-kpi.001 ", "un-KPi.001"),
        ("gb-1B", "GB-1b"),
        ("x-a", "x-a"),  # to the letter, though there is another
        (f"IMO-{HULL}", "GB-1b"),
    ],
)
def test_a_record_is_found_however_its_id_is_written(ids: Ids, text: str, read: str) -> None:
    found, how = ids.read(text)
    assert found == read
    assert bool(how) == (text.strip() != read), how


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nobody-1", "no record nobody-1 is loaded"),
        ("", "an id is empty"),
        ("imo-9074729", "no record imo-9074729 is loaded"),
        ("imo-9187629", "imo-9187629 may be any of un-KPi.001, x-a"),
    ],
)
def test_what_is_no_record_says_why(ids: Ids, text: str, why: str) -> None:
    assert ids.read(text) == (text, why)
