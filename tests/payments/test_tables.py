"""Tables of payments by mapping, and IBM's schemata."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.payments.made import kinds
from yalu.errors import UsageError
from yalu.payments import Message, Payment, Reject, read, read_bytes
from yalu.payments.covers import Covers

CSV = (
    "Date;Amount;Currency;Payer;Beneficiary;Details;Beneficiary BIC\n"
    "2016-03-01;1000,50;EUR;A;B;=1+1;BANKDEFF\n"
)


def _payments(content: bytes, columns: str = "") -> list[Payment]:
    found = [m for m in read_bytes(content, "t.csv", columns) if isinstance(m, Message)]
    return [p for m in found for p in m.payments]


def test_headings_are_recognized() -> None:
    (found,) = _payments(CSV.encode())
    assert str(found.amount) == "1000.50 EUR"
    assert (found.date, found.words[0].text) == ("2016-03-01", "=1+1")
    assert [(p.role, p.name) for p in found.parties] == [("debtor", "A"), ("creditor", "B")]
    assert found.agents[0].bic == "BANKDEFF"


def test_a_mapping_may_be_given() -> None:
    text = b"x,y,z\nA,5,2016-01-01\n"
    (found,) = _payments(text, "debtor=x,amount=y,date=z")
    assert (found.date, str(found.amount)) == ("2016-01-01", "5")
    with pytest.raises(UsageError, match="no column"):
        _payments(text, "amount=w")


def test_bad_rows_are_rejected_one_by_one() -> None:
    text = "date,amount,payer\n2016-01-01,5,A\n2016-01-01,abc,B\n2016-13-01,6,C\n,,\n1,2,3,4\n"
    found = list(read_bytes(text.encode(), "t.csv"))
    assert [(r.place, r.kind) for r in found if isinstance(r, Reject)] == [
        ("row 3", "unreadable"), ("row 5", "unreadable"), ("row 6", "unreadable"),
    ]  # fmt: skip
    assert kinds(found).count("CSV") == 2


def test_a_quotation_mark_that_never_closes_spoils_its_own_row_alone() -> None:
    head = "date,amount,payer,payee\n"
    two = '2016-01-01,5,"A,B\n2016-01-02,6,"two\nlines",D\n2016-01-03,7,5" pipe,"F" Ltd\n'
    found = list(read_bytes((head + two).encode(), "t.csv"))
    assert [(r.place, "never closes" in r.reason) for r in found if isinstance(r, Reject)] == [
        ("row 2", True)
    ]
    paid = [p for m in found if isinstance(m, Message) for p in m.payments]
    assert [p.parties[0].name for p in paid] == ["two\nlines", '5" pipe']
    assert paid[1].parties[1].name == "F Ltd"
    long = '2016-01-01,5,"' + "x" * (1 << 20) + "\n2016-01-02,6,C,D\n"
    assert kinds(read_bytes((head + long).encode(), "t.csv")) == ["unreadable", "CSV"]
    many = list(read_bytes((head + '2016-01-01,5,"A,B\n' * 201).encode(), "t.csv"))
    assert len(many) == 101 and isinstance(many[-1], Reject) and "not read" in many[-1].reason


def test_columns_without_payments_are_rejected_with_what_to_do() -> None:
    (found,) = read_bytes(b"a,b\n1,2\n", "t.csv")
    assert isinstance(found, Reject)
    assert "--columns" in found.reason


def test_ibm_schemata() -> None:
    world = (
        "Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,"
        "Payment Currency,Payment Format,Is Laundering\n"
        "2022/09/01 00:20,010,8000EBD30,020,8000EBD31,3697.34,US Dollar,3697.34,US Dollar,Reinvestment,0\n"
    )
    (found,) = _payments(world.encode())
    assert (found.date, found.time) == ("2022-09-01", "2022-09-01T00:20")
    assert [p.account for p in found.parties] == ["8000EBD30", "8000EBD31"]
    assert [a.member for a in found.agents] == ["010", "020"]
    (step,) = _payments(b"sourceNodeId,targetNodeId,value,time\n280,15349,147.8,1\n")
    assert (step.date, step.parties[0].account, str(step.amount)) == ("", "280", "147.8")
    assert step.findings[0].code == "date_is_a_step"


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "p.parquet"
    duckdb.sql("SELECT 'A' AS payer, 5.25 AS amount, DATE '2016-01-01' AS date").write_parquet(str(path))
    (message,) = read(path)
    assert isinstance(message, Message)
    (found,) = message.payments
    assert (str(found.amount), found.date) == ("5.25", "2016-01-01")


def test_covers_are_matched_by_uetr_and_say_what_they_hide() -> None:
    from tests.payments.made import mt103
    from tests.payments.test_fin import MT202COV

    covers = Covers()
    for content in (mt103(uetr="u", debtor="PAYER"), MT202COV.replace("PAYEE", "OTHER").encode()):
        for message in read_bytes(content):
            assert isinstance(message, Message)
            for payment in message.payments:
                covers.add(payment, message.type, "f", "")
    (pair,) = covers.pairs()
    assert pair.transfer is not None
    assert [f.code for f in pair.findings] == ["cover_other_creditor"]
