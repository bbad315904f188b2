"""``yalu fleet targets``: which ship to look at first, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.fleet.judging import By, Contacts, PortFile, Records, counted, issued, judge_of
from yalu.cli.fleet.opening import HITS, Columns, content_of, screening
from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, regime_plan, tell
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.fleet.targeting.targets import Judge, Target

Port = Annotated[
    str,
    typer.Option("--port", metavar="PORT", help="Ships heard at or near this port, or bound for it by AIS."),
]
Arrivals = Annotated[
    str,
    typer.Option(
        "--arrivals", metavar="CSV|XLSX", help="A port's expected ships; - is standard input (CSV)."
    ),
]
OutFolder = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Write a sheet of each ship with a reason, and an index.",
        show_default=False,
    ),
]


def run(
    port: Port = "",
    arrivals: Arrivals = "",
    columns: Columns = "",
    out: OutFolder = None,
    ports: PortFile = None,
    inspections: Records = "",
    by: By = "",
    contacts: Contacts = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Rank ships by the sanctions score, the safety score beside it; each point with its reason.

    The whole fleet, the ships at a port, or a port's expected ships. A reason names its rule, threshold,
    evidence and the paragraph in force on the day, what may be innocent, and what is unknown. Ships without
    a reason stand last, never as clean. With --out also an inspection sheet for each ship with a reason
    (PDF, CSV, JSON) and an index. Ends with 3 when a ship has a reason.

    Examples: yalu fleet targets · yalu fleet targets --arrivals expected.xlsx --out sheets · yalu fleet
    targets --port Rajin --as-of 2026-03-15 --json
    """
    from yalu.evidence.workspace import Workspace

    if port and arrivals:
        raise UsageError("--port and --arrivals were both given.", expected="one of them")
    from yalu.fleet.arrivals.check import Checker
    from yalu.fleet.arrivals.layout import ARRIVALS
    from yalu.fleet.files.columns import read

    sheet = read(arrivals, content_of(arrivals), ARRIVALS, columns) if arrivals else None
    if sheet:
        tell(sheet.told, quiet=quiet)
    screener, register = screening(workspace, snapshot, as_of, "", mode, quiet=quiet)
    place = Workspace.find(workspace)
    judge = judge_of(place, register, ports=ports, inspections=inspections, quiet=quiet)
    from yalu.fleet.targeting.port import find_port, there
    from yalu.fleet.targeting.targets import targets

    if sheet:
        checker = Checker(screener, register, regime_plan().country)
        step = counted("ships judged", len(sheet.lines), quiet=quiet)
        ranked = targets(judge, expected=map(checker.check, sheet.lines), step=step)
    elif port:
        from yalu.fleet.ais.store import Positions

        at = find_port(port, Checker(screener, register, regime_plan().country).places, ports)
        ranked = targets(judge, there=there(Positions(place), at, judge.day))
    else:
        ranked = targets(judge)
    if out is not None:
        _write(out, judge, ranked, port=port, by=by, contacts=contacts, quiet=quiet)
    when = register.scope.view.when
    about = {"version": 1, "snapshot": screener.snapshot, "as_of": when.as_of, "mode": str(when.mode)}
    about["exercise"] = judge.heard.exercise
    if json:
        import orjson

        for rank, one in enumerate(ranked, 1):
            sys.stdout.write(orjson.dumps(about | {"rank": rank} | one.as_json()).decode() + "\n")
    else:
        _print(judge, ranked)
    if any(one.sanctions.reasons for one in ranked):
        sys.exit(HITS)


def _write(
    out: Path, judge: Judge, ranked: list[Target], *, port: str, by: str, contacts: str, quiet: bool
) -> None:
    from yalu.fleet.sheet.build import Sheets
    from yalu.publish.sheet.write import write_sheets

    scope = judge.register.scope
    maker = Sheets(judge, by=by.upper(), contacts=contacts, issued=issued(scope))
    chosen = [one for one in ranked if one.sanctions.reasons]
    about: dict[str, object] = {
        "version": 1,
        "snapshot": scope.view.evidence.snapshot.id,
        "as_of": scope.view.when.as_of,
        "mode": str(scope.view.when.mode),
        "issued": issued(scope),
        "exercise": judge.heard.exercise,
    }
    step = counted("sheets set", len(chosen), quiet=quiet)
    pages = write_sheets(out, ranked, (maker.sheet_of(one, port) for one in chosen), about, step)
    tell(f"{len(pages):,} sheets, {len(ranked):,} ships in the index: {out}")


def _print(judge: Judge, ranked: list[Target]) -> None:
    from yalu.fleet.targeting.targets import EXERCISE, NO_TRACKS

    if judge.heard.exercise:
        print(EXERCISE)
    for rank, one in enumerate(ranked, 1):
        if one.verdict == "no reason found":
            continue
        ship = one.ship
        print(f"{rank:>4}  {one.sanctions.points:>4} points  {ship.name} (IMO {ship.imo or 'not known'})")
        print(f"      safety: {one.safety.text}")
        if one.safety.missing:
            print(f"      safety, inputs missing: {', '.join(one.safety.missing)}")
        for reason in one.sanctions.reasons:
            note = f" ({reason.note})" if reason.note else ""
            print(f"      {reason.points:>4}  {reason.rule}: {reason.finding.text}{note}")
            print(f"            law: {reason.law}")
            print(f"            may be innocent: {reason.innocent}; unknown: {reason.unknown}")
        for note in [*one.notes, *([one.problem] if one.problem else [])]:
            print(f"      note: {note}")
    without = [one.ship for one in ranked if one.verdict == "no reason found"]
    if without:
        print(f"no reason found in what is held, which does not make them clean ({len(without)}):")
        for ship in without:
            print(f"      {ship.name} (IMO {ship.imo or 'not known'})")
    heard = judge.heard
    seen = f"{heard.ships:,} ships heard {heard.first} to {heard.last}" if heard.any else "no positions held"
    print(f"{len(ranked):,} ships ranked; {seen}; as known on {judge.day}")
    print(NO_TRACKS)
