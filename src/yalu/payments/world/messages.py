"""Payments of the invented world as messages: pacs.008 and pacs.009, MT103 and MT202, with covers."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from yalu.payments.world.actors import Actor, Bank
from yalu.payments.world.names import COUNTRIES
from yalu.payments.world.transfer import Transfer

NS = "urn:iso:std:iso:20022:tech:xsd:"


def iso(one: Transfer) -> Iterator[str]:
    """The messages of a payment as envelopes of ISO 20022, in the order in which they are sent."""
    chain = one.serial
    yield _pacs8(one, chain[0], chain[1] if len(chain) > 1 else chain[0])
    if one.passed_on and len(chain) > 2:
        yield _pacs8(one, chain[1], chain[2])
    if one.cover:
        yield _pacs9(one)


def fin(one: Transfer) -> Iterator[str]:
    """The same as messages of FIN."""
    chain = one.serial
    yield _mt103(one, chain[0], chain[1] if len(chain) > 1 else chain[0])
    if one.passed_on and len(chain) > 2:
        yield _mt103(one, chain[1], chain[2])
    if one.cover:
        yield _mt202(one)


def _agent(tag: str, bank: Bank) -> str:
    return f"<{tag}><FinInstnId><BICFI>{bank.bic}</BICFI><Nm>{escape(bank.name)}</Nm></FinInstnId></{tag}>"


def _party(tag: str, name: str, one: Actor) -> str:
    named = f"<Nm>{escape(name)}</Nm>" if name else ""
    return (
        f"<{tag}>{named}<PstlAdr><StrtNm>{escape(one.street)}</StrtNm><TwnNm>{escape(one.town)}</TwnNm>"
        f"<Ctry>{one.country}</Ctry></PstlAdr></{tag}><{tag}Acct><Id><Othr><Id>{one.account}</Id></Othr></Id></{tag}Acct>"
    )


def _customers(one: Transfer) -> str:
    purpose = f"<Purp><Cd>{one.purpose}</Cd></Purp>" if one.purpose else ""
    words = f"<RmtInf><Ustrd>{escape(text(one))}</Ustrd></RmtInf>" if one.text else ""
    return (
        f"{_party('Dbtr', one.payer, one.debtor)}{_agent('DbtrAgt', one.debtor.bank)}"
        f"{_agent('CdtrAgt', one.creditor.bank)}{_party('Cdtr', one.payee, one.creditor)}{purpose}{words}"
    )


def text(one: Transfer) -> str:
    """The remittance information."""
    return one.text + (f" ON BEHALF OF {one.behalf.upper()}" if one.behalf else "")


def _envelope(kind: str, sender: Bank, receiver: Bank, one: Transfer, body: str) -> str:
    def bank(tag: str, bic: str) -> str:
        return f"<{tag}><FIId><FinInstnId><BICFI>{bic}</BICFI></FinInstnId></FIId></{tag}>"

    return (
        f'<Envelope><AppHdr xmlns="{NS}head.001.001.02">{bank("Fr", sender.bic)}{bank("To", receiver.bic)}'
        f"<BizMsgIdr>{one.uetr[:8]}</BizMsgIdr><MsgDefIdr>{kind}</MsgDefIdr><CreDt>{one.day}T{one.time}Z</CreDt>"
        f'</AppHdr><Document xmlns="{NS}{kind}">{body}</Document></Envelope>\n'
    )


def _head(one: Transfer) -> str:
    return (
        f"<GrpHdr><MsgId>{one.uetr[:8]}</MsgId><CreDtTm>{one.day}T{one.time}Z</CreDtTm><NbOfTxs>1</NbOfTxs>"
        "</GrpHdr>"
    )


def _money(one: Transfer) -> str:
    return (
        f"<PmtId><InstrId>{one.uetr[:8]}</InstrId><EndToEndId>{one.uetr[:13]}</EndToEndId>"
        f'<UETR>{one.uetr}</UETR></PmtId><IntrBkSttlmAmt Ccy="{one.currency}">{one.amount}</IntrBkSttlmAmt>'
        f"<IntrBkSttlmDt>{one.day}</IntrBkSttlmDt>"
    )


def _pacs8(one: Transfer, sender: Bank, receiver: Bank) -> str:
    middle = (
        "".join(_agent(f"IntrmyAgt{n}", b) for n, b in enumerate(one.between, 1)) if not one.cover else ""
    )
    settled = _agent("InstgRmbrsmntAgt", one.between[0]) if one.cover else ""
    body = (
        f"<FIToFICstmrCdtTrf>{_head(one)}<CdtTrfTxInf>{_money(one)}{_agent('InstgAgt', sender)}"
        f"{_agent('InstdAgt', receiver)}{settled}{middle}{_customers(one)}</CdtTrfTxInf></FIToFICstmrCdtTrf>"
    )
    return _envelope("pacs.008.001.08", sender, receiver, one, body)


def _pacs9(one: Transfer) -> str:
    sender, receiver = one.debtor.bank, one.between[0]
    middle = "".join(_agent(f"IntrmyAgt{n}", b) for n, b in enumerate(one.between, 1))
    under = f"<UndrlygCstmrCdtTrf>{_customers(one)}</UndrlygCstmrCdtTrf>" if one.cover == "cover" else ""
    body = (
        f"<FICdtTrf>{_head(one)}<CdtTrfTxInf>{_money(one)}{_agent('InstgAgt', sender)}"
        f"{_agent('InstdAgt', receiver)}{middle}{_agent('Dbtr', sender)}"
        f"{_agent('Cdtr', one.creditor.bank)}{under}</CdtTrfTxInf></FICdtTrf>"
    )
    return _envelope("pacs.009.001.08", sender, receiver, one, body)


def _blocks(kind: str, one: Transfer, sender: Bank, receiver: Bank, cover: str, fields: str) -> str:
    return (
        f"{{1:F01{sender.bic}AXXX0000000000}}{{2:I{kind}{receiver.bic}XXXXN}}{{3:{cover}{{121:{one.uetr}}}}}{{4:\n"
        f":20:{one.uetr[:8]}\n{fields}-}}\n"
    )


def _money_fin(one: Transfer) -> str:
    return f":32A:{one.day[2:].replace('-', '')}{one.currency}{str(one.amount).replace('.', ',')}\n"


def _customers_fin(one: Transfer, between: str = "") -> str:
    payer = f"{one.payer.upper()}\n{_place(one.debtor)}" if one.payer else ""
    return (
        f":50K:/{one.debtor.account}\n{payer}:52A:{one.debtor.bank.bic}\n{between}:57A:{one.creditor.bank.bic}\n"
        f":59:/{one.creditor.account}\n{one.payee.upper()}\n{_place(one.creditor)}"
    )


def _place(one: Actor) -> str:
    return f"{one.street.upper()}\n{one.town.upper()}, {COUNTRIES[one.country]}\n"


def _mt103(one: Transfer, sender: Bank, receiver: Bank) -> str:
    middle = f":53A:{one.between[0].bic}\n" if one.cover else ""
    if len(one.between) > 1 and not one.cover:
        middle = f":56A:{one.between[1].bic}\n"
    words = f":70:{_wrapped(text(one))}\n" if one.text else ""
    fields = f":23B:CRED\n{_money_fin(one)}{_customers_fin(one, middle)}{words}:71A:SHA\n"
    return _blocks("103", one, sender, receiver, "", fields)


def _mt202(one: Transfer) -> str:
    sender, receiver = one.debtor.bank, one.between[0]
    second = f":56A:{one.between[1].bic}\n" if len(one.between) > 1 else ""
    fields = f":21:{one.uetr[:8]}\n{_money_fin(one)}:52A:{sender.bic}\n{second}:58A:{one.creditor.bank.bic}\n"
    if one.cover == "hidden":
        return _blocks("202", one, sender, receiver, "", fields)
    return _blocks("202", one, sender, receiver, "{119:COV}", fields + _customers_fin(one))


def _wrapped(words: str) -> str:
    return "\n".join(words[at : at + 35] for at in range(0, len(words), 35))


def refusal(one: Transfer, bank: Bank) -> str:
    """A pacs.002 by which a bank refuses a payment."""
    body = (
        f"<FIToFIPmtStsRpt>{_head(one).replace('<NbOfTxs>1</NbOfTxs>', '')}<TxInfAndSts>"
        f"<OrgnlUETR>{one.uetr}</OrgnlUETR><TxSts>RJCT</TxSts>{_agent('InstgAgt', bank)}"
        f"{_agent('InstdAgt', one.debtor.bank)}</TxInfAndSts></FIToFIPmtStsRpt>"
    )
    return _envelope("pacs.002.001.10", bank, one.debtor.bank, one, body)
