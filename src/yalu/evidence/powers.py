"""What a government could do: the authorities in force on the day, as sentences with their sources."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.evidence.view import Item, View, items
from yalu.model import figures as f
from yalu.model.sentence import Sentence, SlotFunction, sentence

PARTS = {
    "jurisdiction": "{jurisdiction}: ",
    "instrument": "{instrument}",
    "provision": ", {provision}",
    "target_class": ", against {target_class}",
    "effect": ": {effect}",
    "subject": ": {subject}",
}
"""The fields of an authority in the order of the sentence, each with its words around it."""


def powers(view: View, wanted: Iterable[str]) -> list[Sentence]:
    """One sentence per authority among the ids wanted that stands on the day, in the order asked for.

    An authority of which some field is not backed by a stored text says so, and which.
    """
    found = {item.id: item for item in items(view, "Authority")}
    shown = (found[name] for name in wanted if name in found)
    return [_power(item) for item in shown if item.one("instrument")]


def _power(item: Item) -> Sentence:
    shown = [p for p in PARTS if item.one(p) and item.text(p) != "-"]
    statements = item.all(*shown)
    slots: dict[str, SlotFunction] = {p: f.value(f.of_party(item.id, p)) for p in shown}
    template = "".join(PARTS[p] for p in shown)
    doubts = sorted({field for s in statements for field in s.unverified.split(";") if field})
    if not item.verified:
        template += " (unverified: no text of it is held, so it decides nothing)"
    elif doubts:
        template += " (not read in full text: {doubts})"
        slots["doubts"] = lambda seen: ", ".join(
            sorted({field for s in seen for field in s.unverified.split(";") if field})
        )
    return sentence(template + ".", statements, fill=slots)
