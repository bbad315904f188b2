"""FIN blocks, fields and parties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.payments.made import codes, mt103, one, payment
from yalu.payments import Message, read_bytes
from yalu.payments.fin import split
from yalu.payments.fin.parties import agent, party

MT202COV = """{1:F01BANKDEFFAXXX0000000000}{2:I202BANKUS33XXXXN}{3:{119:COV}{121:u}}{4:
:20:C1
:21:REF1
:32A:160301USD5,
:52A:BANKDEFF
:57A:BANKUS33
:58A:BANKFRPP
:50K:/1
PAYER
:59:/2
PAYEE
:70:GOODS
-}{5:{CHK:123456789ABC}}"""
MT940 = """{1:F01BANKDEFFAXXX0000000000}{2:I940BANKUS33XXXXN}{4:
:20:S
:25:ACC1
:28C:1/1
:60F:C160301USD0,
:61:1603010301CR1,50NTRFREF//BANKREF
EXTRA
:86:FROM PAYER
:61:160302RD2,NMSCNONREF
:62F:C160302USD3,50
:86:CLOSING WORDS
-}"""


def test_blocks_and_fields_stand_as_written() -> None:
    found = split(mt103().decode())
    assert list(found.blocks) == ["1", "2", "3", "4"]
    assert [tag for tag, _ in found.fields] == ["20", "23B", "32A", "50K", "57A", "59", "70", "71A"]
    assert (found.type, found.sender, found.receiver) == ("103", "BANKDEFF", "BANKUS33")


def test_a_brace_or_a_colon_in_a_text_ends_no_field() -> None:
    found = split(
        "{1:F01BANKDEFFAXXX0000000000}{2:I103BANKUS33XXXXN}{4:\n:50K:/1}2\nA: B :59: C\n:77E::\n:\nX\n-}"
    )
    assert found.fields == [("50K", "/1}2\nA: B :59: C"), ("77E", ":\n:\nX")]


def test_a_cover_separates_its_own_banks_from_the_customers_transfer() -> None:
    message = one(MT202COV.encode())
    assert message.type == "MT202COV"
    (cover,) = message.payments
    assert cover.related == "REF1"
    assert {a.role: a.bic for a in cover.agents}["creditor"] == "BANKFRPP"
    assert [(p.role, p.name) for p in cover.parties] == [
        ("underlying debtor", "PAYER"),
        ("underlying creditor", "PAYEE"),
    ]
    bare = payment(MT202COV.replace(":50K:/1\nPAYER\n:59:/2\nPAYEE\n", "").encode())
    assert "cover_without_originator" in codes(bare.findings)


def test_a_statement_gives_an_entry_each_payment() -> None:
    first, second = one(MT940.encode()).payments
    assert (str(first.amount), first.date, first.direction, first.end_to_end, first.transaction) == (
        "1.50 USD", "2016-03-01", "CRDT", "REF", "BANKREF",
    )  # fmt: skip
    assert [w.text for w in first.words] == ["EXTRA", "FROM PAYER"]
    assert (second.direction, second.status, second.end_to_end) == ("CRDT", "reversal", "")
    assert [w.where for w in second.words] == ["statement information"]


def test_numbered_lines_of_a_party() -> None:
    found = party("F", "CCPT/KP/563320191\n1/RI JONG IL\n2/1 STREET\n3/CN/DANDONG\n4/19700102", "debtor")
    assert (found.name, found.country, found.town) == ("RI JONG IL", "CN", "DANDONG")
    assert (found.birth_date, found.schema) == ("1970-01-02", "Person")
    assert found.identifiers == (("passport", "563320191"),)


@pytest.mark.parametrize(
    ("option", "text", "bic", "name", "account", "member"),
    [
        ("A", "/D/123\nBANKDEFFXXX", "BANKDEFFXXX", "", "123", ""),
        ("A", "//CH123456\nBANKDEFF", "BANKDEFF", "", "", "CH123456"),
        ("C", "//RT", "", "", "", "RT"),
        ("D", "/1\nFOO BANK\nDANDONG, CHINA", "", "FOO BANK", "1", ""),
    ],
)
def test_options_of_an_institution(
    option: str, text: str, bic: str, name: str, account: str, member: str
) -> None:
    found = agent(option, text, "debtor agent")
    assert (found.bic, found.name, found.account, found.member) == (bic, name, account, member)


def test_years_turn_at_eighty() -> None:
    assert payment(mt103(date="791231")).date == "2079-12-31"
    assert payment(mt103(date="800101")).date == "1980-01-01"
    assert "date_unreadable" in codes(payment(mt103(date="160231")).findings)


def test_acknowledgements_are_named_beside_the_message() -> None:
    ack = b"{1:F21BANKDEFFAXXX0000000000}{4:{177:1603011200}{451:0}}"
    kinds = [m.type for m in read_bytes(ack + mt103())]
    assert kinds == ["F21", "MT103"]


@given(st.text(max_size=400))
def test_no_text_crashes_the_splitter(text: str) -> None:
    found = split(text)
    assert len(found.blocks) <= text.count("{") + 1


@given(st.lists(st.text("ABC{}:-/\n 12", max_size=30), max_size=6))
def test_fields_are_kept_letter_by_letter(values: list[str]) -> None:
    kept = [v.replace("-}", "").replace("\n:", "\n").strip("\n") for v in values]
    text = "{1:F01X}{2:I103BANKUS33XXXXN}{4:\n" + "".join(f":7{n}A:{v}\n" for n, v in enumerate(kept)) + "-}"
    assert [value for _, value in split(text).fields] == kept


@given(st.binary(max_size=200), st.integers(0, 400))
def test_damage_is_survived(noise: bytes, place: int) -> None:
    text = mt103()
    for found in read_bytes(text[:place] + noise + text[place:]):
        if isinstance(found, Message):
            list(found.payments)
