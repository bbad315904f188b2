"""The files of a plan: a calendar that is one, a checklist no spreadsheet runs, a cover with its sources."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import orjson
import pypdfium2

from tests.designation.strike import made
from tests.publish.test_ics import parsed, unescaped
from yalu.designation.strike.plan import ARCHIVE
from yalu.publish.strike.calendar import strike_calendar
from yalu.publish.strike.write import plan_files, write_plan


def test_the_calendar_reads_back_with_stable_ids_and_instants_of_utc() -> None:
    plan = made.plan("US", "EU", "JP")
    events = parsed(strike_calendar(plan))
    ids = [e["UID"] for e in events]
    assert len(set(ids)) == len(ids) and "strike-2027-02-02-us-publish@yalu" in ids
    assert ids == [e["UID"] for e in parsed(strike_calendar(made.plan("US", "EU", "JP", begin=made.DAY)))]
    at = {e["UID"]: e for e in events}["strike-2027-02-02-us-publish@yalu"]
    us = next(a for a in plan.acting if a.by == "US")
    assert at["DTSTART"] == f"{us.publication.at:%Y%m%dT%H%M%SZ}"
    assert "Party 0" in unescaped(at["DESCRIPTION"])
    days = [e for e in events if "DTSTART;VALUE=DATE" in e]
    assert us.lead.start_by.strftime("%Y%m%d") in [e["DTSTART;VALUE=DATE"] for e in days]


def test_the_cover_says_who_when_and_on_what_it_rests() -> None:
    plan = made.plan("US", "JP")
    files = plan_files(plan, b"")
    assert set(files) == {"plan.json", "cover.pdf", "checklist.csv", "plan.ics"}
    pages = pypdfium2.PdfDocument(files["cover.pdf"])
    text = " ".join("\n".join(page.get_textpage().get_text_range() for page in pages).split())
    for said in ("Who publishes when", "from memory", "Cabinet Office of Japan", plan.digest[:12]):
        assert said in text
    assert files["cover.pdf"] == plan_files(made.plan("US", "JP"), b"")["cover.pdf"]
    assert orjson.loads(files["plan.json"]) == plan.as_json()


def test_no_cell_of_the_checklist_runs() -> None:
    plan = made.plan(
        "US",
        pairs=[{"party": "=1+1", "name": "=cmd()", "authority": "US", "criterion": "c", "statements": ["s"]}],
    )
    rows = list(csv.DictReader(io.StringIO(plan_files(plan, b"")["checklist.csv"].decode())))
    assert {row["authority"] for row in rows} == {"all", "US"}
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    assert any(row["what"].startswith("'=cmd()") for row in rows)


def test_an_archive_of_before_does_not_stay_beside_a_plan_without_one(tmp_path: Path) -> None:
    write_plan({"plan.json": b"{}", ARCHIVE: b"old"}, tmp_path / "new" / "folder")
    write_plan({"plan.json": b"[]"}, tmp_path / "new" / "folder")
    assert {p.name: p.read_bytes() for p in (tmp_path / "new" / "folder").iterdir()} == {"plan.json": b"[]"}
