"""What a government could do: the authorities in force on the day, as sentences with their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yalu.evidence.view import Item, View, items
from yalu.model import figures as f
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement

PARTS = {
    "jurisdiction": "{jurisdiction}: ",
    "instrument": "{instrument}",
    "provision": ", {provision}",
    "target_class": ", covers {target_class}",
    "measure_type": ": {measure_type}",
    "effect": ": {effect}",
    "subject": ": {subject}",
}
"""The fields of an authority in the order of the sentence, each with its words around it."""

WITHOUT_PROVISION = {"target_class": " covers {target_class}"}
WITHOUT_EFFECT = {"effect": " ({effect})"}
"""How fields stand where none comes before, or where an effect only cites a code."""

NAMING = frozenset({"jurisdiction", "instrument", "provision"})
"""The fields that say which authority it is, and not what it does."""

POINTER = re.compile(r"(?:see|(?:the )?memo)\b")
"""How a part of an effect begins that sends the reader elsewhere and so is no effect."""

WORD = re.compile(r"\b[a-z]{3,}")
"""What an effect has and a mere citation of a code lacks."""


def powers(view: View, wanted: Iterable[str]) -> list[Sentence]:
    """One sentence per authority among the ids wanted that stands on the day, in the order asked for.

    Where a row has no effect in words, its kind of measure stands instead, unless that is one word: such a
    word names a topic (``banking``), not a measure (``asset_freeze``). An authority of which some field is
    not backed by a stored text says so, and which.
    """
    found = {item.id: item for item in items(view, "Authority")}
    shown = (found[name] for name in wanted if name in found)
    return [_power(item) for item in shown if item.one("instrument")]


def effect(text: str) -> str:
    """What an authority does, without the parts that only send the reader elsewhere.

    >>> effect("withhold assistance; memo recommendation 6 response")
    'withhold assistance'
    """
    return "; ".join(part for part in text.split("; ") if not POINTER.match(part))


def _power(item: Item) -> Sentence:
    does = effect(item.text("effect"))
    left_out = {p for p in PARTS if not item.one(p) or item.text(p) == "-"}
    if not does:
        left_out.add("effect")
    if WORD.search(does) or item.one("subject") or "_" not in item.text("measure_type"):
        left_out.add("measure_type")
    words = PARTS
    if "provision" in left_out:
        words = words | WITHOUT_PROVISION
    if not WORD.search(does):
        words = words | WITHOUT_EFFECT
    shown = [p for p in PARTS if p not in left_out]
    slots: dict[str, SlotFunction] = {p: f.value(f.of_party(item.id, p)) for p in shown}
    if "effect" in slots:
        slots["effect"] = lambda seen: effect(_text(seen, "effect"))
    if "subject" in slots:
        slots["subject"] = lambda seen: effect(_text(seen, "subject"))
    if "measure_type" in slots:
        slots["measure_type"] = lambda seen: _text(seen, "measure_type").replace("_", " ")
    template = "".join(words[p] for p in shown)
    if not set(shown) - NAMING:
        template += " stood on that day; no text that says what it does was public"
    cited = item.all(*shown)
    if not item.verified:
        template += " (unverified: no text of it is held, so it decides nothing)"
    elif _doubts(cited):
        template += " (not read in full text: {doubts})"
        slots["doubts"] = _doubts
    return sentence(template + ".", cited, fill=slots)


def _text(seen: Sequence[Statement], prop: str) -> str:
    return next(s.value for s in seen if s.prop == prop)


def _doubts(seen: Sequence[Statement]) -> str:
    return ", ".join(sorted({field for s in seen for field in s.unverified.split(";") if field}))
