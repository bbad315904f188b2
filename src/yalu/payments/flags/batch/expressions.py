"""The rules over several payments as Ibis expressions, written once: one query a rule, for any engine.

Each gives a row a group: the ``ids`` of its payments in no order, ``head`` and ``tail`` by which groups of
one ``last`` day are ordered, and what its evidence is made of. Tables are ``payment`` (one row a transfer),
``line`` (the rule's thresholds, one row) and ``offshore`` (countries).
``python -m yalu.payments.flags.batch.expressions`` writes them in DuckDB's dialect to ``sql/``, which is what
runs where Ibis is not installed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu.payments.flags.batch.table import COLUMNS

if TYPE_CHECKING:
    import ibis.expr.types as ir

TYPES = {
    "BIGINT": "int64",
    "VARCHAR": "string",
    "DATE": "date",
    "TIMESTAMP": "timestamp",
    "DECIMAL(38,8)": "decimal(38, 8)",
    "BOOLEAN": "boolean",
}
LINE = {
    "round": "decimal(38, 8)", "least": "int64", "hours": "int64", "days": "int64", "share": "float64",
    "spread": "float64",
}  # fmt: skip
SQL = Path(__file__).parent / "sql"


def tables() -> tuple[ir.Table, ir.Table, ir.Table]:
    """payment, line, offshore: names whose rows only the engine knows."""
    import ibis

    payment = {name: TYPES[kind] for name, kind in COLUMNS.items()}
    return (
        ibis.table(payment, name="payment"),
        ibis.table(LINE, name="line"),
        ibis.table({"country": "string"}, name="offshore"),
    )


def burst() -> ir.Table:
    """Round sums from one to another, each within so many hours of the last."""
    import ibis

    payment, line, _ = tables()
    size, minutes = line.round.as_scalar(), line.hours.as_scalar() * 60
    rounded = payment.filter(
        payment.amount >= size,
        payment.amount % size == 0,
        payment.day.notnull(),
        payment.debtor != "",
        payment.creditor != "",
    )
    instant = ibis.coalesce(rounded.moment, rounded.day.cast("timestamp"))
    pair = ("debtor", "creditor", "currency")
    held = (*pair, "id", "day", "amount", "debtor_name", "creditor_name")
    timed = rounded.select(*held, instant=instant, minute=instant.epoch_seconds() // 60)
    order = ibis.window(group_by=pair, order_by=(timed.instant, timed.id))
    gap = timed.minute - timed.minute.lag().over(order)
    gapped = timed.mutate(begins=ibis.ifelse(gap <= minutes, 0, 1))
    running = ibis.cumulative_window(group_by=pair, order_by=(gapped.instant, gapped.id))
    bursts = gapped.mutate(burst=gapped.begins.sum().over(running))
    grouped = bursts.group_by(*pair, "burst").agg(
        ids=bursts.id.collect(),
        head=bursts.id.min(),
        tail=bursts.id.max(),
        payer=bursts.debtor_name.min(),
        payee=bursts.creditor_name.min(),
        last=bursts.day.max(),
        number=bursts.count(),
        total=bursts.amount.sum(),
        begun=bursts.instant.min(),
        ended=bursts.instant.max(),
    )
    kept = grouped.filter(grouped.number >= line.least.as_scalar())
    return kept.select(
        "ids", "head", "tail", "payer", "payee", "last", "number", "total", "currency", "begun", "ended"
    )


def split() -> ir.Table:
    """A sum that came in, most of which goes out to several payees in offshore places within so many days."""
    payment, line, offshore = tables()
    inward = payment.filter(payment.amount > 0, payment.creditor != "").select(
        inbound="id",
        total="amount",
        money="currency",
        who="creditor",
        giver="debtor",
        holder="creditor_name",
        begun="day",
        first=payment.day.epoch_days(),
        until=payment.day.epoch_days() + line.days.as_scalar(),
    )
    places = offshore.country
    held = ("id", "debtor", "creditor", "creditor_name", "creditor_country", "currency", "amount", "day")
    outward = payment.filter(payment.creditor_country.isin(places)).select(*held, on=payment.day.epoch_days())
    met = inward.join(
        outward,
        [
            inward.who == outward.debtor,
            inward.money == outward.currency,
            inward.inbound != outward.id,
            outward.on >= inward.first,
            outward.on <= inward.until,
            outward.amount < inward.total,
            outward.creditor != inward.giver,
        ],
    )
    grouped = met.group_by("inbound").agg(
        ids=met.id.collect(),
        tail=met.id.max(),
        payer=met.holder.min(),
        payees=met.creditor_name.collect(distinct=True),
        last=met.day.max(),
        total=met.total.min(),
        currency=met.money.min(),
        begun=met.begun.min(),
        out=met.amount.sum(),
        number=met.creditor.nunique(),
        countries=met.creditor_country.collect(distinct=True),
    )
    out, total = grouped.out.cast("float64"), grouped.total.cast("float64")
    return grouped.filter(
        grouped.number >= line.least.as_scalar(), out >= total * line.share.as_scalar(), out <= total
    ).rename(head="inbound")


def replaced() -> ir.Table:
    """A payee refused, and a new one with the same account or address whom the payer pays soon after."""
    import ibis

    payment, line, _ = tables()
    held = ("id", "uetr", "debtor", "creditor", "debtor_name", "creditor_name", "creditor_address")
    sides = payment.select(*held, "creditor_account", "day", "rejected")
    answers = sides.filter(sides.rejected)
    orders = sides.filter(sides.uetr != "", ~sides.rejected).view()
    both = answers.left_join(orders, answers.uetr == orders.uetr, rname="o_{name}")
    refused = both.select(
        first=ibis.coalesce(both.o_id, both.id),
        answer=both.id,
        refusal=both.day,
        on=both.day.epoch_days(),
        until=both.day.epoch_days() + line.days.as_scalar(),
        who=ibis.coalesce(both.o_debtor.nullif(""), both.debtor),
        whom=ibis.coalesce(both.o_creditor.nullif(""), both.creditor),
        payer=ibis.coalesce(both.o_debtor_name, both.debtor_name),
        former=ibis.coalesce(both.o_creditor_name, both.creditor_name),
        address=ibis.coalesce(both.o_creditor_address, both.creditor_address),
        account=ibis.coalesce(both.o_creditor_account, both.creditor_account),
    ).view()
    fresh = payment.filter(~payment.rejected).select(
        tail="id",
        payer_now="debtor",
        payee="creditor",
        name="creditor_name",
        account_now="creditor_account",
        address_now="creditor_address",
        last="day",
        paid=payment.day.epoch_days(),
    )
    seen = fresh.group_by("payee").agg(first_paid=fresh.paid.min()).rename(known="payee")
    near = refused.join(
        fresh,
        [
            refused.who == fresh.payer_now,
            fresh.payee != refused.whom,
            fresh.paid >= refused.on,
            fresh.paid <= refused.until,
            (fresh.account_now == refused.account)
            | ((fresh.address_now == refused.address) & (refused.address.length() >= 10)),
        ],
    )
    new = near.join(seen, [("payee", "known")])
    return new.filter(new.first_paid >= new.on).select(
        "answer", "payer", "former", "name", "refusal", "last", "tail", head=new.first,
        by_account=(new.account_now == new.account).fill_null(False),
    )  # fmt: skip


def mirror() -> ir.Table:
    """Two that pay each other in two currencies within so many days, several times at nearly one rate."""
    import ibis

    payment, line, _ = tables()
    named = payment.filter(payment.debtor != "", payment.creditor != "", payment.amount > 0)
    held = ("id", "debtor", "creditor", "currency", "amount", "day", "debtor_name")
    one = named.select(*held, on=named.day.epoch_days())
    other = one.view()
    both = one.join(
        other,
        [
            one.debtor == other.creditor,
            one.creditor == other.debtor,
            one.currency < other.currency,
            (one.on - other.on).abs() <= line.days.as_scalar(),
        ],
        rname="o_{name}",
    )
    rated = both.mutate(rate=both.amount.cast("float64") / both.o_amount.cast("float64"))
    grouped = rated.group_by("debtor", "creditor", "currency", "o_currency").agg(
        ids=rated.id.collect(),
        others=rated.o_id.collect(),
        head=rated.id.min(),
        tail=rated.o_id.max(),
        payer=rated.debtor_name.min(),
        payee=rated.o_debtor_name.min(),
        last=ibis.greatest(rated.day, rated.o_day).max(),
        number=rated.count(),
        low=rated.rate.min(),
        high=rated.rate.max(),
    )
    kept = grouped.filter(
        grouped.number >= line.least.as_scalar(),
        grouped.high <= grouped.low * (1 + line.spread.as_scalar()),
    )
    told = ("payer", "payee", "last", "number", "currency", "o_currency", "low", "high")
    return kept.select("ids", "others", "head", "tail", *told)


RULES: dict[str, Callable[[], Any]] = {
    "burst": burst,
    "split": split,
    "replaced": replaced,
    "mirror": mirror,
}


def compiled(rule: str, dialect: str = "duckdb") -> str:
    """A rule's query in the dialect of an engine."""
    import ibis

    return str(ibis.to_sql(RULES[rule](), dialect=dialect)) + "\n"


def main() -> None:
    """Write the queries that run on DuckDB."""
    for rule in RULES:
        (SQL / f"{rule}.sql").write_text(compiled(rule), encoding="utf-8")


if __name__ == "__main__":
    main()
