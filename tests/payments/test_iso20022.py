"""ISO 20022 in all its wrappings; the tree and the stream say the same."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.payments.made import PACS8, codes, one, pacs8, payment, reject
from yalu.payments import Message, Payment, read_bytes
from yalu.payments.iso20022 import read_stream, read_tree

COVER = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.009.001.08"><FICdtTrf>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2016-03-01T10:00:00Z</CreDtTm></GrpHdr><CdtTrfTxInf>
<PmtId><UETR>u</UETR></PmtId><IntrBkSttlmAmt Ccy="USD">5</IntrBkSttlmAmt>
<Dbtr><FinInstnId><BICFI>BANKDEFF</BICFI></FinInstnId></Dbtr>
<Cdtr><FinInstnId><BICFI>BANKUS33</BICFI></FinInstnId></Cdtr>{under}</CdtTrfTxInf></FICdtTrf></Document>"""
PAIN = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2016-03-01T10:00:00</CreDtTm><InitgPty><Nm>Agent Co</Nm></InitgPty></GrpHdr>
<PmtInf><ReqdExctnDt>2016-03-02</ReqdExctnDt><Dbtr><Nm>Payer Ltd</Nm></Dbtr>
<DbtrAcct><Id><IBAN>DE1</IBAN></Id></DbtrAcct><DbtrAgt><FinInstnId><BIC>BANKDEFF</BIC></FinInstnId></DbtrAgt>
{many}</PmtInf></CstmrCdtTrfInitn></Document>"""
ITEM = (
    '<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">{n}</InstdAmt></Amt><Cdtr><Nm>Payee {n}</Nm></Cdtr></CdtTrfTxInf>'
)


@pytest.mark.parametrize("version", ["01", "02", "08", "13", "99"])
def test_any_version_is_read(version: str) -> None:
    message = one(pacs8(version=version))
    assert (message.type, message.definition) == ("pacs.008", f"pacs.008.001.{version}")


def test_envelopes_prefixes_and_no_namespace_do_not_matter() -> None:
    bare = pacs8().decode()
    plain = bare.replace(' xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"', "")
    header = (
        '<h:AppHdr xmlns:h="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><h:Fr><h:FIId><h:FinInstnId>'
        "<h:BICFI>AAAADEFF</h:BICFI></h:FinInstnId></h:FIId></h:Fr><h:MsgDefIdr>pacs.008.001.08</h:MsgDefIdr>"
        "</h:AppHdr>"
    )
    wrapped = f"<x:Any xmlns:x='urn:x'><Inner>{header}{bare}</Inner></x:Any>"
    said = [_without_sender(payment(text.encode())) for text in (bare, plain, wrapped)]
    assert said[0] == said[1] == said[2]
    assert one(wrapped.encode()).sender == "AAAADEFF"
    assert one(wrapped.encode()).envelope == "Any"


def _without_sender(found: Payment) -> Payment:
    found.agents = [a for a in found.agents if a.role != "sender"]
    return found


def test_several_documents_in_one_envelope_are_several_messages() -> None:
    text = b"<All>" + pacs8() + pacs8(uetr="two") + b"</All>"
    assert [p.uetr for m in read_bytes(text) if isinstance(m, Message) for p in m.payments][1] == "two"


def test_a_header_of_another_message_is_a_finding() -> None:
    text = b"<E><AppHdr><MsgDefIdr>pacs.009.001.08</MsgDefIdr></AppHdr>" + pacs8() + b"</E>"
    assert "definition_differs" in codes(one(text).findings)


def test_a_cover_tells_of_the_customers_behind_it_or_says_that_it_does_not() -> None:
    under = "<UndrlygCstmrCdtTrf><Dbtr><Nm>A</Nm></Dbtr><Cdtr><Nm>B</Nm></Cdtr></UndrlygCstmrCdtTrf>"
    message = one(COVER.format(under=under).encode())
    assert message.type == "pacs.009COV"
    (cover,) = message.payments
    assert [(p.role, p.name) for p in cover.parties] == [
        ("underlying debtor", "A"),
        ("underlying creditor", "B"),
    ]
    hidden = payment(COVER.format(under="<UndrlygCstmrCdtTrf/>").encode())
    assert {"cover_without_originator", "cover_without_beneficiary"} <= codes(hidden.findings)
    own = one(COVER.format(under="").encode())
    assert own.type == "pacs.009"
    assert not codes(payment(COVER.format(under="").encode()).findings)


def test_an_initiation_shares_its_debtor_among_all_transactions() -> None:
    found = list(one(PAIN.format(many="".join(ITEM.format(n=n) for n in (1, 2, 3))).encode()).payments)
    assert [p.number for p in found] == [1, 2, 3]
    assert {p.party("debtor").name for p in found} == {"Payer Ltd"}  # type: ignore[union-attr]
    assert {p.party("initiating party").name for p in found} == {"Agent Co"}  # type: ignore[union-attr]
    assert [p.party("creditor").name for p in found] == ["Payee 1", "Payee 2", "Payee 3"]  # type: ignore[union-attr]
    assert [str(p.instructed) for p in found] == ["1 EUR", "2 EUR", "3 EUR"]
    assert {p.date for p in found} == {"2016-03-02"}


def test_missing_originator_data_is_a_finding() -> None:
    assert "no_originator" in codes(payment(pacs8(debtor=" ")).findings)
    gone = pacs8().replace(b"<DbtrAcct><Id><Othr><Id>111</Id></Othr></Id></DbtrAcct>", b"")
    assert codes(payment(gone).findings) == {"no_originator_account"}


def test_other_messages_are_named() -> None:
    other = reject(
        b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:admi.002.001.01"><admi.002.001.01/></Document>'
    )
    assert (other.kind, other.type) == ("not a payment", "admi.002.001.01")
    head = reject(b'<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"/>')
    assert head.type == "head.001.001.02"
    assert reject(b"<Document xmlns='urn:test:mini'><Amt>5</Amt></Document>").kind == "unreadable"


def test_tree_and_stream_say_the_same() -> None:
    texts = (pacs8(), PAIN.format(many="".join(ITEM.format(n=n) for n in range(5))).encode())
    for text in texts:
        whole = [list(m.payments) for m in read_tree(text, "a") if isinstance(m, Message)]
        parts = [list(m.payments) for m in read_stream(io.BytesIO(text), "a") if isinstance(m, Message)]
        assert whole == parts


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(content: bytes) -> None:
    for one_read in read_bytes(content):
        if isinstance(one_read, Message):
            list(one_read.payments)


@given(st.data())
def test_no_damage_to_a_message_crashes_the_reader_or_loses_it(data: st.DataObject) -> None:
    text = bytearray(pacs8())
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(text) - 1))
        text[place] = data.draw(st.integers(0, 255))
    found = list(read_bytes(bytes(text)))
    assert found
    for one_read in found:
        if isinstance(one_read, Message):
            list(one_read.payments)


_NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="<>&"), max_size=60)


@given(_NAMES, _NAMES, st.decimals(1, 10**12, places=2, allow_nan=False))
def test_what_is_written_is_read(debtor: str, words: str, amount: object) -> None:
    found = payment(pacs8(debtor=debtor, words=words, amount=str(amount)))
    party = found.party("debtor")
    assert party is not None
    assert party.name == " ".join(debtor.split())
    assert str(found.amount) == f"{amount} USD"
    assert PACS8
