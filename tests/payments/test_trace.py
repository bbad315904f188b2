"""A trace from messages to its answer: the worked examples, the chain to the US, and odd input."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.payments.made import UETR, mt103, one, pacs8
from yalu.errors import UsageError
from yalu.payments import Agent, Message, Party, Payment, read, read_bytes
from yalu.payments.model import Amount
from yalu.payments.trace import Book, Closed, Trace, trace
from yalu.payments.trace.as_json import as_dict
from yalu.payments.trace.opening import read_opening

EXAMPLES = Path(__file__).parents[2] / "examples" / "payments"
HEADINGS = "date,time,amount,currency,payer,payer_account,payee,payee_account\n"


def book(*contents: bytes | str, cap: str = "9999-12-31") -> Closed:
    made = Book(cap)
    for content in contents:
        data = content.encode() if isinstance(content, str) else content
        for met in read_bytes(data, "f.csv"):
            if isinstance(met, Message):
                made.take(met)
    return made.closed()


def example(name: str, who: str, *, back: bool = False) -> Trace:
    made = Book()
    for met in read(EXAMPLES / name):
        assert isinstance(met, Message)
        made.take(met)
    return trace(made.closed(), who, back=back)


def codes(read_: Closed) -> dict[str, int]:
    return {noted.code: noted.count for noted in read_.findings}


def test_mingzheng_is_traced_to_six_us_institutions_to_the_cent() -> None:
    found = example("mingzheng.csv", "Mingzheng International Trading Limited")
    (flow,) = found.flows
    assert {str(flow.money(minor)) for minor in flow.through_us.values()} == {"1902975.69"}
    us = {
        bank.bic: flow.money(passed["fifo"])
        for bank, (_, _, passed) in flow.banks.items()
        if bank.country == "US"
    }
    assert sorted(us.values()) == [
        Decimal(s) for s in ("30258.00", "42632.00", "157749.07", "253638.25", "347446.93", "1071251.44")
    ]
    assert len(us) == 6 and sum(us.values()) == Decimal("1902975.69")


def test_the_method_changes_the_answer() -> None:
    (flow,) = example("mixing.csv", "Front Company").flows
    assert flow.hops[3] == {"fifo": 0, "haircut": 10_000, "poison": 25_000, "lib": 0}
    assert flow.hops[2] == {"fifo": 20_000, "haircut": 32_000, "poison": 80_000, "lib": 20_000}


def test_back_from_the_last_account_to_the_first() -> None:
    found = example("mixing.csv", "830", back=True)
    (flow,) = found.flows
    reached = {found.accounts[k].number: parts for k, (_, parts, _) in flow.accounts.items()}
    assert reached["600"]["haircut"] == 10_000 and reached["700"]["fifo"] == 25_000
    assert [flow.hops[n]["haircut"] for n in (1, 2, 3)] == [25_000] * 3


def test_messages_of_one_uetr_are_one_payment_and_add_their_banks() -> None:
    us = "<IntrmyAgt1><FinInstnId><BICFI>BANKUS33</BICFI></FinInstnId></IntrmyAgt1>"
    held = book(pacs8(), pacs8(intermediary=us))
    assert len(held.moved) == 1 and codes(held)["uetr_again"] == 1
    (flow,) = trace(held, "Example Trading").flows
    assert flow.through_us["fifo"] == 100_000
    assert codes(book(pacs8(), pacs8(amount="999.00")))["uetr_differs"] == 1


def test_a_swift_message_is_evidence_with_its_file() -> None:
    answer = as_dict(trace(book(mt103()), "example trading"), "2026-11-24", opening_given=False)
    (payment,) = answer["currencies"][0]["payments"]
    assert payment["type"] == "MT103" and payment["file"] == "f.csv" and payment["amount"] == "1000.00"


def test_currencies_are_never_added() -> None:
    held = book(
        HEADINGS + "2016-01-01,,10.00,USD,A,1,B,2\n2016-01-02,,700,JPY,A,1,B,2\n2016-01-03,,9,JPY,B,2,C,3\n"
    )
    flows = trace(held, "1").flows
    assert [(f.currency, str(f.money(f.total))) for f in flows] == [("JPY", "700"), ("USD", "10.00")]


def test_odd_payments_are_told_and_left_out() -> None:
    held = book(
        HEADINGS + "2016-01-01,,0,USD,A,1,B,2\n2016-01-01,,-5,USD,A,1,B,2\n2016-01-01,,5,USD,A,1,A,1\n"
        ",,5,USD,A,1,B,2\n2016-01-01,,5,USD,A,1,,\n2016-01-01,,5.001,USD,A,1,B,2\n2030-01-01,,5,USD,A,1,B,2\n",
        cap="2026-11-24",
    )
    assert held.moved == []
    assert codes(held) == {
        "amount_zero": 1, "amount_negative": 1, "self_payment": 1, "date_missing": 1, "party_missing": 1,
        "amount_decimals": 1, "later": 1,
    }  # fmt: skip


def test_time_decides_and_a_tie_is_told() -> None:
    late = "2016-01-01,2016-01-01T12:00,5,USD,A,1,B,2\n2016-01-01,2016-01-01T09:00,5,USD,B,2,C,3\n"
    (flow,) = trace(book(HEADINGS + late), "1").flows
    assert list(flow.hops) == [1], "B paid before it was paid"
    tied = book(HEADINGS + "2016-01-01,,5,USD,A,1,B,2\n2016-01-01,,5,USD,B,2,C,3\n")
    assert codes(tied)["tie"] == 1
    assert list(trace(tied, "1").flows[0].hops) == [1, 2]


def test_an_opening_balance_changes_what_fifo_finds(tmp_path: Path) -> None:
    held = book(
        HEADINGS + "2016-01-01,,10,USD,A,1,B,2\n2016-01-02,,10,USD,B,2,C,3\n2016-01-03,,4,USD,B,2,C,3\n"
    )
    table = tmp_path / "opening.csv"
    table.write_text("account,currency,amount\n2,USD,6.00\n")
    (without,) = trace(held, "1").flows
    (with_it,) = trace(held, "1", opening=read_opening(table, held.accounts)).flows
    assert without.hops[2]["fifo"] == 1_000 and with_it.hops[2]["fifo"] == 800
    assert without.topped == 1_400 and with_it.topped == 1_000
    for bad in ("2,USD,-1", "2,USD,x", "77,USD,1", "2,USD,1\n2,USD,1"):
        table.write_text(f"account,currency,amount\n{bad}\n")
        with pytest.raises(UsageError):
            read_opening(table, held.accounts)


def test_sums_that_leave_64_bits_are_refused() -> None:
    parties = [Party("debtor", "A", "1"), Party("creditor", "B", "2")]
    made = Book()
    payment = Payment(amount=Amount(Decimal(10) ** 17, "USD"), date="2016-01-01", parties=parties)
    made.take(Message("f", "pacs.008", payments=[payment]))
    with pytest.raises(UsageError, match="minor units"):
        trace(made.closed(), "1")


def test_an_unknown_account_names_the_nearest() -> None:
    with pytest.raises(UsageError) as raised:
        trace(book(pacs8()), "Exampel Trading")
    assert "Example Trading" in raised.value.do


def test_a_cover_adds_its_banks_and_is_no_payment_of_its_own() -> None:
    parties = [Party("debtor", "A", "1"), Party("creditor", "B", "2")]
    paid = Amount(Decimal("5.00"), "USD")
    transfer = Payment(uetr="u", amount=paid, date="2016-01-01", parties=parties)
    cover = Payment(uetr="u", amount=paid, date="2016-01-01", cover=True)
    cover.agents = [Agent("intermediary agent 1", "BANKUS33"), Agent("underlying debtor agent", "BANKCNBB")]
    alone = Payment(uetr="v", amount=paid, date="2016-01-01", cover=True)
    made = Book()
    for kind, payment in (("MT202COV", cover), ("MT103", transfer), ("pacs.009COV", alone)):
        made.take(Message("f", kind, payments=[payment]))
    held = made.closed()
    (flow,) = trace(held, "1").flows
    assert codes(held) == {"cover_alone": 1}
    assert {bank.bic for bank in flow.banks} == {"BANKUS33"} and flow.through_us["fifo"] == 500


def test_a_rejected_payment_does_not_count_and_a_return_is_told() -> None:
    refusal = Message("g", "pacs.002", payments=[Payment(uetr=UETR, status="RJCT")])
    back = Message("h", "pacs.004", payments=[Payment(uetr=UETR)])
    made = Book()
    for message in (back, refusal, one(pacs8())):
        made.take(message)
    held = made.closed()
    assert held.moved == [] and codes(held) == {"returned": 1, "rejected": 1}


def test_banks_that_pay_for_themselves_are_followed_by_bic() -> None:
    text = (
        "{1:F01BANKDEFFAXXX0000000000}{2:I202BANKUS33XXXXN}{4:\n:20:A\n:21:B\n:32A:160301USD5,\n"
        ":52A:BANKCNBB\n:58A:BANKHKHH\n-}"
    )
    (flow,) = trace(book(text), "BANKCNBB").flows
    assert flow.total == 500 and flow.through_us["haircut"] == 500
