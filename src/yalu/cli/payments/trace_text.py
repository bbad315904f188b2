"""A trace as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yalu.cli.payments.screen import plain

if TYPE_CHECKING:
    from yalu.payments.trace import Trace


def show(found: Trace, answer: dict[str, Any], limit: int) -> None:
    """Print tables by hop, account, bank and payment, ``limit`` rows of each, then the findings."""
    way = "Where the money of {} came from" if found.back else "Where the money of {} went"
    print(plain(f"{way.format(found.who)}, until {answer['until']}"))
    if not found.flows:
        print("No payment " + ("reaches it." if found.back else "leaves it."))
    for told in answer["currencies"]:
        done = "reached it" if found.back else "left it"
        print(plain(f"\n{told['currency'] or 'no currency'}: {told['total']} {done}"))
        rows = [["payments through US banks", *told["through_us"].values()]]
        rows += [[f"hop {h['hop']}", *(h[m] for m in found.methods)] for h in told["hops"]]
        _table(["", *found.methods], rows, limit)
        rows = [[f"{a['hop']}  {_who(a)}", *a["reached"].values()] for a in told["accounts"]]
        _table(
            ["account, by hop: what came there" if not found.back else "account, by hop", *found.methods],
            rows,
            limit,
        )
        rows = [
            [f"{b['bic'] or b['name']} {b['country']} ({', '.join(b['roles'])})", *b["passed"].values()]
            for b in told["banks"]
        ]
        _table(["bank (not to be added up)", *found.methods], rows, limit)
        rows = [
            [f"{p['hop']}  {p['day']} {p['amount']} {p['file']} {p['place']}", *p["parts"].values()]
            for p in told["payments"]
        ]
        _table(["payment", *found.methods], rows, limit)
        if told["topped_up_payments"]:
            print(
                f"  Opening balances {answer['opening_balances']}. {told['topped_up_payments']:,} payments"
                f" needed {told['topped_up']} more than their payers are known to have: taken as clean."
            )
    for noted in answer["findings"]:
        print(plain(f"{noted['count']:,} {noted['text']}"))
        for example in noted["examples"]:
            print(plain(f"    {example}"))


def _who(account: dict[str, Any]) -> str:
    where = " at ".join(filter(None, (account["account"], account["bank"])))
    return f"{account['name']} ({where})" if account["name"] and where else account["name"] or where


def _table(heads: list[str], rows: list[list[str]], limit: int) -> None:
    if not rows:
        return
    shown = rows[:limit]
    wide = [max((len(row[n]) for row in [heads, *shown]), default=0) for n in range(len(heads))]
    for row in [heads, *shown]:
        cells = (cell.rjust(width) for cell, width in zip(row[1:], wide[1:], strict=True))
        print(plain("  " + "  ".join([row[0].ljust(wide[0]), *cells])))
    if len(rows) > limit:
        print(f"  and {len(rows) - limit:,} more: --limit, --json or --out shows them")
