"""Messages counted by bank as they come; a payment that passes a bank in several messages counts once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from yalu.payments.banks.alerts import Alert, Alerts
from yalu.payments.banks.identity import carried
from yalu.payments.banks.model import RANK, BankExposure, Case, Class, Exposure, Noted, Period, Role
from yalu.payments.banks.saying import Said, classes, hindsight, strongest
from yalu.payments.chain import Chain
from yalu.payments.model import Agent, Message, Payment, Read, Reject
from yalu.payments.trace.book import MOVES

MOST = 20_000_000
"""Payments of banks that are remembered; past them one that comes again is counted again, which is told."""
EXAMPLES = 5
REFUSED = "RJCT"


def exposure(
    found: Iterable[Read],
    chain: Chain,
    *,
    period: Period | None = None,
    alerts: Alerts | None = None,
    rejected: Callable[[Reject], None] = lambda _: None,
    step: Callable[[int], None] = lambda _: None,
) -> Exposure:
    """Count by bank what messages show. ``chain`` gives the day asked: nothing later counts, hindsight
    included. ``rejected`` is told what was not read, ``step`` how many messages were.
    """
    counting = Counting(chain, period or Period(), alerts)
    for number, one in enumerate(found, 1):
        if isinstance(one, Reject):
            counting.note("not read as a payment", one.told)
            rejected(one)
        else:
            counting.take(one)
        step(number)
    return counting.closed()


class Counting:
    """One run."""

    def __init__(self, chain: Chain, period: Period, alerts: Alerts | None = None) -> None:
        self._chain = chain
        self._alerts = alerts
        self._alerted: dict[str, dict[str, Alert]] = {}
        self._period = period
        self._as_of = chain.when.as_of
        self._banks: dict[str, BankExposure] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._seen: set[int] = set()
        self._cases: dict[str, dict[str, Case]] = {}
        self._keys: set[int] = set()
        self._refused: dict[str, set[str]] = {}
        self._noted: dict[str, Noted] = {}
        self._alone = 0

    def take(self, message: Message) -> None:
        """All payments of a message."""
        for payment in message.payments:
            self._take(payment, message)

    def note(self, text: str, where: str = "", count: int = 1) -> None:
        """Tell of something that was left out."""
        noted = self._noted.setdefault(text, Noted(text))
        noted.count += count
        if where and len(noted.examples) < EXAMPLES:
            noted.examples.append(where)

    def _take(self, payment: Payment, message: Message) -> None:
        where = f"{message.file} ({message.place})" if message.place else message.file
        if payment.uetr and (message.type == "pacs.004" or payment.status == REFUSED):
            self._refuse(payment, message)
        if not message.type.startswith(MOVES):
            self.note("statements, initiations and answers, which repeat payments or move none", where)
            return
        if not payment.date:
            self.note("payments without a day, which no list of a day can be held against", where)
            return
        if payment.date > self._as_of:
            self.note(f"payments after {self._as_of}", where)
            return
        if not self._period.holds(payment.date):
            self.note("payments outside the period", where)
            return
        banks = list(carried(payment, message.type))
        if not banks:
            self.note("payments whose message names no bank that it passes", where)
            return
        self._count(payment, message, banks)

    def _refuse(self, payment: Payment, message: Message) -> None:
        agent = payment.agent("instructing agent")
        bank = (agent.bic if agent is not None else "") or message.sender
        self._refused.setdefault(payment.uetr, set()).add(bank[:8].upper())

    def _count(self, payment: Payment, message: Message, banks: list[tuple[str, Role, Agent]]) -> None:
        references = (payment.uetr, payment.instruction, payment.end_to_end, message.id)
        key = next(filter(None, references), "")
        if not key:
            self._alone += 1
            key = f"#{self._alone}"
        found = classes(payment, self._chain.matches(payment, payment.date))
        ever = []
        if not self._chain.nobody(payment):
            ever = hindsight(payment, self._chain.matches(payment, self._as_of, text=False))
        self._keys.add(hash(key))
        for bank, role, agent in banks:
            held = self._banks.setdefault(bank, BankExposure(bank))
            if agent.name:
                self._names.setdefault(bank, {}).setdefault(agent.name)
            held.country = held.country or agent.bic_country or agent.country
            if self._new(bank, key):
                self._add(held, role, payment)
                self._alert(bank, key, references)
            said = strongest(found, bank)
            if said.says is Class.NONE:
                said = strongest(ever, bank)
            if said.says is not Class.NONE:
                self._keep(bank, key, _case(payment, message, role, said))

    def _alert(self, bank: str, key: str, references: Iterable[str]) -> None:
        """Whether the bank alerted on a payment, by any of its references."""
        own = self._alerts.of.get(bank) if self._alerts is not None else None
        if own is not None and (alert := next((own[r] for r in references if r in own), None)) is not None:
            self._alerted.setdefault(bank, {})[key] = alert

    def _new(self, bank: str, key: str) -> bool:
        mark = hash((bank, key))
        if mark in self._seen:
            return False
        if len(self._seen) < MOST:
            self._seen.add(mark)
        else:
            self.note(f"payments past {MOST:,}, of which one that comes again was counted again")
        return True

    def _add(self, held: BankExposure, role: Role, payment: Payment) -> None:
        held.processed += 1
        held.roles[role] = held.roles.get(role, 0) + 1
        held.unnamed += payment.settlement or not payment.parties
        held.first = min(held.first or payment.date, payment.date)
        held.last = max(held.last, payment.date)
        if payment.amount is not None:
            value, currency = payment.amount
            held.amounts[currency] = held.amounts.get(currency, Decimal(0)) + value

    def _keep(self, bank: str, key: str, case: Case) -> None:
        """The strongest of what the messages of one payment show."""
        cases = self._cases.setdefault(bank, {})
        held = cases.get(key)
        if held is None or RANK[case.says] < RANK[held.says]:
            cases[key] = case

    def closed(self) -> Exposure:
        """The answer."""
        alerts = self._alerts
        for bank, held in self._banks.items():
            held.names = tuple(self._names.get(bank, ()))
            held.amounts = dict(sorted(held.amounts.items()))
            held.refused = sum(
                bank in who and hash((bank, uetr)) in self._seen for uetr, who in self._refused.items()
            )
            known = alerts is not None and bank in alerts.of
            cases = self._cases.get(bank, {})
            for key, case in cases.items():
                case.refused = bank in self._refused.get(case.uetr, ())
                case.alerted = key in self._alerted.get(bank, {}) if known else None
                if alert := self._alerted.get(bank, {}).get(key):
                    case.alert_day, case.reported = alert.day, alert.reported
            held.cases = sorted(cases.values(), key=lambda c: (c.day, c.uetr, c.reference))
            if alerts is not None and known:
                own = self._alerted.get(bank, {})
                held.alerts, held.reports = len(own), sum(a.reported for a in own.values())
                if strange := len(alerts.of[bank]) - len(own):
                    self.note("alerts of banks on payments that are not in these messages", bank, strange)
        if alerts is not None:
            self._odd(alerts)
        order = sorted(self._banks.values(), key=lambda b: (-b.alertable, -b.hindsight, -b.processed, b.id))
        return Exposure(
            self._period, self._as_of, str(self._chain.when.mode), self._chain.snapshot, order,
            len(self._keys), list(self._noted.values()), alerts is not None,
        )  # fmt: skip

    def _odd(self, alerts: Alerts) -> None:
        for place in alerts.unread:
            self.note("rows of alerts that name no payment or no bank", place)
        if alerts.later:
            self.note(f"alerts after {self._as_of}", count=alerts.later)
        for bank in sorted(alerts.of.keys() - self._banks.keys()):
            self.note("banks whose alerts are given, and which carried no payment here", bank)


def _case(payment: Payment, message: Message, role: Role, said: Said) -> Case:
    reference = payment.end_to_end or payment.instruction or message.id
    place = message.place + (f" payment {payment.number}" if payment.number > 1 else "")
    return Case(
        payment.uetr, reference, payment.date, payment.amount, role, said.says, said.why, message.file,
        place.strip(), message.type, said.authorities,
    )  # fmt: skip
