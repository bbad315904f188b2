"""The answer by bank, typed, for a report, a page and JSON alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from yalu.errors import UsageError
from yalu.payments.model import Amount


class Role(StrEnum):
    """What a bank did in a payment."""

    SENDER = "sender"
    CORRESPONDENT = "correspondent"
    RECEIVER = "receiver"


class Class(StrEnum):
    """What screening could have shown of a payment to a bank that saw it, strongest first.

    ``LISTS`` and ``OWNERSHIP`` are alertable: the party met word by word or by number, as public on the day.
    ``POSSIBLE`` is a name spelled otherwise, within free text, or control that is uncertain: never counted as
    missed. Hindsight became public later, and is never counted against anybody.
    """

    LISTS = "lists"
    OWNERSHIP = "ownership"
    POSSIBLE = "possible"
    HINDSIGHT_LISTS = "hindsight lists"
    HINDSIGHT_OWNERSHIP = "hindsight ownership"
    NONE = "none"

    @property
    def alertable(self) -> bool:
        """Whether lists or ownership of the day showed it for certain."""
        return self in (Class.LISTS, Class.OWNERSHIP)

    @property
    def hindsight(self) -> bool:
        """Whether it could be known only later."""
        return self in (Class.HINDSIGHT_LISTS, Class.HINDSIGHT_OWNERSHIP)


RANK = {one: number for number, one in enumerate(Class)}


@dataclass(frozen=True, slots=True)
class Period:
    """Days that count, both ends included, ``YYYY-MM-DD``; empty means open."""

    first: str = ""
    last: str = ""

    @classmethod
    def read(cls, text: str) -> Period:
        """``2018-01-01/2018-12-31``, either end may be left out. Raises UsageError."""
        first, slash, last = (part.strip() for part in text.partition("/"))
        try:
            for day in filter(None, (first, last)):
                if date.fromisoformat(day).isoformat() != day:
                    raise ValueError
        except ValueError:
            slash = ""
        if text and (not slash or (first and last and first > last)):
            raise UsageError(
                f"--period {text[:60]!r} is no period",
                expected="two days in order with a stroke between, either may be left out",
                do="--period 2018-01-01/2018-12-31",
            )
        return cls(first, last)

    def holds(self, day: str) -> bool:
        """Whether a day is in it."""
        return (not self.first or day >= self.first) and (not self.last or day <= self.last)

    @property
    def told(self) -> str:
        """In words."""
        if not self.first and not self.last:
            return "all days"
        return f"{self.first or 'the beginning'} to {self.last or 'the end'}"


@dataclass(slots=True)
class Case:
    """A payment of a bank that screening of some day meets, with where and why."""

    uetr: str
    reference: str
    day: str
    amount: Amount | None
    role: Role
    says: Class
    why: str
    file: str
    place: str
    type: str
    authorities: tuple[str, ...] = ()
    """Whose lists, or by whose rule of ownership: US, UN, EU ..."""
    alerted: bool | None = None
    """None where the bank's alerts are not known."""
    alert_day: str = ""
    reported: bool = False
    refused: bool = False
    """Whether this bank refused or returned it."""

    @property
    def missed(self) -> bool:
        """Alertable, neither alerted nor refused, as far as the bank's own alerts are known."""
        return self.says.alertable and self.alerted is False and not self.refused


@dataclass(slots=True)
class BankExposure:
    """One bank. ``alerted`` and ``missed`` are None where its alerts are not known: that is no zero."""

    id: str
    """BIC of eight letters, else LEI, clearing number or name."""
    names: tuple[str, ...] = ()
    country: str = ""
    processed: int = 0
    roles: dict[Role, int] = field(default_factory=dict)
    amounts: dict[str, Decimal] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    unnamed: int = 0
    """Transfers between banks whose message names no customer, so that no list could meet one."""
    refused: int = 0
    cases: list[Case] = field(default_factory=list)
    alerts: int | None = None
    """Alerts of its own that concern payments carried here; None where its alerts are not known."""
    reports: int = 0
    """Reports to the authorities that its own file tells of."""

    def count(self, *classes: Class) -> int:
        """Cases of some classes."""
        return sum(case.says in classes for case in self.cases)

    def sums(self, *classes: Class) -> dict[str, Decimal]:
        """Amounts of the cases of some classes, by currency."""
        found: dict[str, Decimal] = {}
        for case in self.cases:
            if case.says in classes and case.amount is not None:
                found[case.amount.currency] = found.get(case.amount.currency, Decimal(0)) + case.amount.value
        return dict(sorted(found.items()))

    @property
    def alertable(self) -> int:
        """Payments that lists or ownership of the day showed for certain."""
        return self.count(Class.LISTS, Class.OWNERSHIP)

    @property
    def hindsight(self) -> int:
        """Payments that only later knowledge shows."""
        return self.count(Class.HINDSIGHT_LISTS, Class.HINDSIGHT_OWNERSHIP)

    @property
    def alerted(self) -> int | None:
        """Alertable payments that the bank alerted on."""
        return (
            None if self.alerts is None else sum(c.says.alertable and c.alerted is True for c in self.cases)
        )

    @property
    def stopped(self) -> int:
        """Alertable payments that the bank refused or returned without an alert on file."""
        return sum(c.says.alertable and c.refused and c.alerted is not True for c in self.cases)

    @property
    def missed(self) -> int | None:
        """Alertable payments with neither an alert of the bank nor a refusal by it."""
        return None if self.alerts is None else sum(c.missed for c in self.cases)


@dataclass(slots=True)
class Noted:
    """Something told of the run: how often, and where first."""

    text: str
    count: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Exposure:
    """All banks of a run, the most alertable first, and what was left out."""

    period: Period
    as_of: str
    mode: str
    snapshot: str
    banks: list[BankExposure]
    payments: int
    left_out: list[Noted]
    alerts_given: bool
