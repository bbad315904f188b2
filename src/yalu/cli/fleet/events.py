"""``yalu fleet events``: what ships did, by the rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import AsOf, Json, Quiet, WorkspaceOption, regime_plan, tell, today
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace
    from yalu.fleet.behavior.event import Event
    from yalu.fleet.behavior.identity import Hull

Ship = Annotated[
    str, typer.Argument(metavar="[IMO|MMSI]", help="One ship: 7 digits are an IMO number, others an MMSI.")
]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="gap, jump, meeting, dark_meeting, loitering, call or identity; may be repeated. Default: all.",
        show_default=False,
    ),
]
From = Annotated[
    str, typer.Option("--from", metavar="DATE", help="Events that last until this day or later.")
]
To = Annotated[str, typer.Option("--to", metavar="DATE", help="Events that begin on this day or earlier.")]
PortFile = Annotated[
    Path | None,
    typer.Option(
        "--ports",
        metavar="FILE",
        help="More ports (CSV: lat, lon, name), such as the World Port Index. Without them meetings off ports"
        " that Yalu does not know count.",
        show_default=False,
    ),
]
Register = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="FILE",
        help="A register of ships (CSV: imo, name, flag, type, length, beam, scrapped) to hold identities"
        " against.",
        show_default=False,
    ),
]
Detections = Annotated[
    Path | None,
    typer.Option(
        "--detections",
        metavar="FILE",
        help="Satellite detections (CSV or GeoJSON); those that no ship's track explains are told.",
        show_default=False,
    ),
]
EngineOption = Annotated[
    str, typer.Option("--engine", metavar="ENGINE", help="duckdb, local[N] or spark://HOST:PORT.")
]
Every = Annotated[
    bool, typer.Option("--all", help="Also silences that are no finding, each with what explains it.")
]


def run(
    ship: Ship = "",
    kind: Kind = None,
    from_: From = "",
    to: To = "",
    ports: PortFile = None,
    register: Register = None,
    detections: Detections = None,
    engine: EngineOption = "duckdb",
    every: Every = False,
    as_of: AsOf = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show what ships did: dark gaps, impossible moves, meetings, loitering, calls, identities.

    Each event stands with its rule and thresholds, its positions, what coverage tells, what may be innocent
    about it, and what the rule cannot see. An event is a reason to look, never proof.

    Examples: yalu fleet events · yalu fleet events 8518780 --as-of 2026-03-15 · yalu fleet events --kind
    meeting --from 2026-03-01 --to 2026-03-07 --json · yalu fleet events --detections scenes.geojson
    """
    from yalu.evidence.workspace import Workspace
    from yalu.fleet.ais.store import Positions
    from yalu.fleet.behavior.asking import Question, answer

    day = _day("--as-of", as_of) or today()
    place = Workspace.find(workspace)
    question = Question(
        day=day,
        first=_day("--from", from_),
        last=_day("--to", to),
        kinds=tuple(kind or ()),
        ship=_ship(ship),
        ports=ports,
        register=register,
        hulls={} if register or detections else _hulls(place, day),
        detections=detections,
        engine=engine,
        every=every,
    )
    on = not quiet and sys.stderr.isatty()

    def step(what: str) -> None:
        if on:
            print(f"\r{what.replace('_', ' ')}", end="\x1b[K", file=sys.stderr, flush=True)

    positions = Positions(place)
    found = answer(positions, question, step=step, tell=tell)
    if on:
        print("\r", end="\x1b[K", file=sys.stderr)
    if json:
        import orjson

        for event in found:
            told = {"version": 1, "exercise": positions.exercise, **event.as_json(day)}
            sys.stdout.write(orjson.dumps(told).decode() + "\n")
        return
    if positions.exercise:
        print("EXERCISE: all positions of this workspace are invented; so is what is told of them.")
    for event in found:
        _print(event, day)
    if not found:
        print("No event of these kinds is found in the positions that are held.")


def _hulls(place: Workspace, day: str) -> dict[int, Hull]:
    """The register of the workspace as the day shows it; nothing where no evidence was taken in."""
    from yalu.evidence.snapshot import current_id

    if not current_id(place):
        return {}
    from yalu.evidence.scope import Scope
    from yalu.evidence.view import Evidence
    from yalu.fleet.register.register import Register as Hulls
    from yalu.fleet.targeting.expected import held

    return held(Hulls(Scope(Evidence.open(place).at(day), regime_plan())))


def _ship(text: str) -> int:
    if text and not (text.isdigit() and len(text) <= 9):
        raise UsageError(f"{text!r} is no IMO number or MMSI.", expected="7 or 9 digits")
    return int(text or 0)


def _day(option: str, text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise UsageError(f"{option}: {text!r} is no day.", expected="a day such as 2026-03-01") from None


def _print(event: Event, day: str) -> None:
    shown = event.as_json(day)
    who = ", ".join([*(f"MMSI {m}" for m in event.mmsi), *(f"IMO {i}" for i in event.imo), *event.names])
    print(f"{shown['from'][:16]}  {event.kind.replace('_', ' ')} ({event.grade})  {who}")
    print(f"    {event.text}")
    for p in shown["positions"]:
        print(f"    {p['lat']:.4f}, {p['lon']:.4f}  {p['what']}{' ' + p['time'] if p['time'] else ''}")
    if event.coverage:
        print(f"    coverage: {event.coverage}")
    print(f"    may be innocent: {event.rule.innocent}")
    print(f"    not seen: {'; '.join(event.rule.limits)}")
