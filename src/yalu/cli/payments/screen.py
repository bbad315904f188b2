"""``yalu payments screen``: every party, bank and word of each payment, at the payment's own day."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
    tell,
    today,
)
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.payments import Read
    from yalu.payments.chain import Chain

HITS = 3
"""The exit code where a payment is to be reviewed or stopped."""
EVERY = 1000
"""After how many messages progress is told."""

What = Annotated[
    str,
    typer.Argument(metavar="FILE|DIR|-", help="Messages, a folder of them, or - for standard input."),
]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="FIELD=HEADING,...",
        help="For a table: which columns hold what. Default: guessed from headings.",
        show_default=False,
    ),
]
Out = Annotated[
    list[Path] | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Results as .csv or .xlsx, a row a message or reject, or .jsonl, a line each. May be repeated.",
        show_default=False,
    ),
]
Limit = Annotated[
    int, typer.Option("--limit", min=1, max=100, help="How many hits of one party or text are shown at most.")
]


def run(
    what: What,
    columns: Columns = "",
    out: Out = None,
    limit: Limit = 5,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    ledger: LedgerOption = "",
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Screen payment messages: release, review or stop each, with the reasons.

    Everybody in the chain is asked for: payer, payee, those behind them, every bank, addresses, and names
    within free text. Each payment is screened at its own date, or as of --as-of where that is earlier: what
    was not public then does not count. --on asks what was true on one day for all, as known by --as-of.

    What is no payment or cannot be read is named on stderr with its reason and in the report, and is never
    lost; alone it does not change how the run ends. Ends with 3 when a message is to be reviewed or stopped,
    else with 0. "stop" is no finding against anybody: it says that a person must look before money moves.

    Examples: yalu payments screen incoming/ · yalu payments screen statement.xml --json · yalu payments
    screen transfers.csv --columns amount=Betrag,creditor=Empfänger --out report.xlsx
    """
    from yalu.payments import report

    outs = out or []
    for path in outs:
        report.check_ending(path)
    found = messages(what, columns)
    chain = opened(workspace, as_of or today(), on, mode, snapshot, ledger, limit, quiet)
    rows = _screened(chain, found, json=json, quiet=quiet)
    if outs:
        report.write(outs, rows)
        tell(f"report: {', '.join(map(str, outs))}", quiet=quiet)
    else:
        for _ in rows:
            pass
    _sum_up(chain, json=json, quiet=quiet)
    if chain.counts["review"] or chain.counts["stop"]:
        sys.exit(HITS)


def messages(what: str, columns: str) -> Iterator[Read]:
    """What a file, a folder or standard input holds. Raises UsageError where there is none, at once."""
    from yalu.errors import UsageError
    from yalu.payments.reading import read, read_stream

    if what == "-":
        return read_stream(sys.stdin.buffer, columns=columns)
    if not Path(what).exists():
        raise UsageError(
            f"There is no file or folder {what}", expected="payment messages, a folder of them, or -"
        )
    return read(what, columns)


def opened(
    workspace: Path | None,
    as_of: str,
    on: str,
    mode: Mode,
    snapshot: str,
    ledger: str,
    limit: int,
    quiet: bool,
) -> Chain:
    """The chain of a day; says so where no list is loaded."""
    from yalu.cli.resolved import resolved
    from yalu.evidence import packaged
    from yalu.evidence.snapshot import open_snapshot
    from yalu.evidence.workspace import Workspace
    from yalu.payments.chain import Chain

    place = Workspace.find(workspace)
    packaged.ensure(place, step=lambda message: tell(message, quiet=quiet))
    held = open_snapshot(place, snapshot).id
    chain = Chain.open(
        place,
        as_of,
        on,
        mode,
        held,
        limit=limit,
        grouping=resolved(place, held, ledger, tell=tell),
        step=lambda message: tell(message, quiet=quiet),
    )
    if not chain.official:
        tell(
            "No list is loaded: only the casebook, which is no list of any state, is screened.\n"
            "To do: yalu sync, or yalu sync SOURCE --from FILE."
        )
    return chain


def _screened(chain: Chain, found: Iterator[Read], *, json: bool, quiet: bool) -> Iterator[dict[str, Any]]:
    """Print each message's answer; its line for the files of results, with its chain."""
    import orjson

    from yalu.payments import Reject
    from yalu.payments.chain.told import Told
    from yalu.payments.report import of_reject

    progress = not quiet and (sys.stderr.isatty() or "YALU_PROGRESS" in os.environ)
    for one in found:
        if isinstance(one, Reject):
            chain.counts["rejects"] += 1
            tell(plain(one.told))
            yield of_reject(one)
            continue
        told = Told()
        line = chain.screen(one, told.take)
        if json:
            sys.stdout.write(orjson.dumps(line).decode() + "\n")
        else:
            _print(line)
        if progress and chain.counts["messages"] % EVERY == 0:
            tell(f"{chain.counts['messages']:,} messages, {chain.counts['payments']:,} payments")
        yield line | {"chain": told.payments()}


def _print(line: dict[str, Any]) -> None:
    where = f"{line['file']} ({line['place']})" if line["place"] else line["file"]
    print(plain(f"{line['decision']:<8}{line['type']:<10} {line['uetr'] or line['id'] or '-'}  {where}"))
    for reason in line["reasons"][:20]:
        print(plain(f"         {reason}"))
    for flag in line["flags"]:
        if flag["says"] == "cannot tell":
            print(plain(f"         cannot tell: {flag['title']}: {flag['evidence']}"))


def plain(text: str) -> str:
    """A line without what could move a terminal's cursor or turn its text round."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def _sum_up(chain: Chain, *, json: bool, quiet: bool) -> None:
    c = chain.counts
    said = (
        f"{c['messages']:,} messages with {c['payments']:,} payments: {c['stop']:,} to stop,"
        f" {c['review']:,} to review, {c['release']:,} released; {c['rejects']:,} not screened;"
        f" as of {chain.when.as_of} at the latest ({chain.when.mode}), snapshot {chain.snapshot}"
    )
    if json:
        tell(said, quiet=quiet)
    else:
        print(said)
