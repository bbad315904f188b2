"""Reported results are a source of the workspace: dated, told as theirs, kept by a build, taken out again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yalu.errors import ContractError, UsageError, YaluError
from yalu.evidence import archive, removal, snapshot
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.fleet.bulletin.reading import fleet_state
from yalu.fleet.inspection.powers import Powers
from yalu.fleet.register import text
from yalu.fleet.register.hull import Hull
from yalu.fleet.register.register import Register
from yalu.fleet.results.intake import Taken, open_journal, take, withdraw
from yalu.model.clock import Mode
from yalu.regimes import load_plan
from yalu.sources.user import RESULTS

TODAY = "2026-11-24"
LISTED, UNKNOWN, LET_GO = "8518780", "9074729", "8814275"
FORM = f"""imo,name,port,date,authority,outcome,items,hs_codes,reference
{LISTED},JIE SHUN,Invented Port,2026-03-01,Invented Coast Guard,seized,launchers,9302,IV-1
{UNKNOWN},INVENTED STAR,Invented Port,2026-03-02,Invented Coast Guard,refused,,,IV-2
{LET_GO},INVENTED MOON,Invented Port,2026-03-02,Invented Coast Guard,no_action,,,IV-3
9074720,WRONG,Invented Port,2026-03-02,Invented Coast Guard,inspected,,,IV-4
"""


def given(place: Workspace, content: str, received: str = "2026-03-04") -> Taken:
    return take(place, "-", content.encode(), received=received, today=TODAY)


@pytest.fixture(scope="module")
def place(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    home = tmp_path_factory.mktemp("results") / "home"
    shutil.copytree(casebook, home)
    made = Workspace(home)
    taken = given(made, FORM)
    assert (len(taken.new), len(taken.apart)) == (3, 1) and "check digit" in taken.apart[0]["why"]
    return made


@pytest.fixture
def copy(place: Workspace, tmp_path: Path) -> Workspace:
    return Workspace(shutil.copytree(place.root, tmp_path / "copy"))


def register(place: Workspace, day: str = TODAY, mode: Mode = Mode.STRICT) -> Register:
    return Register(Scope(Evidence.open(place).at(day, mode=mode), load_plan()))


def said(hull: Hull) -> str:
    view = hull.view
    return "\n".join(text.lines(hull, Powers(view.evidence, view.when.as_of)))


def test_a_ship_shows_it_from_its_report_and_as_theirs(place: Workspace) -> None:
    shown = said(register(place).find(LISTED))
    assert "result 2026-03-01: seized at Invented Port, reported by Invented Coast Guard" in shown
    assert "as that authority reports; Yalu did not check it" in shown
    assert "known since 2026-03-04" in shown
    assert not register(place, "2026-03-03").find(LISTED).results
    assert register(place, "2026-03-01", Mode.LIKELY).find(LISTED).results
    assert not register(place, "2026-02-28", Mode.LIKELY).find(LISTED).results


def test_it_lists_nobody_and_makes_no_party(place: Workspace) -> None:
    evidence = Evidence.open(place)
    kinds = {s.kind for s in evidence.rows("source = ?", [RESULTS])}
    assert kinds == {"InspectionResult"}
    assert len(register(place).heads) == len(register(place, "2026-03-03").heads)


def test_a_ship_that_no_record_has_is_found_by_its_number(place: Workspace) -> None:
    hull = register(place).find(UNKNOWN)
    assert (hull.name, hull.imo, len(hull.results)) == ("INVENTED STAR", UNKNOWN, 1)
    assert "known by the report of an authority alone" in hull.status
    assert hull.as_json()["results"][0]["outcome"] == "refused"
    with pytest.raises(YaluError, match="No ship is known"):
        register(place, "2026-03-03").find(UNKNOWN)


def test_a_bulletin_tells_results_but_names_no_ship_that_was_let_go(place: Workspace) -> None:
    state = fleet_state(register(place))
    told = {h.imo: h.facts["result"][0] for h in state.hulls if "result" in h.facts}
    assert told.keys() == {LISTED, UNKNOWN}
    assert told[LISTED].value.startswith("seized at Invented Port, reported by Invented Coast Guard")
    assert told[LISTED].sources[0].works[0].publisher == "Invented Coast Guard"


def test_a_build_keeps_it_and_the_row_set_apart(copy: Workspace) -> None:
    before = snapshot.current_id(copy)
    with copy.writing():
        snapshot.publish(copy, snapshot.bind(copy, afresh=True))
    assert snapshot.current_id(copy) == before
    assert [e["text"].split(" | ")[0] for e in open_journal(copy).apart.values()] == ["imo: 9074720"]


def test_the_same_file_changes_nothing_and_a_corrected_one_corrects(copy: Workspace) -> None:
    before = snapshot.current_id(copy)
    again = given(copy, FORM)
    assert (again.new, again.corrected, again.same, again.snapshot) == ([], [], 3, before)
    fixed = given(copy, FORM.replace("seized", "released").replace("9074720", "9241061"))
    assert ([e["imo"] for e in fixed.new], [e["outcome"] for e in fixed.corrected]) == (
        ["9241061"],
        ["released"],
    )
    assert not open_journal(copy).apart
    assert [i.text("outcome") for i in register(copy).find(LISTED).results] == ["released"]


def test_one_is_withdrawn_and_all_are_removed(copy: Workspace) -> None:
    [result] = register(copy).find(LISTED).results
    withdraw(copy, result.id, who="Ann", why="wrong ship", today=TODAY)
    assert not register(copy).find(LISTED).results and register(copy).find(UNKNOWN).results
    with pytest.raises(UsageError, match="stands"):
        withdraw(copy, result.id, who="Ann", why="again", today=TODAY)
    removal.remove(copy, RESULTS)
    assert not archive.copies(copy, RESULTS)
    with pytest.raises(YaluError, match="No ship is known"):
        register(copy).find(UNKNOWN)
    assert len(given(copy, FORM).new) == 3


def test_a_file_of_which_nothing_holds_changes_nothing(copy: Workspace) -> None:
    before = snapshot.current_id(copy)
    with pytest.raises(ContractError, match="no row can be used: row 2") as error:
        given(copy, "imo,port\n1,x\n")
    assert error.value.exit_code == 5
    with pytest.raises(UsageError, match="is not yet"):
        given(copy, FORM, received="2026-12-01")
    assert snapshot.current_id(copy) == before
