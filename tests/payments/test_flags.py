"""Red flags: each rule raised, silent and unable to tell; in hindsight none of them decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.payments.made import mt103, one, pacs8
from yalu.payments.chain.screening import priority
from yalu.payments.flags.batch import Group, Ledger, groups
from yalu.payments.flags.rules import rows, rules
from yalu.payments.flags.single import Context, raised

LATE = "2018-06-01"


def _says(content: bytes, day: str = LATE, shared: Any = None) -> dict[str, str]:
    message = one(content)
    (payment,) = message.payments
    return {flag.id: flag.says for flag in raised(Context(payment, message, day, (), shared))}


def test_every_rule_names_red_flags_that_exist_and_has_a_check() -> None:
    held = rows()
    every = [*rules().single, *rules().batch]
    assert all(i in held and held[i].citation for rule in every for i in rule.red_flags)
    assert len({rule.id for rule in every}) == len(every)
    assert _says(pacs8()) == {}


@pytest.mark.parametrize(
    ("flag", "given", "quiet"),
    [
        ("dprk-bank", {"creditor_bic": "ABCDKPPY"}, {"creditor_bic": "ABCDKRSE"}),
        ("border-goods", {"town": "Dandong", "words": "anthracite coal"}, {"words": "anthracite coal"}),
        ("border-party", {"debtor": "Liaoning Foo Co"}, {"debtor": "Shanghai Foo Co"}),
        ("offshore-payee", {"town": "Dandong", "creditor_country": "HK"}, {"creditor_country": "HK"}),
        (
            "dollars-between-chinese",
            {"country": "CN", "creditor_country": "CN", "instructing": "BANKUS33"},
            {"country": "CN", "creditor_country": "CN", "instructing": "BANKUS33", "currency": "CNY"},
        ),
        (
            "collective-salary",
            {"purpose": "<Purp><Cd>SALA</Cd></Purp>", "words": "wages of 45 workers"},
            {"purpose": "<Purp><Cd>SALA</Cd></Purp>", "words": "wages of 2 workers"},
        ),
        ("missing-originator", {"debtor": ""}, {}),
        ("third-party-pays", {"words": "paid on behalf of Foo Ltd"}, {"words": "behalf"}),
        ("round-and-vague", {"amount": "50000.00", "words": ""}, {"amount": "50000.01", "words": ""}),
    ],
)
def test_a_rule_is_raised_and_is_silent(flag: str, given: dict[str, str], quiet: dict[str, str]) -> None:
    assert _says(pacs8(**given)).get(flag) == "raised"
    assert _says(pacs8(**quiet)).get(flag) is None


def test_a_gap_gives_cannot_tell() -> None:
    assert _says(pacs8(town="Dandong", words=""))["border-goods"] == "cannot tell"
    assert _says(pacs8(purpose="<Purp><Cd>SALA</Cd></Purp>"))["collective-salary"] == "cannot tell"
    bare = pacs8(words="coal").replace(b"<TwnNm>Bremen</TwnNm>", b"")
    assert _says(bare)["border-goods"] == "cannot tell"


def test_a_shared_address_is_told_with_whose_it_is() -> None:
    said = _says(mt103(), shared=lambda address, day: "Foo (x-foo)" if "MAIN STREET" in address else "")
    assert said["shared-attributes"] == "raised"


def test_before_the_advisory_a_flag_is_hindsight_and_weighs_nothing() -> None:
    message = one(pacs8(creditor_bic="ABCDKPPY"))
    (payment,) = message.payments
    (flag,) = raised(Context(payment, message, "2016-01-01"))
    assert (flag.hindsight, flag.weight, flag.decision) == (True, 0.0, "release")
    assert flag.as_dict()["in_hindsight"] is True
    (now,) = raised(Context(payment, message, LATE))
    assert (now.weight > 0, now.decision) == (True, "stop")


def test_weights_combine_without_reaching_one() -> None:
    message = one(pacs8(town="Dandong", words="coal", creditor_country="HK"))
    (payment,) = message.payments
    flags = raised(Context(payment, message, LATE))
    weights = sorted(flag.weight for flag in flags)
    assert len(weights) == 3
    assert max(weights) < priority(flags) < 1
    assert priority([]) == 0


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger() as made:
        yield made


def _add(ledger: Ledger, **given: str) -> None:
    message = one(pacs8(**given))
    for payment in message.payments:
        ledger.add(payment, message)


def _raised(ledger: Ledger) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in groups(ledger, "2026-01-01"):
        if group.flag.says == "raised":
            found.setdefault(group.flag.id, []).append(group)
    return found


def test_a_burst_of_round_sums_and_not_of_others(ledger: Ledger) -> None:
    for day in ("2018-01-01", "2018-01-02", "2018-01-03"):
        _add(ledger, date=day, amount="20000.00")
        _add(ledger, date=day, amount="20000.50", debtor="Other")
        _add(ledger, date="2018-0" + day[-1] + "-01", amount="20000.00", debtor="Slow")
    (group,) = _raised(ledger)["burst"]
    assert (group.payer, group.count) == ("Example Trading", 3)
    assert [p["date"] for p in group.payments] == ["2018-01-01", "2018-01-02", "2018-01-03"]
    assert "60000.00 USD" in group.flag.evidence


def test_a_split_needs_most_of_the_sum_and_several_offshore_payees(ledger: Ledger) -> None:
    _add(ledger, date="2018-01-01", amount="100000.00", creditor="Front Co")
    for n, country in enumerate(("HK", "VG", "MH")):
        _add(
            ledger, date=f"2018-01-0{n + 2}", amount="30000.00", debtor="Front Co", creditor=f"Shell {n}",
            creditor_country=country,
        )  # fmt: skip
        _add(
            ledger,
            date="2018-01-03",
            amount="30.00",
            debtor="Exemple SA",
            creditor=f"Shop {n}",
            creditor_country="HK",
        )
    (group,) = _raised(ledger)["split"]
    assert (group.payer, group.count) == ("Front Co", 4)
    assert "90000.00 went out to 3 payees in HK, MH, VG" in group.flag.evidence


def test_a_replaced_payee_shares_an_account_and_is_new(ledger: Ledger) -> None:
    status = (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt><GrpHdr>'
        "<MsgId>S</MsgId>"
        "<CreDtTm>2018-01-02T00:00:00</CreDtTm></GrpHdr><TxInfAndSts><OrgnlUETR>refused</OrgnlUETR>"
        "<TxSts>RJCT</TxSts></TxInfAndSts></FIToFIPmtStsRpt></Document>"
    )
    _add(ledger, date="2018-01-01", uetr="refused", creditor="First Ltd")
    message = one(status.encode())
    for payment in message.payments:
        ledger.add(payment, message)
    _add(ledger, date="2018-01-20", uetr="n", creditor="Second Ltd")
    _add(ledger, date="2018-03-20", uetr="m", creditor="Third Ltd")
    (group,) = _raised(ledger)["replaced"]
    assert group.payee == "First Ltd; Second Ltd"
    assert "same account" in group.flag.evidence


def test_mirrored_legs_need_one_rate_twice(ledger: Ledger) -> None:
    for n, (a, b) in enumerate((("700.00", "100.00"), ("1406.00", "200.00"))):
        _add(ledger, date=f"2018-0{n + 1}-01", amount=a, currency="CNY", debtor="A", creditor="B")
        _add(ledger, date=f"2018-0{n + 1}-02", amount=b, currency="USD", debtor="B", creditor="A")
        _add(ledger, date=f"2018-0{n + 1}-01", amount=a, currency="CNY", debtor="C", creditor="D")
        _add(
            ledger, date=f"2018-0{n + 1}-02", amount=f"{n + 1}50.00", currency="USD", debtor="D", creditor="C"
        )
    assert [(g.payer, g.payee) for g in _raised(ledger)["mirror"]] == [("A", "B")]


def test_rules_without_their_fields_cannot_tell_and_none_peeks(ledger: Ledger) -> None:
    _add(ledger, date="2018-01-01")
    said = {g.flag.id: g.flag.says for g in groups(ledger, "2026-01-01")}
    assert said == {"replaced": "cannot tell"}
    assert list(groups(ledger, "2017-01-01")) == []
