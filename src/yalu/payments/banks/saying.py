"""What a day's lists and ownership say of a payment: the class, and why, for a bank that saw the message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from yalu.ownership.rules import asked
from yalu.payments.banks.identity import identity
from yalu.payments.banks.model import RANK, Class
from yalu.payments.chain.decide import RELEASE, STOP, Match, of_match, strong
from yalu.payments.chain.rules import rules
from yalu.payments.model import Payment


@dataclass(frozen=True, slots=True)
class Said:
    """What one match gives. ``own``: the bank that it is about; empty for a customer."""

    own: str
    says: Class
    why: str
    authorities: tuple[str, ...] = ()


NOTHING = Said("", Class.NONE, "")


def classes(payment: Payment, matches: Iterable[Match]) -> list[Said]:
    """What lists and ownership of a day give, match by match."""
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
        found.append(Said(_own(payment, match), says, why, _authorities(match)))
    return found


def strongest(found: Iterable[Said], bank: str) -> Said:
    """The strongest for a bank; that it is itself the party met is no alert that it could miss.

    Of several as strong, the first one's words stand, with the authorities of all.
    """
    mine = [one for one in found if one.own != bank]
    if not mine:
        return NOTHING
    top = min(mine, key=lambda one: RANK[one.says])
    by = {a for one in mine if one.says is top.says for a in one.authorities}
    return replace(top, authorities=tuple(sorted(by)))


def hindsight(payment: Payment, matches: Iterable[Match]) -> list[Said]:
    """What the last day asked shows for certain, for payments of which their own day showed nothing.

    A listing that came after the payment and was lifted again is hindsight too.
    """
    held = list(matches)
    found = [replace(one, says=_LATER[one.says]) for one in classes(payment, held) if one.says in _LATER]
    for match in held:
        lifted = [one for one in match.hit.lists if one.delisted and one.since > payment.date]
        if lifted and match.part in rules().stop.parts and strong(match):
            told = "; ".join(f"{one.authority}, {one.since} to {one.until}" for one in lifted)
            why = f"{match.role} {match.asked!r} is {match.hit.name}, which was listed: {told}"
            by = tuple(sorted({one.authority for one in lifted}))
            found.append(Said(_own(payment, match), Class.HINDSIGHT_LISTS, why, by))
    return found


_LATER = {Class.LISTS: Class.HINDSIGHT_LISTS, Class.OWNERSHIP: Class.HINDSIGHT_OWNERSHIP}


def _authorities(match: Match) -> tuple[str, ...]:
    """Whose lists hold the party, and whose rule of ownership blocks it."""
    lists = {one.authority for one in match.hit.lists if not one.delisted and one.measure != "export control"}
    rule = {asked(verdict["rule"])[0].authority for verdict in match.ownership}
    return tuple(sorted(lists | rule))


def _own(payment: Payment, match: Match) -> str:
    agent = next((a for a in payment.agents if a.role == match.role), None)
    return identity(agent) if agent is not None else ""
