"""``yalu changes``, ``yalu coverage`` and ``yalu sources --problems`` as a user calls them."""

from __future__ import annotations

import csv
from pathlib import Path

import orjson
import pytest
from lxml import etree

from tests.cli.lists import sdn, write
from tests.running import yalu, yalu_json


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    home = folder / "home"
    for day, count in (("2018-03-01", 130), ("2020-03-01", 129)):
        copy = write(folder / day, sdn_csv=sdn(count))
        yalu("sync", "ofac_sdn", "--from", copy, "--dated", day, workspace=home)
    return home


SPAN = ("--from", "2018-03-01", "--to", "2020-03-01", "--source", "ofac_sdn", "--all")


def test_text_names_the_party_the_copies_and_what_is_unknown(home: Path) -> None:
    text = yalu("changes", *SPAN, workspace=home).stdout
    assert "1 delisted  (copies: 2018-03-01, 2020-03-01)" in text
    assert "delisted  ofac_sdn     ofac-90130  INVENTED COMPANY 129" in text
    assert "after 2018-03-01 and by 2020-03-01" in text
    assert "the copy has no part 'alt'" in text


def test_json_lines(home: Path) -> None:
    lines = [orjson.loads(x) for x in yalu("changes", *SPAN, "--json", workspace=home).stdout.splitlines()]
    assert {line["version"] for line in lines} == {1}
    [gone] = [line for line in lines if line["what"] == "delisted"]
    assert (gone["party"], gone["after"], gone["by"]) == ("ofac-90130", "2018-03-01", "2020-03-01")
    assert {(u["copy"], u["part"]) for u in lines if u["what"] == "unknown"} == {
        ("2020-03-01", "alt"),
        ("2020-03-01", "add"),
    }


def test_a_feed_goes_to_a_file(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "changes.xml"
    yalu("changes", *SPAN, "--format", "atom", "--out", out, workspace=home)
    root = etree.parse(str(out)).getroot()
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 1


def test_filters(home: Path) -> None:
    assert "ofac-90130" not in yalu("changes", *SPAN, "--what", "added", workspace=home).stdout
    assert "ofac-90130" not in yalu("changes", *SPAN, "--kind", "Person", workspace=home).stdout
    regime = yalu("changes", *SPAN[:-1], "--regime-only", workspace=home)
    assert "ofac-90130" not in regime.stdout
    assert "--all" in regime.stderr


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--from", "soon"),
        ("--from", "2020-01-01", "--to", "2019-01-01"),
        (*SPAN[:4], "--source", "nobody"),
    ],
)
def test_wrong_usage_is_refused(words: tuple[str, ...], home: Path) -> None:
    done = yalu("changes", *words, workspace=home, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_coverage_says_what_each_figure_rests_on(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "coverage.csv"
    done = yalu("coverage", "--as-of", "2017-06-13", "--out", out, workspace=home)
    assert "survivors of later lists" in done.stdout
    assert "no list held" in done.stdout
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert sum(row["US state"] == "listed" for row in rows) == 254
    found = yalu_json("coverage", "--as-of", "2017-06-13", workspace=home)
    assert {x["list"]: x["parties"] for x in found["lists"]}["EU"] == 135
    assert len(found["parties"]) == len(rows)


def test_a_day_before_any_listing_is_an_empty_answer(home: Path) -> None:
    done = yalu("coverage", "--as-of", "1990-01-01", workspace=home)
    assert "0 parties on any list" in done.stdout
    assert "To do:" in done.stderr


def test_problems_tell_the_errors_of_lists(home: Path) -> None:
    done = yalu("sources", "--problems", "--source", "ofac_sdn", workspace=home, check=False)
    assert done.returncode == 4, "the copy is old"
    assert "No error was found by comparing the records of the lists." in done.stdout
    found = yalu_json("sources", "--problems", "ofac_sdn", workspace=home, check=False)
    assert found["list_errors"] == []
