"""The files of an exercise: what the trainees get, and the truth in a folder apart."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import orjson

from yalu.errors import UsageError
from yalu.evidence.writing import replacing
from yalu.fleet.exercise import marks, papers
from yalu.fleet.exercise.deceptions import DECEPTIONS
from yalu.fleet.exercise.scenario import BLUE, RED, Scenario, port


def write(made: Scenario, out: Path) -> list[Path]:
    """Write an exercise into a new folder, whole or not at all, and return its files, the truth last.

    Raises UsageError where the folder is there already, and StorageError where it cannot be written.
    """
    folder = out / made.stem
    if folder.exists():
        raise UsageError(f"{folder} exists already.", expected="a place for a new folder")
    files = faces(made)
    with replacing(folder) as new:
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return [folder / name for name in files]


def faces(made: Scenario) -> dict[str, bytes]:
    """The files by name; the same scenario gives the same bytes."""
    tables = {
        "ais": (papers.AIS, papers.ais(made)),
        "arrivals": (papers.ARRIVALS, papers.arrivals(made)),
        "manifests": (papers.MANIFESTS, papers.manifests(made)),
        "register": (papers.REGISTER, papers.register(made)),
        "flags": (papers.FLAGS, papers.flags(made)),
        "ports": (papers.PORTS_FILE, papers.ports(made)),
        "answers": (papers.ANSWERS, papers.answers(made)),
    }
    files = {f"{made.stem}-{name}.csv": _csv(head, rows) for name, (head, rows) in tables.items()}
    files[f"{made.stem}-briefing.txt"] = _briefing(made).encode()
    files[f"{made.stem}-truth/{made.stem}-truth.json"] = _truth(made)
    return files


def _csv(head: tuple[str, ...], rows: Iterable[papers.Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue().encode()


def _truth(made: Scenario) -> bytes:
    told = {
        "version": 1,
        "exercise": True,
        "seed": made.seed,
        "ships": [
            {
                "imo": v.imo,
                "name": v.name,
                "inspect": v.inspect,
                "deceptions": sorted(v.lies),
                "decoys": sorted(v.decoys),
            }
            for v in made.vessels
        ],
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _briefing(made: Scenario) -> str:
    s = made.stem
    practices = "\n".join(f"  {code:<17} a ship that {text}" for code, text in DECEPTIONS.items())
    return f"""{marks.MARK} {marks.MARK} {marks.MARK}
Everything in these files is invented. No ship, port, state or owner is real.

{len(made.vessels)} ships are expected at {port(BLUE)}. Some deceive; others only look like it.
Decide which to inspect.
{port(RED)} is under embargo; a call there is lawful where it is declared.

Take the positions into a workspace of their own, never into yours:

  export YALU_HOME={s}-workspace
  yalu fleet ais {s}-ais.csv --exercise
  yalu fleet events --ports {s}-ports.csv --register {s}-register.csv --as-of 2026-03-11
  yalu fleet manifest {s}-manifests.csv

That the radio digits of all ships belong to no state is the mark of an exercise, and no finding.
In {s}-arrivals.csv stands what each ship says, with its radio number (track); in {s}-flags.csv its flags.

Practices that may be met, those of the US guidance of 14 May 2020:

{practices}

Fill in {s}-answers.csv: inspect yes or no, a reason that names the practice, and if you like the minutes that
the decision took. Then, with the truth from who runs the exercise:

  yalu fleet exercise --score {s}-answers.csv --truth {s}-truth.json

{marks.MARK} {marks.MARK} {marks.MARK}
"""
