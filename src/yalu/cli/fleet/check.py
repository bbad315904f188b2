"""``yalu fleet check``: a port's expected ships, row by row."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from yalu.cli.fleet.opening import HITS, Columns, File, Out, content_of, screening, write
from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    regime_plan,
    tell,
)
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.fleet.arrivals.check import Checked


def run(
    arrivals: File,
    columns: Columns = "",
    out: Out = None,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Check a port's expected ships: names, former names, IMO, MMSI, call sign, flag, parties, ports.

    Each hit says why, with innocent explanations: a listing with its measure, a source that names the ship, a
    listed owner or manager, the flag, a call at a port under sanctions, a check digit that fails, radio
    digits of another state. No hit is no proof that a ship is clean. Ends with 3 when there is any hit.

    Examples: yalu fleet check arrivals.xlsx --out checked.xlsx · yalu fleet check - --columns
    "name=Ship,imo=Nr"
    """
    from yalu.fleet.arrivals.check import HEADINGS, Checker, row
    from yalu.fleet.arrivals.layout import ARRIVALS
    from yalu.fleet.files.columns import read
    from yalu.fleet.files.results import check_ending

    if out is not None:
        check_ending(out)
    sheet = read(arrivals, content_of(arrivals), ARRIVALS, columns)
    tell(sheet.told, quiet=quiet)
    screener, register = screening(workspace, snapshot, as_of, on, mode, quiet=quiet)
    checker = Checker(screener, register, regime_plan().country)
    checked: list[Checked] = []
    for number, line in enumerate(sheet.lines, 1):
        checked.append(checker.check(line))
        if not quiet and sys.stderr.isatty() and number % 100 == 0:
            tell(f"{number:,} of {len(sheet.lines):,} ships checked")
    when = register.scope.view.when
    start = {"version": 1, "snapshot": screener.snapshot, "as_of": when.as_of, "mode": str(when.mode)}
    told = [start | one.as_json() for one in checked]
    if out is not None:
        write(out, told, HEADINGS, row)
    if json:
        import orjson

        sys.stdout.writelines(orjson.dumps(one).decode() + "\n" for one in told)
    else:
        for one in checked:
            _print(one)
    hits = sum(one.verdict == "hit" for one in checked)
    unread = sum(one.verdict == "not read" for one in checked)
    if not json:
        lists = ", ".join(screener.sources)
        print(
            f"{len(checked)} ships, {hits} with reasons to look, {unread} not read; as known on {when.as_of}"
            f" ({when.mode}); sources: {lists}"
        )
    if hits:
        sys.exit(HITS)


def _print(one: Checked) -> None:
    if one.verdict == "no hit":
        return
    ship = one.line
    print(f"{ship.number:>6}  {ship.get('name') or '(no name)'} (IMO {ship.get('imo') or 'not given'})")
    for reason in one.reasons:
        print(f"        {reason.kind}: {reason.text}")
        for detail in reason.details:
            print(f"          {detail}")
    for note in [*one.notes, *([ship.problem] if ship.problem else [])]:
        print(f"        note: {note}")
