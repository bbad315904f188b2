"""Of a work that is undated, or dated after the day, no title and no address is shown anywhere."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from tests.running import yalu, yalu_json
from yalu.evidence.view import Evidence, When
from yalu.evidence.works import INEXACT, LATER_COPY, MEMORY, UNDATED, as_shown
from yalu.model.clock import Mode
from yalu.model.dates import partial
from yalu.model.vocabulary import PARTY_KINDS
from yalu.publish.brief import make_brief
from yalu.publish.print_data import print_data
from yalu.publish.write import write_brief
from yalu.regimes import Regime

DAYS = ("2013-06-01", "2017-06-13")
INSTEAD = {INEXACT, LATER_COPY, MEMORY, UNDATED}


def hidden(evidence: Evidence, day: str) -> dict[str, dict[str, str]]:
    """The works that a day may not show, by a rule written anew here."""
    return {
        name: work
        for name, work in evidence.citations.items()
        if "date" not in work or partial(work["date"]).hi > day
    }


def addresses(evidence: Evidence, day: str) -> set[str]:
    """Addresses that no other work, which the day may show, has too."""
    late = hidden(evidence, day)
    open_ones = {w.get("url") for name, w in evidence.citations.items() if name not in late}
    return {w["url"] for w in late.values() if w.get("url") and w["url"] not in open_ones}


@pytest.mark.parametrize("day", DAYS)
def test_no_page_of_the_brief_names_it(day: str, evidence: Evidence, regime: Regime, tmp_path: Path) -> None:
    brief = make_brief(evidence, regime, When.at(day))
    late = hidden(evidence, day)
    masked = [c for c in brief.sources if c.id in late]
    assert {c.title for c in masked} <= INSTEAD and UNDATED in {c.title for c in masked}
    assert {(c.url, c.date) for c in masked} == {("", "")}
    printed = [s for s in print_data(brief)["sources"] if s["title"] in INSTEAD]
    assert {(s["url"], s["date"], s["link"]) for s in printed} == {("", "", False)}

    written = [p for p in write_brief(brief, tmp_path) if p.suffix != ".pdf"]
    text = "\n".join(p.read_text(encoding="utf-8") for p in written)
    assert [a for a in addresses(evidence, day) if a in text] == []
    shown = {s["id"]: s for s in orjson.loads((tmp_path / "brief.json").read_bytes())["sources"]}
    assert {shown[c.id]["title"] for c in masked} <= INSTEAD


def party_with_an_undated_work(evidence: Evidence, day: str) -> str:
    undated = {name for name, work in evidence.citations.items() if "date" not in work}
    kinds = tuple(sorted(PARTY_KINDS))
    return next(s.party for s in evidence.at(day).statements(kind=kinds) if undated & set(s.cited))


def test_a_dossier_does_not_name_it_either(evidence: Evidence, casebook: Path) -> None:
    day = "2017-06-13"
    party = party_with_an_undated_work(evidence, day)
    late = hidden(evidence, day)
    found = yalu_json("entity", party, "--as-of", day, workspace=casebook)["entity"]["citations"]
    masked = [work for name, work in found.items() if name in late]
    assert {LATER_COPY, MEMORY} <= {work["title"] for work in masked}
    assert not [work for work in masked if work["title"] not in INSTEAD or work.get("url") or work["date"]]
    text = yalu("entity", party, "--as-of", day, workspace=casebook).stdout
    assert LATER_COPY in text and MEMORY in text
    assert [a for a in addresses(evidence, day) if a in text] == []


@pytest.mark.parametrize(
    ("work", "day", "mode", "title"),
    [
        ({"title": "T", "date": "2017", "url": "u"}, "2017-06-13", Mode.STRICT, INEXACT),
        ({"title": "T", "date": "2017", "url": "u"}, "2017-06-13", Mode.LIKELY, "T"),
        ({"title": "T", "date": "2017", "url": "u"}, "2017-12-31", Mode.STRICT, "T"),
        ({"title": "T", "date": "2017-06-14", "url": "u"}, "2017-06-13", Mode.LIKELY, LATER_COPY),
        ({"title": "T", "known": "2026-11-24", "url": "u"}, "2017-06-13", Mode.LIKELY, UNDATED),
        ({"title": "T", "known": "2026-11-24", "url": "u"}, "2026-11-24", Mode.STRICT, "T"),
        ({"title": "T", "known": "2026-11-24", "basis": "own_knowledge"}, "2017-06-13", Mode.STRICT, MEMORY),
    ],
)
def test_what_stands_instead_of_its_title(work: dict[str, str], day: str, mode: Mode, title: str) -> None:
    shown = as_shown(work, day, mode)
    assert shown["title"] == title
    assert ("url" in shown) == (title == "T")
