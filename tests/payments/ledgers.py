"""Seeded payments that raise every rule over several payments, for engines to agree on."""

from __future__ import annotations

import random
from datetime import date, timedelta

from yalu.payments import Amount, Message, Party, Payment
from yalu.payments.flags.batch import Ledger
from yalu.payments.money import decimal

FIRST = date(2018, 1, 1)


def filled(ledger: Ledger, seed: int = 7, size: int = 400) -> None:
    """Payments at random, and one of each scheme."""
    draw = random.Random(seed)
    for number in range(size):
        day = FIRST + timedelta(draw.randrange(60))
        sum_ = draw.choice(("1000.00", "5000.00", f"{draw.randrange(1, 10**7) / 100:.2f}"))
        sides = [f"P{draw.randrange(12)}" for _ in range(2)]
        _add(ledger, day, sum_, draw.choice(("USD", "CNY")), *sides, place=draw.choice(("HK", "VG", "DE")))
        if number % 20 == 0:
            _add(ledger, day, sum_, "USD", *sides, uetr=f"u{number}", account=f"a{number % 60}")
            _add(ledger, day + timedelta(1), sum_, "USD", *sides, uetr=f"u{number}", status="RJCT")
    for n, sum_ in enumerate(("100.00", "200.00", "300.00")):
        day = FIRST + timedelta(10 * n)
        _add(ledger, day, sum_, "USD", "One", "Other")
        _add(ledger, day, f"{float(sum_) * 7:.2f}", "CNY", "Other", "One")
        _add(ledger, FIRST + timedelta(n), "7000.00", "USD", "Round", "Payee")
    _add(ledger, FIRST, "90000.00", "USD", "Buyer", "Front")
    for n in range(3):
        _add(ledger, FIRST + timedelta(n), "28000.00", "USD", "Front", f"Shell {n}", place="SC")
    _add(ledger, FIRST, "50.00", "USD", "Refuser", "First", uetr="refused", account="x1")
    _add(ledger, FIRST, "50.00", "USD", "Refuser", "First", uetr="refused", account="x1", status="RJCT")
    _add(ledger, FIRST + timedelta(9), "50.00", "USD", "Refuser", "Second", uetr="new", account="x1")


def _add(
    ledger: Ledger,
    day: date,
    sum_: str,
    currency: str,
    payer: str,
    payee: str,
    *,
    place: str = "DE",
    uetr: str = "",
    account: str = "",
    status: str = "",
) -> None:
    value = decimal(sum_)
    assert value is not None
    sides = [Party("debtor", payer), Party("creditor", payee, account, place)]
    payment = Payment(uetr=uetr, date=day.isoformat(), status=status, parties=sides)
    payment.amount = Amount(value, currency)
    ledger.add(payment, Message("f", "pacs.002" if status else "pacs.008"))
