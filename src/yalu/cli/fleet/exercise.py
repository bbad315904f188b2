"""``yalu fleet exercise``: seeded interdiction scenarios, and the score of who answers them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.fleet.opening import content_of
from yalu.cli.options import Json
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.fleet.exercise.score import Score

Seed = Annotated[
    int | None,
    typer.Option("--seed", metavar="N", help="Makes the scenario: the same number gives the same one."),
]
Ships = Annotated[int, typer.Option("--ships", metavar="K", help="How many ships, 12 to 400.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where its folder is made.")]
Answers = Annotated[
    str, typer.Option("--score", metavar="ANSWERS", help="Score answers, CSV or XLSX; needs --truth.")
]
TruthFile = Annotated[
    Path | None,
    typer.Option("--truth", metavar="FILE", help="The truth of the exercise.", show_default=False),
]


def run(
    seed: Seed = None,
    ships: Ships = 48,
    out: Out = Path(),
    score: Answers = "",
    truth: TruthFile = None,
    json: Json = False,
) -> None:
    """Make an exercise in interdiction, or score the answers to one. Nothing in it is real, and all says so.

    Ships with tracks, papers, cargo and cover stories; some deceive as the US guidance of May 2020 describes:
    AIS off, altered identity, meetings at sea, false papers, flag hopping, cover cargo. Others only look like
    it. The truth stands in a folder apart. EXERCISE stands in every file, row and name, the numbers are those
    of no ship, and yalu fleet ais takes the positions only with --exercise, into a workspace of their own.

    Examples: yalu fleet exercise --seed 7 · yalu fleet exercise --score EXERCISE-7-answers.csv --truth
    EXERCISE-7-truth.json
    """
    if (seed is None) == (not score):
        raise UsageError("Give --seed N to make an exercise, or --score ANSWERS.", expected="one of the two")
    if score:
        _score(score, truth, json=json)
        return
    from yalu.fleet.exercise.files import write
    from yalu.fleet.exercise.scenario import scenario

    made = scenario(seed or 0, ships)
    files = write(made, out)
    if json:
        import orjson

        told = {"version": 1, "exercise": True, "seed": made.seed, "ships": len(made.vessels)}
        sys.stdout.write(orjson.dumps(told | {"files": [str(f) for f in files]}).decode() + "\n")
        return
    print(f"EXERCISE {made.seed}: {len(made.vessels)} invented ships. Hand out all but the truth:")
    for path in files[:-1]:
        print(f"  {path}")
    print(f"The truth: {files[-1]}")
    print(f"Begin with {made.stem}-briefing.txt.")


def _score(answers: str, truth: Path | None, *, json: bool) -> None:
    from yalu.fleet.exercise.score import read_answers, read_truth, score

    if truth is None:
        raise UsageError("The truth was not given.", expected="--truth FILE: EXERCISE-N-truth.json")
    held = read_truth(truth)
    found = score(held, read_answers(answers, content_of(answers), held))
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(found.as_json() | {"seed": held.seed}).decode() + "\n")
        return
    _print(found, held.seed)


def _print(found: Score, seed: int) -> None:
    def share(value: float | None) -> str:
        return "none" if value is None else f"{value:.0%}"

    print(f"EXERCISE {seed}: {found.answered} of {found.ships} ships answered")
    print(f"  precision {share(found.precision)}: {found.right} of those inspected deceived,")
    print(f"            {len(found.false_alarms)} did not: {', '.join(found.false_alarms) or 'none'}")
    print(
        f"  recall    {share(found.recall)}: {len(found.missed)} missed: {', '.join(found.missed) or 'none'}"
    )
    for code, (there, inspected, named) in found.by_deception.items():
        if there:
            print(f"  {code.replace('_', ' '):<18} {inspected} of {there} inspected, {named} for that reason")
    for code, (there, inspected) in found.by_decoy.items():
        if inspected:
            print(f"  {code.replace('_', ' '):<18} innocent: {inspected} of {there} inspected")
    if found.minutes is None:
        print("  time      not given")
    else:
        print(f"  time      {found.minutes:g} minutes in all, {found.median:g} for a ship (median)")
