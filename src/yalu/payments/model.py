"""What a payment message says: who pays whom, through which banks, how much, when; and what is wrong with it.

One model for ISO 20022, SWIFT FIN and tables, so that whoever screens or traces knows nothing of formats.
Roles are those of ISO 20022: ``debtor`` pays, ``creditor`` is paid.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

UNREADABLE = "unreadable"
NOT_A_PAYMENT = "not a payment"


class Amount(NamedTuple):
    """A sum as written, exact, with its currency (ISO 4217, may be empty in a table)."""

    value: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.value} {self.currency}".rstrip()


class Finding(NamedTuple):
    """Something a reader must know of a message: ``code`` for programs, ``text`` for people."""

    code: str
    text: str


class Words(NamedTuple):
    """Free text of a payment, and the element or field in which it stands."""

    where: str
    text: str


@dataclass(slots=True)
class Party:
    """A customer in the chain. ``role``: debtor, creditor, ultimate debtor, initiating party ..."""

    role: str
    name: str = ""
    account: str = ""
    country: str = ""
    """ISO code, else as written."""
    town: str = ""
    address: tuple[str, ...] = ()
    """Lines as written, without town and country where these stand apart."""
    schema: str = ""
    """``Person`` or ``Organization`` where the message says which, else empty."""
    birth_date: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    """Kind (those of screening: bic, lei, passport ...) and number."""


@dataclass(slots=True)
class Agent:
    """An institution in the chain. ``role``: debtor agent, intermediary agent 1, sender ..."""

    role: str
    bic: str = ""
    name: str = ""
    lei: str = ""
    member: str = ""
    """Its number in a clearing system."""
    account: str = ""
    country: str = ""
    town: str = ""
    address: tuple[str, ...] = ()

    @property
    def bic_country(self) -> str:
        """The country in its BIC; empty where it has none."""
        return self.bic[4:6] if len(self.bic) in (8, 11) else ""


@dataclass(slots=True)
class Payment:
    """One transfer, or one entry of a statement."""

    number: int = 1
    """Its place in the message, from 1."""
    uetr: str = ""
    end_to_end: str = ""
    instruction: str = ""
    transaction: str = ""
    related: str = ""
    """The reference of another transfer that this one settles or answers: FIN field 21."""
    amount: Amount | None = None
    instructed: Amount | None = None
    date: str = ""
    """``YYYY-MM-DD``: the day of settlement, else of booking or execution; empty where none is said."""
    time: str = ""
    """The moment, ISO, where the message says one."""
    direction: str = ""
    """Of an entry: ``CRDT`` or ``DBIT``; else empty."""
    status: str = ""
    purposes: tuple[str, ...] = ()
    """Purpose and category purpose codes, such as SALA."""
    parties: list[Party] = field(default_factory=list)
    agents: list[Agent] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    cover: bool = False
    """Whether it settles another transfer between banks, and tells of that one's parties."""
    settlement: bool = False
    """Whether it is between institutions for themselves, so that no customer is to be expected."""

    @property
    def everybody(self) -> list[Party | Agent]:
        """Parties, then agents."""
        return [*self.parties, *self.agents]

    def party(self, role: str) -> Party | None:
        """The first party in this role."""
        return next((one for one in self.parties if one.role == role), None)

    def agent(self, role: str) -> Agent | None:
        """The first agent in this role."""
        return next((one for one in self.agents if one.role == role), None)


@dataclass(slots=True)
class Message:
    """One message. ``payments`` may be a stream: read it before the next message is asked for."""

    file: str
    type: str
    """``pacs.008``, ``pacs.009COV``, ``MT103``, ``MT202COV``, ``AMLSim`` ..."""
    definition: str = ""
    """The full name: ``pacs.008.001.08``."""
    id: str = ""
    created: str = ""
    place: str = ""
    """Where in the file it stands, if not alone: ``message 3``, ``row 7``."""
    variant: str = ""
    """``STP`` or ``REMIT`` of an MT103; the business service of an ISO 20022 header."""
    envelope: str = ""
    """What the message was wrapped in; empty where bare."""
    sender: str = ""
    receiver: str = ""
    payments: Iterable[Payment] = ()
    findings: list[Finding] = field(default_factory=list)
    raw: Any = None
    """Of a FIN message its blocks and fields."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A file, message or row that is no payment here, kept with the reason."""

    file: str
    reason: str
    kind: str = UNREADABLE
    type: str = ""
    """What it is, where that could be told: ``admi.002.001.01``, ``MT300``."""
    place: str = ""
    raw: Any = None

    @property
    def told(self) -> str:
        """One line for people."""
        where = f"{self.file} ({self.place})" if self.place else self.file
        return f"{where}: {self.kind}: {self.reason}"


Read = Message | Reject


class Source(Protocol):
    """Anything that bytes are read from: a file, a pipe, bytes held."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to ``size`` bytes."""
        ...
