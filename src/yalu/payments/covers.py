"""Covers matched to the transfers that they settle, by UETR, and by field 21 where FIN has no UETR."""

from __future__ import annotations

from dataclasses import dataclass, field

from yalu.payments.model import Amount, Finding, Payment
from yalu.payments.originator import COVERS

MOST = 1_000_000
"""Covers, and transfers, of one run that are kept for matching."""
CUSTOMER = frozenset(("pacs.008", "MT103"))


@dataclass(slots=True)
class Leg:
    """What is kept of a message for matching: where it is, and who pays and is paid."""

    file: str
    place: str
    type: str
    debtor: str
    creditor: str
    amount: Amount | None


@dataclass(slots=True)
class Pair:
    """A cover and its transfer; one of them may not have been met."""

    key: str
    cover: Leg | None = None
    transfer: Leg | None = None
    findings: list[Finding] = field(default_factory=list)


class Covers:
    """Takes payments as they come and pairs them at the end."""

    def __init__(self) -> None:
        self._covers: dict[str, Leg] = {}
        self._transfers: dict[str, Leg] = {}

    def add(self, payment: Payment, kind: str, file: str, place: str) -> list[Finding]:
        """Keep a cover, or what may be covered; says what differs from its partner, if that was met."""
        if kind in COVERS or payment.cover:
            leg = _leg(payment, kind, file, place, "underlying ")
            key = payment.uetr or payment.related
            if key and len(self._covers) < MOST:
                self._covers.setdefault(key, leg)
            partner = self._transfers.get(key) if key else None
            return _differences(leg, partner) if partner else []
        if kind in CUSTOMER:
            leg = _leg(payment, kind, file, place, "")
            for key in filter(None, (payment.uetr, payment.instruction)):
                if len(self._transfers) < MOST:
                    self._transfers.setdefault(key, leg)
                if partner := self._covers.get(key):
                    return _differences(partner, leg)
        return []

    def pairs(self) -> list[Pair]:
        """Every cover with its transfer where that was met, and what differs between them."""
        found = []
        for key, cover in self._covers.items():
            pair = Pair(key, cover, self._transfers.get(key))
            if pair.transfer is not None:
                pair.findings = _differences(cover, pair.transfer)
            found.append(pair)
        return found


def _leg(payment: Payment, kind: str, file: str, place: str, prefix: str) -> Leg:
    debtor, creditor = payment.party(f"{prefix}debtor"), payment.party(f"{prefix}creditor")
    names = (debtor.name if debtor else "", creditor.name if creditor else "")
    return Leg(file, place, kind, *names, payment.amount)


def _differences(cover: Leg, transfer: Leg) -> list[Finding]:
    found = []
    for side in ("debtor", "creditor"):
        said, meant = getattr(cover, side), getattr(transfer, side)
        if meant and not said:
            found.append(Finding(f"cover_hides_{side}", f"the cover does not name the {side} {meant!r}"))
        elif said and meant and _plain(said) != _plain(meant):
            found.append(
                Finding(f"cover_other_{side}", f"the cover names {said!r} as {side}, the transfer {meant!r}")
            )
    return found


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
