"""The payments of a run as movements between accounts; what is no movement is told and left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import NamedTuple

from yalu.payments.model import Agent, Message, Payment
from yalu.payments.money import places
from yalu.payments.originator import COVERS

MOVES = ("pacs.008", "pacs.009", "MT103", "MT202", "MT205", "CSV", "AMLSim", "AMLworld")
"""What moves money. Statements and initiations repeat such transfers."""
EXAMPLES = 5
LARGEST = 1 << 56
"""Minor units of one currency in a run: up to here no sum or share leaves 64 bits."""


class Account(NamedTuple):
    """Where money lies: by its number at a bank, else by its holder's name alone."""

    number: str
    bank: str
    name: str

    @property
    def told(self) -> str:
        """One line for people."""
        where = f"{self.number} at {self.bank}" if self.bank else self.number
        return f"{self.name} ({where})" if self.name and where else self.name or where


class Bank(NamedTuple):
    """A bank in the chain of a payment."""

    bic: str
    name: str
    country: str


@dataclass(slots=True)
class Moved:
    """One movement, with the message that shows it."""

    payer: int
    payee: int
    minor: int
    currency: str
    moment: int
    """Seconds since 1970, UTC; midnight where only a day is said."""
    day: str
    file: str
    place: str
    type: str
    uetr: str
    reference: str
    banks: dict[Bank, str]
    """With the role in which each was met."""


@dataclass(slots=True)
class Noted:
    """A finding over the run: how often, and where first."""

    code: str
    text: str
    count: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Closed:
    """What was read: accounts, movements in order of time, findings."""

    accounts: list[Account]
    moved: list[Moved]
    findings: list[Noted]


class Book:
    """Takes messages as they come. ``cap`` is the last day that counts, ``YYYY-MM-DD``."""

    def __init__(self, cap: str = "9999-12-31") -> None:
        self.cap = cap
        self._accounts: dict[tuple[str, str], int] = {}
        self._names: list[Account] = []
        self._moved: list[Moved] = []
        self._by_reference: dict[str, Moved] = {}
        self._covers: list[tuple[tuple[str, ...], dict[Bank, str]]] = []
        self._rejected: set[str] = set()
        self._noted: dict[str, Noted] = {}

    def take(self, message: Message) -> None:
        """All payments of a message."""
        for payment in message.payments:
            place = _place(message, payment)
            self._take(payment, message, f"{message.file} ({place})" if place else message.file)

    def closed(self) -> Closed:
        """All that was taken, in order of time and, within a moment, of reading."""
        for keys, banks in self._covers:
            met = next((self._by_reference[key] for key in keys if key in self._by_reference), None)
            if met is None:
                self._note("cover_alone", "covers whose transfer was not met", keys[0] if keys else "?")
            else:
                met.banks.update({b: f"cover: {role}" for b, role in banks.items() if b not in met.banks})
        kept = [one for one in self._moved if not (one.uetr and one.uetr in self._rejected)]
        if gone := len(self._moved) - len(kept):
            self._note("rejected", "payments that a pacs.002 says were rejected: left out", count=gone)
        kept.sort(key=lambda one: one.moment)  # stable: ties stay in order of reading, which is unique
        self._ties(kept)
        self._places(kept)
        return Closed(self._names, kept, list(self._noted.values()))

    def _take(self, payment: Payment, message: Message, where: str) -> None:
        banks = {_bank(a): a.role for a in payment.agents if not a.role.startswith("underlying ")}
        banks.pop(Bank("", "", ""), None)
        if message.type in COVERS or payment.cover:
            self._covers.append((tuple(filter(None, (payment.uetr, payment.related))), banks))
            return
        if message.type == "pacs.002" and payment.status == "RJCT" and payment.uetr:
            self._rejected.add(payment.uetr)
            return
        if message.type == "pacs.004":
            self._note("returned", "returns (pacs.004): not followed; the payment itself counts", where)
            return
        if not message.type.startswith(MOVES):
            text = f"{message.type}: moves no money by itself, or repeats a transfer: left out"
            self._note(f"not_followed_{message.type}", text, where)
            return
        met = self._by_reference.get(payment.uetr) if payment.uetr else None
        if met is not None:  # each bank of the chain sends the message on
            self._repeated(met, payment, banks, where)
            return
        made = self._movement(payment, message, banks, where)
        if made is None:
            return
        self._moved.append(made)
        for key in filter(None, (payment.uetr, payment.instruction)):
            self._by_reference.setdefault(key, made)

    def _movement(
        self, payment: Payment, message: Message, banks: dict[Bank, str], where: str
    ) -> Moved | None:
        if fault := self._fault(payment):
            self._note(*fault, where)
            return None
        assert payment.amount is not None
        value, currency = payment.amount
        payer, payee = self._side(payment, "debtor"), self._side(payment, "creditor")
        if payer is None or payee is None:
            self._note("party_missing", "payments without payer or payee: left out", where)
            return None
        if payer == payee:
            self._note("self_payment", "payments from an account to itself: nothing moves", where)
            return None
        if not currency:
            self._note("currency_missing", "payments without a currency: kept apart as one of its own", where)
        return Moved(
            payer, payee, int(value * 10 ** places(currency)), currency, _moment(payment), payment.date,
            message.file, _place(message, payment), message.type, payment.uetr,
            payment.end_to_end or payment.instruction or message.id, banks,
        )  # fmt: skip

    def _fault(self, payment: Payment) -> tuple[str, str] | None:
        """Why a payment cannot be followed, as the code and text of a finding."""
        if payment.amount is None:
            return "amount_missing", "payments without an amount: left out"
        value, currency = payment.amount
        if value <= 0:
            word = "zero" if value == 0 else "negative"
            return f"amount_{word}", f"payments with a {word} amount: left out"
        minor = value * 10 ** places(currency)
        if minor != int(minor):
            return (
                "amount_decimals",
                f"amounts with more decimals than {currency or 'a currency'} has: left out",
            )
        if not payment.date:
            return "date_missing", "payments without a day, which have no order: left out"
        if payment.date > self.cap:
            return "later", f"payments after {self.cap}: left out"
        return None

    def _side(self, payment: Payment, role: str) -> int | None:
        """The account of a side; a bank's own where it pays for itself. None where nobody is named."""
        party, agent = payment.party(role), payment.agent(f"{role} agent")
        own = payment.agent(role)
        if own is None and payment.settlement and role == "debtor":  # an MT202 names the payer as field 52
            own = agent or payment.agent("sender")
        if party is None and own is not None:
            key, name = (f"bank {own.bic or own.name}", ""), own.name or own.bic
        elif party is None or not (party.account or party.name):
            return None
        elif party.account:
            number = "".join(party.account.split()).upper()
            at = _bank(agent) if agent is not None else Bank("", "", "")
            iban = len(number) > 14 and number[:2].isalpha() and number[2:4].isdigit()
            key, name = (number, "" if iban else at.bic[:8] or at.name), party.name
        else:
            key, name = (f"name {plain(party.name)}", ""), party.name
            self._note("no_account", "parties named without an account: each is followed as one of its own")
        if key not in self._accounts:
            self._accounts[key] = len(self._names)
            shown = "" if key[0].startswith(("name ", "bank ")) else key[0]
            self._names.append(Account(shown, key[1], name))
        return self._accounts[key]

    def _repeated(self, met: Moved, payment: Payment, banks: dict[Bank, str], where: str) -> None:
        same = (self._side(payment, "debtor"), self._side(payment, "creditor")) == (met.payer, met.payee)
        met.banks.update({bank: role for bank, role in banks.items() if bank not in met.banks})
        minor = payment.amount.value * 10 ** places(met.currency) if payment.amount else Decimal(met.minor)
        if minor != met.minor or not same:
            text = "messages with the UETR of another payment, but another sum or party: the first counts"
            self._note("uetr_differs", text, where)
        else:
            self._note("uetr_again", "messages that repeat a payment of the same UETR: counted once", where)

    def _ties(self, moved: list[Moved]) -> None:
        """Payments of one moment through one account, whose order decides and is not told."""
        payees: set[tuple[int, int]] = set()
        for one in moved:
            payees.add((one.moment, one.payee))
        if many := sum((one.moment, one.payer) in payees for one in moved):
            text = "payments at the moment in which their payer is also paid: taken in order of reading"
            self._note("tie", text, count=many)

    def _places(self, moved: list[Moved]) -> None:
        """An account number without a bank that also stands with one may be the same account."""
        used = {index for one in moved for index in (one.payer, one.payee)}
        at: dict[str, set[str]] = {}
        for index in used:
            account = self._names[index]
            if account.number:
                at.setdefault(account.number, set()).add(account.bank)
        for number, banks in sorted(at.items()):
            if len(banks) > 1:
                self._note("account_at_several", "numbers at several banks or none: kept apart", number)

    def _note(self, code: str, text: str, where: str = "", count: int = 1) -> None:
        noted = self._noted.setdefault(code, Noted(code, text))
        noted.count += count
        if where and len(noted.examples) < EXAMPLES:
            noted.examples.append(where)


def plain(name: str) -> str:
    """A name as it is compared: letters and digits alone.

    >>> plain("Ming Zheng, Int'l")
    'mingzhengintl'
    """
    return "".join(c for c in name.casefold() if c.isalnum())


def _place(message: Message, payment: Payment) -> str:
    own = f"payment {payment.number}" if payment.number > 1 else ""
    return " ".join(filter(None, (message.place, own)))


def _bank(agent: Agent) -> Bank:
    return Bank(agent.bic, agent.name or agent.member or agent.lei, agent.country or agent.bic_country)


def _moment(payment: Payment) -> int:
    """The time where it is of the payment's own day, else that day's midnight."""
    if payment.time.startswith(payment.date):
        try:
            said = datetime.fromisoformat(payment.time)
            return int((said if said.tzinfo else said.replace(tzinfo=UTC)).timestamp())
        except ValueError:
            pass
    day = date.fromisoformat(payment.date)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
