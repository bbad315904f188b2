"""Which column of a table holds what of a payment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yalu.errors import UsageError

FIELDS: dict[str, tuple[str, ...]] = {
    "date": ("valuedate", "settlementdate", "bookingdate", "paymentdate", "datum"),
    "time": ("timestamp", "datetime", "trantimestamp"),
    "amount": ("sum", "value", "amountpaid", "betrag", "baseamt"),
    "currency": ("ccy", "paymentcurrency", "curr"),
    "debtor": ("payer", "originator", "orderingcustomer", "sender", "debtorname", "from"),
    "debtor_account": ("payeraccount", "originatoraccount", "debtoriban", "fromaccount", "origacct"),
    "debtor_country": ("payercountry", "originatorcountry"),
    "debtor_address": ("payeraddress", "originatoraddress"),
    "debtor_bank": (
        "debtorbic",
        "payerbank",
        "originatorbank",
        "debtoragent",
        "frombank",
        "payerbic",
        "originatorbic",
    ),
    "creditor": ("payee", "beneficiary", "receiver", "creditorname", "to"),
    "creditor_account": ("payeeaccount", "beneficiaryaccount", "creditoriban", "toaccount", "beneacct"),
    "creditor_country": ("payeecountry", "beneficiarycountry"),
    "creditor_address": ("payeeaddress", "beneficiaryaddress"),
    "creditor_bank": (
        "creditorbic",
        "payeebank",
        "beneficiarybank",
        "creditoragent",
        "tobank",
        "payeebic",
        "beneficiarybic",
    ),
    "intermediary_bank": ("intermediary", "correspondent", "intermediarybic", "correspondentbank"),
    "uetr": (),
    "reference": ("endtoendid", "transactionid", "paymentid", "tranid", "id"),
    "remittance": (
        "details",
        "remittanceinfo",
        "remittanceinformation",
        "description",
        "memo",
        "purposetext",
    ),
    "purpose": ("purposecode", "txtype", "paymentformat"),
}
"""What may be mapped, and how headings call it beside the field's own name."""

AMLWORLD = (
    "Timestamp", "From Bank", "Account", "To Bank", "Account", "Amount Received", "Receiving Currency",
    "Amount Paid", "Payment Currency", "Payment Format", "Is Laundering",
)  # fmt: skip
"""The headings of IBM's AMLworld files, after their published description; not tried on a real file."""
_AMLWORLD_FIELDS = (
    "time", "debtor_bank", "debtor_account", "creditor_bank", "creditor_account", "received", "", "amount",
    "currency", "purpose", "",
)  # fmt: skip
AMLSIM_SAMPLE = ("sourceNodeId", "targetNodeId", "value", "time")
"""The headings of the samples in IBM's AMLSim repository; ``time`` counts steps, not days."""
AMLSIM_LOG = ("tran_id", "orig_acct", "bene_acct", "tx_type", "base_amt", "tran_timestamp")


@dataclass(frozen=True, slots=True)
class Mapping:
    """A schema's name, and for each of its columns the field that it holds or ``""``."""

    name: str
    columns: tuple[str, ...]

    @property
    def told(self) -> str:
        """Which columns were taken, in one line."""
        taken = [f"{name}: column {n}" for n, name in enumerate(self.columns, 1) if name]
        return f"{self.name}: {', '.join(taken)}"


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", heading.casefold())


def choose(headings: Sequence[str], said: str = "") -> Mapping | None:
    """The mapping of a table, by what the caller says (``amount=Betrag,...``), else by its headings.

    None where no payment can be made out: an amount and somebody who pays or is paid are needed. Raises
    UsageError for a field or column that does not exist.
    """
    if said:
        return _told(headings, said)
    plain = [heading.strip() for heading in headings]
    bare = [re.sub(r"[._]\d+$", "", heading) for heading in plain]  # pandas writes Account.1
    if [h.casefold() for h in bare] == [h.casefold() for h in AMLWORLD]:
        return Mapping("AMLworld", tuple("" if f == "received" else f for f in _AMLWORLD_FIELDS))
    if tuple(plain) == AMLSIM_SAMPLE:
        return Mapping("AMLSim", ("debtor_account", "creditor_account", "amount", "step"))
    if set(AMLSIM_LOG) <= set(plain):
        fields = ("reference", "debtor_account", "creditor_account", "purpose", "amount", "time")
        of = dict(zip(AMLSIM_LOG, fields, strict=True))
        return Mapping("AMLSim", tuple(of.get(heading, "") for heading in plain))
    return _guessed(plain)


def _guessed(headings: list[str]) -> Mapping | None:
    called = {_plain(name): field for field, names in FIELDS.items() for name in (field, *names)}
    taken: set[str] = set()
    columns = []
    for heading in headings:
        field = called.get(_plain(heading), "")
        columns.append("" if field in taken else field)
        taken.add(field)
    return Mapping("CSV", tuple(columns)) if _enough(columns) else None


def _told(headings: Sequence[str], said: str) -> Mapping:
    places = {heading.strip().casefold(): n for n, heading in enumerate(headings)}
    columns = [""] * len(headings)
    for pair in said.split(","):
        field, equals, heading = pair.partition("=")
        if not equals or field.strip() not in FIELDS:
            raise UsageError(f"--columns {pair[:60]!r}: no such field", expected=", ".join(FIELDS))
        if (place := places.get(heading.strip().casefold())) is None:
            raise UsageError(f"--columns: there is no column {heading[:60]!r}", expected=", ".join(headings))
        columns[place] = field.strip()
    if not _enough(columns):
        raise UsageError("--columns names no amount, or nobody who pays or is paid")
    return Mapping("CSV", tuple(columns))


def _enough(columns: Sequence[str]) -> bool:
    who = {"debtor", "creditor", "debtor_account", "creditor_account"}
    return "amount" in columns and not who.isdisjoint(columns)
