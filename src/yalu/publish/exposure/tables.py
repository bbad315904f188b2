"""The rows of the report, for the workbook, CSV and the print."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yalu.payments.banks.grounds import Speaking
from yalu.payments.banks.model import BankExposure, Case, Class, Exposure, Role

UNKNOWN = "not known"
"""Where a bank's alerts are not given: no zero."""
BANKS = (
    "bank", "name", "country", "processed", "as sender", "as correspondent", "as receiver", "alertable",
    "on lists", "on ownership", "alerted", "refused without alert", "missed", "possible", "hindsight",
    "hindsight on lists", "hindsight on ownership", "own alerts", "own reports", "no customer named",
    "first day", "last day",
)  # fmt: skip
AMOUNTS = ("bank", "currency", "processed", "alertable", "missed", "hindsight")
PAYMENTS = (
    "bank", "date", "amount", "currency", "role", "says", "missed", "alerted", "alert day", "reported",
    "refused", "by", "why", "uetr", "reference", "type", "file", "place",
)  # fmt: skip
GROUNDS = (
    "ground", "kind", "instrument", "provision", "in force since", "asks", "payments", "missed",
    "alerts not known", "banks", "open",
)  # fmt: skip
Row = list[object]


def banks(found: Exposure) -> Iterator[Row]:
    """A row a bank."""
    for b in found.banks:
        yield [
            b.id, "; ".join(b.names), b.country, b.processed, *(b.roles.get(role, 0) for role in Role),
            b.alertable, b.count(Class.LISTS), b.count(Class.OWNERSHIP), known(b.alerted), b.stopped,
            known(b.missed), b.count(Class.POSSIBLE), b.hindsight, b.count(Class.HINDSIGHT_LISTS),
            b.count(Class.HINDSIGHT_OWNERSHIP), known(b.alerts),
            known(None if b.alerts is None else b.reports), b.unnamed, b.first, b.last,
        ]  # fmt: skip


def amounts(found: Exposure) -> Iterator[Row]:
    """A row a bank and currency; sums are never added over currencies."""
    for b in found.banks:
        alertable = b.sums(Class.LISTS, Class.OWNERSHIP)
        later = b.sums(Class.HINDSIGHT_LISTS, Class.HINDSIGHT_OWNERSHIP)
        missed = missed_sums(b)
        for currency, value in b.amounts.items():
            none = Decimal(0)
            lost = UNKNOWN if b.missed is None else missed.get(currency, none)
            yield [b.id, currency, value, alertable.get(currency, none), lost, later.get(currency, none)]


def payments(found: Exposure) -> Iterator[Row]:
    """A row a payment that a list or ownership of some day meets."""
    for b in found.banks:
        for c in b.cases:
            value, currency = c.amount or ("", "")
            unknown = c.alerted is None
            yield [
                b.id, c.day, value, currency, c.role.value, c.says.value,
                UNKNOWN if c.says.alertable and unknown else yes(c.missed),
                UNKNOWN if unknown else yes(c.alerted is True),
                c.alert_day, yes(c.reported), yes(c.refused), ", ".join(c.authorities), c.why, c.uetr,
                c.reference, c.type, c.file, c.place,
            ]  # fmt: skip


def grounds(said: list[Speaking]) -> Iterator[Row]:
    """A row a ground."""
    for s in said:
        yield [
            s.ground.title, s.ground.kind, s.authority.instrument, s.authority.provision, s.since,
            s.ground.asks,
            *((len(s.cases), s.missed, s.unknown) if s.ground.counted else ("not counted",) * 3),
            ", ".join(s.banks), s.ground.open,
        ]  # fmt: skip


def missed_sums(bank: BankExposure) -> dict[str, Decimal]:
    """Amounts missed, by currency."""
    found: dict[str, Decimal] = {}
    for case in bank.cases:
        if case.missed and case.amount is not None:
            found[case.amount.currency] = found.get(case.amount.currency, Decimal(0)) + case.amount.value
    return found


def known(value: int | None) -> object:
    """A count, or that it is not known."""
    return UNKNOWN if value is None else value


def yes(value: bool) -> str:
    """``yes`` or ``no``."""
    return "yes" if value else "no"


def sums(found: dict[str, Decimal]) -> str:
    """``1,000.00 USD; 5.00 EUR``."""
    return "; ".join(f"{value:,} {currency}".rstrip() for currency, value in sorted(found.items()))


def sum_of(case: Case) -> str:
    """The amount of a payment."""
    return f"{case.amount.value:,} {case.amount.currency}".rstrip() if case.amount else ""
