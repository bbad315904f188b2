"""``yalu fleet ais``: take in what ships send about themselves."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import Json, Quiet, WorkspaceOption, tell
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.fleet.ais.store import Load

What = Annotated[
    str,
    typer.Argument(
        metavar="FILE|-|tcp://HOST:PORT", help="A file, standard input, or a feed.", show_default=False
    ),
]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="nmea, csv or parquet. Default: by the content.")
]
Map = Annotated[
    str,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,...",
        help="Which column of a table is mmsi, time, lat, lon, sog ...; track= for numbers that are no MMSI;"
        " time_format= for times of another form. Default: by the headings of the Danish Maritime Authority"
        " and NOAA.",
        show_default=False,
    ),
]
Dated = Annotated[
    str,
    typer.Option(
        "--dated",
        metavar="TIME",
        help="The moment (UTC) of sentences without a time. They are kept; no behavior is read from them.",
        show_default=False,
    ),
]
Exercise = Annotated[
    bool,
    typer.Option(
        "--exercise",
        help="Take in an exercise, into a workspace without real positions; it then refuses real ones.",
    ),
]
Tries = Annotated[
    int, typer.Option("--tries", min=0, help="Failed connections in a row after which a feed ends; 0: never.")
]


def run(
    what: What,
    format: Format = "",
    map: Map = "",
    dated: Dated = "",
    tries: Tries = 0,
    exercise: Exercise = False,
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Take in ships' positions and voyage data: NMEA sentences, CSV or Parquet.

    Lines that cannot be right are set apart with their reason and counted. A file is taken in once: run it
    again after a stop and it goes on where it was. A feed that drops is called again; Ctrl-C ends it, and
    all that came is kept.

    Examples: yalu fleet ais aisdk-2026-03-01.zip · yalu fleet ais AIS_2026_03_01.csv · yalu fleet ais
    tcp://127.0.0.1:5631 · yalu fleet ais log.nmea --dated 2026-03-01T06:00
    """
    from yalu.evidence.workspace import Workspace
    from yalu.fleet.ais.files import FORMATS, blocks
    from yalu.fleet.ais.intake import How, take_file, take_stream
    from yalu.fleet.ais.store import Positions
    from yalu.fleet.exercise.apart import admit, admitted, head_of

    if format and format not in FORMATS:
        raise UsageError(f"There is no format {format!r}.", expected=", ".join(FORMATS))
    positions = Positions(Workspace.find(workspace))
    if what != "-" and not what.startswith("tcp://"):
        admit(positions, head_of(Path(what)), exercise=exercise)
    elif exercise:
        raise UsageError("An exercise is taken in from its file.", expected="EXERCISE-N-ais.csv")
    how = How(format, map, _moment(dated))
    step = _Progress(quiet)
    new = True
    if what.startswith("tcp://"):
        from yalu.fleet.ais import feed

        stop: list[int] = []
        signal.signal(signal.SIGINT, lambda number, frame: stop.append(number))
        signal.signal(signal.SIGTERM, lambda number, frame: stop.append(number))
        feed.address(what)
        came = feed.blocks(what, tries=tries, tell=tell, stopped=lambda: bool(stop))
        came = admitted(positions, came)
        load = take_stream(positions, came, what, how, live=True, step=step, tell=tell)
    elif what == "-":
        came = admitted(positions, blocks(sys.stdin.buffer))
        load = take_stream(positions, came, "standard input", how, live=False, step=step)
    else:
        load, new = take_file(positions, Path(what), how, step=step)
    step.end()
    if json:
        import orjson

        sys.stdout.write(
            orjson.dumps({"version": 1, "new": new, "exercise": positions.exercise, **_shown(load)}).decode()
            + "\n"
        )
    else:
        if positions.exercise:
            print("EXERCISE: all positions of this workspace are invented.")
        _print(load, new)


def _moment(text: str) -> int:
    from datetime import UTC, datetime

    if not text:
        return 0
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{text!r} is no time.", expected="a day or a time such as 2026-03-01T06:00, in UTC"
        ) from None
    return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp())


class _Progress:
    """One line on a terminal that says how far an intake is."""

    def __init__(self, quiet: bool) -> None:
        self.on = not quiet and sys.stderr.isatty()

    def __call__(self, load: Load) -> None:
        if self.on:
            share = (
                f"{min(load.offset / load.size, 1):4.0%}  " if load.format != "parquet" and load.size else ""
            )
            apart = sum(load.rejects.values())
            print(
                f"\r{share}{load.points:,} positions, {apart:,} set apart",
                end="\x1b[K",
                file=sys.stderr,
                flush=True,
            )

    def end(self) -> None:
        """Leave the line."""
        if self.on:
            print("\r", end="\x1b[K", file=sys.stderr)


def _shown(load: Load) -> dict[str, Any]:
    return {
        "source": load.name,
        "format": load.format,
        "sha256": load.sha256,
        "bytes": load.size,
        "lines": load.lines,
        "positions": load.points,
        "voyages": load.voyages,
        "duplicates": load.duplicates,
        "late": load.late,
        "set_apart": load.rejects,
        "passed_over": load.passed,
    }


def _print(load: Load, new: bool) -> None:
    from yalu.fleet.ais.rows import REASONS

    print(f"{load.name}: {load.format}, {load.lines:,} lines, sha256 {load.sha256[:12]}")
    if not new:
        print("It was taken in before; nothing changed. What it held:")
    print(f"  {load.points:>12,}  positions kept")
    print(f"  {load.voyages:>12,}  rows of static and voyage data kept")
    print(f"  {load.duplicates:>12,}  duplicates left out")
    if load.late:
        print(f"  {load.late:>12,}  of them late: of days before the newest that was held already")
    for name, count in sorted(load.passed.items()):
        print(f"  {count:>12,}  passed over: {name}")
    for reason, count in sorted(load.rejects.items(), key=lambda item: -item[1]):
        print(f"  {count:>12,}  set apart: {REASONS[reason]}")
    if load.rejects:
        print("What was set apart stands, line by line, in positions/rejects of the workspace.")
    if not load.points and not load.voyages:
        print("Nothing of it can be used.", file=sys.stderr)
