"""The answer as plain data: one object a bank, and one for the run."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from yalu.payments.banks.model import BankExposure, Case, Class, Exposure, Role

VERSION = 1


def run_dict(found: Exposure) -> dict[str, Any]:
    """What the run was, and what it left out."""
    return {
        "version": VERSION,
        "period": [found.period.first, found.period.last],
        "as_of": found.as_of,
        "mode": found.mode,
        "snapshot": found.snapshot,
        "payments": found.payments,
        "banks": len(found.banks),
        "alerts_given": found.alerts_given,
        "left_out": [{"what": n.text, "count": n.count, "examples": n.examples} for n in found.left_out],
    }


def bank_dict(bank: BankExposure, found: Exposure) -> dict[str, Any]:
    """One bank with its cases. ``alerted`` and ``missed`` are null where its alerts are not known."""
    return {
        "version": VERSION,
        "bank": bank.id,
        "names": list(bank.names),
        "country": bank.country,
        "as_of": found.as_of,
        "snapshot": found.snapshot,
        "first": bank.first,
        "last": bank.last,
        "processed": bank.processed,
        "roles": {role.value: bank.roles.get(role, 0) for role in Role},
        "amounts": _sums(bank.amounts),
        "unnamed": bank.unnamed,
        "refused": bank.refused,
        "alertable": bank.alertable,
        "alertable_lists": bank.count(Class.LISTS),
        "alertable_ownership": bank.count(Class.OWNERSHIP),
        "alertable_amounts": _sums(bank.sums(Class.LISTS, Class.OWNERSHIP)),
        "alerted": bank.alerted,
        "refused_without_alert": bank.stopped,
        "missed": bank.missed,
        "possible": bank.count(Class.POSSIBLE),
        "hindsight": bank.hindsight,
        "hindsight_lists": bank.count(Class.HINDSIGHT_LISTS),
        "hindsight_ownership": bank.count(Class.HINDSIGHT_OWNERSHIP),
        "own_alerts": bank.alerts,
        "own_reports": None if bank.alerts is None else bank.reports,
        "cases": [case_dict(case) for case in bank.cases],
    }


def case_dict(case: Case) -> dict[str, Any]:
    """One payment of a bank."""
    return {
        "uetr": case.uetr,
        "reference": case.reference,
        "date": case.day,
        "amount": str(case.amount.value) if case.amount else None,
        "currency": case.amount.currency if case.amount else None,
        "role": case.role.value,
        "says": case.says.value,
        "by": list(case.authorities),
        "why": case.why,
        "alerted": case.alerted,
        "alert_date": case.alert_day or None,
        "reported": case.reported,
        "refused": case.refused,
        "missed": case.missed,
        "file": case.file,
        "place": case.place,
        "type": case.type,
    }


def _sums(amounts: dict[str, Decimal]) -> dict[str, str]:
    return {currency: str(value) for currency, value in amounts.items()}
