"""A file's FIN messages; those of types that are no payments are named, with their blocks and fields."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.payments.fin import files
from yalu.payments.fin.split import Fin, split
from yalu.payments.fin.statements import entries
from yalu.payments.fin.transfers import transfer
from yalu.payments.model import NOT_A_PAYMENT, Agent, Finding, Message, Read, Reject
from yalu.payments.originator import check

TRANSFERS = frozenset(("103", "202", "205"))
STATEMENTS = frozenset(("940", "950"))
TYPED = TRANSFERS | STATEMENTS


def read_text(text: str, file: str, note: str = "") -> Iterator[Read]:
    """The messages of a text. ``note`` is said of each: how the file was encoded."""
    for number, one in enumerate(files.texts(text), 1):
        yield read_one(one, file, f"message {number}", note)


def read_one(text: str, file: str, place: str = "", note: str = "") -> Read:
    """One message."""
    found = split(text)
    kind = found.type
    if found.service not in ("01", ""):
        said = "an acknowledgement" if found.service == "21" else "a system message"
        return Reject(
            file, f"{said} of service {found.service}", NOT_A_PAYMENT, f"F{found.service}", place, found
        )
    if not kind:
        return Reject(file, _untyped(found), place=place, raw=found)
    if kind not in TYPED:
        said = f"MT{kind} is read into {len(found.fields)} fields; it is no payment that is screened"
        return Reject(file, said, NOT_A_PAYMENT, f"MT{kind}", place, found)
    return _typed(found, file, place, note)


def _untyped(found: Fin) -> str:
    if found.faults:
        return "; ".join(found.faults[:3])
    return "block 2 is missing or says no message type"


def _typed(found: Fin, file: str, place: str, note: str) -> Message:
    header = found.tags("3")
    cover = header.get("119") == "COV" and found.type in ("202", "205")
    name = f"MT{found.type}" + ("COV" if cover else "")
    variant = header.get("119", "")
    if found.type == "103" and found.first("77T"):
        variant = variant or "REMIT"
    made = Message(file, name, name, found.text("20").strip(), place=place, variant=variant, raw=found)
    made.sender, made.receiver = found.sender, found.receiver
    made.findings += [Finding("block", fault) for fault in found.faults]
    if "block 4 is not closed" in found.faults or "4" not in found.blocks:
        made.findings.append(Finding("cut_off", "the text block has no end: the message is cut off"))
    if note:
        made.findings.append(Finding("encoding", note))
    made_payments = entries(found) if found.type in STATEMENTS else [transfer(found, cover=cover)]
    for payment in made_payments:
        payment.uetr = header.get("121", "")
        for bic, role in ((made.sender, "sender"), (made.receiver, "receiver")):
            if bic:
                payment.agents.append(Agent(role, bic))
        check(payment, made.type)
    made.payments = made_payments
    if not made_payments:
        made.findings.append(Finding("no_transaction", "the statement holds no entry"))
    return made
