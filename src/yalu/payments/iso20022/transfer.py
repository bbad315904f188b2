"""One transaction, of whichever message: what each of its elements means, as one table.

Elements mean the same in all messages, so one reader serves transfers, returns, reports and entries; what
another version adds is passed over unless the table knows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yalu.payments.iso20022 import parts
from yalu.payments.iso20022.tags import local
from yalu.payments.model import Agent, Party, Payment, Words
from yalu.payments.money import amount

PARTIES = {
    "Dbtr": "debtor",
    "Cdtr": "creditor",
    "UltmtDbtr": "ultimate debtor",
    "UltmtCdtr": "ultimate creditor",
    "InitgPty": "initiating party",
    "TradgPty": "trading party",
    "Invcr": "invoicer",
    "Invcee": "invoicee",
    "OrgnlDbtr": "debtor",
    "OrgnlCdtr": "creditor",
}
AGENTS = {
    "DbtrAgt": "debtor agent",
    "CdtrAgt": "creditor agent",
    "InstgAgt": "instructing agent",
    "InstdAgt": "instructed agent",
    "FwdgAgt": "forwarding agent",
    "InstgRmbrsmntAgt": "instructing reimbursement agent",
    "InstdRmbrsmntAgt": "instructed reimbursement agent",
    "ThrdRmbrsmntAgt": "third reimbursement agent",
    "DlvrgAgt": "delivering agent",
    "RcvgAgt": "receiving agent",
    "IssgAgt": "issuing agent",
    "SttlmPlc": "settlement place",
    **{f"IntrmyAgt{n}": f"intermediary agent {n}" for n in "123"},
    **{f"PrvsInstgAgt{n}": f"previous instructing agent {n}" for n in "123"},
    "IntrmyAgt": "intermediary agent 1",
    "PrvsInstgAgt": "previous instructing agent 1",
}
ACCOUNTS = {
    "DbtrAcct": "debtor",
    "CdtrAcct": "creditor",
    "DbtrAgtAcct": "debtor agent",
    "CdtrAgtAcct": "creditor agent",
    **{f"IntrmyAgt{n}Acct": f"intermediary agent {n}" for n in "123"},
}
INTO = frozenset(
    [
        "PmtId",
        "PmtTpInf",
        "Refs",
        "Amt",
        "AmtDtls",
        "InstdAmt",
        "TxAmt",
        "RmtInf",
        "Strd",
        "OrgnlTxRef",
        "RtrChain",
        "RltdPties",
        "RltdAgts",
        "OrgnlGrpInf",
        "SttlmInf",
        "UndrlygCstmrCdtTrf",
        "CtgyPurp",
        "Purp",
        "InstrForCdtrAgt",
        "InstrForNxtAgt",
        "RltdRmtInf",
        "RmtLctnPstlAdr",
        "RmtLctnDtls",
        "RltdDts",
        "Sts",
        "IntrBkSttlmDt",
        "ReqdExctnDt",
        "BookgDt",
        "ValDt",
        "Undrlyg",
        "RfrdDocInf",
        "CdtrRefInf",
    ]
)
"""Elements that only hold others."""
WORDS = {
    "Ustrd": "remittance",
    "AddtlRmtInf": "remittance",
    "InstrInf": "instruction",
    "AddtlInf": "information",
    "AddtlTxInf": "information",
    "AddtlNtryInf": "information",
    "Nm": "remittance location",
}
REFERENCES = {
    "UETR": "uetr",
    "OrgnlUETR": "uetr",
    "EndToEndId": "end_to_end",
    "OrgnlEndToEndId": "end_to_end",
    "InstrId": "instruction",
    "OrgnlInstrId": "instruction",
    "TxId": "transaction",
    "OrgnlTxId": "transaction",
    "TxSts": "status",
}
SETTLED = ("IntrBkSttlmAmt", "RtrdIntrBkSttlmAmt", "TtlIntrBkSttlmAmt", "OrgnlIntrBkSttlmAmt")
INSTRUCTED = ("InstdAmt", "EqvtAmt", "RtrdInstdAmt")
DATES = ("IntrBkSttlmDt", "ReqdExctnDt", "ReqdColltnDt", "BookgDt", "ValDt", "OrgnlIntrBkSttlmDt")


def read(element: Any, into: Payment, prefix: str = "") -> None:
    """Take up what a transaction's element says. ``prefix`` stands before roles: ``underlying``."""
    for child in element:
        name = local(child)
        if role := PARTIES.get(name):
            _take(parts.party(child, prefix + role), into)
        elif role := AGENTS.get(name):
            into.agents.append(parts.institution(child, prefix + role))
        elif role := ACCOUNTS.get(name):
            _account(parts.account(child), prefix + role, into)
        elif slot := REFERENCES.get(name):
            if not getattr(into, slot):
                setattr(into, slot, parts.text(child))
        elif reader := _SPECIAL.get(name):
            reader(child, name, into, prefix)
        elif name in INTO:
            read(child, into, prefix)
        elif (where := WORDS.get(name)) and (said := parts.text(child)):
            into.words.append(Words(where, said))


def _take(found: list[Party | Agent], into: Payment) -> None:
    for one in found:
        if isinstance(one, Agent):
            into.agents.append(one)
        else:
            into.parties.append(one)


def _account(number: str, role: str, into: Payment) -> None:
    """An account goes to whoever is in the role; where nobody is yet, the party is its account."""
    holder: Party | Agent | None = into.party(role) or into.agent(role)
    if holder is None:
        if "agent" in role:
            into.agents.append(Agent(role, account=number))
        else:
            into.parties.append(Party(role, account=number))
    elif not holder.account:
        holder.account = number


def _amount(child: Any, name: str, into: Payment, prefix: str) -> None:
    if not child.get("Ccy"):  # an element that holds the amount: AmtDtls/InstdAmt/Amt
        read(child, into, prefix)
        return
    found = amount(child.text or "", child.get("Ccy") or "", into.findings, name)
    if prefix or name in INSTRUCTED:
        into.instructed = into.instructed or found
    elif into.amount is None or name in ("RtrdIntrBkSttlmAmt",):
        into.amount = found


def _date(child: Any, name: str, into: Payment, prefix: str) -> None:
    said = parts.text(child)
    if not said:
        said = next((parts.text(c) for c in child), "")
    if said and not into.date:
        into.date = said[:10]
        if "T" in said:
            into.time = said


def _purpose(child: Any, name: str, into: Payment, prefix: str) -> None:
    said = next((parts.text(c) for c in child if local(c) in ("Cd", "Prtry")), "")
    if said:
        into.purposes = tuple(dict.fromkeys((*into.purposes, said)))


def _underlying(child: Any, name: str, into: Payment, prefix: str) -> None:
    into.cover = True
    read(child, into, "underlying ")


def _charges(child: Any, name: str, into: Payment, prefix: str) -> None:
    for inner in child:
        if local(inner) in ("Agt", "Pty"):
            into.agents.append(parts.institution(inner, "charges agent"))


def _moment(child: Any, name: str, into: Payment, prefix: str) -> None:
    into.time = into.time or parts.text(child)


def _direction(child: Any, name: str, into: Payment, prefix: str) -> None:
    into.direction = into.direction or parts.text(child)


_SPECIAL: dict[str, Callable[[Any, str, Payment, str], None]] = {
    **dict.fromkeys((*SETTLED, *INSTRUCTED, "Amt", "TxAmt"), _amount),
    **dict.fromkeys(DATES, _date),
    "Purp": _purpose,
    "CtgyPurp": _purpose,
    "UndrlygCstmrCdtTrf": _underlying,
    "ChrgsInf": _charges,
    "AccptncDtTm": _moment,
    "CdtDbtInd": _direction,
}
