"""Messages that come twice in a run."""

from __future__ import annotations

from yalu.payments.model import Finding, Message, Payment

MOST = 2_000_000
"""Transfers of a run that are remembered; past them repetition is not looked for."""
_ONCE = ("pacs.008", "pacs.009", "pain.001", "MT103", "MT202", "MT205")


class Seen:
    """Remembers by UETR, type, sender and receiver: along a chain a UETR rightly comes again, from others."""

    def __init__(self) -> None:
        self._held: dict[int, int] = {}

    def add(self, payment: Payment, message: Message) -> list[Finding]:
        """What is to be said of a payment whose like was met before."""
        if not payment.uetr or not message.type.startswith(_ONCE):
            return []
        key = hash((payment.uetr, message.type, message.sender, message.receiver, message.definition))
        said = hash((payment.amount, payment.date, *(party.name for party in payment.parties)))
        before = self._held.get(key)
        if before is None:
            if len(self._held) < MOST:
                self._held[key] = said
            return []
        if before == said:
            return [
                Finding("duplicate", f"UETR {payment.uetr} was met before in a message that says the same")
            ]
        return [Finding("duplicate_differs", f"UETR {payment.uetr} was met before with other parties or sum")]
