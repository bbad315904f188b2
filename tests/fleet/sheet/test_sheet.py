"""The sheet: what it says of a ship on two days, one page whatever it holds, a folder or nothing."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pypdfium2 as pdfium
import pytest

from tests.running import yalu, yalu_json
from yalu.errors import UsageError, YaluError
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.fleet.inspection.form import COLUMNS, FORM
from yalu.fleet.register.register import Register
from yalu.fleet.sheet.build import Sheets, find_target
from yalu.fleet.sheet.model import Move, Sheet
from yalu.fleet.targeting.heard import Heard
from yalu.fleet.targeting.targets import NO_TRACKS, Judge, targets
from yalu.publish.sheet.pages import Press, cut
from yalu.publish.sheet.write import write_sheets
from yalu.regimes import load_plan

JIE_SHUN = "8518780"
TODAY, MEMO = "2026-11-24", "2017-06-13"


@pytest.fixture(scope="module")
def sheets(evidence: Evidence) -> dict[str, Sheets]:
    return {
        day: Sheets(Judge(Register(Scope(evidence.at(day), load_plan())), Heard(), "KP"))
        for day in (MEMO, "2018-01-15", TODAY)
    }


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


def sheet(sheets: Sheets, ship: str = JIE_SHUN) -> Sheet:
    return sheets.sheet_of(find_target(sheets.judge, ship))


def text_of(content: bytes) -> str:
    document = pdfium.PdfDocument(content)
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


def test_the_page_says_it_all(sheets: dict[str, Sheets], press: Press) -> None:
    made = sheet(sheets[TODAY])
    page = text_of(press.pdf(made))
    for part in (
        "JIE SHUN", "IMO 8518780, check digit right", made.issue.number, "good until 2026-12-01", "port ban",
        "since 2017-10-03", "UNSCR 2371, para 6", "cannot tell", "inputs missing: 7 of 7", "2016-08-11",
        "May be innocent", "Unknown", "Law:", "where the ground is met", "If refused", "Report",
        "under bulk cargo",
        "continuous synopsis record", "Contacts", "Crew are not to suffer", "no action",
        "No real tracks of North Korean ships could be had to measure field accuracy",
    ):  # fmt: skip
        assert part in page, part
    for title in FORM.values():
        assert title in page
    assert str(made.target.sanctions.points) in page


@pytest.mark.parametrize("day", [MEMO, "2018-01-15"])
def test_as_of_a_day_nothing_later_stands_on_it(sheets: dict[str, Sheets], press: Press, day: str) -> None:
    made = sheet(sheets[day])
    said = orjson.dumps(made.as_json() | {"issue": {"as_of": day}}).decode() + text_of(press.pdf(made))
    said = said.replace(made.issue.expires, "")
    cited = set(re.findall(r"\b(1718|1874|2087|2094|2270|2321|2356|2371|2375|2397|2664|2680)\b", said))
    if day == MEMO:
        assert max(cited) <= "2356" and max(re.findall(r"\b20\d\d-\d\d-\d\d\b", said)) <= MEMO
        assert "Haeju" not in said and "30,000" not in said
    else:
        assert {"2371", "2375", "2397"} <= cited


def test_every_ship_of_the_fleet_fits_one_page(sheets: dict[str, Sheets], press: Press) -> None:
    ranked = targets(sheets[TODAY].judge)
    for target in [*ranked[:4], *ranked[60:62], ranked[-1]]:
        text_of(press.pdf(sheets[TODAY].sheet_of(target)))


def test_long_lists_are_cut_and_say_so(sheets: dict[str, Sheets], press: Press) -> None:
    made = sheet(sheets[TODAY])
    strong = made.target.sanctions.reasons
    crowded = replace(
        made,
        target=replace(made.target, sanctions=replace(made.target.sanctions, reasons=strong * 9)),
        moves=tuple(Move("gap (strong)", "2026-01-01 00:00 to still", "x" * 300, "1, 2") for _ in range(60)),
        facts=tuple(replace(f, values=tuple("리원호 " * 40 for _ in range(9))) for f in made.facts),
        status=made.status * 6,
        unknown=tuple("what is not known " * 20 for _ in range(30)),
    )  # fmt: skip
    page = text_of(press.pdf(crowded))
    assert "more, see the JSON" in page and "Reported to" in page and "Limits." in page
    assert len(crowded.as_json()["movements"]) == 60


def test_a_name_that_is_markup_stays_a_name(sheets: dict[str, Sheets], press: Press) -> None:
    made = sheet(sheets[TODAY])
    odd = replace(made, target=replace(made.target, ship=replace(made.target.ship, name="#panic() *Ж* [x]")))
    assert "#panic() *" in text_of(press.pdf(odd))


def test_the_same_sheet_has_the_same_number_and_bytes(sheets: dict[str, Sheets], press: Press) -> None:
    first, second = sheet(sheets[TODAY]), sheet(sheets[TODAY])
    assert first.issue == second.issue and press.pdf(first) == Press().pdf(second)
    later = Sheets(sheets[TODAY].judge, issued="2026-11-24 10:00 UTC").sheet_of(first.target)
    assert later.issue.number == first.issue.number
    other = Sheets(sheets[TODAY].judge, contacts="duty officer").sheet_of(first.target)
    assert other.issue.number != first.issue.number


def test_a_folder_is_whole_or_not_there(sheets: dict[str, Sheets], tmp_path: Path) -> None:
    maker = sheets[TODAY]
    ranked = targets(maker.judge)[:3]
    out = tmp_path / "out"
    pages = write_sheets(out, ranked, map(maker.sheet_of, ranked[:2]), {"version": 1})
    assert len(pages) == 2 and all(page.read_bytes().startswith(b"%PDF") for page in pages)
    index = orjson.loads((out / "index.json").read_bytes())
    assert [s["sheet"] != "" for s in index["ships"]] == [True, True, False]
    rows = list(csv.reader((out / "form.csv").open(encoding="utf-8-sig")))
    assert tuple(rows[0]) == COLUMNS and len(rows) == 3
    before = sorted(p.name for p in out.rglob("*"))

    def breaking() -> Iterator[Sheet]:
        yield maker.sheet_of(ranked[0])
        raise YaluError("a sheet that cannot be made")

    with pytest.raises(YaluError):
        write_sheets(out, ranked, breaking(), {"version": 1})
    assert sorted(p.name for p in out.rglob("*")) == before
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    with pytest.raises(YaluError):
        write_sheets(tmp_path / "new", ranked, breaking(), {"version": 1})
    assert not (tmp_path / "new").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match="holds no sheets"):
        write_sheets(tmp_path / "mine", ranked, [], {"version": 1})


def test_an_exercise_is_marked_on_every_part(evidence: Evidence, press: Press) -> None:
    register = Register(Scope(evidence.at(TODAY), load_plan()))
    maker = Sheets(Judge(register, Heard(ships=1, exercise=True), "KP"))
    made = sheet(maker)
    page = text_of(press.pdf(made))
    assert page.startswith("EXERCISE EXERCISE: NOTHING HERE IS REAL")
    assert "all positions of this workspace are invented" in page
    assert made.as_json()["exercise"] is True and made.name.startswith("exercise-")
    assert any("EXERCISE" in note for note in made.target.notes)


def test_text_is_cut_at_a_blank() -> None:
    assert cut("one two three", 20) == "one two three"
    assert cut("one two three", 10) == "one two…" and len(cut("x" * 99, 10)) == 10


def test_as_a_user_runs_them(casebook: Path, fleet_home: Path, tmp_path: Path) -> None:
    told = yalu_json("fleet", "sheet", JIE_SHUN, "--as-of", "2018-01-15", workspace=casebook)
    assert told["sanctions"]["points"] > 50 and told["issue"]["as_of"] == "2018-01-15"
    table = tmp_path / "expected.csv"
    table.write_text(
        "name,imo,flag,type,built,last port,cargo,hs\n"
        "Quiet Waters,9074729,Panama,Bulk Carrier,1999,Busan,coal,2701\n"
        f"Lucky Star,{JIE_SHUN},Cambodia,,,Nampo,coal,2701\n,,,,,,,\nBroken,1234567,,,,,,,more\n"
    )
    out = tmp_path / "sheets"
    done = yalu(
        "fleet", "targets", "--arrivals", table, "--out", out, "--json", workspace=fleet_home, check=False
    )
    assert done.returncode == 3, done.stderr
    ranked = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert [(r["rank"], r["name"], r["verdict"]) for r in ranked] == [
        (1, "Lucky Star", "reasons"),
        (2, "row 5", "not read"),
        (3, "Quiet Waters", "no reason found"),
    ]
    assert {r["rule"] for r in ranked[0]["sanctions"]["reasons"]} >= {"listed/UN", "call/last_port"}
    [cargo] = [r for r in ranked[0]["sanctions"]["reasons"] if r["rule"].startswith("cargo")]
    assert cargo["rule"] == "cargo/prohibited" and "UNSCR 2371" in str(cargo["law"])
    assert ranked[2]["safety"]["points"] == [3, None]
    assert len(list((out / "sheets").glob("*.pdf"))) == 1
    limit = yalu("fleet", "targets", "--port", "Atlantis", workspace=fleet_home, check=False)
    assert limit.returncode == 2 and "not known where the port" in limit.stderr
    assert (
        NO_TRACKS in yalu("fleet", "targets", "--arrivals", table, workspace=fleet_home, check=False).stdout
    )
