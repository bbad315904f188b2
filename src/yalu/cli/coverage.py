"""``yalu coverage``: which authority listed which party, when, and how long each took."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
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
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.coalition.coverage import Coverage
    from yalu.coalition.coverage.pairs import Pair

Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE.csv", help="Also write a row for each party to this file.", show_default=False
    ),
]


def run(
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    out: Out = None,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show how many of the regime's parties each authority lists, and how long after the others.

    An authority of which no list of the day is held is never counted as not listing a party: that is
    unknown. Records are one party as yalu resolve found them, else by references and IMO numbers alone; what
    is not joined is counted.

    Examples: yalu coverage --as-of 2017-06-13 · yalu coverage --as-of 2018-04-13 --on 2017-06-13 --out
    coverage.csv
    """
    from yalu.coalition.coverage import coverage

    _, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    view = view_at(evidence, as_of, on, mode)
    if sys.stderr.isatty():
        tell("joining the lists", quiet=quiet)
    found = coverage(view, regime_plan())
    if out is not None:
        _write(found, out, quiet=quiet)
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(found.as_json()).decode() + "\n")
    else:
        _print(found)
    if not found.rows:
        tell(f"No listing was known on {view.when.as_of} ({view.when.mode}).", quiet=quiet)
        tell("To do: ask a later day with --as-of, or load lists with yalu sync.", quiet=quiet)


def _write(found: Coverage, out: Path, *, quiet: bool) -> None:
    import csv
    import io

    from yalu.coalition.coverage.report import table
    from yalu.evidence.writing import write_whole

    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table(found))
    write_whole(out, text.getvalue().encode("utf-8", "replace"))
    tell(f"{len(found.rows):,} parties written to {out}", quiet=quiet)


def _print(found: Coverage) -> None:
    from rich.console import Console
    from rich.table import Table

    when = found.view.when
    asked = f"{when.on}, as known on {when.as_of}" if when.on != when.as_of else when.on
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 200)
    console.print(f"Listings on {asked} ({when.mode}); {len(found.rows):,} parties on any list\n")
    lists = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("list", "persons, entities", "ships, aircraft", "all", "rests on"):
        lists.add_column(name, justify="left" if name in ("list", "rests on") else "right")
    for column in found.columns:
        parties, craft = found.counts(column)
        note = "; repeats the UN's days" if found.repeats(column) else ""
        lists.add_row(
            column,
            *(f"{n:,}" for n in (parties, craft, parties + craft)),
            found.standing[column].text() + note,
        )
    console.print(lists)
    _print_joins(found, console.print)
    _print_pairs(found, console.print)


def _print_joins(found: Coverage, show: Callable[[str], None]) -> None:
    resolved = found.view.resolved
    how = "by resolution" if resolved else "by reference or IMO number"
    show(f"\nRecords of the regime, joined to another source's {how}")
    for r in found.listings.records.values():
        show(f"  {r.source:<16} {len(r.joined):,} of {len(r.ids):,} joined, {len(r.loose):,} not")
    if not found.listings.records:
        show("  no list is loaded: the figures are the casebook's. Load lists with yalu sync.")
    elif not resolved:
        show("  The records of this snapshot were not resolved: yalu resolve joins more")
    else:
        show("  Not joined are those that wait for a judgement too: yalu resolve --queue")
    refused = {r.quote.party for r in found.listings.joins.refused}
    mine = sum(len(refused & r.ids) for r in found.listings.records.values())
    if mine:
        show(f"  {mine:,} quote a reference that cannot be theirs: yalu sources --problems")
    when = found.view.when
    copies = found.view.evidence.snapshot.copies
    loose = [r for r in found.listings.records.values() if r.loose]
    if any(copy.date.hi > when.as_of for r in loose for copy in copies(r.source)):
        show(f"  Later copies may join more: yalu coverage --as-of LATER --on {when.on}")


def _print_pairs(found: Coverage, show: Callable[[str], None]) -> None:
    from yalu.coalition.coverage.survival import TOO_FEW

    enough = [p for p in found.pairs if not p.curve.too_few]
    few = len(found.pairs) - len(enough)
    show("\nDays from the listing by the first to that by the second, half of the parties (95% interval)")
    for p in enough:
        show(f"  {_pair(p)}")
    if few:
        show(f"  {few} pairs have fewer than {TOO_FEW} parties: too few for a median")
    if not found.pairs:
        show("  no two lists have exact days for one party")


def _pair(p: Pair) -> str:
    c = p.curve
    middle = "not reached" if c.median is None else f"{c.median:,}"
    ends = f"{'–' if c.low is None else f'{c.low:,}'} to {'open' if c.high is None else f'{c.high:,}'}"
    left = ", ".join(
        f"{n} {words}"
        for n, words in (
            (p.before, "earlier on the second"),
            (p.inexact, "without an exact day"),
            (p.repeats, "by the UN's day"),
            (p.unknown, "unknown"),
        )
        if n
    )
    name = f"{p.first} to {p.second}{', ships and aircraft' if p.craft else ''}"
    said = f"{name}: {middle} ({ends}); {c.n} parties, {c.events} listed, {c.censored} not found"
    return f"{said}; left out: {left}" if left else said
