"""``yalu coalition state``, ``yalu coalition draft`` and ``yalu calendar`` as a user calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import yalu, yalu_json

DAY = ("--as-of", "2018-01-01")


def test_a_state_is_shown_with_the_fork_and_the_sources(casebook: Path) -> None:
    text = yalu("coalition", "state", "Namibia", *DAY, workspace=casebook).stdout
    assert "89 obligations in force: 76 duties, 13 calls; done 1, missing 1, unknown 87" in text
    assert "Missing  UNSCR 1874 para 27 (call): answer what the Panel of Experts asked" in text
    assert "help, where the state is willing" in text and "where help is refused" in text
    assert "M_NAM17: African Bulletin" in text


def test_every_state_and_one_agree(casebook: Path) -> None:
    every = yalu_json("coalition", "state", *DAY, workspace=casebook)
    one = yalu_json("coalition", "state", "NA", *DAY, workspace=casebook)
    [row] = [s for s in every["states"] if s["state"] == "NA"]
    assert row["counts"] == one["counts"]
    assert row["cells"] == {"2321-36": "done", "panel-answers": "missing"}
    assert len(every["obligations"]) == sum(one["counts"].values())


def test_a_day_without_obligations_helps(casebook: Path) -> None:
    done = yalu("coalition", "state", "NA", "--as-of", "2005-01-01", workspace=casebook)
    assert "ask a later day" in done.stderr and "0 obligations in force" in done.stdout


def test_a_draft_is_written_in_both_formats(casebook: Path, tmp_path: Path) -> None:
    out = tmp_path / "drafts"
    answer = yalu_json("coalition", "draft", "--state", "NA", *DAY, "--out", out, workspace=casebook)
    assert answer["clauses"] == ["panel-answers"] and answer["done"] == 1 and len(answer["questions"]) == 87
    assert {p.name for p in out.iterdir()} == {"draft-NA-2018-01-01.docx", "draft-NA-2018-01-01.md"}
    printed = yalu("coalition", "draft", "--state", "NA", *DAY, workspace=casebook).stdout
    assert printed == (out / "draft-NA-2018-01-01.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("coalition", "draft", "--state", "NA", "--format", "docx"), "Give --out"),
        (("coalition", "draft", "--state", "NA", "--out", "x.pdf"), "neither .docx nor .md"),
        (
            ("coalition", "draft", "--state", "NA", "--out", "x.md", "--format", "docx"),
            "does not end in .docx",
        ),
        (("calendar", "--until", "2017-01-01", *DAY), "is before --as-of"),
        (("calendar", "--until", "soon"), "is not a day"),
        (("calendar", "--out", "dates.txt"), "does not end in .ics"),
    ],
)
def test_wrong_usage_writes_nothing(
    casebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = yalu(*words, workspace=casebook, check=False)
    assert done.returncode == 2 and said in done.stderr
    assert not list(tmp_path.glob("*.*"))


def test_the_calendar_of_a_state_says_what_is_known_of_it(casebook: Path, tmp_path: Path) -> None:
    out = tmp_path / "tz.ics"
    as_of = ("--as-of", "2026-11-24")
    answer = yalu_json("calendar", "--state", "TZ", *as_of, "--out", out, workspace=casebook)
    found = {e["id"]: e for e in answer["events"]}
    assert (found["midterm-2397"]["when"], found["midterm-2397"]["status"]) == ("past", "missing")
    assert (found["report-2321"]["when"], found["report-2321"]["status"]) == ("past", "unknown")
    assert found["refined-year-2397-2026-12-31"]["when"] == "coming"
    assert found["crude-reports-2397"]["when"] == "undated"
    assert all(e["states"] == "all" and set(e["sources"]) <= set(answer["sources"]) for e in found.values())
    assert out.read_bytes().count(b"BEGIN:VEVENT") == sum(e["when"] != "undated" for e in found.values())


def test_a_day_without_dates_helps(casebook: Path) -> None:
    done = yalu("calendar", "--as-of", "2005-01-01", workspace=casebook)
    assert "Coming: none known" in done.stdout and "ask a later day" in done.stderr
