"""Birth dates with their precision, countries in any spelling, and what they do to a score."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.screening.made import ask, party, screener, statement
from yalu.errors import UsageError
from yalu.screening import Query, countries
from yalu.screening.birth import Date, compare
from yalu.screening.query import birth_date


@pytest.mark.parametrize(
    ("asked", "held", "rule"),
    [
        ("1962-02-18", Date("1962-02-18"), "agrees"),
        ("1962", Date("1962-02-18"), "agrees_in_part"),
        ("1962-02", Date("1962-02-18"), "agrees_in_part"),
        ("1962-02-18", Date("1962", circa=True), "agrees_in_part"),
        ("1962-11-02", Date("1962-02-11"), "swapped"),
        ("1963-05-01", Date("1962", circa=True), "near"),
        ("1963", Date("1962-05-01"), "near"),
        ("1963-05-01", Date("1962-05-01"), "one_digit"),
        ("1962-05-02", Date("1962-05-01"), "one_digit"),
        ("1962-05-02", Date("1962-11-30"), "one_digit"),
        ("1970-05-01", Date("1962-05-01"), "conflicts"),
        ("1970", Date("1962", circa=True), "conflicts"),
        ("1965-01-01", Date("1960", to="1969"), "agrees_in_part"),
        ("1971", Date("1960", to="1969"), "conflicts"),
    ],
)
def test_dates_with_their_precision(asked: str, held: Date, rule: str) -> None:
    verdict = compare([asked], [held])
    assert verdict is not None
    assert verdict.rule == rule


def test_the_best_of_several_dates_counts() -> None:
    verdict = compare(["1962-02-18"], [Date("1945"), Date("1962-02-18")])
    assert verdict is not None and verdict.rule == "agrees"
    assert compare([], [Date("1945")]) is None
    assert compare(["1945"], []) is None


def test_dates_are_read_and_refused() -> None:
    assert birth_date("18.02.1962") == birth_date("1962/2/18") == "1962-02-18"
    for text in ("1962-13", "18 Feb", "1962-02-30"):
        with pytest.raises(UsageError):
            birth_date(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KP", "KP"), ("Korea, North", "KP"), ("Democratic People’s Republic of Korea", "KP"), ("DPRK", "KP"),
        ("Iran (Islamic Republic of)", "IR"), ("Iranian", "IR"), ("Russian", "RU"), ("Tunisian", "TN"),
        ("Congo, Democratic Republic of the", "CD"), ("Côte d'Ivoire", "CI"), ("Atlantis", "ATLANTIS"),
    ],
)  # fmt: skip
def test_countries_in_any_spelling(text: str, code: str) -> None:
    assert countries.code(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Libya (in custody)", ("LY",)), ("Uzbek; Afghan", ("UZ", "AF")), ("Trinidad and Tobago", ("TT",)),
        ("Turkish/Jordanian", ("TR", "JO")), ("北朝鮮", ("KP",)),
        ("Congo (Democratic Republic of the)", ("CD",)), ("", ("",)),
        ("Syrian Arab Republic as of May 2014", ("SY",)),
        ("Korea (Democratic People's Republic of)", ("KP",)), ("Africa", ("AFRICA",)),
        ("Atlantis and Iran", ("ATLANTIS AND IRAN",)),
    ],
)  # fmt: skip
def test_a_text_may_name_several_countries_or_add_a_remark(text: str, codes: tuple[str, ...]) -> None:
    assert countries.all_codes(text) == codes


def test_facts_lift_no_unlike_name(tmp_path: Path) -> None:
    one = screener(tmp_path, party("x", "Person", "Ri Yong Mu", birthDate="1925-01-25", nationality="KP"))
    hits = ask(one, "Ri Chun Hui", birth_dates=["1925-01-25"], countries=["KP"])
    assert not any(h.alert for h in hits)


def test_countries_order_hits(tmp_path: Path) -> None:
    one = screener(
        tmp_path,
        party("a", "Person", "Ivan Petrov", nationality="Ukrainian")
        + party("b", "Person", "Ivan Petrov", nationality="Russia"),
    )
    first, second = ask(one, "Ivan Petrov", countries=["ru"])
    assert (first.id, second.id) == ("b", "a")
    assert first.alert and second.alert


def test_circa_is_shown(tmp_path: Path) -> None:
    born = statement("x", "Person", "birthDate", "1967", detail={"circa": True})
    [hit] = ask(screener(tmp_path, [*party("x", "Person", "Ivan Petrov"), born]), "Ivan Petrov")
    assert hit.birth_dates == ("about 1967",)


def test_wrong_queries_are_refused() -> None:
    calls: list[dict[str, Any]] = [
        {"schema": "Dog"},
        {"birth_dates": ["soon"]},
        {"identifiers": [("hat", "7")]},
        {"names": "Ann"},
    ]
    for wrong in calls:
        with pytest.raises(UsageError):
            Query(**wrong)
    assert Query().empty
