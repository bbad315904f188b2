"""What ``yalu entity`` shows of a day, and what it must not show yet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.lists import sdn, un, write
from tests.running import yalu, yalu_json


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two copies of an invented list, and the casebook: a party is on the first copy only."""
    folder = tmp_path_factory.mktemp("lists")
    home = folder / "home"
    for day, count in (("2018-03-01", 130), ("2020-03-01", 129)):
        copy = write(folder / day, sdn_csv=sdn(count))
        yalu("sync", "ofac_sdn", "--from", copy, "--dated", day, workspace=home)
    yalu("sync", "un_sc", "--from", write(folder / "un", consolidated_xml=un(120)), workspace=home)
    return home


def test_a_day_before_the_delisting_shows_no_end(home: Path) -> None:
    before = yalu_json("entity", "ofac-90130", "--as-of", "2019-01-01", workspace=home)
    [listing] = before["entity"]["listings"]
    assert "2020" not in str(before["entity"])
    assert listing["seen_last"] == "2018-03-01"
    after = yalu_json("entity", "ofac-90130", "--as-of", "2021-01-01", workspace=home, check=False)
    assert after["matches"] == []
    back = yalu_json("entity", "ofac-90130", "--as-of", "2021-01-01", "--on", "2018-06-01", workspace=home)
    [listing] = back["entity"]["listings"]
    assert (listing["to_lo"], listing["to_hi"]) == ("2018-03-01", "2020-03-01")


@pytest.mark.parametrize("words", [(), ("--json",)])
@pytest.mark.parametrize("party", ["ofac-9345", "un-KPe.010", "imo-8518780", "ofac-16085"])
def test_nothing_later_than_the_day_is_shown(party: str, words: tuple[str, ...], home: Path) -> None:
    done = yalu("entity", party, "--as-of", "2017-06-13", *words, workspace=home)
    shown = re.sub(
        r"https?://\S+|\"document\":\"\w+\"|snapshot\"?:? ?\"?s\w+|\"id\":\"\w+\"", "", done.stdout
    )
    assert re.findall(r"(?<!\d)20(?:1[89]|2\d)(?!\d)", shown) == []


def test_a_name_s_words_may_stand_in_any_order(home: Path) -> None:
    found = yalu_json("entity", "Trading corporation MINING korea development", workspace=home)
    assert found["entity"]["id"] == "ofac-9345"
    assert "un-KPe.001" in found["entity"]["ids"]


def test_several_parties_are_offered_and_none_is_chosen(home: Path) -> None:
    found = yalu_json("entity", "Kim Yong Chol", workspace=home)
    assert len([m for m in found["matches"] if m["exact"]]) == 2
    assert found["entity"] is None
    assert "name one of them by its id" in yalu("entity", "Kim Yong Chol", workspace=home).stdout


def test_nobody_of_that_name_ends_with_1_and_says_what_to_do(home: Path) -> None:
    done = yalu("entity", "no such party anywhere", workspace=home, check=False)
    assert done.returncode == 1
    assert "yalu sync" in done.stderr and done.stdout == ""


def test_the_mode_that_was_asked_for_is_not_advised(home: Path) -> None:
    strict = yalu("entity", "no such party anywhere", workspace=home, check=False)
    likely = yalu("entity", "no such party anywhere", "--mode", "likely", workspace=home, check=False)
    assert "--mode likely" in strict.stderr and "--mode likely" not in likely.stderr
    assert "--as-of" in likely.stderr


@pytest.mark.parametrize("query", ["", "'; DROP TABLE x --", "%", "\u202eabc", "x" * 10_000, "🚢", "\n\t"])
def test_any_query_is_an_answer_or_no_answer(query: str, home: Path) -> None:
    done = yalu("entity", query, workspace=home, check=False)
    assert done.returncode in (0, 1, 2)
    assert "Traceback" not in done.stderr


def test_an_unverified_listing_is_not_called_listed(home: Path) -> None:
    bank = yalu_json("entity", "Bank of Dandong", workspace=home)
    assert "US" not in bank["entity"]["listed"]
    assert "specialMeasure" in bank["entity"]["facts"]


def test_a_listing_whose_day_rests_on_memory_is_marked_in_the_text_too(home: Path) -> None:
    """The US listing of this ship is in a stored copy of the list; its day is not."""
    [us] = [
        s
        for s in yalu_json("entity", "imo-7303803", workspace=home)["entity"]["listings"]
        if s["value"] == "US"
    ]
    assert us["unverified"] == "date"
    lines = yalu("entity", "imo-7303803", workspace=home).stdout.splitlines()
    marked = [line for line in lines if "unverified: the day rests on memory" in line]
    assert len(marked) == 1 and marked[0].startswith("US ")
    told = yalu("entity", "ofac-9345", workspace=home).stdout
    assert "the day rests on memory" not in told
