"""What a government could do: the authorities in force on the day, as sentences with their sources."""

from __future__ import annotations

from collections.abc import Iterable

from yalu.evidence.view import Item, View, items
from yalu.model import figures as f
from yalu.model.sentence import Sentence, SlotFunction, sentence


def powers(view: View, wanted: Iterable[str]) -> list[Sentence]:
    """One sentence per authority among the ids wanted that stands on the day, in the order asked for.

    An authority of which some field is not backed by a stored text says so, and which.
    """
    found = {item.id: item for item in items(view, "Authority")}
    return [_power(found[name]) for name in wanted if name in found]


def _power(item: Item) -> Sentence:
    shown = [p for p in ("jurisdiction", "instrument", "provision", "target_class", "effect") if item.one(p)]
    statements = item.all(*shown)
    slots: dict[str, SlotFunction] = {p: f.value(f.of_party(item.id, p)) for p in shown}
    template = "{jurisdiction}: {instrument}" if "jurisdiction" in shown else "{instrument}"
    if item.text("provision", "-") != "-":
        template += ", {provision}"
    else:
        slots.pop("provision", None)
        statements = [s for s in statements if s.prop != "provision"]
    if "target_class" in shown:
        template += ", against {target_class}"
    if "effect" in shown:
        template += ": {effect}"
    doubts = sorted({field for s in statements for field in s.unverified.split(";") if field})
    if not item.verified:
        template += " (unverified: no text of it is held, so it decides nothing)"
    elif doubts:
        template += " (not read in full text: {doubts})"
        slots["doubts"] = lambda seen: ", ".join(
            sorted({field for s in seen for field in s.unverified.split(";") if field})
        )
    return sentence(template + ".", statements, **slots)
