"""What is true of the invented world, apart from its messages: by rules of its own, not by screening's."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from yalu.payments.world.actors import Actor, Bank
from yalu.payments.world.settings import Settings
from yalu.payments.world.transfer import Transfer

CLASSES = ("lists", "ownership", "possible", "hindsight lists", "hindsight ownership")
"""Strongest first."""
ALERTABLE = CLASSES[:2]


def known(one: Actor, day: str) -> str:
    """What the fictional list and register say of a party on a day: ``lists``, ``ownership`` or ``""``."""
    if one.listed and one.listed <= day:
        return "lists"
    if one.owner is not None and max(one.owned, one.owner.listed) <= day:
        return "ownership"
    return ""


def says(one: Transfer, last: str) -> str:
    """The class of a payment to a bank that sees its customers; ``last`` is the last day of knowledge."""
    sides = ((one.debtor, one.payer), (one.creditor, one.payee))
    now = [_side(actor, name, one.day) for actor, name in sides]
    if found := min(filter(None, now), key=CLASSES.index, default=""):
        return found
    later = [_side(actor, name, last) for actor, name in sides]
    certain = [f"hindsight {what}" for what in later if what in ALERTABLE]
    return min(certain, key=CLASSES.index, default="")


def _side(actor: Actor, name: str, day: str) -> str:
    what = known(actor, day)
    if not what or not name:
        return ""
    return what if name == actor.name else "possible"


@dataclass(slots=True)
class BankTruth:
    """One bank's figures."""

    bank: Bank
    processed: int = 0
    unnamed: int = 0
    refused: int = 0
    amounts: dict[str, Decimal] = field(default_factory=dict)
    classes: Counter[str] = field(default_factory=Counter)
    alerted: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What one bank did with one payment."""

    bank: Bank
    says: str
    alerted: bool
    reported: bool
    refused: bool


class Truth:
    """Plays the banks, and counts."""

    def __init__(self, draw: random.Random, given: Settings, banks: list[Bank]) -> None:
        self._draw = draw
        self._given = given
        self._last = given.last_public.isoformat()
        self.of = {bank.bic: BankTruth(bank) for bank in banks}
        self.silent = {bank.bic for bank in draw.sample(banks, given.alerts.silent_banks)}
        """Banks that give no file of alerts."""

    def take(self, one: Transfer) -> list[Seen]:
        """Count a payment for each bank that it passes."""
        what = says(one, self._last)
        found = []
        for bank in dict.fromkeys((*one.serial, *one.settling)):
            sees = bank in one.serial or one.cover == "cover"
            found.append(self._bank(one, bank, what if sees else "", sees=sees))
        return found

    def _bank(self, one: Transfer, bank: Bank, what: str, *, sees: bool) -> Seen:
        held, draw, given = self.of[bank.bic], self._draw, self._given.alerts
        held.processed += 1
        held.unnamed += not sees
        held.amounts[one.currency] = held.amounts.get(one.currency, Decimal(0)) + one.amount
        held.classes[what] += 1
        alertable = what in ALERTABLE
        refused = alertable and bank == one.creditor.bank != one.debtor.bank and draw.random() < given.refused
        alerted = draw.random() < (given.caught if alertable and not refused else given.mistaken)
        held.refused += refused
        if bank.bic not in self.silent:
            held.alerted += alertable and alerted
            held.missed += alertable and not alerted and not refused
        return Seen(bank, what, alerted, alerted and draw.random() < given.reported, refused)
