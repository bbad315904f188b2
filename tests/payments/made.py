"""Payment messages made for tests, in the official formats; all names and numbers are fictional."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yalu.payments import Message, Payment, Read, Reject, read_bytes

UETR = "00000000-0000-4000-8000-000000000001"
PACS8 = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.{version}"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2016-03-01T10:00:00Z</CreDtTm><NbOfTxs>1</NbOfTxs></GrpHdr>
<CdtTrfTxInf><PmtId><EndToEndId>E1</EndToEndId><UETR>{uetr}</UETR></PmtId>
<IntrBkSttlmAmt Ccy="{currency}">{amount}</IntrBkSttlmAmt><IntrBkSttlmDt>{date}</IntrBkSttlmDt>
<InstgAgt><FinInstnId><BICFI>{instructing}</BICFI></FinInstnId></InstgAgt>
{intermediary}<Dbtr><Nm>{debtor}</Nm><PstlAdr><TwnNm>{town}</TwnNm><Ctry>{country}</Ctry></PstlAdr></Dbtr>
<DbtrAcct><Id><Othr><Id>111</Id></Othr></Id></DbtrAcct>
<DbtrAgt><FinInstnId><BICFI>{debtor_bic}</BICFI></FinInstnId></DbtrAgt>
<CdtrAgt><FinInstnId><BICFI>{creditor_bic}</BICFI></FinInstnId></CdtrAgt>
<Cdtr><Nm>{creditor}</Nm><PstlAdr><Ctry>{creditor_country}</Ctry></PstlAdr></Cdtr>
<CdtrAcct><Id><IBAN>DE00111</IBAN></Id></CdtrAcct>{purpose}<RmtInf><Ustrd>{words}</Ustrd></RmtInf>
</CdtTrfTxInf></FIToFICstmrCdtTrf></Document>"""
MT103 = """{{1:F01BANKDEFFAXXX0000000000}}{{2:I103BANKUS33XXXXN}}{{3:{{121:{uetr}}}}}{{4:
:20:REF1
:23B:CRED
:32A:{date}{currency}{amount}
:50K:/111
{debtor}
1 MAIN STREET
DANDONG, CHINA
:57A:{creditor_bic}
:59:/222
{creditor}
:70:{words}
:71A:OUR
-}}"""


def pacs8(**given: str) -> bytes:
    """A pacs.008 of one transfer."""
    said = {
        "version": "08", "uetr": UETR, "currency": "USD", "amount": "1000.00", "date": "2016-03-01",
        "instructing": "BANKDEFF", "intermediary": "", "debtor": "Example Trading", "town": "Bremen",
        "country": "DE", "debtor_bic": "BANKDEFF", "creditor_bic": "BANKFRPP", "creditor": "Exemple SA",
        "creditor_country": "FR", "purpose": "", "words": "Invoice 12",
    }  # fmt: skip
    return PACS8.format(**said | given).encode()


def mt103(**given: str) -> bytes:
    """An MT103."""
    said = {
        "uetr": UETR, "date": "160301", "currency": "USD", "amount": "1000,", "debtor": "EXAMPLE TRADING",
        "creditor_bic": "BANKFRPP", "creditor": "EXEMPLE SA", "words": "INVOICE 12",
    }  # fmt: skip
    return MT103.format(**said | given).encode()


def one(content: bytes, name: str = "a") -> Message:
    """The only message of some bytes."""
    (found,) = read_bytes(content, name)
    assert isinstance(found, Message), found
    return found


def payment(content: bytes) -> Payment:
    """The only payment of some bytes."""
    (found,) = one(content).payments
    return found


def reject(content: bytes, name: str = "a") -> Reject:
    """The only reject of some bytes."""
    (found,) = read_bytes(content, name)
    assert isinstance(found, Reject), found
    return found


def codes(findings: Iterable[Any]) -> set[str]:
    """The codes of findings."""
    return {finding.code for finding in findings}


def kinds(found: Iterable[Read]) -> list[str]:
    """What was read: types of messages and kinds of rejects."""
    return [one.type if isinstance(one, Message) else one.kind for one in found]
