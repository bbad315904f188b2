"""What a day's lists and ownership say of a payment: the class, and why, for a bank that saw the message."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.payments.banks.identity import identity
from yalu.payments.banks.model import RANK, Class
from yalu.payments.chain.decide import RELEASE, STOP, Match, of_match
from yalu.payments.chain.rules import rules
from yalu.payments.model import Payment

Said = tuple[Class, str]
NOTHING: Said = (Class.NONE, "")


def classes(payment: Payment, matches: Iterable[Match]) -> list[tuple[str, Class, str]]:
    """Each match that lists or ownership give, with the bank that it is about (``""``: a customer)."""
    found = []
    for match in matches:
        decision, why = of_match(match)
        if decision == RELEASE:
            continue
        listed = match.hit.status in rules().review.statuses
        if decision == STOP:
            says = Class.LISTS if match.hit.status in rules().stop.statuses else Class.OWNERSHIP
        elif listed or match.ownership:
            says = Class.POSSIBLE
        else:
            continue  # ties alone: nearness is neither a listing nor ownership
        found.append((_own(payment, match), says, why))
    return found


def strongest(found: Iterable[tuple[str, Class, str]], bank: str) -> Said:
    """The strongest class for a bank; that it is itself the party met is no alert that it could miss."""
    said = NOTHING
    for own, says, why in found:
        if own != bank and RANK[says] < RANK[said[0]]:
            said = (says, why)
    return said


def later(said: Said) -> Said:
    """A certain class of a later day as hindsight; what is uncertain even then says nothing."""
    says, why = said
    if says is Class.LISTS:
        return Class.HINDSIGHT_LISTS, why
    if says is Class.OWNERSHIP:
        return Class.HINDSIGHT_OWNERSHIP, why
    return NOTHING


def _own(payment: Payment, match: Match) -> str:
    agent = next((a for a in payment.agents if a.role == match.role), None)
    return identity(agent) if agent is not None else ""
