"""Exercises and real positions never meet in one workspace."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from yalu.cli.fleet import ais, bulletin, events
from yalu.errors import UsageError
from yalu.evidence.workspace import Workspace
from yalu.fleet.ais.store import Positions
from yalu.fleet.exercise.apart import admitted
from yalu.fleet.exercise.marks import marked

REAL = "mmsi,time,lat,lon,sog\n" + "".join(
    f"273000001,2026-03-01T0{h}:00:00,38.{h},124.0,9\n" for h in range(9)
)
PLAYED = "EXERCISE,mmsi,time,lat,lon,sog,name\n" + "".join(
    f"EXERCISE,799000001,2026-03-01T0{h}:00:00,38.{h},124.0,9,EXERCISE ALFA\n" for h in range(9)
)


@pytest.fixture
def real(tmp_path: Path) -> str:
    (tmp_path / "real.csv").write_text(REAL)
    return str(tmp_path / "real.csv")


@pytest.fixture
def played(tmp_path: Path) -> str:
    (tmp_path / "played.csv").write_text(PLAYED)
    return str(tmp_path / "played.csv")


def test_an_exercise_is_taken_in_only_when_it_is_said(home: Path, played: str) -> None:
    with pytest.raises(UsageError, match="are an exercise"):
        ais.run(played)
    assert not Positions(Workspace(home)).exercise and not Positions(Workspace(home)).manifest().loads


def test_real_positions_are_no_exercise(home: Path, real: str) -> None:
    with pytest.raises(UsageError, match="no mark"):
        ais.run(real, exercise=True)
    assert not Positions(Workspace(home)).exercise


def test_neither_comes_to_the_other(home: Path, tmp_path: Path, real: str, played: str) -> None:
    ais.run(real)
    with pytest.raises(UsageError, match="holds real positions"):
        ais.run(played, exercise=True)
    other = tmp_path / "other"
    ais.run(played, exercise=True, workspace=other)
    with pytest.raises(UsageError, match="are an exercise"):
        ais.run(real, workspace=other)
    with pytest.raises(UsageError, match="are an exercise; real"):
        list(admitted(Positions(Workspace(other)), iter([REAL.encode()])))
    with pytest.raises(UsageError, match="no ship in them is real"):
        list(admitted(Positions(Workspace(home)), iter([PLAYED.encode()])))
    assert list(admitted(Positions(Workspace(home)), iter([REAL.encode(), b"more"])))[1] == b"more"


def test_all_that_is_told_of_an_exercise_says_so(
    home: Path, played: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ais.run(played, exercise=True, json=True)
    assert orjson.loads(capsys.readouterr().out)["exercise"] is True
    events.run(kind=["identity"], json=True, quiet=True)
    told = [orjson.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told and all(one["exercise"] for one in told)
    with pytest.raises(UsageError, match="no bulletin is issued"):
        bulletin.events_of(Workspace(home), "2026-11-24", quiet=True)


def test_a_mark_that_was_cut_off_still_shows_by_the_numbers() -> None:
    assert marked(b"mmsi,time\n799000001,2026-03-01") and marked(b"\xef\xbb\xbfmmsi;EXERCISE;lat\n")
    assert not marked(b"mmsi,time,name\n273000001,1799000001,EXERCISER\n")
    odd = b"mmsi,time\n" + b"273000001,2026-03-01\n" * 9 + b"799000001,2026-03-01\n"
    assert not marked(odd), "one odd number among real ones is no exercise"
