"""The evidence of a day as FollowTheMoney: the same bytes, nothing early, nothing unverified."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.ftm.evidence import export, make, read
from tests.running import yalu, yalu_json
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.dates import partial
from yalu.model.ftm import schemata
from yalu.model.vocabulary import LISTING, OWN_KNOWLEDGE

DAYS = ("2017-06-13", "2026-11-24")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("export"))


def test_the_same_evidence_gives_the_same_bytes(home: Path) -> None:
    assert list(export(home).lines()) == list(export(home).lines())


@pytest.mark.parametrize("day", DAYS)
def test_every_line_is_within_the_vocabulary(home: Path, day: str) -> None:
    found = read(export(home, as_of=day).lines())
    assert len(found) > 500
    for line in found:
        schema = schemata()[line["schema"]]
        assert not schema.abstract and line["caption"]
        for prop, values in line["properties"].items():
            assert prop in schema.properties, f"{schema.name} has no {prop}"
            assert values and len(set(values)) == len(values)
            if schema.properties[prop] == "country":
                assert all(len(v) == 2 and v.islower() for v in values)
            if schema.properties[prop] == "date":
                assert all(partial(v) for v in values)
        if schema.edge:
            assert line["properties"][schema.edge.source] and line["properties"][schema.edge.target]
    ids = [line["id"] for line in found]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("day", DAYS)
def test_nothing_of_a_later_day_is_in_it(home: Path, day: str) -> None:
    for line in read(export(home, as_of=day).lines()):
        for name in ("first_seen", "last_seen", "last_change"):
            assert line.get(name, "") <= day


def test_every_listing_of_the_day_is_a_sanction_and_nothing_else_is(home: Path) -> None:
    view = Evidence.open(Workspace(home)).at("2026-11-24")
    listings = [s for s in view.statements(prop=LISTING) if s.basis != OWN_KNOWLEDGE and not s.flag]
    lines = read(export(home).lines())
    sanctions = [line for line in lines if line["schema"] == "Sanction"]
    assert len(sanctions) == len(
        {(s.source, view.ids(s.party)[0], s.value, s.detail, s.from_lo) for s in listings}
    )
    listed = {view.ids(s.party)[0] for s in listings}
    assert {line["id"] for line in lines if line["target"]} == listed
    assert {i for line in sanctions for i in line["properties"]["entity"]} == listed
    tagged = {line["id"] for line in lines if "sanction" in line["properties"].get("topics", [])}
    assert tagged <= listed


def test_what_no_text_backs_is_left_out_and_counted(home: Path) -> None:
    made = export(home, "casebook")
    text = b"".join(made.lines()).decode()
    evidence = Evidence.open(Workspace(home))
    leads = evidence.rows(f"basis = '{OWN_KNOWLEDGE}' AND prop = 'UnknownLink'")
    assert leads and not [s for s in leads if f'"recordId":["{s.details["tie"]}"]' in text]
    lost = made.report()["not_held"]
    assert lost["locators"]["count"] > 1000 and lost["grades"]["of"]["un_panel"] > 0
    assert lost["no_schema"]["of"]["Authority"] > 0


def test_an_accusation_says_so(home: Path) -> None:
    ties = [line for line in read(export(home, "casebook").lines()) if line["id"].startswith("tie-")]
    assert all(line["properties"]["description"][0].startswith("Evidence: ") for line in ties)
    assert any("accusation" in line["properties"]["description"][0] for line in ties)


def test_an_own_list_is_left_out_unless_it_is_named(home: Path, tmp_path: Path) -> None:
    assert "INVENTED Client" not in yalu("export", "ftm", "--quiet", workspace=home).stdout
    [line] = read(yalu("export", "ftm", "--source", "clients", workspace=home).stdout.encode().splitlines())
    assert line["caption"] == "INVENTED Client" and not line["target"]


def test_a_file_is_written_whole_with_its_report_and_never_over_another(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "x.ftm.json"
    answer = yalu_json("export", "ftm", "--out", out, workspace=home)
    lines = out.read_bytes().splitlines()
    assert answer["entities"] == len(lines) == sum(answer["by_schema"].values())
    assert (out.parent / "x.ftm.json.report.json").exists()
    assert [p.name for p in out.parent.iterdir() if p.name.startswith(".")] == []
    again = yalu("export", "ftm", "--out", out, workspace=home, check=False)
    assert again.returncode == 2 and "--force" in again.stderr
    yalu("export", "ftm", "--out", out, "--force", "--as-of", "2017-06-13", workspace=home)
    assert 0 < len(out.read_bytes().splitlines()) < len(lines)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--source", "no_such"), "There is no source"),
        (("--source", "eu_fsf"), "Nothing of eu_fsf"),
        (("--json",), "--out FILE"),
        (("--as-of", "June"), "a day such as"),
        (("--out", "/"), "is a folder"),
    ],
)
def test_a_wrong_call_ends_with_2(home: Path, words: tuple[str, ...], told: str) -> None:
    done = yalu("export", "ftm", *words, workspace=home, check=False)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr
