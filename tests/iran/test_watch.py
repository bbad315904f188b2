"""Both programs on one timeline, over the packaged casebook and a small list of the partner's program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.running import yalu, yalu_json
from tests.sections import MEMO, TODAY, Sections
from yalu.errors import UsageError
from yalu.iran import brought
from yalu.iran.brought import Given
from yalu.iran.watch import Watch
from yalu.regimes import load_plan
from yalu.regimes.brief import ScopeMark

TESTS = b'{"timeBins": [{"data": [{"date": "2016-07-18", "missile": "nodong"}, {"date": "unknown"}]}]}'
CALLS = b"""ship,country,date
MU DU BONG,KP,2014-01-02
mu du bong,IR,2014-03-04
LONELY,IR,2014-03-04
LATE,KP,2014-01-01
LATE,IR,2030-01-01
"""


def watch(sections: Sections, day: str, marks: list[ScopeMark] | None = None) -> Watch:
    return Watch(sections.scope(day), load_plan().partner_scope if marks is None else marks)


def test_the_designations_and_visits_have_sources(sections: Sections) -> None:
    seen = watch(sections, TODAY)
    line = {m.date: m for m in seen.timeline()}
    assert line["2016-01-17"].kind == "designation" and line["2016-01-17"].statements
    who = [i.text("who") for i in seen.visits()]
    assert {"Seyed Mirahmad Nooshin", "Sayyed Medhi Farahi"} < set(who) and len(who) == 5
    assert all(s.cited for i in seen.visits() for s in i.statements)


def test_nothing_later_is_on_the_timeline_of_the_memo(sections: Sections) -> None:
    seen = watch(sections, MEMO)
    line = seen.timeline([Given("2017-05-28", "scud"), Given("2017-07-04", "hwasong-14")])
    assert max(m.date for m in line) == "2017-05-28"
    assert all(s.known_hi <= MEMO for m in line for s in m.statements)
    assert [i.text("who") for i in seen.visits()] == ["SHIG technicians"]


def test_who_is_in_both_programs(sections: Sections) -> None:
    found = {b.party: b for b in watch(sections, TODAY).both()}
    assert set(found) == {"ofac-12220", "ofac-17614", "ofac-17615"}
    assert "is suspected supplier to Shahid Hemmat Industrial Group" in found["ofac-12220"].why
    assert "representative in Iran" in found["ofac-17614"].why
    assert all(b.statements for b in found.values())


def test_lists_of_both_regimes(sections: Sections) -> None:
    """A mark under which the casebook itself has rows stands for a loaded list."""
    mark = ScopeMark(source="casebook", prop="program", values=["NPWMD"])
    seen = watch(sections, TODAY, [mark])
    both = [b for b in seen.both() if b.why == "on lists of both programs"]
    assert both and all(b.partner_lists == ("casebook: NPWMD",) for b in both)
    assert all(b.party in seen.own for b in both)
    assert not watch(sections, TODAY, []).partner_listed


def test_each_event_is_answered_by_what_stands_on_the_day(sections: Sections) -> None:
    early, late = (watch(sections, day).answer("technicians") for day in ("2010-01-01", TODAY))
    assert early == ("UN UNSCR 1718 para 8(c)",)
    assert set(early) < set(late) and "UN UNSCR 2270 para 14" in late
    assert watch(sections, TODAY).answer("shipment_seized") == watch(sections, TODAY).answer("shipment")
    unverified = watch(sections, TODAY).answer("designation")
    assert unverified == ("US EO 13382 s.1 (unverified: it decides nothing)",)


def test_no_statistic_of_a_few(sections: Sections) -> None:
    seen = watch(sections, TODAY)
    months = (3, 7, 5, 11, 4, 8, 6, 10, 12, 3, 9, 5, 7, 11)
    tests = [Given(f"20{n:02d}-{m:02d}-28", "t") for n, m in enumerate(months, 10)]
    assert seen.statistic(tests, []) == (None, 0, 14)
    visits = [Given(f"20{n:02d}-{m:02d}-09", "v") for n, m in enumerate(months, 10)]
    found, came, _ = seen.statistic(tests, visits)
    assert came == 14 and found is not None and found.followed == 14 and found.p < 0.05


def test_ships_that_call_at_both(sections: Sections) -> None:
    [ship] = watch(sections, TODAY).ships(brought.calls("calls.csv", CALLS))
    assert ship.ship == "MU DU BONG" and ship.known.startswith("imo-") and len(ship.calls) == 2


def test_what_a_user_brings(sections: Sections) -> None:
    assert brought.tests("t.json", TESTS) == [Given("2016-07-18", "nodong")]
    assert brought.tests("t.csv", b"date\n2016-07-18\n")[0].date == "2016-07-18"
    for content, said in (
        (b"{}", "no list of tests"),
        (b"a\n1\n", "no column date"),
        (b"date\n2016-13-01\n", "row 2"),
    ):
        with pytest.raises(UsageError, match=said):
            brought.tests("t", content)


def test_suppliers_are_tied_to_both(sections: Sections) -> None:
    """A tie from a third party to each program makes it a supplier of both; one tie alone does not."""
    seen = watch(sections, TODAY)
    assert seen.suppliers() == []
    tie = next(t for t in seen.scope.ties if t.party == "ofac-12220" and t.value == "ofac-9349")
    planted = [replace(tie, party="x-crist"), replace(tie, party="x-crist", value="ofac-9345")]
    for ties, expected in ((planted, ["x-crist"]), (planted[:1], []), (planted[1:], [])):
        again = watch(sections, TODAY)
        again.scope.__dict__["ties"] = ties
        assert [s.party for s in again.suppliers()] == expected


def test_the_command(casebook: Path, tmp_path: Path) -> None:
    (tmp_path / "t.json").write_bytes(TESTS)
    made = yalu_json("iran", "watch", "--tests", tmp_path / "t.json", workspace=casebook)
    assert made["statistic"] is None and "10 of each are needed" in made["no_statistic"]
    assert len(made["both"]) == 3 and made["carriers"][1]["unverified"]
    told = yalu("iran", "watch", "--as-of", MEMO, workspace=casebook)
    assert "No statistic: 0 visits" in told.stdout and "No list of the partner's program" in told.stderr
    done = yalu("iran", "watch", "--calls", tmp_path / "t.json", workspace=casebook, check=False)
    assert done.returncode == 2 and not done.stdout
