"""The rules' queries on DuckDB, as Ibis wrote them, and what each row of them says in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from yalu.payments.flags.rules import Rule, rules

CENT = Decimal("0.01")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A group: the ids of its payments, whom it is about, and the evidence."""

    ids: list[int]
    payer: str
    payee: str
    evidence: str


@cache
def query(rule: str) -> str:
    """A rule's query; the expression stands in ``expressions``."""
    return files("yalu.payments.flags.batch").joinpath(f"sql/{rule}.sql").read_text(encoding="utf-8")


def rows(rule: Rule, engine: duckdb.DuckDBPyConnection, most: int) -> list[Row]:
    """The rows of a rule, at most so many, in the order of their last days."""
    given = (rule.round, rule.least, rule.hours, rule.days, rule.share, rule.spread)
    engine.execute(
        "CREATE OR REPLACE TEMP TABLE line(round DECIMAL(38,8), least BIGINT, hours BIGINT, days BIGINT,"
        " share DOUBLE, spread DOUBLE); CREATE OR REPLACE TEMP TABLE offshore(country VARCHAR)"
    )
    engine.execute("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)", given)
    engine.execute("INSERT INTO offshore SELECT unnest(?)", [sorted(rules().places.offshore)])
    found = engine.execute(f"SELECT * FROM ({query(rule.id)}) ORDER BY last, head, tail LIMIT {most}")
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def told(rule: Rule, row: Row) -> Found:
    """A row in words."""
    return _TOLD[rule.id](rule, row)


def _burst(rule: Rule, row: Row) -> Found:
    said = (
        f"{row['number']} sums that {rule.round} divides, {_sum(row['total'])} {row['currency'] or ''}"
        f" together, from {row['begun']} to {row['ended']}"
    )
    return Found(sorted(row["ids"]), row["payer"] or "", row["payee"] or "", said)


def _split(rule: Rule, row: Row) -> Found:
    said = (
        f"{_sum(row['total'])} {row['currency']} came in on {row['begun']}; {_sum(row['out'])} went out to"
        f" {row['number']} payees in {', '.join(sorted(row['countries']))} by {row['last']}"
    )
    ids = [row["head"], *sorted(row["ids"])]
    return Found(ids, row["payer"] or "", ", ".join(sorted(row["payees"] or ())), said)


def _replaced(rule: Rule, row: Row) -> Found:
    former, new = row["former"] or "", row["name"] or ""
    said = (
        f"{former} was refused on {row['refusal']}; {new}, paid on {row['last']}, has the same"
        f" {'account' if row['by_account'] else 'address'}"
    )
    return Found([row["head"], row["answer"], row["tail"]], row["payer"] or "", f"{former}; {new}", said)


def _mirror(rule: Rule, row: Row) -> Found:
    said = (
        f"{row['number']} pairs in {row['currency']} and {row['o_currency']} at rates from"
        f" {round(row['low'], 4)} to {round(row['high'], 4)}"
    )
    ids = [*sorted(row["ids"]), *sorted(row["others"])]
    return Found(ids, row["payer"] or "", row["payee"] or "", said)


def _sum(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


_TOLD: dict[str, Callable[[Rule, Row], Found]] = {
    "burst": _burst,
    "split": _split,
    "replaced": _replaced,
    "mirror": _mirror,
}
