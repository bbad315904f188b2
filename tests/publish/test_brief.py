"""What the brief of the memo's day holds, and what it must not know yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.running import yalu
from yalu.evidence.view import Evidence, When
from yalu.publish.as_json import brief_json
from yalu.publish.brief import Brief, make_brief
from yalu.regimes import Regime


@pytest.fixture(scope="module")
def brief(evidence: Evidence, regime: Regime) -> Brief:
    return make_brief(evidence, regime, When.at("2017-06-13"))


@pytest.fixture(scope="module")
def answer(brief: Brief) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(brief_json(brief))
    return found


def test_the_lists_of_the_memo_s_day(answer: dict[str, Any]) -> None:
    assert answer["listed"]["UN"] == {"total": 99, "persons": 53, "entities": 46}
    assert {a: row["total"] for a, row in answer["listed"].items()} == {
        "UN": 99,
        "US": 199,
        "EU": 135,
        "JP": 128,
        "AU": 9,
    }


def test_six_sections_in_the_memo_s_order_and_what_they_add_up_to(answer: dict[str, Any]) -> None:
    ids = [s["id"] for s in answer["sections"]]
    assert ids == ["facilitators", "labor", "travel", "ships", "iran", "partners", "pressure"]
    assert answer["as_of"] == "2017-06-13"
    assert answer["uncited"] == 0


def test_claims_whose_sources_are_later_tell_nothing(answer: dict[str, Any]) -> None:
    claims = {c["id"]: c for c in answer["claims"]}
    assert len(claims) == 36
    for later in ("q03", "q05", "q14", "q15", "q16", "q17", "q18"):
        assert claims[later] == {"id": later, "status": "not_yet_public", "sources": []}
    assert claims["q01"]["status"] == "confirmed" and "5,233" in claims["q01"]["text"]
    assert claims["q04"]["status"] in ("cannot_be_checked", "not_yet_public")
    assert claims["q12"]["status"] == "differs" and "50,000-120,000" in claims["q12"]["text"]
    assert {c["status"] for c in claims.values()} <= {
        "confirmed",
        "differs",
        "cannot_be_checked",
        "not_yet_public",
    }


def test_every_citation_leads_to_a_numbered_source(answer: dict[str, Any]) -> None:
    numbers = {s["number"] for s in answer["sources"]}
    assert numbers == set(range(1, len(numbers) + 1))
    for section in answer["sections"]:
        for group in ("findings", "detail", "uncertain", "next_steps"):
            for one in section[group]:
                assert set(one["sources"]) <= numbers
                assert one["sources"] or not one["statements"]


def test_no_source_of_a_later_day_shows_its_date_or_title(brief: Brief) -> None:
    assert [c for c in brief.sources if c.date not in ("", "undated") and c.date > "2017-06-13"] == []


def test_jie_shun_is_known_by_what_the_memo_tells(answer: dict[str, Any]) -> None:
    ships = orjson.dumps(next(s for s in answer["sections"] if s["id"] == "ships")).decode()
    assert "EG" in ships or "Egypt" in ships
    assert "rocket-propelled grenades" in ships
    for later in ("30,000", "2,300", "$23m", "Haeju"):
        assert later not in ships


def test_the_command_writes_everything_and_ends_with_0(casebook: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief"
    yalu("brief", "--as-of", "2017-06-13", "--out", out, workspace=casebook)
    assert orjson.loads((out / "brief.json").read_bytes())["listed"]["UN"]["total"] == 99
    page = (out / "brief.html").read_text(encoding="utf-8")
    assert "<script" not in page and 'src="http' not in page and "@import" not in page
    assert list((out / "annex").glob("*.csv"))
    again = {p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    yalu("brief", "--as-of", "2017-06-13", "--out", out, workspace=casebook)
    assert {p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()} == again


def test_an_empty_workspace_is_filled_first(tmp_path: Path) -> None:
    done = yalu("brief", "--as-of", "2017-06-13", "--out", tmp_path / "b", workspace=tmp_path / "none")
    assert "casebook" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_told(casebook: Path, tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    done = yalu("brief", "--out", blocker / "x", workspace=casebook, check=False)
    assert done.returncode == 1
    assert "--out" in done.stderr and "Traceback" not in done.stderr
