"""What is asked of a payment: each party and institution once, as a key that equal questions share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yalu.errors import UsageError
from yalu.payments.model import Agent, Party, Payment
from yalu.screening import Query

SETTLED = frozenset(("CRDT", "DBIT"))


class Asked(NamedTuple):
    """A question to screening, as the values that its answer depends on beside snapshot and day."""

    name: str
    schema: str
    birth_date: str
    country: str
    identifiers: tuple[tuple[str, str], ...]

    def query(self) -> Query | None:
        """The query; None where nothing can be compared. A birth date that is none is left out."""
        births = [self.birth_date] if self.birth_date else []
        try:
            made = self._query(births)
        except UsageError:
            made = self._query([])
        return None if made.empty else made

    def _query(self, births: list[str]) -> Query:
        return Query(
            names=[self.name] if self.name else [],
            schema=self.schema,
            birth_dates=births,
            countries=[self.country] if self.country else [],
            identifiers=self.identifiers,
        )


class Place(NamedTuple):
    """Where in a payment a question comes from."""

    role: str
    part: str
    """``name``, ``bic``, ``address``, or where free text stands."""
    asked: str


def of_payment(payment: Payment) -> Iterator[tuple[Place, Asked]]:
    """The questions of a payment's parties and institutions."""
    for party in payment.parties:
        if party.name or party.identifiers:
            yield _party(party)
    for agent in payment.agents:
        if agent.bic or agent.name or agent.lei:
            yield _agent(agent)


def _party(one: Party) -> tuple[Place, Asked]:
    asked = Asked(one.name, one.schema, one.birth_date, one.country, one.identifiers)
    shown = one.name or " ".join(f"{kind} {value}" for kind, value in one.identifiers)
    return Place(one.role, "name" if one.name else "bic", shown), asked


def _agent(one: Agent) -> tuple[Place, Asked]:
    numbers: list[tuple[str, str]] = []
    if one.bic:
        numbers.append(("bic", one.bic))
        if len(one.bic) == 11:  # a branch is the bank
            numbers.append(("bic", one.bic[:8]))
    if one.lei:
        numbers.append(("lei", one.lei))
    country = one.country if one.name else ""
    asked = Asked(one.name, "Organization" if one.name else "", "", country, tuple(numbers))
    return Place(one.role, "name" if one.name else "bic", one.name or one.bic or one.lei), asked


def addresses(payment: Payment) -> Iterator[tuple[str, str]]:
    """Role and address of everybody who has one, its lines as one text."""
    for one in payment.everybody:
        if one.address or one.town:
            yield one.role, "\n".join((*one.address, one.town)) if one.town else "\n".join(one.address)
