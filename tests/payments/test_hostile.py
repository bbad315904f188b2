"""Input that is broken, wrong or meant to harm: a clear reason, nothing lost, nothing executed, no crash."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest

from tests.payments.made import codes, kinds, mt103, one, pacs8, payment, reject
from yalu.payments import Message, Party, Payment, Reject, read, read_bytes
from yalu.payments.flags.batch import Ledger, groups
from yalu.payments.iso20022 import read_stream


def test_a_document_type_is_refused_whatever_stands_in_it() -> None:
    for inner in ("", '[<!ENTITY a "b">]', '[<!ENTITY x SYSTEM "file:///etc/passwd">]'):
        body = pacs8().replace(b"Invoice 12", b"&x;" if b"SYSTEM" in inner.encode() else b"I")
        found = reject(f"<!DOCTYPE Document {inner}>".encode() + body)
        assert "document type" in found.reason


def test_an_entity_bomb_is_refused_at_once() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{levels}]><a>&l11;</a>'.encode()
    assert "document type" in reject(bomb).reason


def test_a_document_type_behind_long_comments_or_in_utf16_is_refused_too() -> None:
    body = pacs8().decode()
    late = "<?xml version='1.0'?><!--" + "x" * 9000 + '--><!DOCTYPE a [<!ENTITY e "v">]>' + body
    assert "document type" in reject(late.encode()).reason
    assert "document type" in reject(('<!DOCTYPE a [<!ENTITY e "v">]>' + body).encode("utf-16")).reason


def test_a_stream_with_a_document_type_is_refused() -> None:
    content = b'<!DOCTYPE a [<!ENTITY e "v">]>' + pacs8()
    (found,) = read_stream(io.BytesIO(content), "a")
    assert isinstance(found, Reject)
    assert "document type" in found.reason


def test_truncated_xml_is_rejected_with_the_place() -> None:
    assert "well-formed" in reject(pacs8()[:-200]).reason


def test_what_came_before_the_cut_of_a_stream_is_kept() -> None:
    entry = "<Ntry><Amt Ccy='USD'>1.00</Amt><BookgDt><Dt>2016-01-01</Dt></BookgDt></Ntry>"
    text = (
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>"
        + entry * 30_000
    )
    message, cut = None, None
    for found in read_bytes(text.encode(), "s"):
        if isinstance(found, Message):
            message = sum(1 for _ in found.payments)
        else:
            cut = found
    assert message == 30_000
    assert cut is not None
    assert "what came before it was read" in cut.reason


@pytest.mark.parametrize(
    ("currency", "amount", "code"),
    [
        ("JPY", "100.50", "amount_decimals"),
        ("KWD", "1.2345", "amount_decimals"),
        ("USD", "0.00", "amount_zero"),
        ("USD", "-5.00", "amount_negative"),
        ("XAU", "5", "currency_commodity"),
        ("usd", "5", "currency_unknown"),
        ("USD", "1e9", "amount_unreadable"),
        ("USD", "NaN", "amount_unreadable"),
        ("USD", "9" * 500, "amount_unreadable"),
        ("USD", "١٢", "amount_unreadable"),
    ],
)
def test_a_wrong_sum_is_a_finding_and_the_payment_stays(currency: str, amount: str, code: str) -> None:
    found = payment(pacs8(currency=currency, amount=amount))
    assert code in codes(found.findings)
    assert found.party("debtor") is not None


def test_three_decimals_of_a_dinar_and_trailing_zeros_of_a_yen_are_right() -> None:
    assert payment(pacs8(currency="KWD", amount="1.234")).findings == []
    assert payment(pacs8(currency="JPY", amount="100.00")).findings == []
    assert str(payment(mt103(currency="KWD", amount="1,234")).amount) == "1.234 KWD"


@pytest.mark.parametrize("day", ["2016-13-45", "20160301", "soon", "2016-W01-1"])
def test_a_day_that_is_none_is_a_finding(day: str) -> None:
    found = payment(pacs8(date=day))
    assert (found.date, codes(found.findings)) == ("", {"date_unreadable"})


def test_amounts_are_exact() -> None:
    found = payment(pacs8(amount="9007199254740993.01")).amount
    assert found is not None
    assert found.value == Decimal("9007199254740993.01")


def test_encodings_are_read_and_told() -> None:
    wide = b"\xff\xfe" + pacs8(debtor="Müller 贸易").decode().encode("utf-16-le")
    party = payment(wide).party("debtor")
    assert party is not None
    assert party.name == "Müller 贸易"
    assert one(b"\xef\xbb\xbf" + pacs8()).type == "pacs.008"
    latin = mt103(debtor="MÜLLER").decode().encode("latin-1")
    message = one(latin)
    assert "encoding" in codes(message.findings)
    assert [p.party("debtor").name for p in message.payments if p.party("debtor")] == ["MÜLLER"]  # type: ignore[union-attr]


def test_messages_of_one_file_may_be_encoded_each_its_own_way() -> None:
    mixed = mt103(debtor="MÜLLER").decode().encode("latin-1") + mt103(debtor="贸易 LTD")
    names = [p.parties[0].name for m in read_bytes(mixed) if isinstance(m, Message) for p in m.payments]
    assert names == ["MÜLLER", "贸易 LTD"]
    rows = "date,amount,payer\n2016-01-01,5,Müller\n".encode() + "2016-01-01,5,Jürgen\n".encode("latin-1")
    names = [
        p.parties[0].name for m in read_bytes(rows, "a.csv") if isinstance(m, Message) for p in m.payments
    ]
    assert names == ["Müller", "Jürgen"]


def test_bytes_that_break_the_encoding_declared_are_a_reject() -> None:
    assert "encoding" in reject(pacs8(debtor="Muller").replace(b"Muller", b"M\xfcller")).reason
    declared = b'<?xml version="1.0" encoding="ISO-8859-1"?>'
    party = payment(declared + pacs8(debtor="Müller").decode().encode("latin-1")).party("debtor")
    assert party is not None and party.name == "Müller"


def test_nothing_is_included_from_elsewhere() -> None:
    include = b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    assert payment(pacs8().replace(b"Invoice 12", include)).words == []
    assert "not defined" in reject(pacs8().replace(b"Invoice 12", b"&x;")).reason


def test_an_encoding_that_does_not_exist_is_a_reject() -> None:
    assert reject(b'<?xml version="1.0" encoding="nonsense"?>' + pacs8()).kind == "unreadable"


def test_a_cut_fin_message_is_kept_with_what_it_says() -> None:
    message = one(mt103()[:-20])
    assert "cut_off" in codes(message.findings)
    assert [p.party("debtor").name for p in message.payments] == ["EXAMPLE TRADING"]  # type: ignore[union-attr]


def test_deep_nesting_does_not_crash() -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    assert reject(deep).kind == "unreadable"
    envelope = b"<a>" * 200 + pacs8() + b"</a>" * 200
    assert reject(envelope).kind == "unreadable"


def test_a_folder_is_read_with_its_subfolders_and_every_other_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "in" / "deeper").mkdir(parents=True)
    (tmp_path / "a.xml").write_bytes(pacs8())
    (tmp_path / "in" / "b.fin").write_bytes(mt103() + b"$" + mt103())
    (tmp_path / "in" / "deeper" / "c.unknown").write_bytes(pacs8())
    (tmp_path / "readme.txt").write_text("hello")
    (tmp_path / "empty.xml").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "link.xml").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(read(tmp_path))
    assert kinds(found).count("pacs.008") == 2
    assert kinds(found).count("MT103") == 2
    reasons = {Path(r.file).name: r.reason for r in found if isinstance(r, Reject)}
    assert set(reasons) == {"readme.txt", "empty.xml", "picture.png", "link.xml", "loop"}
    assert "not followed" in reasons["link.xml"]
    assert reasons["empty.xml"] == "it is empty"


def test_the_table_of_payments_takes_any_text_and_none_at_all() -> None:
    quoted = 'a "b", c; d|e\t\'f\n=1+1'
    with Ledger() as empty:
        assert list(groups(empty, "2026-01-01"))
    for name in (quoted, '"', "\\", "\r\n", "#", "\u2028"):
        with Ledger() as ledger:
            sides = [Party("debtor", name), Party("creditor", name)]
            ledger.add(Payment(uetr=name, date="2016-01-01", parties=sides), Message("f", "MT103"))
            with ledger.engine() as engine:
                assert engine.execute("SELECT debtor_name, uetr FROM payment").fetchall() == [(name, name)]


def test_nul_bytes_and_noise_are_rejected() -> None:
    for noise in (b"\0" * 100, b"\x80\x81\x82", b"{", b"<", b"{1:", b"[1,2]", b"{1:F01}"):
        assert all(isinstance(r, Reject) for r in read_bytes(noise)), noise
