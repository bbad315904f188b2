"""What the report says, in words that accuse nobody."""

from __future__ import annotations

from yalu.payments.banks.grounds import Speaking
from yalu.payments.banks.model import Class, Exposure

NOTICE = (
    "Counts and dated records for a supervisor. “Missed” means that lists or ownership, as public on the"
    " payment’s"
    " day, met a party word by word or by number, and that the bank’s own file tells of no alert and"
    " these messages"
    " of no refusal. It is no finding that a bank knew, or that it broke a rule: that is for the authority"
    " and the courts, after hearing the bank."
)
NOT_SHOWN = (
    "What a bank knew, intended or was told, and what its own checks looked like.",
    "Alerts, blocks and reports that its file does not tell of. Reports to the authorities are"
    " confidential in many"
    " places, and some banks filed them themselves.",
    "Messages that are not in these data. A bank is asked only for messages that passed it.",
    "Customers whom a message does not name: a correspondent that settles by a cover without them could"
    " meet nobody.",
    "Whether a party met is the listed one. Names are shared; a person decides.",
    "Licenses, exemptions and wind-down periods.",
    "Any tie beyond lists and ownership: nearness to a listed party and red flags are not counted here.",
)
METHODS = (
    (
        "The day",
        "Each payment is held against lists and ownership as they were public on its own day. Dates that"
        " are not exact"
        " count at their latest.",
    ),
    (
        "Alertable",
        "A party or bank in the message is listed, or blocked through ownership, and is met word by word"
        " or by a number"
        " that names it. The rules are those of yalu payments screen.",
    ),
    (
        "Possible",
        "A name spelled otherwise or within free text, or ownership that is uncertain. Never counted as"
        " missed.",
    ),
    (
        "Hindsight",
        "Nothing was public on the payment’s day; something was by the day of this report. Never counted"
        " against a bank.",
    ),
    (
        "Bank",
        "The first eight letters of a BIC, else LEI, clearing number or name. A payment that passes a"
        " bank in several"
        " messages counts once. A bank that is itself the party met misses no alert on itself.",
    ),
    (
        "Alerted",
        "As the bank’s own file says. Where none is given, alerted and missed are not known, and no zero.",
    ),
)


def short(found: Exposure) -> list[str]:
    """The findings in a few sentences."""
    alertable = sum(b.alertable for b in found.banks)
    if not found.banks:
        return ["No bank is named in a payment of these days."]
    known = [b for b in found.banks if b.missed is not None]
    said = [
        f"{_count(found.payments, 'payment')} passed {_count(len(found.banks), 'bank')}"
        f" ({found.period.told})."
        f" Counted once for each bank that they passed, {alertable:,} of them were alertable on their day:"
        f" {_all(found, Class.LISTS):,} on lists, {_all(found, Class.OWNERSHIP):,} through ownership."
    ]
    if known:
        on = sum(b.alertable for b in known)
        said.append(
            f"Of {_count(len(known), 'bank')} the own alerts are known: of {on:,} alertable payments they"
            f" alerted on"
            f" {sum(b.alerted or 0 for b in known):,}, refused {sum(b.stopped for b in known):,} without"
            f" an alert,"
            f" and missed {sum(b.missed or 0 for b in known):,}."
            f" Their files tell of {_count(sum(b.reports for b in known), 'report')} to the authorities."
        )
    if without := len(found.banks) - len(known):
        count = sum(b.alertable for b in found.banks if b.missed is None)
        said.append(
            f"Of {_count(without, 'bank')} no alerts are given. What became of their {count:,} alertable"
            f" payments is"
            " not known."
        )
    later = sum(b.hindsight for b in found.banks)
    said.append(
        f"{_count(later, 'further payment')} can be known only in hindsight"
        f" ({_all(found, Class.HINDSIGHT_LISTS):,} on lists, {_all(found, Class.HINDSIGHT_OWNERSHIP):,}"
        f" through"
        " ownership): nobody could have alerted on them by what was public on their day."
    )
    if possible := _all(found, Class.POSSIBLE):
        said.append(
            f"{_count(possible, 'payment')} may name such a party in another spelling or in free text."
        )
    if unnamed := sum(b.unnamed for b in found.banks):
        said.append(
            f"{_count(unnamed, 'message')} between banks named no customer, so that no list could meet one."
        )
    return said


def ground(said: Speaking) -> list[str]:
    """A ground: what it asks for, what the figures say to it, what stays open."""
    effect = f" {said.effect[0].upper()}{said.effect[1:]}." if said.effect else ""
    made = [f"{said.authority.instrument}, {said.authority.provision}, since {said.since}.{effect}"]
    made.append(f"It asks: {said.ground.asks}")
    if not said.ground.counted:
        made.append("In these data: not to be told, since messages do not say which parties are such banks.")
    elif said.cases:
        days = [case.day for _, case in said.cases]
        text = (
            f"In these data: {_count(len(said.cases), 'alertable payment')} from {min(days)} to"
            f" {max(days)} at"
            f" {_count(len(said.banks), 'bank')}, of which {said.missed:,} were missed"
        )
        if said.unknown:
            text += f" and of {said.unknown:,} the bank’s alerts are not known"
        made.append(text + ".")
    else:
        made.append("In these data: no alertable payment of such a bank since that day.")
    made.append(f"Open: {said.ground.open}")
    return made


def left_out(found: Exposure) -> list[str]:
    """What was not counted."""
    return [
        f"{n.count:,} {n.text}" + (f", such as {n.examples[0]}" if n.examples else "") + "."
        for n in found.left_out
    ]


def _all(found: Exposure, one: Class) -> int:
    return sum(bank.count(one) for bank in found.banks)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
