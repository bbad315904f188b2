"""Shipment tables: read row by row, measured by definitions that a plain count repeats."""

from __future__ import annotations

import math
from collections import defaultdict

import pytest

from tests.network.trade.shipments import HEADING, shipments
from yalu.errors import UsageError
from yalu.network.trade.measures import effective_number, years
from yalu.network.trade.reading import read_shipments

GOOD = ["A Co", "B Co", "2701.12", "1,000.50", "2016-03-01"]


def test_the_measures_are_those_of_a_plain_count() -> None:
    rows = shipments(7)
    assert rows == shipments(7) != shipments(8)
    found = years(read_shipments(rows).rows, "exporter")
    plain: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for exporter, _, _, value, day in rows[1:]:
        plain[int(day[:4])][exporter.casefold()] += float(value)
    tops = {}
    for y in found:
        values = sorted(plain[y.year].values(), reverse=True)
        total = sum(values)
        assert (y.firms, y.shipments) == (len(values), 800)
        assert y.top10 == pytest.approx(sum(values[:10]) / total)
        assert y.top100 == pytest.approx(sum(values[:100]) / total)
        assert y.effective == pytest.approx(math.exp(-sum(v / total * math.log(v / total) for v in values)))
        tops[y.year] = set(sorted(plain[y.year], key=lambda f: -plain[y.year][f])[:10])
    assert [y.stayed for y in found] == [None, len(tops[2013] & tops[2014]), len(tops[2014] & tops[2015])]


def test_the_effective_number_of_equals_is_their_number() -> None:
    assert effective_number([5.0] * 12) == pytest.approx(12)
    assert effective_number([7.0, 0.0]) == 1 and effective_number([]) == 0


def test_a_year_that_is_missing_breaks_persistence() -> None:
    rows = [HEADING, GOOD, [*GOOD[:4], "2018"]]
    assert [y.stayed for y in years(read_shipments(rows).rows, "importer")] == [None, None]


@pytest.mark.parametrize(
    ("cell", "value", "field"),
    [
        (0, " ", "exporter"),
        (1, "", "importer"),
        (2, "701", "hs"),
        (2, "coal", "hs"),
        (3, "-5", "value"),
        (3, "1.234,5", "value"),
        (3, "NaN", "value"),
        (3, "", "value"),
        (4, "03/01/2016", "date"),
        (4, "2016-02-30", "date"),
    ],
)
def test_a_fault_names_its_row_and_field(cell: int, value: str, field: str) -> None:
    bad = [*GOOD]
    bad[cell] = value
    found = read_shipments([HEADING, GOOD, [], bad])
    assert [(f.row, f.field) for f in found.faults] == [(4, field)]
    assert len(found.rows) == 1


def test_a_row_that_is_too_long_is_not_guessed_at() -> None:
    found = read_shipments([HEADING, ["A Co", "B Co", "2701", "1.000", "50", "2016-03-01"]])
    assert not found.rows and found.faults[0].field == "row"


def test_columns_are_known_by_heading_or_by_name() -> None:
    rows = [["Lieferant", "Consignee", "HS", "USD", "Arrival date"], GOOD]
    with pytest.raises(UsageError, match="No column for exporter"):
        read_shipments(rows)
    assert read_shipments(rows, "exporter=lieferant").rows[0].exporter == "a co"
    with pytest.raises(UsageError, match="names no column"):
        read_shipments(rows, "seller")
    with pytest.raises(UsageError, match="2 columns for value"):
        read_shipments([[*HEADING, "USD"], [*GOOD, "1"]])
    with pytest.raises(UsageError, match="empty"):
        read_shipments([])


def test_values_of_two_currencies_are_not_added_up() -> None:
    heading = [*HEADING, "Currency"]
    assert read_shipments([heading, [*GOOD, "usd"]]).currency == "USD"
    with pytest.raises(UsageError, match="2 currencies: CNY, USD"):
        read_shipments([heading, [*GOOD, "USD"], [*GOOD, "CNY"]])


def test_a_firm_is_one_whatever_its_case_width_and_spaces() -> None:
    rows = [HEADING, GOOD, ["a  CO ", *GOOD[1:]], ["Ａ Co", *GOOD[1:]]]
    found = read_shipments(rows)
    assert {s.exporter for s in found.rows} == {"a co"} and found.names["a co"] == "A Co"
