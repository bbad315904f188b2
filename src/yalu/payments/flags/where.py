"""Where the parties of a payment are, as far as it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from yalu.payments.flags.rules import rules
from yalu.payments.model import Agent, Party, Payment


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words; those in Latin letters as whole words."""
    parts = [rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in words]
    return re.compile("|".join(parts), re.IGNORECASE)


def found(words: Iterable[str], text: str) -> str:
    """The first of some words in a text; ``""`` where there is none."""
    match = pattern(tuple(words)).search(text)
    return match.group() if match else ""


def place(one: Party | Agent) -> str:
    """Town and address as one text."""
    return ", ".join(filter(None, (*one.address, one.town)))


def at_border(one: Party | Agent) -> str:
    """The word that puts a party at the border: in its town or address, else in its name."""
    return _border(place(one)) or _border(one.name)


@lru_cache(maxsize=1 << 16)
def _border(text: str) -> str:
    return found(rules().places.border.words, text) if text else ""


def country(payment: Payment, role: str) -> str:
    """The country of a party in a role: its own, else its bank's."""
    one = payment.party(role) or payment.agent(role)
    own = one.country if one is not None else ""
    if own:
        return own
    bank = payment.agent(f"{role} agent")
    return (bank.bic_country or bank.country) if bank is not None else ""
