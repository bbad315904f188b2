"""One payment of the invented world, before it is written as a message."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yalu.payments.world.actors import Actor, Bank


@dataclass(slots=True)
class Transfer:
    """A payment. ``payer`` and ``payee`` are the names as written: misspelled, or empty where left out."""

    uetr: str
    day: str
    time: str
    debtor: Actor
    creditor: Actor
    payer: str
    payee: str
    amount: Decimal
    currency: str
    text: str
    purpose: str
    behalf: str
    between: tuple[Bank, ...]
    """Correspondents, in order."""
    cover: str
    """``""`` where the message itself passes the correspondents; ``cover`` or ``hidden`` where another
    message settles it there, which names the customers or does not."""
    fin: bool
    passed_on: bool
    scheme: str = ""

    @property
    def serial(self) -> list[Bank]:
        """The banks that see the customers' message, each once."""
        middle = () if self.cover else self.between
        return list(dict.fromkeys((self.debtor.bank, *middle, self.creditor.bank)))

    @property
    def settling(self) -> list[Bank]:
        """The banks that the settling message passes, each once; none where there is none."""
        return (
            list(dict.fromkeys((self.debtor.bank, *self.between, self.creditor.bank))) if self.cover else []
        )
