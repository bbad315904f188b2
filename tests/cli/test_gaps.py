"""``yalu gaps`` and ``yalu coalition authorities`` as a user calls them, on the casebook alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import yalu, yalu_json

MEMO = "2017-06-13"


def test_gaps_as_json(casebook: Path) -> None:
    found = yalu_json("gaps", "--by", "US", "--listed-by", "JP", "--as-of", MEMO, workspace=casebook)
    rows = [*found["gaps"], *found["possibly_listed"]]
    assert (found["by"], found["listed_by"], found["all"]) == ("US", ["JP"], len(rows))
    assert [gap["rank"] for gap in rows] == list(range(1, found["all"] + 1))
    assert not any(gap["may_be"] for gap in found["gaps"])
    assert all(gap["may_be"] for gap in found["possibly_listed"])
    assert {one["list"] for one in found["lists"]} == {"US", "JP"}
    for gap in found["gaps"]:
        days = [one["since"] for one in gap["listed_by"] if one["by"] == "JP"]
        assert len(days) == 1 and days[0] <= MEMO
        assert gap["authority"]["since"] <= MEMO and gap["verdict"] == gap["authority"]["verdict"]
        assert all(f["date"][-10:] <= MEMO for f in gap["authority"]["met"])
    top = found["gaps"][0]
    assert top["authority"]["sources"] and top["authority"]["met"][0]["statement"]


def test_gaps_as_text_say_what_is_not_loaded(casebook: Path, tmp_path: Path) -> None:
    out = tmp_path / "gaps.csv"
    done = yalu(*("gaps", "--by", "eu", "--as-of", MEMO, "--limit", "2", "--out", out), workspace=casebook)
    assert "UK: no list loaded; no listing known" in done.stdout
    assert "left to the authority: The unanimous decision of the Council of the EU." in done.stdout
    assert "2017/1509" not in done.stdout
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) == 3
    assert "written to" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--by", "XX"), "no authority here"),
        (("--by", "CH"), "no authority here"),
        (("--by", "US", "--listed-by", "JP,ZZ"), "no authority here"),
        (("--by", "US", "--listed-by", "US"), "the list of --by itself"),
        (("--by", "US", "--out", "gaps.pdf"), "an ending of .csv, .xlsx"),
        (("--by", "US", "--as-of", "2017-02-30"), "2017-02-30"),
        (("--by", "US", "--as-of", "2017-06-13", "--on", "2018-01-01"), "is later than 2017-06-13"),
    ],
)
def test_wrong_usage_ends_with_2(casebook: Path, words: tuple[str, ...], said: str) -> None:
    done = yalu("gaps", *words, workspace=casebook, check=False)
    assert done.returncode == 2 and said in done.stderr and done.stdout == ""


def test_a_day_before_everything_has_an_empty_answer(casebook: Path) -> None:
    done = yalu("gaps", "--by", "US", "--as-of", "1990-01-01", workspace=casebook)
    assert "No party of the regime is known to be listed there" in done.stderr


def test_authorities(casebook: Path) -> None:
    found = yalu_json(*("coalition", "authorities", "--authority", "us", "--as-of", MEMO), workspace=casebook)
    rows = {row["id"]: row for row in found["authorities"]}
    assert {row["by"] for row in rows.values()} == {"US"}
    assert not [i for i in rows if "13810" in rows[i]["instrument"] or "CAATSA" in rows[i]["instrument"]]
    assert rows["a080"]["criteria"][0]["id"] == "us-13382-programs" and rows["a080"]["sources"]
    assert rows["a096"]["force"] == "measure" and rows["a203"]["force"] == "may list"
    text = yalu("coalition", "authorities", "--as-of", "2016-11-30", "--authority", "UN", workspace=casebook)
    assert "a034  duty: UNSCR 2270, para 29, since 2016-03-02 until 2016-11-30" in text.stdout
    day_after = yalu(
        "coalition", "authorities", "--as-of", "2016-12-01", "--authority", "UN", workspace=casebook
    )
    assert "a034" not in day_after.stdout


def test_an_authority_without_rows_is_not_said_to_have_no_law(casebook: Path) -> None:
    done = yalu("coalition", "authorities", "--authority", "CH", workspace=casebook)
    assert "That says nothing about whether there is one." in done.stderr
    wrong = yalu("coalition", "authorities", "--authority", "QQ", workspace=casebook, check=False)
    assert wrong.returncode == 2 and "is no authority here" in wrong.stderr
