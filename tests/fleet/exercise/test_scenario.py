"""A scenario is what its seed makes it, all of it is marked, and what is true of a ship is in its data."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import orjson
import pytest

from yalu.errors import UsageError
from yalu.fleet.arrivals.layout import ARRIVALS
from yalu.fleet.exercise import marks
from yalu.fleet.exercise.deceptions import DECEPTIONS
from yalu.fleet.exercise.files import faces, write
from yalu.fleet.exercise.scenario import scenario
from yalu.fleet.files.columns import read as read_file
from yalu.fleet.manifest.layout import MANIFEST
from yalu.fleet.manifest.weight import tonnes, weight_flags
from yalu.model import countries

SEED = 7


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return faces(scenario(SEED))


@pytest.fixture(scope="module")
def truth(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    [name] = [n for n in files if n.endswith("-truth.json")]
    return {ship["imo"]: ship for ship in orjson.loads(files[name])["ships"]}


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"EXERCISE-{SEED}-{name}.csv"].decode())))


def having(truth: dict[str, dict[str, object]], code: str) -> set[str]:
    return {imo for imo, ship in truth.items() if code in str(ship["deceptions"])}


def test_a_seed_makes_one_scenario() -> None:
    one = faces(scenario(1, 12))
    assert faces(scenario(1, 12)) == one
    other = faces(scenario(2, 12))
    assert other["EXERCISE-2-arrivals.csv"] != one["EXERCISE-1-arrivals.csv"]


def test_every_file_row_and_name_is_marked(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        assert all(part.startswith("EXERCISE-7") for part in name.split("/"))
        if name.endswith(".csv"):
            assert marks.marked(content)
            assert all(line.startswith("EXERCISE,") for line in content.decode().splitlines())
    for ship in rows(files, "arrivals"):
        assert all(ship[c].startswith("EXERCISE ") for c in ("name", "owner", "next_port"))
    assert files["EXERCISE-7-briefing.txt"].startswith(b"EXERCISE EXERCISE EXERCISE")


def test_no_number_or_state_is_real(files: dict[str, bytes]) -> None:
    ships = rows(files, "arrivals")
    assert all(marks.is_exercise(s["imo"]) and s["track"].startswith("799") for s in ships)
    assert len({s["imo"] for s in ships}) == len(ships) == 48
    assert not {s["flag"] for s in ships} & set(countries.codes())
    assert not marks.is_exercise("8518780")


def test_every_deception_is_injected_beside_decoys_and_innocents(truth: dict[str, dict[str, object]]) -> None:
    assert all(having(truth, code) for code in DECEPTIONS)
    assert sum(not s["inspect"] and bool(s["decoys"]) for s in truth.values()) >= 10
    assert any(not s["inspect"] and not s["decoys"] for s in truth.values())


def test_a_story_gives_nobody_away(files: dict[str, bytes], truth: dict[str, dict[str, object]]) -> None:
    stories = {s["imo"]: s["story"] for s in rows(files, "arrivals")}
    guilty = {stories[i] for i in truth if truth[i]["inspect"]}
    innocent = {stories[i] for i in truth if not truth[i]["inspect"]}
    assert len(guilty & innocent) >= 2


def test_another_identity_is_sent_by_those_that_altered_it_alone(
    files: dict[str, bytes], truth: dict[str, dict[str, object]]
) -> None:
    sent: dict[str, set[str]] = {}
    for row in rows(files, "ais"):
        sent.setdefault(row["MMSI"], set()).add(row["IMO"].removeprefix("IMO"))
    of = {s["track"]: s["imo"] for s in rows(files, "arrivals")}
    assert {of[m] for m, numbers in sent.items() if len(numbers) > 1} == having(truth, "identity_altered")
    scrapped = {r["imo"] for r in rows(files, "register") if r["scrapped"]}
    assert set().union(*sent.values()) - set(of.values()) < scrapped


def test_weight_and_draught_show_cover_cargo_alone(
    files: dict[str, bytes], truth: dict[str, dict[str, object]]
) -> None:
    flagged = {
        r["imo"]
        for r in rows(files, "manifests")
        if weight_flags([tonnes(r["weight"], r["unit"])], r["dwt"], r["draught"], r["full_draught"])
    }
    assert flagged == having(truth, "cover_cargo")


def test_flags_show_hopping_alone(files: dict[str, bytes], truth: dict[str, dict[str, object]]) -> None:
    recent: dict[str, int] = {}
    for row in rows(files, "flags"):
        recent[row["imo"]] = recent.get(row["imo"], 0) + (row["since"] > "2025-03-01")
    assert {imo for imo, count in recent.items() if count >= 3} == having(truth, "flag_hopping")


def test_the_files_are_those_that_the_other_commands_read(files: dict[str, bytes]) -> None:
    for name, layout, column in (("arrivals", ARRIVALS, "last_port"), ("manifests", MANIFEST, "draught")):
        sheet = read_file(f"{name}.csv", files[f"EXERCISE-7-{name}.csv"], layout)
        assert len(sheet.lines) == 48 and all(line.get(column) and not line.problem for line in sheet.lines)


def test_an_exercise_is_written_once(tmp_path: Path) -> None:
    made = scenario(1, 12)
    paths = write(made, tmp_path)
    assert all(p.is_file() for p in paths) and paths[-1].parent.name == "EXERCISE-1-truth"
    with pytest.raises(UsageError, match="exists already"):
        write(made, tmp_path)
    for seed, ships in ((1, 11), (1, 401), (-1, 12)):
        with pytest.raises(UsageError, match="cannot be"):
            scenario(seed, ships)
