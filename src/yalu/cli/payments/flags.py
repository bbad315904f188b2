"""``yalu payments flags``: red flags that several payments show together."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from yalu.cli.options import AsOf, Json, Quiet, tell, when_asked
from yalu.cli.payments.screen import HITS, Columns, What, messages, plain
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.payments.flags.batch import Group


def run(
    what: What, columns: Columns = "", as_of: AsOf = "", quiet: Quiet = False, json: Json = False
) -> None:
    """Raise the red flags that payments show together: bursts, splits, replaced payees, mirrored legs.

    One sum that goes out in parts to several offshore payees; round sums to one payee within hours; a new
    payee with the address or account of one that was refused; two parties that pay each other in two
    currencies at one rate. Each group stands with its payments, its rule's source, and whether that was
    public then.

    One flag alone proves nothing. A rule whose fields no payment has says "cannot tell". Asks no list. Ends
    with 3 when a group is raised, else with 0.

    Examples: yalu payments flags 2016/ · yalu payments flags transfers.csv --json
    """
    from yalu.payments import Reject
    from yalu.payments.flags.batch import Ledger, groups

    day = when_asked(as_of, Mode.STRICT).as_of
    raised = rejects = late = 0
    with Ledger() as ledger:
        for one in messages(what, columns):
            if isinstance(one, Reject):
                rejects += 1
                tell(plain(one.told))
                continue
            for payment in one.payments:
                if payment.date > day:
                    late += 1
                    continue
                ledger.add(payment, one)
        for group in groups(ledger, day):
            raised += group.flag.says == "raised"
            _show(group, json=json)
        said = (
            f"{ledger.count:,} payments, {ledger.undated:,} without a day, {late:,} after {day}:"
            f" {raised:,} groups raised; {rejects:,} not read"
        )
    tell(said, quiet=quiet) if json else print(said)
    if raised:
        sys.exit(HITS)


def _show(group: Group, *, json: bool) -> None:
    if json:
        import orjson

        sys.stdout.write(orjson.dumps(group.as_dict()).decode() + "\n")
        return
    flag = group.flag
    hindsight = " (in hindsight: the indicator was not public then)" if flag.hindsight else ""
    print(plain(f"{flag.says}: {flag.title}{hindsight}"))
    print(plain(f"    {flag.evidence}"))
    if group.payments:
        print(plain(f"    from {group.payer or '?'} to {group.payee or '?'}"))
    for payment in group.payments[:10]:
        where = f"{payment['file']} {payment['place']}".strip()
        print(plain(f"      {payment['date']}  {payment['amount']} {payment['currency'] or ''}  {where}"))
