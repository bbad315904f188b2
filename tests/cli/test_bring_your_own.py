"""A user's own sources by the command: taken in, remembered, marked, and never counted as an authority's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.running import yalu, yalu_json
from yalu.evidence.view import Evidence, When
from yalu.evidence.workspace import Workspace
from yalu.publish.as_json import brief_json
from yalu.publish.brief import make_brief
from yalu.regimes import load_regime
from yalu.sources.registry import FOLDER

ENTITIES = FOLDER / "ftm" / "fixture" / "entities.ftm.json"
CLIENTS = "No,Name,Born\n1,INVENTED Client,1 Jan 1960\n2,DANDONG HONGXIANG INDUSTRIAL DEVELOPMENT,\n3,,\n"
COLUMNS = "name=Name,birth_date=Born,id=No"


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clients") / "clients.csv"
    path.write_text(CLIENTS)
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, clients: Path) -> Path:
    """A workspace with a file of FollowTheMoney and an own list."""
    home = tmp_path_factory.mktemp("brought") / "home"
    yalu("sync", "ftm", "--name", "reports", "--from", ENTITIES, workspace=home)
    words = ("--name", "clients", "--from", clients, "--columns", COLUMNS, "--dated", "2024-02-01")
    yalu("sync", "own", *words, workspace=home)
    return home


def state(home: Path, name: str) -> dict[str, Any]:
    answer = yalu_json("sources", name, workspace=home, check=False)
    [found] = answer["sources"]
    assert isinstance(found, dict)
    return found


def test_sources_shows_them_with_the_fields_of_any_other(home: Path) -> None:
    ftm, own, list_ = (state(home, name) for name in ("reports", "clients", "un_sc"))
    assert ftm.keys() == own.keys() == list_.keys()
    assert (ftm["kind"], ftm["records"], ftm["authority"]) == ("ftm", 13, "")
    assert (own["kind"], own["records"], len(own["quarantined"])) == ("own", 3, 1)
    assert own["last_run"]["outcome"] == "done"
    assert (ftm["tried_on_real_file"], own["tried_on_real_file"]) == (False, True)
    assert "clients (own list)" in yalu("sources", workspace=home, check=False).stdout


def test_a_party_of_an_own_list_is_marked_and_on_no_authority_s(home: Path) -> None:
    found = yalu_json("entity", "clients-1", workspace=home)["entity"]
    assert found["listed"] == [] and found["listings"] == []
    assert [s["value"] for s in found["own_lists"]] == ["clients"]
    text = yalu("entity", "clients-1", workspace=home).stdout
    assert "On no list" in text and "clients (own list)" in text


def test_what_a_file_of_followthemoney_says_is_there(home: Path) -> None:
    found = yalu_json("entity", "reports-NK-inv1", workspace=home)["entity"]
    assert found["listed"] == ["US"]
    [controls] = found["ties"]
    assert (controls["prop"], controls["detail"]["type"]) == ("Ownership", "Control")
    then = yalu_json("entity", "reports-NK-inv1", "--on", "2019-01-01", workspace=home)["entity"]
    assert {t["detail"]["role"] for t in then["ties"]} == {"controls", "shareholder"}, "a tie that has ended"
    early = yalu_json("entity", "reports-NK-inv1", "--as-of", "2022-12-31", workspace=home, check=False)
    assert not early["entity"] or not early["entity"]["names"], "known when the entity last changed"


def test_an_own_listing_before_its_copy_is_not_shown(home: Path) -> None:
    answer = yalu_json("entity", "clients-1", "--as-of", "2024-01-31", workspace=home, check=False)
    assert answer["entity"] is None


def test_the_brief_counts_nothing_of_it(home: Path, casebook: Path) -> None:
    """A client bears the name of a party of the casebook, and the file has a company on the US list."""
    regime, when = load_regime(), When.at("2026-11-24")
    with_it, without = (
        orjson.loads(brief_json(make_brief(Evidence.open(Workspace(w)), regime, when)))
        for w in (home, casebook)
    )
    assert with_it.pop("snapshot") != without.pop("snapshot")
    assert with_it == without


def test_the_mapping_is_remembered_with_each_copy(home: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.csv"
    again.write_text(CLIENTS.replace("Client", "Customer"))
    answer = yalu_json("sync", "clients", "--from", again, "--dated", "2024-03-01", workspace=home)
    assert answer["new"] and answer["records"] == 3
    renamed = tmp_path / "renamed.csv"
    renamed.write_text(CLIENTS.replace("Name", "Full name"))
    refused = yalu("sync", "clients", "--from", renamed, "--dated", "2024-04-01", workspace=home, check=False)
    assert refused.returncode == 5 and "--columns" in refused.stderr
    assert state(home, "clients")["state"] == "refused"
    words = ("--columns", "name=Full name,id=No", "--dated", "2024-04-01")
    assert yalu_json("sync", "clients", "--from", renamed, *words, workspace=home)["new"]
    assert [c["date"] for c in state(home, "clients")["copies"]] == ["2024-02-01", "2024-03-01", "2024-04-01"]
    before = (home / "CURRENT").read_text()
    yalu("build", workspace=home)
    assert (home / "CURRENT").read_text() == before, "each copy is read again by its own columns"


def test_a_refused_file_leaves_the_last_good_copy(home: Path, tmp_path: Path) -> None:
    before = (home / "CURRENT").read_text()
    cut = tmp_path / "cut.json"
    cut.write_bytes(ENTITIES.read_bytes()[:-30])
    done = yalu("sync", "reports", "--from", cut, workspace=home, check=False)
    assert done.returncode == 5 and "line 14" in done.stderr and "Traceback" not in done.stderr
    assert (home / "CURRENT").read_text() == before
    assert state(home, "reports")["records"] == 13


def test_a_first_file_that_is_refused_leaves_no_source(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n")
    words = ("sync", "own", "--name", "mine", "--from", bad, "--columns", "name=Name")
    assert yalu(*words, workspace=tmp_path / "home", check=False).returncode == 5
    assert not (tmp_path / "home" / "sources").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("own", "--from", "x.csv"), "needs a name"),
        (("own", "--name", "fresh", "--from", "x.csv"), "not known yet"),
        (
            ("own", "--name", "ofac-mine", "--from", "x.csv", "--columns", "name=N"),
            "look like an official list",
        ),
        (("own", "--name", "reports", "--from", "x.csv", "--columns", "name=N"), "a file of FollowTheMoney"),
        (("own", "--name", "clients-b", "--from", "x.csv", "--columns", "name=N"), "could be taken for"),
        (("own", "--name", "fresh", "--from", "x.csv", "--columns", "nom=N"), "the fields being"),
        (("ftm", "--name", "fresh", "--from", "x.json", "--columns", "name=N"), "has none"),
        (("un_sc", "--name", "fresh"), "that you bring"),
        (("clients",), "nobody publishes it"),
        (("un_sc", "--from", "x", "--columns", "name=N"), "your own list"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_to_do(words: tuple[str, ...], told: str, home: Path) -> None:
    done = yalu("sync", *words, workspace=home, check=False)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr


def test_a_definition_that_cannot_be_read_names_its_file(home: Path) -> None:
    bad = home / "sources" / "broken.yml"
    bad.write_text("kind: [")
    try:
        done = yalu("sources", workspace=home, check=False)
    finally:
        bad.unlink()
    assert done.returncode == 1
    assert "broken.yml" in done.stderr and "Traceback" not in done.stderr
