"""A row of a table as a payment message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yalu.payments.model import Agent, Finding, Message, Party, Payment, Read, Reject, Words
from yalu.payments.money import amount
from yalu.payments.tables.mapping import Mapping
from yalu.screening import countries

_BIC = re.compile(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
_DAY = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ]?(\d{2}:\d{2}(?::\d{2})?))?")


def read(file: str, number: int, cells: Sequence[str], mapping: Mapping) -> Read:
    """The message of a row. A row without an amount that can be read is rejected."""
    place = f"row {number}"
    if len(cells) > len(mapping.columns) and any(c.strip() for c in cells[len(mapping.columns) :]):
        return Reject(file, f"{len(cells)} fields, the heading has {len(mapping.columns)}", place=place)
    held = {
        name: cell.strip()
        for name, cell in zip(mapping.columns, cells, strict=False)
        if name and cell.strip()
    }
    if not held:
        return Reject(file, "the row is empty", place=place)
    found = Payment()
    found.amount = amount(held.get("amount", ""), held.get("currency", ""), found.findings, "the amount")
    if found.amount is None:
        return Reject(file, found.findings[-1].text, type=mapping.name, place=place)
    _dated(held, found)
    for side in ("debtor", "creditor"):
        _side(side, held, found)
    if bank := held.get("intermediary_bank"):
        found.agents.append(_agent("intermediary agent 1", bank))
    found.uetr, found.end_to_end = held.get("uetr", ""), held.get("reference", "")
    if said := held.get("remittance"):
        found.words.append(Words("remittance", said))
    if code := held.get("purpose"):
        found.purposes = (code,)
    return Message(file, mapping.name, mapping.name, found.end_to_end, place=place, payments=[found])


def _side(side: str, held: dict[str, str], found: Payment) -> None:
    name, account = held.get(side, ""), held.get(f"{side}_account", "")
    if name or account:
        country = countries.code(held.get(f"{side}_country", ""))
        lines = tuple(filter(None, (held.get(f"{side}_address", ""),)))
        found.parties.append(Party(side, name, account, country, address=lines))
    if bank := held.get(f"{side}_bank"):
        found.agents.append(_agent(f"{side} agent", bank))


def _agent(role: str, bank: str) -> Agent:
    if _BIC.fullmatch(bank.upper()) and bank.upper() == bank:
        return Agent(role, bic=bank)
    return Agent(role, member=bank) if bank.isdigit() else Agent(role, name=bank)


def _dated(held: dict[str, str], found: Payment) -> None:
    said = held.get("date") or held.get("time", "")
    match = _DAY.match(said)
    if match is None:
        if said:
            found.findings.append(Finding("date_unreadable", f"{said[:30]!r} is no day"))
        elif step := held.get("step"):
            found.findings.append(Finding("date_is_a_step", f"time {step} counts steps of a simulation"))
        return
    try:
        found.date = date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        found.findings.append(Finding("date_unreadable", f"{said[:30]!r} is no day"))
        return
    clock = _DAY.match(held.get("time", ""))
    if clock and clock[4]:
        found.time = f"{found.date}T{clock[4]}"
