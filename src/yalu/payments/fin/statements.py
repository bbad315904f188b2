"""MT940 and MT950: one payment for each entry of an account's statement."""

from __future__ import annotations

import re

from yalu.payments.fin import values
from yalu.payments.fin.split import Fin
from yalu.payments.model import Finding, Party, Payment, Words
from yalu.payments.money import amount

_ENTRY = re.compile(
    r"(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d,]+)([A-Z][A-Z0-9]{3})?([^\n/]*(?:/(?!/)[^\n/]*)*)"
    r"(?://([^\n]*))?(?:\n(.*))?",
    re.S,
)
BALANCES = ("60F", "60M", "62F", "62M")


def entries(message: Fin) -> list[Payment]:
    """The entries in order. The currency is that of the statement's balances."""
    account = next((text.strip() for tag, text in message.fields if tag in ("25", "25P")), "").split("\n")[0]
    balance = next((text for tag, text in message.fields if tag in BALANCES), "")
    currency = balance[7:10] if len(balance) > 10 else ""
    found: list[Payment] = []
    closed = False
    for tag, text in message.fields:
        if tag == "61":
            found.append(_entry(text, len(found) + 1, account, currency))
            closed = False
        elif tag == "86" and found:
            found[-1].words.append(Words("statement information" if closed else "remittance", text))
        elif tag in BALANCES:
            closed = True
    return found


def _entry(text: str, number: int, account: str, currency: str) -> Payment:
    found = Payment(number)
    if account:
        found.parties.append(Party("account owner", account=account))
    match = _ENTRY.match(text)
    if match is None:
        found.findings.append(Finding("entry_unreadable", f"field 61 of entry {number} is no entry"))
        found.words.append(Words("information", text))
        return found
    found.date = values.day(match[1])
    if not found.date:
        found.findings.append(Finding("date_unreadable", f"field 61: {match[1]} is no day"))
    reversal = match[3].startswith("R")
    credit = match[3].endswith("C") != reversal
    found.direction = "CRDT" if credit else "DBIT"
    if reversal:
        found.status = "reversal"
    found.amount = amount(match[5], currency, found.findings, "field 61")
    reference = (match[7] or "").strip()
    found.end_to_end = "" if reference == "NONREF" else reference
    found.transaction = (match[8] or "").strip()
    if match[9] and match[9].strip():
        found.words.append(Words("information", match[9].strip()))
    return found
