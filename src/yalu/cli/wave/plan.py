"""``yalu wave plan``: who publishes when, what must begin by when, and the package of each pair."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    Json,
    LedgerOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    regime_plan,
    tell,
    view_at,
)
from yalu.errors import UsageError, YaluError

if TYPE_CHECKING:
    from yalu.designation.strike.plan import Plan

WaveFile = Annotated[
    str, typer.Argument(metavar="WAVE", help="A wave as yalu wave --json wrote it; - reads standard input.")
]
Day = Annotated[
    str,
    typer.Option(
        "--day",
        metavar="DATE[THH:MM]",
        help="The day of the strike, by UTC. With an hour (of UTC, or with its offset) all publish as near to"
        " it as they can; without one, as near to each other as they can.",
    ),
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the files of the plan go.")]
Begin = Annotated[
    str,
    typer.Option(
        "--begin",
        metavar="DATE",
        help="The day on which work can begin. Default: the day by which the wave knows its facts.",
        show_default=False,
    ),
]
Name = Annotated[
    str,
    typer.Option(
        "--name", metavar="NAME", help="The plan's name. Default: strike- and the day.", show_default=False
    ),
]


def run(
    wave: WaveFile,
    day: Day,
    out: Out,
    begin: Begin = "",
    name: Name = "",
    snapshot: SnapshotOption = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Plan the day of a wave: who publishes when, and what must be begun, done and ready by when.

    Writes plan.json, which two persons sign, cover.pdf, checklist.csv, plan.ics and packages.zip. An
    authority whose lead time does not fit is told with the days by which it is late, and stays in the plan. A
    pair without a package says why. Lead times that no page backs are marked as from memory; they decide
    nothing. Public holidays are not held.

    Examples: yalu wave plan wave.json --day 2027-02-02 --out strike · yalu wave plan wave.json --day
    2027-02-02T14:00 --out strike --begin 2026-12-01
    """
    from yalu.designation.strike.make import make_plan
    from yalu.designation.strike.packages import make_all
    from yalu.designation.strike.wave_file import read_wave
    from yalu.publish.strike.write import pack, plan_files, write_plan
    from yalu.regimes import load_lead_times

    on, asked = _moment(day)
    first = _day(begin, "--begin") if begin else None
    given = read_wave(_content(wave), wave)
    _, evidence = open_evidence(workspace, snapshot or given.snapshot, quiet=quiet, ledger=ledger)
    view = view_at(evidence.without_users(), given.as_of, "", given.mode)
    silent = quiet or not sys.stderr.isatty()
    times = load_lead_times()
    make_plan(given, [], times, day=on, asked=asked, begin=first, name=name)  # refuse before the long part
    pairs = make_all(view, regime_plan(), given, lambda words: tell(words, quiet=silent))
    tell("writing the packages", quiet=silent)
    archive = pack(pairs, evidence.citations)
    plan = make_plan(
        given,
        pairs,
        times,
        day=on,
        asked=asked,
        begin=first,
        name=name,
        files=archive.files,
        archive=archive.checksum,
    )
    files = plan_files(plan, archive.content)
    try:
        write_plan(files, out)
    except OSError as error:
        raise YaluError(
            f"The plan cannot be written to {error.filename or out}: {error.strerror}.",
            expected="a folder that you may write to",
            do="Name one with --out DIR.",
        ) from error
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(plan.as_json() | {"digest": plan.digest}).decode() + "\n")
    else:
        _print(plan, [out / f for f in files])


def _print(plan: Plan, paths: list[Path]) -> None:
    from yalu.designation.strike.make import minutes

    for a in plan.acting:
        local = a.publication.local
        ready = sum(m.package is not None for m in a.pairs)
        print(
            f"{a.by}  {a.publication.at:%Y-%m-%d %H:%M} UTC, {local:%a %H:%M} {local.tzname()}"
            f"  begin by {a.lead.start_by}  {a.lead.verdict}  {ready} of {len(a.pairs)} packages"
        )
    print("one moment for all" if not plan.spread else f"spread: {minutes(plan.spread)}")
    for made in plan.refused:
        print(f"no package: {made.pair.authority} {made.pair.party}: {made.refused}")
    for note in plan.notes:
        print(f"! {note}")
    print(f"plan {plan.id}, to be signed by two persons: {plan.digest}")
    for path in paths:
        print(path)


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UsageError(
            f"{name} cannot be read: {error.strerror}.",
            expected="a wave",
            do="Write one: yalu wave --budget 10 --json > wave.json",
        ) from error


def _moment(text: str) -> tuple[date, time | None]:
    """The day by UTC, and the hour of UTC where one was given."""
    if "T" not in text:
        return _day(text, "--day"), None
    try:
        at = datetime.fromisoformat(text)
        at = at.astimezone(UTC) if at.tzinfo else at
    except (ValueError, OverflowError):
        raise UsageError(f"--day {text[:40]!r} is no moment.", expected="2027-02-02T14:00") from None
    return at.date(), at.time().replace(second=0, microsecond=0)


def _day(text: str, option: str) -> date:
    from yalu.model.dates import day

    try:
        return date.fromisoformat(day(text))
    except ValueError:
        raise UsageError(f"{option} {text[:40]!r} is no day.", expected="a day such as 2027-02-02") from None
