"""``yalu gaps``: who is listed there and not here, which ground would allow it, and what is missing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    LedgerOption,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    regime_plan,
    tell,
    view_at,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from rich.console import Console

    from yalu.designation.gaps import Gap, Gaps

BY = ("US", "UN", "EU", "UK", "JP", "KR", "AU")
"""The authorities for which grounds are held."""

SHOWN = 25
"""How many rows the terminal shows where --limit says nothing."""

By = Annotated[str, typer.Option("--by", metavar="CODE", help=f"Whose list lacks them: {', '.join(BY)}.")]
ListedBy = Annotated[
    str,
    typer.Option(
        "--listed-by",
        metavar="CODES",
        help="Listed by one of these at least: US,JP and so on. Default: by any other.",
        show_default=False,
    ),
]
Limit = Annotated[
    int,
    typer.Option("--limit", min=0, metavar="N", help=f"The first N rows. Default: all, {SHOWN} on screen."),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help="Also write them to FILE.csv or FILE.xlsx.", show_default=False
    ),
]


def run(
    by: By,
    listed_by: ListedBy = "",
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    limit: Limit = 0,
    out: Out = None,
    snapshot: SnapshotOption = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show the parties that others list and one authority does not, each with a ground and what is missing.

    Held against every criterion of the authority that was in force on the day is what was public by then:
    sufficient, thin or none. A verdict says how far the evidence goes; it is no finding about a party, and
    no advice. A party that may stand on the list under another id is no gap: it comes apart, at the end.
    Of a list that is not loaded nothing is said but "no listing known".

    Examples: yalu gaps --by US --listed-by JP · yalu gaps --by EU --as-of 2017-06-13 --out gaps.xlsx
    """
    from yalu.designation.gap_table import check_ending, write
    from yalu.designation.gaps import Gaps

    code = _code(by, "--by", BY)
    partners = [_code(one, "--listed-by") for one in listed_by.replace(",", " ").split()]
    if partners == [code]:
        raise UsageError(f"--listed-by {code} is the list of --by itself.", expected="another authority")
    if out is not None:
        check_ending(out)
    _, evidence = open_evidence(workspace, snapshot, quiet=quiet, ledger=ledger)
    view = view_at(evidence, as_of, on, mode)
    if view.when.on > view.when.as_of:
        raise UsageError(
            f"--on {view.when.on} is later than {view.when.as_of}, by which things are known.",
            expected="a day on or before --as-of: no ground of a later day can be told",
        )
    if sys.stderr.isatty():
        tell("joining the lists, and holding the evidence against each criterion", quiet=quiet)
    found = Gaps(view, regime_plan(), code, partners)
    rows = found.rows[: limit or None]
    if out is not None:
        write(out, rows)
        tell(f"{len(rows):,} parties written to {out}", quiet=quiet)
    if json:
        _print_json(found, rows)
    else:
        _print(found, rows if limit else rows[:SHOWN])
    if not found.rows:
        tell(f"No party of the regime is known to be listed there and not by {code} on {view.when.on}.")
        tell("To do: load more lists with yalu sync, or ask a later day with --as-of.", quiet=quiet)


def _code(text: str, option: str, known: tuple[str, ...] = ()) -> str:
    from yalu.model.vocabulary import AUTHORITIES

    known = known or AUTHORITIES
    code = text.strip().upper()
    if code not in known:
        raise UsageError(f"{option} {text[:20]!r} is no authority here.", expected=", ".join(known))
    return code


def _print_json(found: Gaps, rows: list[Gap]) -> None:
    import orjson

    from yalu.designation.gaps import RANKED_BY

    when = found.view.when
    ranked = [{"rank": rank, **gap.as_json()} for rank, gap in enumerate(rows, 1)]
    answer = {
        "version": 1,
        "as_of": when.as_of,
        "on": when.on,
        "mode": when.mode,
        "snapshot": found.view.evidence.snapshot.id,
        "by": found.by,
        "listed_by": found.listed_by,
        "lists": found.lists,
        "records_not_joined": found.not_joined(),
        "ranked_by": list(RANKED_BY),
        "gaps": [one for one in ranked if not one["may_be"]],
        "possibly_listed": [one for one in ranked if one["may_be"]],
        "all": len(found.rows),
    }
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")


def _print(found: Gaps, rows: list[Gap]) -> None:
    from rich.console import Console

    from yalu.designation.gaps import RANKED_BY

    when = found.view.when
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 200)
    asked = f"{when.on}, as known on {when.as_of}" if when.on != when.as_of else when.on
    there = ", ".join(found.listed_by) or "others"
    console.print(f"Listed by {there} and not found on the {found.by} list on {asked} ({when.mode})")
    for one in found.lists:
        console.print(
            f"  {one['list']}: {one['rests_on']}" + (f" ({one['sources']})" if one["sources"] else "")
        )
    if loose := found.not_joined():
        console.print(f"  {loose:,} records of these lists are joined to no party: yalu resolve joins more")
    console.print(f"Ranked by: {'; '.join(RANKED_BY)}\n")
    unsure = next((n for n, gap in enumerate(rows) if gap.may_be), len(rows))
    for rank, gap in enumerate(rows, 1):
        if rank == unsure + 1:
            console.print(f"\nPossibly on the {found.by} list already: a person must decide (yalu decide)\n")
        _print_gap(console, rank, gap)
    if left := len(found.rows) - len(rows):
        console.print(f"{left:,} more: --limit N, --json or --out FILE.csv shows them")


def _print_gap(console: Console, rank: int, gap: Gap) -> None:
    listed = ", ".join(f"{by} since {s.clocks.from_.text() or '?'}" for by, s in gap.listed.items())
    console.print(f"{rank:>3}. {gap.name} ({gap.kind}; {', '.join(gap.ids)})")
    console.print(f"     listed by {listed}; {gap.not_found}")
    for said in (*gap.may_be, *(f"under another measure: {m}" for m in gap.measures)):
        console.print(f"     ! {said}")
    if gap.best is not None:
        best = gap.best
        console.print(f"     {best.verdict.value}: {best.instrument}, {best.provision}: {best.text}")
        for f in best.met:
            cited = ", ".join(f.cites) or f.source
            console.print(f"       + {f.says} [{f.grade.replace('_', ' ')}; {cited}]")
        for f in best.contrary:
            console.print(f"       - {f.says}")
        for f in best.leads:
            console.print(f"       ? does not count: {f.says} ({f.why})")
    for said in gap.missing:
        console.print(f"       missing: {said}")
    if gap.best is not None and gap.best.to_decide:
        console.print(f"       left to the authority: {gap.best.to_decide}")
