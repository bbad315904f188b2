"""The methods by which a claim is checked, by the name that its row gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model import figures as f
from yalu.model.sentence import sentence
from yalu.model.statement import Statement
from yalu.publish.share_check import share_of_listed
from yalu.publish.verdict import CONFIRMED, DIFFERS, Verdict, unchecked


def restated(_: Scope, item: Item) -> Verdict:
    """A stored text states the figure; a source that conflicts with it makes it differ."""
    if not item.verified:
        return unchecked("No text that states the figure is held.")
    conflict = item.one("conflict")
    if item.one("source_text") is None:
        return Verdict(CONFIRMED, sentence("A text that was read states it.", []))
    where = f.value(f.of_party(item.id, "source_text"))
    if conflict:
        why = sentence(
            "Stated in {where}; another source has {conflict}.",
            item.all("source_text", "conflict"),
            where=where,
            conflict=f.value(f.of_party(item.id, "conflict")),
        )
        return Verdict(DIFFERS, why)
    why = sentence("A text that was read states it: {where}.", item.all("source_text"), where=where)
    return Verdict(CONFIRMED, why)


def sources_differ(_: Scope, item: Item) -> Verdict:
    """The sources that were read state the figure of different things."""
    why = sentence(
        "The sources differ: {where}.",
        item.all("source_text"),
        where=f.value(f.of_party(item.id, "source_text")),
    )
    return Verdict(DIFFERS, why)


def estimates(scope: Scope, item: Item) -> Verdict:
    """Compare a range of workers with the other estimates for the whole world."""
    others = [
        i
        for i in items(scope.view, "LaborEstimate")
        if i.text("host") == "WORLD" and i.verified and not _same_work(i, item)
    ]
    return _compare(item, others, "low", "high", "the estimates that were public run from {low} to {high}")


def revenue(scope: Scope, item: Item) -> Verdict:
    """Compare a yearly sum, in millions of US dollars, with the other estimates."""
    others = [i for i in items(scope.view, "RevenueEstimate") if i.one("low_musd") and i.verified]
    return _compare(
        item,
        others,
        "low_musd",
        "high_musd",
        "the estimates that were public run from {low} to {high} million dollars",
    )


def none(_: Scope, item: Item) -> Verdict:
    """There is no way to check it with what is held."""
    return unchecked(
        "No text that states the figure is held, and nothing that is held lets it be recomputed."
    )


METHODS: dict[str, Callable[[Scope, Item], Verdict]] = {
    "restated": restated,
    "sources_differ": sources_differ,
    "estimates": estimates,
    "revenue": revenue,
    "share_of_listed": share_of_listed,
    "none": none,
}


def _compare(item: Item, others: list[Item], low: str, high: str, words: str) -> Verdict:
    """Confirmed only where every other estimate is the same; one that differs is told."""
    if not others:
        return unchecked("No other estimate was public that it could be compared with.")
    claimed = (int(item.text("low")), int(item.text("high")))
    statements = [s for other in others for s in other.all(low, high)]

    def bounds(seen: Sequence[Statement]) -> dict[str, tuple[int, int]]:
        found: dict[str, dict[str, int]] = {}
        for s in seen:
            found.setdefault(s.party, {})[s.prop] = int(s.value)
        return {party: (values[low], values[high]) for party, values in found.items()}

    def same(seen: Sequence[Statement]) -> int:
        return sum(found == claimed for found in bounds(seen).values())

    agree = same(statements)
    why = sentence(
        "Of {count} other estimates, {same} give the same figure; " + words + ".",
        statements,
        count=lambda seen: str(len(bounds(seen))),
        same=lambda seen: str(same(seen)) if same(seen) else "none",
        low=lambda seen: f"{min(b[0] for b in bounds(seen).values()):,}",
        high=lambda seen: f"{max(b[1] for b in bounds(seen).values()):,}",
    )
    return Verdict(CONFIRMED if agree == len(others) else DIFFERS, why)


def _same_work(one: Item, other: Item) -> bool:
    """Whether an estimate rests on a source of the claim itself, and so is no second witness."""
    mine = {c for s in one.statements for c in s.cited}
    return bool(mine & {c for s in other.statements for c in s.cited})
