"""The methods by which a claim is checked, by the name that its row gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model import figures as f
from yalu.model.sentence import Sentence, sentence
from yalu.model.statement import Statement

CONFIRMED, DIFFERS, UNCHECKED = "confirmed", "differs", "cannot_be_checked"
TOLERANCE = 1.0
"""Percentage points by which a recomputed share may miss the claim and still confirm it."""


class Verdict(NamedTuple):
    """A status and the sentence that gives its reason."""

    status: str
    why: Sentence


def restated(_: Scope, item: Item) -> Verdict:
    """A stored text states the figure; a source that conflicts with it makes it differ."""
    if not item.verified:
        return _unchecked("No text that states the figure is held.")
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


def share_of_listed(scope: Scope, item: Item) -> Verdict:
    """Recompute the share of an authority's parties that have a country, on the day of the claim."""
    authority, country = item.text("listed_by"), item.text("country")
    when = scope.view.when
    then = Scope(scope.view.evidence.at(when.as_of, item.text("on_day"), when.mode), scope.plan)
    listed = [s for s in then.listings if s.value == authority and s.kind not in ("Vessel", "Airplane")]
    countries = then.view.grouped(prop="country")
    with_country = [s for s in listed if countries.get(s.party)]
    if not with_country:
        return _unchecked(
            "The countries of the listed parties were not public, so the share cannot be recomputed."
        )
    cited = [c for s in with_country for c in countries[s.party] if c.value == country] or []
    bare = [s for s in with_country if not any(c.value == country for c in countries[s.party])]
    low, high = int(item.text("low")), int(item.text("high"))

    def share(seen: Sequence[Statement]) -> float:
        of_country = {s.party for s in seen if s.prop == "country" and s.value == country}
        everyone = {s.party for s in seen if s.prop == "Sanction" and s.value == authority} | of_country
        return 100 * len(of_country) / len(everyone)

    statements = [*_one_each(cited), *bare]
    agrees = low - TOLERANCE <= share(statements) <= high + TOLERANCE
    why = sentence(
        "Recomputed from the {list} listings that are held: {share} percent of {count} parties,"
        " by the countries that the lists give them today.",
        statements,
        list=f.value(f.on_list(authority)),
        share=lambda seen: f"{share(seen):.1f}",
        count=lambda seen: str(len({s.party for s in seen if s.value in (authority, country)})),
    )
    return Verdict(CONFIRMED if agrees else DIFFERS, why)


def none(_: Scope, item: Item) -> Verdict:
    """There is no way to check it with what is held."""
    return _unchecked(
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
        return _unchecked("No other estimate was public that it could be compared with.")
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


def _one_each(statements: list[Statement]) -> list[Statement]:
    return list({s.party: s for s in statements}.values())


def _unchecked(reason: str) -> Verdict:
    return Verdict(UNCHECKED, sentence(reason, []))
