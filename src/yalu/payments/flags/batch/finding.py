"""The groups of payments that a rule raises, with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from yalu.payments.flags.batch.queries import Found, rows, told
from yalu.payments.flags.batch.table import Ledger
from yalu.payments.flags.raised import CANNOT_TELL, RAISED, Raised
from yalu.payments.flags.rules import Rule, rules

MOST = 10_000
"""Groups of one rule that are given."""
SHOWN = 100
"""Payments of a group that are named."""


@dataclass(frozen=True, slots=True)
class Group:
    """Payments that show a flag together; ``payments`` name file, place and reference of each."""

    flag: Raised
    payer: str
    payee: str
    last: str
    payments: tuple[dict[str, Any], ...]
    count: int

    def as_dict(self) -> dict[str, Any]:
        """The group as JSON shows it."""
        return {
            "version": 1,
            **self.flag.as_dict(),
            "payer": self.payer,
            "payee": self.payee,
            "last": self.last,
            "payments": list(self.payments),
            "count": self.count,
        }


def groups(ledger: Ledger, as_of: str) -> Iterator[Group]:
    """What every rule raises on the payments of a run, heaviest rule first; what it cannot tell, and why.

    A rule whose advisory came after ``as_of`` does not speak; one that came after a group's last payment
    speaks in hindsight.
    """
    with ledger.engine() as engine:
        for rule in sorted(rules().batch, key=lambda rule: (-rule.weight, rule.id)):
            if rule.known.isoformat() > as_of:
                continue
            if gap := _gap(rule, engine):
                yield Group(Raised(rule, CANNOT_TELL, gap), "", "", "", (), 0)
                continue
            for row in rows(rule, engine, MOST):
                yield _group(rule, engine, told(rule, row), row["last"])


def _gap(rule: Rule, engine: duckdb.DuckDBPyConnection) -> str:
    """What no payment of the run has that a rule needs; ``""`` where some have it."""
    needed = {
        "dates": "day IS NOT NULL",
        "amounts": "amount IS NOT NULL",
        "currencies": "currency <> ''",
        "the payees' countries": "creditor_country <> ''",
        "rejections": "rejected",
        "addresses": "creditor_address <> '' OR creditor_account <> ''",
    }
    missing = [need for need in rule.needs if not _any(engine, needed[need])]
    return f"no payment has {', '.join(missing)}" if missing else ""


def _any(engine: duckdb.DuckDBPyConnection, condition: str) -> bool:
    row = engine.execute(f"SELECT count(*) FROM (SELECT 1 FROM payment WHERE {condition} LIMIT 1)").fetchone()
    return bool(row and row[0])


def _group(
    rule: Rule,
    engine: duckdb.DuckDBPyConnection,
    found: Found,
    last: date,
) -> Group:
    wanted = list(dict.fromkeys(found.ids))
    columns = "file, place, type, uetr, reference, day::VARCHAR, amount::DECIMAL(38,2)::VARCHAR, currency"
    payments = engine.execute(
        f"SELECT {columns} FROM payment WHERE id IN (SELECT unnest($ids)) ORDER BY id",
        {"ids": wanted[:SHOWN]},
    ).fetchall()
    names = ("file", "place", "type", "uetr", "reference", "date", "amount", "currency")
    shown = tuple(dict(zip(names, row, strict=True)) for row in payments)
    day = last.isoformat()
    flag = Raised(rule, RAISED, found.evidence, day < rule.known.isoformat())
    return Group(flag, found.payer, found.payee, day, shown, len(wanted))
