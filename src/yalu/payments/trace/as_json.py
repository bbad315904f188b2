"""A trace as one JSON object, and its payments as rows; sums are exact, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yalu.payments.trace.following import Flow, Parts, Trace

VERSION = 1


def as_dict(found: Trace, cap: str, *, opening_given: bool) -> dict[str, Any]:
    """The whole answer; see docs/reference/commands.md for its fields."""
    return {
        "version": VERSION,
        "from": found.who,
        "direction": "back" if found.back else "forward",
        "methods": list(found.methods),
        "until": cap,
        "starts": [_account(found, index) for index in found.seeds],
        "opening_balances": "given; zero where not" if opening_given else "not known: taken as zero",
        "currencies": [_flow(found, flow) for flow in found.flows],
        "findings": [
            {"code": n.code, "text": n.text, "count": n.count, "examples": n.examples} for n in found.findings
        ],
    }


def amounts(flow: Flow, parts: Parts) -> dict[str, str]:
    """Sums by method, as text."""
    return {name: str(flow.money(minor)) for name, minor in parts.items()}


def stayed(flow: Flow, parts: Parts) -> dict[str, str]:
    """What stayed in an account. Poison counts whole payments, so that a difference of them means nothing."""
    return {name: text for name, text in amounts(flow, parts).items() if name != "poison"}


def _account(found: Trace, index: int) -> dict[str, str]:
    account = found.accounts[index]
    return {"account": account.number, "bank": account.bank, "name": account.name}


def _flow(found: Trace, flow: Flow) -> dict[str, Any]:
    return {
        "currency": flow.currency,
        "total": str(flow.money(flow.total)),
        "topped_up": str(flow.money(flow.topped)),
        "topped_up_payments": flow.topped_payments,
        "through_us": amounts(flow, flow.through_us),
        "hops": [{"hop": hop, **amounts(flow, parts)} for hop, parts in sorted(flow.hops.items())],
        "accounts": [
            {
                **_account(found, index),
                "hop": hop,
                "reached": amounts(flow, reached),
                "stayed": {} if index in found.seeds else stayed(flow, rest),
            }
            for index, (hop, reached, rest) in ordered(flow)
        ],
        "banks": [
            {
                "bic": bank.bic,
                "name": bank.name,
                "country": bank.country,
                "us": bank.country == "US",
                "roles": sorted(roles),
                "payments": count,
                "passed": amounts(flow, passed),
            }
            for bank, (count, roles, passed) in sorted(flow.banks.items(), key=lambda b: (-b[1][0], b[0]))
        ],
        "payments": list(payments(found, flow)),
    }


def ordered(flow: Flow) -> list[tuple[int, tuple[int, Parts, Parts]]]:
    """Accounts by hop, the largest first."""
    return sorted(flow.accounts.items(), key=lambda a: (a[1][0], -max(a[1][1].values()), a[0]))


def payments(found: Trace, flow: Flow) -> Iterator[dict[str, Any]]:
    """The messages as evidence, in order of time."""
    for step in flow.steps:
        one = step.moved
        yield {
            "hop": step.hop,
            "day": one.day,
            "amount": str(flow.money(one.minor)),
            "parts": amounts(flow, step.parts),
            "payer": _account(found, one.payer),
            "payee": _account(found, one.payee),
            "banks": [
                {"bic": b.bic, "name": b.name, "country": b.country, "role": r} for b, r in one.banks.items()
            ],
            "type": one.type,
            "uetr": one.uetr,
            "reference": one.reference,
            "file": one.file,
            "place": one.place,
        }
