from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.publish.sample import AS_OF, NASTY, make_sample, statement
from yalu.evidence.view import When
from yalu.publish.annex import STATEMENT_COLUMNS, clocks, figure_file, safe, table_file, write_annexes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("brief") / "annex"
    write_annexes(make_sample(), made)
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_file_for_each_table_and_figure(folder: Path) -> None:
    assert sorted(p.name for p in folder.iterdir()) == [
        "claims.csv",
        "facilitators-figure-growth.csv",
        "facilitators-growth.csv",
        "facilitators-names.csv",
        "sources.csv",
        "statements.csv",
    ]


def test_the_paths_are_returned(tmp_path: Path) -> None:
    written = write_annexes(make_sample(), tmp_path / "annex")
    assert sorted(written) == sorted((tmp_path / "annex").iterdir())


def test_a_table_is_whole_with_empty_columns_and_sources(folder: Path) -> None:
    table = rows(folder / "facilitators-names.csv")
    assert len(table) == 40
    assert table[39] == {"Name": "Party 39", "Remark": "", "Count": "39000", "sources": "1 2 3 4 5"}


def test_files_are_utf_8_without_mark(folder: Path) -> None:
    raw = (folder / "statements.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert "조선광선은행" in raw.decode()


def test_statements_stand_under_each_sentence_that_cites_them(folder: Path) -> None:
    found = rows(folder / "statements.csv")
    assert tuple(found[0]) == STATEMENT_COLUMNS
    first = [r for r in found if r["place"] == "facilitators.finding.1"]
    assert len(first) == 11
    assert {r["sentence"] for r in first} == {f"{NASTY} is named."}
    assert first[0]["known_hi"] == "2016-05-31" and first[0]["sources"] == "1"
    assert any(r["place"] == "claims.q1.why" for r in found)


def test_a_claim_that_is_not_yet_public_shows_nothing_but_its_id(folder: Path) -> None:
    later = [r for r in rows(folder / "claims.csv") if r["id"] == "q2"]
    assert later == [{"id": "q2", "status": "not_yet_public", "claim": "", "why": "", "sources": ""}]


def test_sources_have_numbers_and_grades_in_words(folder: Path) -> None:
    found = rows(folder / "sources.csv")
    assert [r["number"] for r in found] == [str(n) for n in range(1, len(found) + 1)]
    assert {"press report", "unverified, decides nothing"} == {r["grade"] for r in found}


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "＝1"])
def test_formulas_are_defused(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=b", "-12", "+1,480", "-3.5%", "2016-08", "7-28", "(x)"])
def test_plain_cells_stay(text: str) -> None:
    assert safe(text) == text


def test_defused_in_the_file(folder: Path) -> None:
    assert any(r["value"] == "'=HYPERLINK(1)" for r in rows(folder / "statements.csv"))


def test_clocks_tell_nothing_of_later_days() -> None:
    s = statement(
        1,
        "x",
        to_lo="2016-12-31",
        to_hi="2018-01-01",
        ended_known_lo="2018-01-01",
        ended_known_hi="2018-02-01",
        seen_first="2017-01-01",
        seen_last="2020-01-01",
    )
    shown = dict(zip(STATEMENT_COLUMNS[-11:], clocks(s, When.at(AS_OF)), strict=True))
    assert shown["known_lo"] == "2016-05-01" and shown["seen_first"] == "2017-01-01"
    assert not any(shown[c] for c in ("to_lo", "to_hi", "ended_known_lo", "ended_known_hi", "seen_last"))
    later = dict(zip(STATEMENT_COLUMNS[-11:], clocks(s, When.at("2019-01-01")), strict=True))
    assert later["to_hi"] == "2018-01-01" and later["ended_known_hi"] == "2018-02-01"


def test_names_of_files_are_plain() -> None:
    section = make_sample().sections[0]
    assert table_file(section, section.tables[0]) == "facilitators-names.csv"
    assert figure_file(section, section.figures[0]) == "facilitators-figure-growth.csv"
