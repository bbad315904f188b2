"""From the element that begins a message to its payments: what its group says holds for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from yalu.payments.iso20022 import parts, transfer
from yalu.payments.iso20022.tags import local
from yalu.payments.model import Finding, Message, Payment, Words

TRANSACTIONS = frozenset(("CdtTrfTxInf", "TxInf", "TxInfAndSts", "OrgnlPmtInfAndSts"))
GROUPS = frozenset(("PmtInf",))
"""Groups of transactions that share a debtor."""
BOOKS = frozenset(("Rpt", "Stmt", "Ntfctn"))
ENTRY = "Ntry"


def head(element: Any, message: Message) -> Payment:
    """Read a group header; what it says of agents, dates and the initiating party, as a payment."""
    shared = Payment()
    for child in element:
        name = local(child)
        if name == "MsgId":
            message.id = parts.text(child)
        elif name == "CreDtTm":
            message.created = parts.text(child)
    transfer.read(element, shared)
    return shared


def payments(root: Any, message: Message) -> Iterator[Payment]:
    """The payments of a message that is held whole."""
    shared = Payment()
    number = 0
    for child in root:
        name = local(child)
        if name == "GrpHdr":
            shared = head(child, message)
        elif name in TRANSACTIONS:
            number += 1
            yield transaction(child, shared, number, message)
        elif name in GROUPS:
            group = of_group(child, shared)
            for inner in child:
                if local(inner) in TRANSACTIONS:
                    number += 1
                    yield transaction(inner, group, number, message)
        elif name in BOOKS:
            book = of_book(child, shared, message)
            for inner in child:
                if local(inner) == ENTRY:
                    for made in entry(inner, book, message):
                        number += 1
                        made.number = number
                        yield made


def of_group(element: Any, shared: Payment) -> Payment:
    """What a group of a payment initiation says for all of its transactions."""
    group = _inherit(shared)
    held = [child for child in element if local(child) in TRANSACTIONS]
    transfer.read([child for child in element if child not in held] if held else element, group)
    return group


def of_book(element: Any, shared: Payment, message: Message) -> Payment:
    """What a statement or report says for all of its entries: whose account it is, and at which bank."""
    book = _inherit(shared)
    for child in element:
        name = local(child)
        if name == "Id" and not message.id:
            message.id = parts.text(child)
        elif name == "Acct":
            owner = next((c for c in child if local(c) == "Ownr"), None)
            servicer = next((c for c in child if local(c) == "Svcr"), None)
            if owner is not None:
                transfer._take(parts.party(owner, "account owner"), book)
            transfer._account(parts.account(child), "account owner", book)
            if servicer is not None:
                book.agents.append(parts.institution(servicer, "account servicer"))
            break
    return book


def transaction(element: Any, shared: Payment, number: int, message: Message) -> Payment:
    """One transaction, with what its group says where it says nothing itself."""
    made = _inherit(shared)
    made.number = number
    own = Payment()
    transfer.read(element, own)
    _over(own, made)
    made.settlement = message.type.startswith("pacs.009") and not made.cover
    return made


def entry(element: Any, book: Payment, message: Message) -> Iterator[Payment]:
    """The payments of one entry: one for each of its details, or one for the entry alone."""
    base = _inherit(book)
    details: list[Any] = []
    words: list[Words] = []
    for child in element:
        name = local(child)
        if name == "NtryDtls":
            details += [inner for inner in child if local(inner) == "TxDtls"]
        elif name == "NtryRef":
            base.instruction = parts.text(child)
        elif name == "AddtlNtryInf" and (said := parts.text(child)):
            words.append(Words("information", said))
    own = Payment()
    transfer.read([c for c in element if local(c) not in ("NtryDtls", "AddtlNtryInf")], own)
    _over(own, base)
    base.words += words
    if not details:
        yield base
        return
    for detail in details:
        own = Payment()
        transfer.read(detail, own)
        made = _inherit(base)
        if len(details) > 1 and own.amount is None:
            made.amount = None
            made.findings.append(
                Finding("amount_of_entry", f"the entry's {len(details)} details give no amounts of their own")
            )
        _over(own, made)
        yield made


def _inherit(shared: Payment) -> Payment:
    made = copy(shared)
    made.parties, made.agents = list(shared.parties), list(shared.agents)
    made.words, made.findings = list(shared.words), list(shared.findings)
    return made


def _over(own: Payment, into: Payment) -> None:
    """Put what a transaction says itself over what it inherits; nobody inherited is lost, unless renamed."""
    for slot in ("uetr", "end_to_end", "instruction", "transaction", "amount", "instructed", "date", "time"):
        if value := getattr(own, slot):
            setattr(into, slot, value)
    into.direction, into.status = own.direction or into.direction, own.status or into.status
    into.purposes = own.purposes or into.purposes
    into.cover = own.cover
    if own.parties:
        taken = {one.role for one in own.parties}
        into.parties = [one for one in into.parties if one.role not in taken] + own.parties
    if own.agents:
        taken = {one.role for one in own.agents}
        into.agents = [one for one in into.agents if one.role not in taken] + own.agents
    into.words += own.words
    into.findings += own.findings
