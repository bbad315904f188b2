"""MT103 and MT202 (and 205), with the customers that a cover tells of in its sequence B."""

from __future__ import annotations

from yalu.payments.fin import values
from yalu.payments.fin.parties import agent, party
from yalu.payments.fin.split import Fin
from yalu.payments.model import Payment, Words

AGENTS = {
    "51": "sending institution",
    "52": "debtor agent",
    "53": "sender's correspondent",
    "54": "receiver's correspondent",
    "55": "third reimbursement agent",
    "56": "intermediary agent 1",
    "57": "creditor agent",
    "58": "creditor",
}
CUSTOMERS = {"50": "debtor", "59": "creditor"}
WORDS = {
    "70": "remittance",
    "72": "information",
    "77B": "regulatory reporting",
    "77T": "remittance",
    "26T": "transaction type",
}


def transfer(message: Fin, *, cover: bool) -> Payment:
    """The one payment of a message. In a cover all from field 50 on is of the transfer that it covers."""
    found = Payment(cover=cover, settlement=message.type in ("202", "205") and not cover)
    prefix = ""
    for tag, text in message.fields:
        number, option = tag[:2], tag[2:]
        if number in CUSTOMERS:
            if number == "50" and cover:
                prefix = "underlying "
            if option in ("C", "L"):  # the instructing party
                found.parties.append(party("A" if option == "C" else "", text, f"{prefix}initiating party"))
            else:
                found.parties.append(party(option, text, prefix + CUSTOMERS[number]))
        elif number in AGENTS and option in ("A", "B", "C", "D"):
            found.agents.append(agent(option, text, prefix + AGENTS[number]))
        elif tag == "20":
            found.instruction = text.strip()
        elif tag == "21":
            found.related = text.strip()
        elif tag == "32A":
            found.date, found.amount = values.dated(text, tag, found.findings)
        elif tag == "33B":
            found.instructed = values.money(text, tag, found.findings)
        elif tag in WORDS and text.strip():
            found.words.append(Words(prefix + WORDS[tag], text))
    return found
