"""Sentences on the lists: who stands on which, who is missing, how long it took, what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.coalition import lag
from yalu.coalition.lists import BASE, Lists, alone, beyond, by_list, code, on, shared, size
from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.figures import counted, joined
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement

NAMED = 5
"""How many gaps a sentence names; the table has all."""


def standing(lists: Lists, things: str) -> list[Sentence]:
    """How many of the UN-listed parties stand on each partner's list."""
    base = lists.of(BASE)
    if not base:
        return [sentence(f"No UN listing of {things} was public.", [])]
    if not lists.whole:
        text = (
            f"On {{day}} the UN list held {{total}} {things}; no partner's list is held that takes it over."
        )
        return [sentence(text, base, asked={"day": lists.day}, total=size(BASE))]
    return [
        sentence(
            f"Of the {{total}} {things} on the UN list on {{day}}, {{partners}}.",
            [*base, *lists.of_parties_on(BASE, lists.whole)],
            asked={"day": lists.day},
            total=size(BASE),
            partners=by_list(lists.whole, lambda a: shared(BASE, a), "stood "),
        )
    ]


def missing(lists: Lists, scope: Scope) -> list[Sentence]:
    """Who stands on the UN list and was not found on a partner's, the longest gap first."""
    gaps = [gap for gap in lists.gaps() if scope.named(gap.listing.party)]
    if not gaps:
        return []
    shown = [(gap, name) for gap in gaps[:NAMED] if (name := scope.named(gap.listing.party))]

    def names(seen: Sequence[Statement]) -> str:
        base, called = on(seen, BASE), {s.party: s.value for s in seen if s.prop == "name"}
        return joined([f"{called[n.party]} ({g.partner})" for g, n in shown if g.listing.party in base])

    def more(seen: Sequence[Statement]) -> str:
        base = on(seen, BASE)
        rest = sum(gap.listing.party in base for gap in gaps[NAMED:])
        return f", and {counted(rest, 'more gap')}" if rest else ""

    cited = {s.id: s for s in (*(gap.listing for gap in gaps), *(name for _, name in shown))}
    return [
        sentence(
            "On the UN list and not found on a partner's: {names}{more}. A gap is a reason to look, since the"
            " partner's entry may have another spelling or no day.",
            cited.values(),
            names=names,
            more=more,
        )
    ]


def beyond_the_un(lists: Lists) -> list[Sentence]:
    """How many parties partners list that stand on no UN list."""
    if not lists.own:
        return []
    theirs = lists.of(*lists.own)
    parties = {s.party for s in theirs}
    return [
        sentence(
            "Partners also list persons and entities that the UN does not: {partners}.",
            [*theirs, *(s for s in lists.of(BASE) if s.party in parties)],
            partners=by_list(lists.own, lambda a: beyond(a, BASE)),
        )
    ]


def single(lists: Lists) -> list[Sentence]:
    """Parties that only one authority lists; all listings are counted, so that none can be missed."""
    if len(lists.held) < 2:
        return []

    def where(seen: Sequence[Statement]) -> str:
        counts = {a: alone(seen, a) for a in lists.held}
        return (
            joined([f"{n:,} on the {a} list" for a, n in counts.items() if n])
            if any(counts.values())
            else "none"
        )

    return [
        sentence(
            "The lists that are held name {parties} persons and entities in {listings} listings;"
            " {alone} of them stand on one list only: {where}.",
            lists.listings,
            parties=lambda seen: f"{len(_listed(seen)):,}",
            listings=lambda seen: f"{sum(s.value in lists.held for s in seen):,}",
            alone=lambda seen: f"{sum(alone(seen, a) for a in lists.held):,}",
            where=where,
        )
    ]


def _listed(seen: Sequence[Statement]) -> set[str]:
    return {s.party for s in seen}


def median_lag(lists: Lists) -> list[Sentence]:
    """The median of the days between the UN listing and each partner's."""
    timed = lag.timed(lists)
    if not timed:
        return []
    compared = {s.id: s for a in timed for s in lag.pairs(lists, a)}
    words = [lag.median_in_words(a) for a in timed]
    return [
        sentence(
            "Counted from the UN listing, where both days are exact, the median listing came {lags}.",
            compared.values(),
            lags=lambda seen: joined([made(seen) for made in words]),
        )
    ]


def longest_lag(lists: Lists, scope: Scope) -> list[Sentence]:
    """For each partner: how many it listed before and after the UN, and for whom it took longest."""
    found = []
    for authority in lag.timed(lists):
        cited = lag.pairs(lists, authority)
        name = scope.named(lag.slowest(cited, authority)[0])
        if name is not None and lag.longest(cited, authority) > 0:
            found.append(_longest(authority, cited, name))
    return found


def _longest(authority: str, cited: list[Statement], name: Statement) -> Sentence:
    def others(seen: Sequence[Statement]) -> str:
        rest = len(lag.slowest(seen, authority)) - 1
        return f" and {counted(rest, 'other')}" if rest else ""

    return sentence(
        "Of the parties that it shares with the UN list, the {list} list had {order}; the longest wait was"
        " {days}, for {name}{others}.",
        [*cited, name],
        list=code(authority),
        order=lag.order_in_words(authority),
        days=lambda seen: counted(lag.longest(seen, authority), "day"),
        name=f.value(lambda s: s.prop == "name"),
        others=others,
    )


def limits(lists: Lists) -> list[Sentence]:
    """What the lists that are held cannot show."""
    return [
        *_not_held(lists),
        *_in_part(lists),
        *_by_reference(lists),
        *_copied(lists),
        *_undated(lists),
    ]


def _not_held(lists: Lists) -> list[Sentence]:
    if not lists.not_held:
        return []
    text = (
        "The lists of {missing} are not held for this day, or not joined with the parties here: nothing is"
        " said about who stands on them."
    )
    return [sentence(text, [], asked={"missing": joined(lists.not_held)})]


def _in_part(lists: Lists) -> list[Sentence]:
    return [
        sentence(
            "Of the {list} list only {held} are joined with the parties here, none of them on the UN list:"
            " these are its own listings or a part of them, so whom it lacks cannot be told.",
            lists.of(authority),
            list=code(authority),
            held=_parties(authority),
        )
        for authority in lists.in_part
    ]


def _by_reference(lists: Lists) -> list[Sentence]:
    """Of each list that is joined by references alone: how many records are, and how many are not."""
    return [_joined_by_reference(lists, authority) for authority in lists.by_reference]


def _joined_by_reference(lists: Lists, authority: str) -> Sentence:
    loose = [s for s in lists.loose if s.value == authority]
    apart = {s.party for s in loose}

    def count(seen: Sequence[Statement], *, joined: bool) -> int:
        return sum(s.value == authority and (s.party not in apart) == joined for s in seen)

    return sentence(
        "The {list} list is joined by the references and IMO numbers that its records state: {joined} are"
        " compared here, {loose} state none that can be followed and are counted nowhere, so whom that list"
        " lacks cannot be told.",
        [*lists.of(authority), *loose],
        list=code(authority),
        joined=lambda seen: counted(count(seen, joined=True), "record"),
        loose=lambda seen: f"{count(seen, joined=False):,}",
    )


def _parties(authority: str) -> SlotFunction:
    return lambda seen: counted(len(on(seen, authority)), "person or entity", "persons and entities")


def _copied(lists: Lists) -> list[Sentence]:
    return [_repeats(lists, a) for a in lists.whole if lag.copies_days(lists, a)]


def _repeats(lists: Lists, authority: str) -> Sentence:
    return sentence(
        "The {list} list gives the day of the UN listing for {same} of {compared} parties, so it does not"
        " show when the partner acted, and no lag is counted for it.",
        lag.pairs(lists, authority),
        list=code(authority),
        same=lambda seen: f"{lag.same_day(seen, authority):,}",
        compared=lambda seen: f"{len(lag.lags(seen, authority)):,}",
    )


def _undated(lists: Lists) -> list[Sentence]:
    undated = [s for s in lists.listings if not lag.exact(s)]
    if not undated:
        return []
    held = list(dict.fromkeys(s.value for s in undated))
    return [
        sentence(
            "Listings without an exact day enter no lag: {lists}.",
            undated,
            lists=by_list(held, size),
        )
    ]
