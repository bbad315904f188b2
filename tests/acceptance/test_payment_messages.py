"""Real samples: how many messages of each kind are read, and what some of them say field by field."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from yalu.payments import Message, Payment, Read, Reject, read
from yalu.payments.fin import TYPED

EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "payment_messages.yaml").read_text()
)


@pytest.fixture(scope="module")
def messages(shared: Path) -> Path:
    return shared / "data" / "messages"


@pytest.fixture(scope="module")
def fin(messages: Path) -> list[Read]:
    return list(read(messages / "mt" / "prowide_embedded_mt.json"))


def _split(found: list[Read]) -> tuple[list[Message], list[Reject]]:
    return [m for m in found if isinstance(m, Message)], [r for r in found if isinstance(r, Reject)]


def test_all_cbpr_files_are_messages_but_two_named_fixtures(messages: Path) -> None:
    read_in, rejects = _split(
        [one for path in sorted((messages / "iso20022_cbpr").rglob("*.xml")) for one in read(path)]
    )
    assert len(read_in) == 140
    assert [Path(r.file).name for r in rejects] == [
        "tests_fixtures_mini_invalid.xml",
        "tests_fixtures_mini_valid.xml",
    ]
    assert all("no ISO 20022 message" in r.reason for r in rejects)


def test_fednow_payments_are_read_and_system_messages_named(messages: Path) -> None:
    read_in, rejects = _split([one for p in sorted((messages / "fednow").glob("*.xml")) for one in read(p)])
    assert Counter(m.type for m in read_in) == {"pacs.002": 3, "pacs.008": 1}
    assert {r.kind for r in rejects} == {"not a payment"}
    assert sorted(r.type for r in rejects) == [
        "admi.002.001.01", "admi.002.001.01", "admi.004.001.02", "admi.998.001.02", "head.001.001.02",
    ]  # fmt: skip


def test_every_fin_message_is_split_and_payments_typed(fin: list[Read]) -> None:
    read_in, rejects = _split(fin)
    assert len(fin) == 113
    assert all(one.raw is not None and one.raw.blocks["1"] for one in fin)
    assert Counter(m.type[:5] for m in read_in) == {"MT103": 42, "MT202": 10, "MT940": 9, "MT950": 4}
    assert all(r.type.startswith("MT") and r.type[2:] not in TYPED for r in rejects)


@pytest.mark.parametrize("expected", EXPECTED["fin"], ids=lambda e: f"{e['type']}-{e['item']}")
def test_fin_fields_are_as_the_raw_message_has_them(fin: list[Read], expected: dict[str, Any]) -> None:
    message = fin[expected["item"]]
    assert isinstance(message, Message)
    _compare(message, expected)


@pytest.mark.parametrize("expected", EXPECTED["iso20022"], ids=lambda e: Path(e["file"]).name)
def test_iso_fields_are_as_the_raw_message_has_them(messages: Path, expected: dict[str, Any]) -> None:
    (message,) = read(messages / "iso20022_cbpr" / expected["file"])
    assert isinstance(message, Message)
    _compare(message, expected)


def _compare(message: Message, expected: dict[str, Any]) -> None:
    payment = next(iter(message.payments))
    said = _said(message, payment)
    for key, value in expected.items():
        if key in ("item", "file"):
            continue
        if key == "agents":
            assert {role: _agent(payment, role).bic for role in value} == value
        elif key == "agent_names":
            assert {role: _agent(payment, role).name for role in value} == value
        elif key == "words":
            assert [w.text for w in payment.words] == value
        else:
            assert said[key] == (str(value) if key == "date" else value), key


def _agent(payment: Payment, role: str) -> Any:
    found = payment.agent(role)
    assert found is not None, role
    return found


def _said(message: Message, payment: Payment) -> dict[str, Any]:
    said: dict[str, Any] = {
        "type": message.type,
        "variant": message.variant,
        "sender": message.sender,
        "receiver": message.receiver,
        "uetr": payment.uetr,
        "date": payment.date,
        "amount": str(payment.amount),
        "instructed": str(payment.instructed),
        "direction": payment.direction,
        "status": payment.status,
        "first_words": payment.words[0].text if payment.words else None,
    }
    for role in ("debtor", "creditor", "underlying debtor", "underlying creditor"):
        key, one = role.replace(" ", "_"), payment.party(role)
        said[key] = one.name if one else None
        said[f"{key}_account"] = one.account if one else None
        said[f"{key}_country"] = one.country if one else None
        said[f"{key}_bic"] = dict(one.identifiers).get("bic") if one else None
    owner = payment.party("account owner")
    said["owner_account"] = owner.account if owner else None
    return said
