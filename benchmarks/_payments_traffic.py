"""Seeded payment messages: banks and customers that come again as in real traffic, or never twice."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks._screening_data import _words

SEED = 11
CUSTOMERS, BANKS = 5_000, 300
FIRST = date(2016, 1, 1)
DAYS = 730
GOODS = ("GOODS", "SPARE PARTS", "SERVICES", "STEEL")
FORMS = ("LTD", "GMBH", "SA", "CO LTD", "INC", "PTE LTD", "TRADING")
COUNTRIES = ("DE", "CN", "US", "SG", "HK", "FR", "GB", "JP")
LISTED = (
    "KOREA KWANGSON BANKING CORP",
    "DANDONG HONGXIANG INDUSTRIAL DEVELOPMENT CO LTD",
    "MINGZHENG INTERNATIONAL TRADING LIMITED",
    "CHINPO SHIPPING COMPANY",
)
ONE_IN = 200
"""So many messages have one of the listed as payee."""
PACS8 = (
    '<Envelope><AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><Fr>'
    "<FIId><FinInstnId><BICFI>{a}"
    "</BICFI></FinInstnId></FIId></Fr><To><FIId><FinInstnId><BICFI>{b}</BICFI></FinInstnId></FIId></To>"
    "<BizMsgIdr>M{n}</BizMsgIdr><MsgDefIdr>pacs.008.001.08</MsgDefIdr></AppHdr>"
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M{n}'
    "</MsgId><CreDtTm>{day}T10:00:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><SttlmInf><SttlmMtd>INDA</SttlmMtd>"
    "</SttlmInf></GrpHdr><CdtTrfTxInf><PmtId><InstrId>I{n}</InstrId><EndToEndId>E{n}</EndToEndId><UETR>"
    '00000000-0000-4000-8000-{n:012d}</UETR></PmtId><IntrBkSttlmAmt Ccy="USD">{amount}</IntrBkSttlmAmt>'
    "<IntrBkSttlmDt>{day}</IntrBkSttlmDt><ChrgBr>SHAR</ChrgBr><InstgAgt><FinInstnId><BICFI>{a}</BICFI>"
    "</FinInstnId></InstgAgt><InstdAgt><FinInstnId><BICFI>{b}</BICFI></FinInstnId></InstdAgt><IntrmyAgt1>"
    "<FinInstnId><BICFI>{c}</BICFI></FinInstnId></IntrmyAgt1><Dbtr><Nm>{payer}</Nm><PstlAdr><StrtNm>{street}"
    "</StrtNm><TwnNm>{town}</TwnNm><Ctry>{from_}</Ctry></PstlAdr></Dbtr><DbtrAcct>"
    "<Id><Othr><Id>{n}</Id></Othr>"
    "</Id></DbtrAcct><DbtrAgt><FinInstnId><BICFI>{a}</BICFI></FinInstnId></DbtrAgt><CdtrAgt><FinInstnId>"
    "<BICFI>{b}</BICFI></FinInstnId></CdtrAgt><Cdtr><Nm>{payee}</Nm><PstlAdr><TwnNm>{town}</TwnNm><Ctry>{to}"
    "</Ctry></PstlAdr></Cdtr><CdtrAcct><Id><Othr><Id>{n}</Id></Othr></Id></CdtrAcct><RmtInf><Ustrd>{words}"
    "</Ustrd></RmtInf></CdtTrfTxInf></FIToFICstmrCdtTrf></Document></Envelope>"
)
MT103 = (
    "{{1:F01{a}AXXX0000000000}}{{2:I103{b}XXXXN}}{{3:{{121:00000000-0000-4000-8000-{n:012d}}}}}{{4:\n"
    ":20:I{n}\n"
    ":23B:CRED\n:32A:{short}USD{comma}\n:50K:/{n}\n{payer}\n{street}\n{town}\n:52A:{a}\n:56A:{c}\n:57A:{b}\n"
    ":59:/{n}\n{payee}\n{town}\n:70:{words}\n:71A:SHA\n-}}"
)


def messages(count: int, *, unique: bool = False) -> Iterator[bytes]:
    """So many messages in order of their days, seven of ten pacs.008, the others MT103.

    ``unique``: no name comes twice.
    """
    draw = random.Random(SEED + unique)
    words = _words(draw, 4_000)
    customers = [_name(draw, words) for _ in range(CUSTOMERS)]
    towns = [draw.choice(words).title() for _ in range(200)]
    banks = [_bic(draw) for _ in range(BANKS)]
    weights = [1 / (rank + 10) for rank in range(CUSTOMERS)]
    parties = draw.choices(customers, weights, k=2 * count)
    for n in range(count):
        payer, payee = parties[2 * n : 2 * n + 2]
        if unique:
            payer, payee = (
                _name(draw, words) + f" {_letters(n)}",
                _name(draw, words) + f" {_letters(n + count)}",
            )
        if draw.randrange(ONE_IN) == 0:
            payee = draw.choice(LISTED)
        day = FIRST + timedelta(n * DAYS // count)
        amount = f"{draw.uniform(10, 90_000):.2f}"
        form = PACS8 if draw.random() < 0.7 else MT103
        yield form.format(
            n=n, a=draw.choice(banks), b=draw.choice(banks), c=draw.choice(banks), payer=payer, payee=payee,
            street=f"{draw.choice(words).title()} Street {n % 90 + 1}", town=draw.choice(towns),
            from_=draw.choice(COUNTRIES), to=draw.choice(COUNTRIES), day=day.isoformat(),
            short=day.strftime("%y%m%d"), amount=amount, comma=amount.replace(".", ","),
            words=f"INVOICE {draw.randrange(10**6)} FOR {draw.choice(GOODS)}",
        ).encode()  # fmt: skip


def statement(entries: int) -> Iterator[bytes]:
    """A camt.053 of so many entries, in pieces."""
    yield (
        b'<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">'
        b"<BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-01T00:00:00Z</CreDtTm></GrpHdr><Stmt><Id>S</Id>"
    )
    for n in range(entries):
        yield (
            f'<Ntry><NtryRef>{n}</NtryRef><Amt Ccy="USD">{n % 9973 + 1}.{n % 100:02d}</Amt><CdtDbtInd>CRDT'
            f"</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2015-03-{1 + n % 28:02d}</Dt>"
            f"</BookgDt><NtryDtls>"
            f"<TxDtls><Refs><EndToEndId>E{n}</EndToEndId><UETR>00000000-0000-4000-8000-{n:012d}</UETR></Refs>"
            f"<RltdPties><Dbtr><Pty><Nm>TRADER {n % 5000} LTD</Nm><PstlAdr><TwnNm>Bremen"
            f"</TwnNm><Ctry>DE</Ctry>"
            f"</PstlAdr></Pty></Dbtr><Cdtr><Pty><Nm>SUPPLIER {n % 700} PTE</Nm></Pty></Cdtr></RltdPties>"
            f"<RltdAgts><DbtrAgt><FinInstnId><BICFI>AAAADEFF</BICFI></FinInstnId></DbtrAgt>"
            f"</RltdAgts><RmtInf>"
            f"<Ustrd>INV {n}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
        ).encode()
    yield b"</Stmt></BkToCstmrStmt></Document>"


def _name(draw: random.Random, words: list[str]) -> str:
    return " ".join((*(draw.choice(words).upper() for _ in range(2)), draw.choice(FORMS)))


def _bic(draw: random.Random) -> str:
    letters = "".join(draw.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(4))
    return letters + draw.choice(COUNTRIES) + draw.choice("23456789") + draw.choice("ABCDEFGH")


def _letters(number: int) -> str:
    made = ""
    while True:
        made += chr(65 + number % 26)
        number //= 26
        if not number:
            return made
