"""Facts with their precision, and the configuration."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from yalu.resolve.config import Config, config
from yalu.resolve.facts import conflicts, facts, two_dates
from yalu.resolve.record import ALWAYS, Record
from yalu.screening.birth import Date


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (Date("1962-02-18"), Date("1962-02-18"), "agrees"),
        (Date("1962"), Date("1962-02-18"), "agrees_in_part"),
        (Date("1962-02-18"), Date("1960", to="1965"), "agrees_in_part"),
        (Date("1958", to="1963"), Date("1961", to="1966"), "agrees_in_part"),
        (Date("1960", circa=True), Date("1962-02-18"), "near"),
        (Date("1962-02-18"), Date("1946"), "conflicts"),
    ],
)
def test_dates_are_read_with_their_precision(a: Date, b: Date, rule: str) -> None:
    assert two_dates(a, b).rule == two_dates(b, a).rule == rule


def test_a_number_within_a_text_is_the_same_number() -> None:
    a = Record("x-1", numbers={("national-id", "5802098444"): ALWAYS})
    b = Record("y-1", numbers={("national-id", "NATIONALIDENTITYCARDNUMBER5802098444"): ALWAYS})
    assert [f.weight for f in facts(a, b)] == ["number_decides"]
    c = Record("z-1", numbers={("national-id", "15802098444"): ALWAYS})
    assert [f.weight for f in facts(a, c)] == ["number_differs"]


def test_noughts_before_a_number_are_nothing() -> None:
    a, b = (Record(f"x-{n}", numbers={("national-id", n): ALWAYS}) for n in ("1010744444", "01010744444"))
    assert [f.text for f in facts(a, b)] == ["national-id number is the same: 1010744444"]


def test_a_text_that_names_no_country_differs_from_none() -> None:
    a = Record("x-1", countries={"DE": ALWAYS})
    b = Record("y-1", countries={"MALIAN / MAURITANIAN": ALWAYS})
    assert not facts(a, b)
    assert [f.weight for f in facts(a, Record("z-1", countries={"FR": ALWAYS}))] == ["country_differs"]


def test_kinds_hulls_and_one_list_conflict() -> None:
    person, ship = Record("x-1", "person", ("Person",)), Record("y-1", "craft", ("Vessel",))
    assert [c.code for c in conflicts(person, ship)] == ["kind"]
    hulls = [Record(f"x-{n}", "craft", numbers={("imo", n): ALWAYS}) for n in ("8909915", "9187629")]
    assert [c.code for c in conflicts(*hulls)] == ["imo"]
    both = [Record(f"x-{n}", lists=frozenset({"un_sc"})) for n in "12"]
    assert [c.code for c in conflicts(*both)] == ["list"]


def test_every_weight_has_a_reason_and_no_field_is_unknown() -> None:
    found = config()
    assert found.queue_line.value < found.merge_line.value
    assert all(len(w.reason.split()) > 5 for w in (*found.weights.values(), *found.candidates.values()))
    with pytest.raises(ValidationError):
        Config.model_validate(found.model_dump() | {"mergeline": 1})
