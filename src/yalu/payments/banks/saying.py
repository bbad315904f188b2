"""What a day's lists and ownership say of a payment: the class, and why, for a bank that saw the message."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.payments.banks.identity import identity
from yalu.payments.banks.model import RANK, Class
from yalu.payments.chain.decide import RELEASE, STOP, Match, of_match, strong
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


def hindsight(payment: Payment, matches: Iterable[Match]) -> list[tuple[str, Class, str]]:
    """What the last day asked shows for certain, for payments of which their own day showed nothing.

    A listing that came after the payment and was lifted again is hindsight too.
    """
    found = []
    for own, says, why in classes(payment, matches := list(matches)):
        if says in _LATER:
            found.append((own, _LATER[says], why))
    for match in matches:
        lifted = [one for one in match.hit.lists if one.delisted and one.since > payment.date]
        if lifted and match.part in rules().stop.parts and strong(match):
            told = "; ".join(f"{one.authority}, {one.since} to {one.until}" for one in lifted)
            why = f"{match.role} {match.asked!r} is {match.hit.name}, which was listed: {told}"
            found.append((_own(payment, match), Class.HINDSIGHT_LISTS, why))
    return found


_LATER = {Class.LISTS: Class.HINDSIGHT_LISTS, Class.OWNERSHIP: Class.HINDSIGHT_OWNERSHIP}


def _own(payment: Payment, match: Match) -> str:
    agent = next((a for a in payment.agents if a.role == match.role), None)
    return identity(agent) if agent is not None else ""
