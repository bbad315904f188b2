"""``yalu payments banks``: what each bank carried, as public on each payment's day."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli import json_line
from yalu.cli.options import (
    AsOf,
    Json,
    LedgerOption,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    tell,
    today,
)
from yalu.cli.payments.screen import EVERY, Columns, What, messages, opened, plain
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.payments.banks import BankExposure, Exposure
    from yalu.payments.model import Reject

PeriodOption = Annotated[
    str,
    typer.Option(
        "--period", metavar="FROM/TO", help="Days that count, either may be left out.", show_default=False
    ),
]
AlertsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--alerts",
        metavar="FILE|BIC=FILE|DIR",
        help="A bank's own alerts: CSV with uetr or reference, and bank, date, report. May be repeated.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="A folder for report.pdf, report.xlsx, CSV and JSON."),
]
Bank = Annotated[str, typer.Option("--bank", metavar="BIC|NAME", help="One bank alone.", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", min=1, help="Banks and payments that are printed.")]


def run(
    what: What,
    period: PeriodOption = "",
    alerts: AlertsOption = None,
    bank: Bank = "",
    columns: Columns = "",
    out: Out = None,
    limit: Limit = 20,
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    ledger: LedgerOption = "",
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show what each bank carried: processed, alertable on the day, alerted, missed, and hindsight apart.

    Each payment is held against lists and ownership as public on its own day. What was listed or became known
    only later is hindsight: shown apart, and never counted against a bank. A bank is asked only for messages
    that passed it; a correspondent that a cover hides the customers from could meet nobody.

    --alerts gives the banks' own alerts. Without them nothing is called alerted or missed: that is not known,
    and no zero. A payment that a bank refused is not missed by it. No figure here is a finding.

    Examples: yalu payments banks 2018/ --period 2018-01-01/2018-12-31 --alerts alerts/ --out report ·
    yalu payments banks messages/ --bank XAAAUS20 --json
    """
    from yalu.payments.banks import Period, exposure, read_alerts

    day = as_of or today()
    asked = Period.read(period)
    own = read_alerts(alerts, day) if alerts else None
    found = messages(what, columns)
    chain = opened(workspace, day, "", mode, snapshot, ledger, 5, quiet)
    progress = not quiet and sys.stderr.isatty()

    def step(number: int) -> None:
        if progress and number % EVERY == 0:
            tell(f"{number:,} messages")

    def rejected(one: Reject) -> None:
        tell(plain(one.told))

    answer = exposure(found, chain, period=asked, alerts=own, rejected=rejected, step=step)
    if bank:
        only(answer, bank)
    if out is not None:
        _write(out, answer)
        tell(f"report: {out}", quiet=quiet)
    _print_json(answer) if json else _print(answer, limit)


def only(answer: Exposure, bank: str) -> None:
    """Keep one bank, by BIC or name. Raises UsageError where it is not there."""
    from yalu.errors import UsageError
    from yalu.payments.banks.alerts import bank_id

    wanted = bank_id(bank)
    kept = [b for b in answer.banks if b.id == wanted or bank.casefold() in (n.casefold() for n in b.names)]
    if not kept:
        held = ", ".join(b.id for b in answer.banks[:8])
        raise UsageError(
            f"--bank {bank[:60]}: no such bank carried a payment here",
            expected=f"one of {held} ..." if held else "",
        )
    answer.banks = kept


def _write(out: Path, answer: Exposure) -> None:
    from yalu.publish.exposure import write

    write(answer, out)


def _print_json(answer: Exposure) -> None:
    from yalu.payments.banks.as_json import bank_dict

    for bank in answer.banks:
        json_line.write(bank_dict(bank, answer))
    for line in _left_out(answer):
        tell(line)


def _print(answer: Exposure, limit: int) -> None:
    print(
        f"{answer.payments:,} payments through {len(answer.banks):,} banks, {answer.period.told};"
        f" as known by {answer.as_of} ({answer.mode}), snapshot {answer.snapshot}"
    )
    if not answer.banks:
        print("No bank is named in a payment of these days.")
    heads = ("bank", "processed", "alertable", "alerted", "refused", "missed", "possible", "hindsight")
    rows = [_row(bank) for bank in answer.banks[:limit]]
    wide = [max(len(row[n]) for row in (heads, *rows)) for n in range(len(heads))]
    for row in (heads, *rows) if rows else ():
        cells = [cell.rjust(width) for cell, width in zip(row[1:], wide[1:], strict=True)]
        print(plain("  ".join([row[0].ljust(wide[0]), *cells])))
    if len(answer.banks) > limit:
        print(f"and {len(answer.banks) - limit:,} more banks: --limit, --json or --out shows them")
    if any(bank.missed is None for bank in answer.banks):
        print("?: the bank's alerts are not known, so what it alerted on and missed is not said (--alerts).")
    for line in _left_out(answer):
        print(line)


def _left_out(answer: Exposure) -> list[str]:
    return [
        plain(f"{noted.count:,} {noted.text}" + (f": {noted.examples[0]}" if noted.examples else ""))
        for noted in answer.left_out
    ]


def _row(bank: BankExposure) -> tuple[str, ...]:
    def known(value: int | None) -> str:
        return "?" if value is None else f"{value:,}"

    name = " ".join(filter(None, (bank.id, bank.names[0] if bank.names and bank.names[0] != bank.id else "")))
    return (
        name[:44], f"{bank.processed:,}", f"{bank.alertable:,}", known(bank.alerted), f"{bank.stopped:,}",
        known(bank.missed), f"{len(bank.cases) - bank.alertable - bank.hindsight:,}", f"{bank.hindsight:,}",
    )  # fmt: skip
