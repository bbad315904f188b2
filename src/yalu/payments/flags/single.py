"""The rules over one payment. Each is a function of what the payment says; a gap gives "cannot tell"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from yalu.payments.flags import where
from yalu.payments.flags.raised import CANNOT_TELL, RAISED, Raised
from yalu.payments.flags.rules import Rule, rules
from yalu.payments.model import Message, Payment

if TYPE_CHECKING:
    from yalu.payments.chain.decide import Match

__all__ = ["Context", "Raised", "raised"]

CUSTOMERS = ("debtor", "creditor", "ultimate debtor", "ultimate creditor")
_UNDER = "underlying "
_WORKERS = re.compile(
    r"(\d{1,5})\s*(?:north korean |dprk )?(?:workers?|employees?|persons?|people|pax|名|人)", re.IGNORECASE
)
_BEHALF = re.compile(r"\b(on behalf of|b/o|o/b|for account of|paid by order of)\b", re.IGNORECASE)

Said = tuple[str, str] | None
"""``raised`` or ``cannot tell``, and the evidence; None where the rule does not speak."""


@dataclass(frozen=True)
class Context:
    """A payment with what screening found at its day. ``shared``: whose address it is, of listed parties."""

    payment: Payment
    message: Message
    day: str
    matches: Sequence[Match] = ()
    shared: Callable[[str, str], str] | None = None

    @cached_property
    def words(self) -> str:
        """All free text."""
        return "\n".join(words.text for words in self.payment.words)

    @cached_property
    def border(self) -> str:
        """Who is placed at the border, and by which word; ``""`` where nobody is."""
        for one in self.payment.everybody:
            if said := where.at_border(one):
                return f"{one.role} {(one.name or 'without a name')!r} is placed by {said!r}"
        return ""


def raised(context: Context) -> list[Raised]:
    """What every rule says of a payment."""
    said = []
    for rule in rules().single:
        found = _CHECKS[rule.id](context, rule)
        if found is not None:
            hindsight = context.day < rule.known.isoformat()
            said.append(Raised(rule, found[0], found[1], hindsight))
    return said


def _bank(context: Context, rule: Rule) -> Said:
    for agent in context.payment.agents:
        if agent.bic_country == rules().places.regime or agent.country == rules().places.regime:
            return RAISED, f"{agent.role} {agent.bic or agent.name} is in {rules().places.regime}"
        if said := where.found(rules().banks.words, agent.name):
            return RAISED, f"{agent.role} is named {said!r}"
    if said := where.found(rules().banks.words, context.words):
        return RAISED, f"the text names {said!r}"
    for match in context.matches:
        if match.hit.listed and match.exact and any(a.role == match.role for a in context.payment.agents):
            return RAISED, f"{match.role} {match.asked!r} meets {match.hit.name}, which is listed"
    return None


def _border_goods(context: Context, rule: Rule) -> Said:
    at = context.border
    goods = where.found(rules().goods.words, context.words)
    if at and goods:
        return RAISED, f"{at}; the text says {goods!r}"
    if at and not context.words.strip():
        return CANNOT_TELL, f"{at}; nothing says what is paid for"
    if goods and not any(where.place(p) for p in context.payment.parties):
        return CANNOT_TELL, f"the text says {goods!r}; no party has a town or address"
    return None


def _border_party(context: Context, rule: Rule) -> Said:
    at = context.border
    return (RAISED, at) if at else None


def _offshore(context: Context, rule: Rule) -> Said:
    payment = context.payment
    for prefix in ("", _UNDER):
        payee = where.country(payment, f"{prefix}creditor")
        if payee in rules().places.offshore:
            at = context.border
            if at:
                return RAISED, f"the payee is in {payee}; {at}"
            if not any(where.place(one) for one in payment.parties):
                return CANNOT_TELL, f"the payee is in {payee}; no party has a town or address"
    return None


def _dollars(context: Context, rule: Rule) -> Said:
    payment = context.payment
    if payment.amount is None or payment.amount.currency != rule.currency:
        return None
    for prefix in ("", _UNDER):
        sides = [where.country(payment, f"{prefix}{side}") for side in ("debtor", "creditor")]
        if not all(sides):
            continue
        if sides[0] == sides[1] and sides[0] in rule.countries:
            between = [a for a in payment.agents if rule.correspondent in (a.bic_country, a.country)]
            if between:
                banks = ", ".join(dict.fromkeys(a.bic or a.name for a in between))
                return RAISED, f"both sides are in {sides[0]}; {banks} is in {rule.correspondent}"
    return None


def _salary(context: Context, rule: Rule) -> Said:
    codes = rule.purposes.intersection(context.payment.purposes)
    said = (
        f"purpose {', '.join(sorted(codes))}"
        if codes
        else where.found(("salary", "salaries", "wages"), context.words)
    )
    if not said:
        return None
    count = _WORKERS.search(context.words)
    if count is None:
        return CANNOT_TELL, f"{said}; nothing says for how many workers"
    if int(count[1]) >= rule.least:
        return RAISED, f"{said}; {count[0].strip()}"
    return None


def _originator(context: Context, rule: Rule) -> Said:
    codes = ("no_originator", "no_beneficiary", "cover_without", "cover_hides")
    missing = [
        f.text for f in context.payment.findings if f.code in codes[:2] or f.code.startswith(codes[2:])
    ]
    return (RAISED, "; ".join(missing)) if missing else None


def _third_party(context: Context, rule: Rule) -> Said:
    payment = context.payment
    debtor, owing = payment.party("debtor"), payment.party("ultimate debtor") or payment.party("invoicee")
    if debtor and owing and debtor.name and owing.name and _plain(debtor.name) != _plain(owing.name):
        return RAISED, f"{debtor.name!r} pays for {owing.name!r}"
    if said := _BEHALF.search(context.words):
        return RAISED, f"the text says {said[0]!r}"
    return None


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _round(context: Context, rule: Rule) -> Said:
    amount = context.payment.amount or context.payment.instructed
    if amount is None:
        return CANNOT_TELL, "no amount"
    if amount.value < rule.least or amount.value % rule.round:
        return None
    return None if context.words.strip() else (RAISED, f"{amount}, and no remittance information")


def _shared(context: Context, rule: Rule) -> Said:
    placed = [one for one in context.payment.parties if where.place(one)]
    if context.shared is None:
        return None
    for one in placed:
        if said := context.shared(where.place(one), context.day):
            return RAISED, f"{one.role} {one.name!r} has the address of {said}"
    return None


_CHECKS: dict[str, Callable[[Context, Rule], Said]] = {
    "dprk-bank": _bank,
    "border-goods": _border_goods,
    "border-party": _border_party,
    "offshore-payee": _offshore,
    "dollars-between-chinese": _dollars,
    "collective-salary": _salary,
    "missing-originator": _originator,
    "third-party-pays": _third_party,
    "round-and-vague": _round,
    "shared-attributes": _shared,
}
