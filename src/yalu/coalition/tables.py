"""The tables of the lists: the matrix, the gap to the UN list, the lags, and what partners list alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from yalu.coalition import lag
from yalu.coalition.lists import BASE, Lists, alone, code, on, shared, size
from yalu.evidence.scope import Scope
from yalu.model.section import Row, Table
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement

KINDS = {"Person": "person", "Vessel": "ship", "Airplane": "aircraft"}
"""Kinds in words; every other is an entity."""

Number = Callable[[Sequence[Statement]], int]


def matrix(lists: Lists) -> list[Table]:
    """For each pair of lists, how many parties of the one stand on the other too."""
    if len(lists.held) < 2:
        return []
    return [
        Table(
            id="list-matrix",
            title="Persons and entities on each list that stand on another list too",
            columns=("On the list of", *(f"also {a}" for a in lists.held), "on this one only"),
            rows=tuple(_matrix_row(lists, a) for a in lists.held),
            note="In its own column: all on the list." + _part_note(lists),
            numeric=frozenset(range(1, len(lists.held) + 2)),
        )
    ]


def _matrix_row(lists: Lists, authority: str) -> Row:
    others = [size(a) if a == authority else shared(authority, a) for a in lists.held]
    cells = (code(authority), *others, lambda seen: f"{alone(seen, authority):,}")
    return Row(cells, tuple(lists.of_parties_on(authority, lists.held)))


def _part_note(lists: Lists) -> str:
    if not lists.in_part:
        return ""
    return f" Held in part only: {', '.join(lists.in_part)}; a low number there is no gap of the partner."


def gap(parties: Lists, craft: Lists, scope: Scope) -> list[Table]:
    """UN-listed parties that a partner's list lacks, the longest gap first."""
    found = [(gap.listing, gap.partner, lists) for lists in (parties, craft) for gap in lists.gaps()]
    found.sort(key=lambda row: row[0].from_lo or "9999")
    if not found:
        return []
    return [
        Table(
            id="list-gap",
            title="On the UN list and not found on a partner's, the longest gap first",
            columns=("Party", "Kind", "Not on", "UN list since", "Days", "Also on"),
            rows=tuple(_gap_row(*row, scope) for row in found),
            note="A gap is a reason to look: the partner's entry may have another spelling or no day."
            " Compared are lists that hold parties of the UN list; ships only where a list holds any.",
            numeric=frozenset({4}),
        )
    ]


def _gap_row(listing: Statement, partner: str, lists: Lists, scope: Scope) -> Row:
    others = [s for s in lists.of(*lists.partners) if s.party == listing.party]
    name = scope.named(listing.party)
    cells: tuple[SlotFunction, ...] = (
        lambda seen: next((s.value for s in seen if s.prop == "name"), listing.party),
        lambda seen: KINDS.get(_base(seen).kind, "entity"),
        lambda _: partner,
        lambda seen: _base(seen).from_lo if lag.exact(_base(seen)) else "",
        lambda seen: str(_days_until(lists.day, _base(seen))) if lag.exact(_base(seen)) else "",
        lambda seen: ", ".join(a for a in lists.partners if on(seen, a)),
    )
    return Row(cells, (listing, *([name] if name else []), *others))


def _base(seen: Sequence[Statement]) -> Statement:
    return next(iter(on(seen, BASE).values()))


def _days_until(day: str, listing: Statement) -> int:
    return (date.fromisoformat(day) - date.fromisoformat(listing.from_lo)).days


def lag_table(lists: Lists, scope: Scope) -> list[Table]:
    """Days from the UN listing, or else from the first one, to each partner's."""
    rows = [
        *(_lag_row(a, "the UN listing", lag.pairs(lists, a), lag.from_un, scope) for a in lag.timed(lists)),
        *(
            _lag_row(a, "the first listing", cited, lag.from_first, scope)
            for a in lists.whole
            if (cited := _from_first(lists, a))
        ),
    ]
    if not rows:
        return []
    return [
        Table(
            id="list-lag",
            title="Days from the UN listing, or else from the first listing anywhere, to each partner's",
            columns=(
                "List",
                "Counted from",
                "Parties",
                "Earlier",
                "Same day",
                "Later",
                "Median",
                "Longest",
                "For",
            ),
            rows=tuple(rows),
            note="Persons and entities whose days are exact in both lists. A list that repeats the UN's days"
            " is left out of the first part. In the second, the same day includes the list that was first.",
            numeric=frozenset(range(2, 8)),
        )
    ]


def _from_first(lists: Lists, authority: str) -> list[Statement]:
    compared = lag.lags(lists.of(BASE, *lists.whole), authority, lag.from_first)
    return [s for s in lists.of(*lists.whole) if s.party in compared]


def _lag_row(
    authority: str, counted_from: str, cited: list[Statement], start: lag.Start, scope: Scope
) -> Row:
    name = scope.named(lag.slowest(cited, authority, start)[0])

    def number(of: Number) -> SlotFunction:
        return lambda seen: str(of(seen))

    cells: tuple[SlotFunction, ...] = (
        code(authority),
        lambda _: counted_from,
        number(lambda seen: len(lag.lags(seen, authority, start))),
        number(lambda seen: lag.order(seen, authority, start)[0]),
        number(lambda seen: lag.order(seen, authority, start)[1]),
        number(lambda seen: lag.order(seen, authority, start)[2]),
        number(lambda seen: lag.middle(seen, authority, start)),
        number(lambda seen: lag.longest(seen, authority, start)),
        lambda seen: next((s.value for s in seen if s.prop == "name"), ""),
    )
    return Row(cells, (*cited, *([name] if name else [])))


def beyond_table(lists: Lists, scope: Scope) -> list[Table]:
    """Parties that partners list and the UN does not, with the day of each listing."""
    base = on(lists.listings, BASE)
    parties: dict[str, list[Statement]] = {}
    for s in lists.of(*lists.partners):
        if s.party not in base:
            parties.setdefault(s.party, []).append(s)
    if not parties:
        return []
    return [
        Table(
            id="beyond-the-un-list",
            title="Persons and entities that partners list and the UN does not",
            columns=("Party", *(f"{a} since" for a in lists.partners)),
            rows=tuple(_beyond_row(party, parties[party], lists, scope) for party in _most_listed(parties)),
            note="Most lists first. Blank: not found on that list." + _part_note(lists),
        )
    ]


def _most_listed(parties: dict[str, list[Statement]]) -> list[str]:
    return sorted(parties, key=lambda p: (-len(parties[p]), min(s.from_lo or "9999" for s in parties[p]), p))


def _beyond_row(party: str, listings: list[Statement], lists: Lists, scope: Scope) -> Row:
    name = scope.named(party)

    def since(authority: str) -> SlotFunction:
        def day(seen: Sequence[Statement]) -> str:
            mine = on(seen, authority).get(party)
            return "" if mine is None else mine.from_lo if lag.exact(mine) else "listed, day not exact"

        return day

    cells: tuple[SlotFunction, ...] = (
        lambda seen: next((s.value for s in seen if s.prop == "name"), party),
        *(since(a) for a in lists.partners),
    )
    return Row(cells, (*listings, *([name] if name else [])))
