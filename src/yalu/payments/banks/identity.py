"""Which bank carried a payment, in which role, and by what name it is counted."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.payments.banks.model import Role
from yalu.payments.model import Agent, Payment
from yalu.payments.originator import COVERS

CARRIES = frozenset(
    (
        "debtor agent", "creditor agent", "instructing agent", "instructed agent", "forwarding agent",
        "sending institution", "sender", "receiver", "debtor", "creditor",
        *(f"{kind} agent {n}" for kind in ("intermediary", "previous instructing") for n in "123"),
    )
)  # fmt: skip
"""Roles through which the message itself passes. A correspondent that is only named to settle by a cover
(fields 53 to 55, reimbursement agents) never sees this message: it is counted by its cover."""
_FIRST = ("debtor agent", "debtor", "previous instructing agent 1", "instructing agent", "sender")
_LAST = ("creditor agent", "creditor", "instructed agent", "receiver")


def identity(agent: Agent) -> str:
    """The bank: eight letters of its BIC (a branch is the bank), else LEI, clearing number or name.

    >>> identity(Agent("x", bic="BANKUS30NYC")), identity(Agent("x", name="Bank of X"))
    ('BANKUS30', 'Bank of X')
    """
    return agent.bic[:8].upper() or agent.lei or agent.member or " ".join(agent.name.split())


def carried(payment: Payment, kind: str) -> Iterator[tuple[str, Role, Agent]]:
    """Each bank through which a message passes, once, with its main role."""
    cover = payment.cover or kind in COVERS
    passing = [a for a in payment.agents if a.role in CARRIES and identity(a)]
    first = "" if cover else _at(passing, _FIRST)
    last = "" if cover else _at(passing, _LAST)
    met: dict[str, Agent] = {}
    for agent in passing:
        held = met.setdefault(identity(agent), agent)
        if not held.name and agent.name:
            met[identity(agent)] = agent
    for bank, agent in met.items():
        role = Role.SENDER if bank == first else Role.RECEIVER if bank == last else Role.CORRESPONDENT
        yield bank, role, agent


def _at(passing: list[Agent], order: tuple[str, ...]) -> str:
    for role in order:
        for agent in passing:
            if agent.role == role:
                return identity(agent)
    return ""
