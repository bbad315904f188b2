"""A workspace of another layout is refused; a clock that jumps changes no answer."""

from __future__ import annotations

import datetime as clock
from pathlib import Path

import orjson
import pytest

from tests.durability.conftest import Stages
from tests.durability.workspaces import answer, content, copied, end, start
from tests.running import yalu_json
from yalu.cli import sync
from yalu.errors import StorageError, YaluError
from yalu.evidence import download, fetch, log
from yalu.evidence.fetch import Fetched
from yalu.evidence.snapshot import open_snapshot
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.sources.registry import source

VERBS = [
    ("entity", "ofac-90001"),
    ("sources",),
    ("doctor",),
    ("brief",),
    ("build",),
    ("sync", "un_sc"),
]


@pytest.fixture
def foreign(stages: Stages, tmp_path: Path) -> Path:
    home = copied(stages.one, tmp_path / "foreign")
    (home / "FORMAT").write_text("99\n")
    return home


@pytest.mark.parametrize("words", VERBS, ids=lambda words: words[0])
def test_another_format_is_refused(words: tuple[str, ...], foreign: Path) -> None:
    before = content(foreign)
    done = end(start(*words, workspace=foreign))
    assert done.returncode == 1
    assert f"The workspace {foreign} has format 99; this version of Yalu reads 1." in done.stderr
    assert "To do: " in done.stderr
    assert content(foreign) == before


def test_another_format_is_refused_to_a_notebook(foreign: Path) -> None:
    with pytest.raises(YaluError, match="has format 99"):
        Evidence.open(Workspace(foreign))


def set_clock(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    class Clock(clock.datetime):
        @classmethod
        def now(cls, tz: clock.tzinfo | None = None) -> Clock:
            return cls.fromisoformat(f"{day}T12:00:00").replace(tzinfo=tz)

    for module in (clock, log, download, fetch):
        monkeypatch.setattr(module, "datetime", Clock)


def take(home: Path, words: tuple[str | Path, ...]) -> None:
    _, name, _, folder, _, day = words
    sync.run(names=[str(name)], from_=[Path(folder)], dated=str(day), workspace=home, quiet=True)


def test_a_clock_that_jumps_back_changes_no_answer(
    stages: Stages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    set_clock(monkeypatch, "2031-01-01")
    take(home, stages.sync_first)
    set_clock(monkeypatch, "1999-12-31")
    take(home, stages.sync_second)
    assert answer(home) == answer(stages.two)
    assert content(home) == content(stages.two)
    times = [orjson.loads(line)["at"][:4] for line in (home / "log.jsonl").read_bytes().splitlines()]
    assert times == ["2031", "1999"]
    assert log.last(Workspace(home))["ofac_sdn"]["at"].startswith("1999"), "the last line, not the latest"


def test_an_age_may_be_negative(
    stages: Stages, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from yalu.cli import sources

    set_clock(monkeypatch, "2024-05-21")
    with pytest.raises(SystemExit, match="4"):
        sources.run(names=["ofac_sdn", "un_sc"], workspace=stages.two, quiet=True, json=True)
    states = {s["id"]: s for s in orjson.loads(capsys.readouterr().out)["sources"]}
    assert (states["ofac_sdn"]["age"], states["ofac_sdn"]["state"]) == (-11, "current")


def test_a_fetch_while_the_clock_is_wrong(
    stages: Stages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = copied(stages.two, tmp_path / "home")
    list_ = (Path(stages.sync_second[3]) / "sdn.csv").read_bytes()
    monkeypatch.setattr(
        download, "fetch", lambda url, **_: Fetched(list_ if "SDN" in url.upper() else b"", "", "", 200, url)
    )
    set_clock(monkeypatch, "2001-01-01")
    given = download.fetch_source(Workspace(home), source("ofac_sdn"), step=lambda _: None)
    assert given and given.documents.date.hi == "2001-01-01"
    assert [c.date.hi for c in open_snapshot(Workspace(home)).copies("ofac_sdn")][-1] == "2024-06-01"


def test_a_log_line_that_was_cut_off_spoils_no_other(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    with (home / "log.jsonl").open("ab") as out:
        out.write(b'{"at": "2024-06-0')
    log.note(Workspace(home), "un_sc", "failed", message="no answer")
    last = log.last(Workspace(home))
    assert (last["ofac_sdn"]["outcome"], last["un_sc"]["message"]) == ("done", "no answer")
    assert yalu_json("sources", workspace=home, check=False)["sources"]


def test_a_table_that_was_torn_is_told(stages: Stages, tmp_path: Path) -> None:
    home = copied(stages.one, tmp_path / "home")
    [table] = home.glob("folds/ofac_sdn/*/statements.parquet")
    table.write_bytes(table.read_bytes()[:-100])
    with pytest.raises(StorageError, match="Run yalu build"):
        Evidence.open(Workspace(home)).query("SELECT value FROM statement")
    done = end(start("build", workspace=home))
    assert done.returncode == 0, done.stderr
    assert content(home) == content(stages.one)
