"""``yalu fleet manifest``: a cargo manifest, line by line."""

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
    from yalu.fleet.manifest.check import Checked


def run(
    manifest: File,
    columns: Columns = "",
    out: Out = None,
    on: On = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Check a cargo manifest line by line: rules on the goods, origin, weight, cover, parties and ship.

    A verdict per line with its rule; red flags where description and code disagree, where coal may be of
    another origin than said, where weight does not fit the draught, where bulk may cover arms; parties and
    ship against the lists. A line that no rule names is unknown, never allowed. Lines that cannot be read are
    rejected with their number. Ends with 3 when a line is to be looked at.

    Examples: yalu fleet manifest cargo.xlsx --on 2018-01-15 · yalu fleet manifest cargo.csv --out checked.csv
    """
    from yalu.fleet.arrivals.check import Checker
    from yalu.fleet.cargo.rules import Rules
    from yalu.fleet.files.columns import read
    from yalu.fleet.files.results import check_ending
    from yalu.fleet.manifest.check import HEADINGS, ManifestChecker, row
    from yalu.fleet.manifest.layout import MANIFEST

    if out is not None:
        check_ending(out)
    sheet = read(manifest, content_of(manifest), MANIFEST, columns)
    tell(sheet.told, quiet=quiet)
    screener, register = screening(workspace, snapshot, as_of, on, mode, quiet=quiet)
    when, country = register.scope.view.when, regime_plan().country
    rules = Rules(register.scope.view.evidence, when.as_of, when.on, mode)
    checked = ManifestChecker(rules, Checker(screener, register, country), country).check(sheet.lines)
    start = {"version": 1, "snapshot": screener.snapshot, "as_of": when.as_of, "on": when.on}
    told = [start | one.as_json() for one in checked]
    if out is not None:
        write(out, told, HEADINGS, row)
    for one in checked:
        if one.problem:
            tell(f"row {one.line.number} is rejected: {one.problem}")
    hits = sum(one.hit for one in checked)
    if json:
        import orjson

        sys.stdout.writelines(orjson.dumps(one).decode() + "\n" for one in told)
    else:
        for one in checked:
            _print(one)
        rejected = sum(bool(one.problem) for one in checked)
        print(
            f"{len(checked)} lines, {hits} to look at, {rejected} rejected; goods on {when.on}, as known on"
            f" {when.as_of} ({when.mode})"
        )
    if hits:
        sys.exit(HITS)


def _print(one: Checked) -> None:
    line = one.line
    goods = " ".join(filter(None, (line.get("hs"), line.get("description"))))
    print(f"{line.number:>6}  {one.verdict.upper()}  {goods or one.problem}")
    if one.answer:
        print(f"        {one.answer.why}")
    for flag in one.flags:
        print(f"        red flag: {flag.text}")
        print(f"          innocent: {flag.innocent}")
    for reason in one.reasons:
        print(f"        {reason.kind}: {reason.text}")
    for note in one.notes:
        print(f"        note: {note}")
