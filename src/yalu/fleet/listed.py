"""Which ships stand on whose list, which are only named, and under which flags they were seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from yalu.fleet.ships import Fleet
from yalu.fleet.slots import counted, whole
from yalu.fleet.states import state
from yalu.model import figures as f
from yalu.model.dates import Interval
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

LISTED = f.having(LISTING)
NAMED = f.having("name")


def listed(fleet: Fleet) -> list[Sentence]:
    """How many ships stand on which list, and how many of them the United Nations do not list."""
    if not fleet.listings:
        return [sentence("No ship stood on a list that is held for that day.", [])]

    def missing(seen: Sequence[Statement]) -> str:
        on_un = {fleet.hull(s) for s in seen if f.on_list("UN")(s)}
        return f"{len({fleet.hull(s) for s in seen if LISTED(s)} - on_un):,}"

    return [
        sentence(
            "On {day}, {ships} on a list: {lists}. {missing} of them were not on the list of the UN.",
            fleet.listings,
            asked={"day": fleet.day},
            ships=counted(LISTED, fleet.hull, "ship stood", "ships stood"),
            lists=_by_list(fleet),
            missing=missing,
        )
    ]


def _by_list(fleet: Fleet) -> SlotFunction:
    """``US 39 and UN 27 (22 by a day that a text gives, 5 more by one that rests on memory)``."""

    def made(seen: Sequence[Statement]) -> str:
        ships: dict[str, dict[bool, set[str]]] = defaultdict(lambda: {True: set(), False: set()})
        for s in filter(whole, seen):
            ships[s.value]["date" in s.unverified.split(";")].add(fleet.hull(s))
        phrases = []
        for name, by in sorted(ships.items(), key=lambda kv: (-sum(map(len, kv[1].values())), kv[0])):
            stored, remembered = len(by[False]), len(by[True])
            split = (
                f" ({stored:,} by a day that a text gives, {remembered:,} more by one that rests on memory)"
            )
            phrases.append(f"{name} {stored + remembered:,}" + (split if remembered else ""))
        return f.joined(phrases)

    return made


def combinations(fleet: Fleet) -> list[Sentence]:
    """Which lists hold the same ships."""
    if len({s.value for s in fleet.listings}) < 2:
        return []

    def made(seen: Sequence[Statement]) -> str:
        lists: dict[str, set[str]] = defaultdict(set)
        for s in seen:
            lists[fleet.hull(s)].add(s.value)
        counts = Counter(f.joined(sorted(on)) + (" alone" if len(on) == 1 else "") for on in lists.values())
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return "; ".join(f"{on}: {n:,}" for on, n in ranked)

    return [sentence("Ships by the lists that hold them: {lists}.", fleet.listings, lists=made)]


def named(fleet: Fleet) -> list[Sentence]:
    """How many ships a source names that no list holds."""
    if not fleet.unlisted:
        return [sentence("No source of the day names a ship that stands on no list.", [])]
    return [
        sentence(
            "{ships} named in a source and on no list that is held for that day; that is no"
            " finding of wrongdoing.",
            fleet.unlisted,
            ships=counted(NAMED, fleet.hull, "further ship is", "further ships are"),
        )
    ]


def unlisted(fleet: Fleet) -> list[Sentence]:
    """The names of those ships."""
    if not fleet.unlisted:
        return []
    return [
        sentence(
            "Named in a source and on no list held: {names}.",
            fleet.unlisted,
            names=f.listed_names(lambda s: s.prop == "name", most=60),
        )
    ]


def list_table(fleet: Fleet) -> list[Table]:
    """Every ship that stands on a list."""
    numbers, flagged = fleet.facts("imoNumber"), fleet.facts("flag")
    linked: dict[str, list[str]] = defaultdict(list)
    for link in fleet.links:
        linked[link.ship].append(link.other)

    def row(ship: str) -> Row:
        name = fleet.names([ship])
        others = fleet.names(linked[ship])
        names, tied = {s.id for s in name}, {s.id for s in others}
        cells: tuple[SlotFunction, ...] = (
            lambda seen: next((s.value for s in seen if s.id in names), ship),
            lambda seen: ", ".join(s.value for s in seen if s.prop == "imoNumber"),
            lambda seen: ", ".join(sorted({s.value for s in seen if s.prop == LISTING})),
            _since,
            lambda seen: ", ".join(sorted({state(s.value) for s in seen if s.prop == "flag"})),
            lambda seen: "; ".join(dict.fromkeys(s.value for s in seen if s.id in tied)),
        )
        rows = (*name, *numbers.get(ship, []), *fleet.listed[ship], *flagged.get(ship, []), *others)
        return Row(cells, rows)

    if not fleet.listed:
        return []
    found = [row(ship) for ship in fleet.listed]
    return [
        Table(
            id="ships-listed",
            title="Ships that stand on a list",
            columns=("Ship", "IMO number", "Lists", "Listed since", "Flag shown", "Linked to"),
            rows=tuple(sorted(found, key=lambda r: r.texts[0].casefold())),
            note="An empty cell means that no source of the day shows it. Being linked says no more than the"
            " tie behind it.",
        )
    ]


def _since(seen: Sequence[Statement]) -> str:
    dates = [Interval(s.from_lo, s.from_hi) for s in seen if s.prop == LISTING and s.from_hi]
    return min(dates, key=lambda d: d.hi).text() if dates else "no date held"
