"""Who and what stands in a message, as a file of results keeps it beside the decision."""

from __future__ import annotations

from typing import Any

from yalu.payments.chain.decide import ORDER
from yalu.payments.model import Agent, Party, Payment

MOST = 20
"""Payments of one message that are kept: the worst, and of equal ones the first."""
LONGEST = 2_000
"""Characters of one text."""


class Told:
    """Takes the payments of one message with their decisions."""

    def __init__(self) -> None:
        self._held: list[tuple[int, Payment]] = []

    def take(self, payment: Payment, decision: str) -> None:
        """Keep a payment, or put it in the place of one with a milder decision."""
        rank = ORDER[decision]
        if len(self._held) < MOST:
            self._held.append((rank, payment))
            return
        mildest = min(range(MOST), key=lambda n: (self._held[n][0], -n))
        if self._held[mildest][0] < rank:
            del self._held[mildest]
            self._held.append((rank, payment))

    def payments(self) -> list[dict[str, Any]]:
        """What was kept, in the order of the message."""
        words = {rank: decision for decision, rank in ORDER.items()}
        return [_payment(payment) | {"decision": words[rank]} for rank, payment in self._held]


def _payment(one: Payment) -> dict[str, Any]:
    amount = one.amount or one.instructed
    return {
        "number": one.number,
        "uetr": one.uetr,
        "reference": one.end_to_end or one.instruction or one.transaction,
        "amount": str(amount.value) if amount else "",
        "currency": amount.currency if amount else "",
        "date": one.date,
        "direction": one.direction,
        "purposes": list(one.purposes),
        "cover": one.cover,
        "parties": [_party(party) for party in one.parties],
        "agents": [_agent(agent) for agent in one.agents],
        "words": [{"where": words.where, "text": words.text[:LONGEST]} for words in one.words],
        "findings": [{"code": f.code, "text": f.text} for f in one.findings],
    }


def _party(one: Party) -> dict[str, Any]:
    numbers = [one.account] if one.account else []
    numbers += [f"{kind} {number}" for kind, number in one.identifiers]
    return {"role": one.role, "name": one.name, "numbers": numbers, "place": _place(one)}


def _agent(one: Agent) -> dict[str, Any]:
    named = (("", one.bic), ("LEI ", one.lei), ("member ", one.member), ("account ", one.account))
    numbers = [kind + number for kind, number in named if number]
    return {"role": one.role, "name": one.name, "numbers": numbers, "place": _place(one)}


def _place(one: Party | Agent) -> str:
    country = one.country or (one.bic_country if isinstance(one, Agent) else "")
    return ", ".join(filter(None, (*one.address, one.town, country)))[:LONGEST]
