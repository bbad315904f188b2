"""What a party's dates, countries, numbers and lists are on a day."""

from __future__ import annotations

from dataclasses import dataclass, field

import orjson

from yalu.model.vocabulary import NAME_PROPS, OWN_LISTING
from yalu.screening import clock, countries, identifiers
from yalu.screening.birth import Date
from yalu.screening.day import Day
from yalu.screening.hit import Listing
from yalu.screening.records import BIRTH, COUNTRY_PROPS, KINDS, LIST_PROPS, NUMBER_OF_LIST, PROPS


@dataclass(slots=True)
class Facts:
    """All that the day shows of one party, as screening weighs and shows it."""

    kind: str = ""
    names: list[tuple[tuple[int, ...], str, bool]] = field(default_factory=list)
    """Rank, text and weakness of each name, the one to call it by first."""
    births: list[Date] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    lists: list[Listing] = field(default_factory=list)
    own_lists: list[str] = field(default_factory=list)
    """The user's own lists that hold the party; they are no listings."""
    sources: list[str] = field(default_factory=list)
    repeats: str = ""
    """The id of the party of which this one is a mere copy in another list; else empty."""
    unverified: bool = False
    """Whether no stored text backs any of its names."""

    @property
    def name(self) -> str:
        """The name by which to call the party."""
        return self.names[0][1] if self.names else ""

    @property
    def status(self) -> str:
        """``listed``, ``export control``, ``delisted``, ``own list`` or ``named in a source``."""
        standing = {one.measure for one in self.lists if not one.delisted}
        if standing & {"sanction", "repeated"}:
            return "listed"
        if standing:
            return "export control"
        if self.lists:
            return "delisted"
        return "own list" if self.own_lists else "named in a source"


def gather(day: Day, head: int) -> Facts:
    """The facts of the party with this head."""
    index = day.index
    found = Facts()
    kinds: list[str] = []
    own = []
    sources = set()
    cells = index.cells
    for row in day.rows(head):
        prop, value = PROPS[cells.row_prop[row]], index.text(cells.row_value[row])
        is_own = bool(cells.row_own[row])
        kinds.append(KINDS[cells.row_kind[row]])
        if prop in NAME_PROPS:
            rank = (cells.row_flagged[row], NAME_PROPS.index(prop), cells.row_known_hi[row])
            found.names.append((rank, value, prop == "weakAlias"))
            own.append(is_own)
        elif is_own and (prop == BIRTH or prop in COUNTRY_PROPS):
            continue  # unverified: it neither lifts nor lowers a hit
        elif prop == BIRTH:
            found.births.append(_date(value, _detail(day, row)))
        elif prop in COUNTRY_PROPS:
            found.countries.append(countries.code(value))
        elif prop in identifiers.OF_PROP:
            found.identifiers.append((identifiers.OF_PROP[prop], value))
        elif prop in LIST_PROPS:
            found.lists.append(_listing(day, row, ended=False))
        elif prop == OWN_LISTING:
            found.own_lists.append(value)
        elif prop == NUMBER_OF_LIST:
            found.repeats = f"ofac-{value}"
        sources.add(index.sources[cells.row_source[row]])
    found.lists += [_listing(day, row, ended=True) for row in day.ended_listings(head)]
    found.lists = _once(found.lists) if len(found.lists) > 1 else found.lists
    if any(one.measure != "repeated" for one in found.lists):
        found.repeats = ""
    found.names.sort()
    found.births = list(dict.fromkeys(found.births))
    found.countries = list(dict.fromkeys(found.countries))
    found.identifiers = list(dict.fromkeys(found.identifiers))
    found.own_lists = sorted(set(found.own_lists))
    found.sources = sorted(sources)
    found.kind = max(sorted({k for k in kinds if k}), key=kinds.count, default="")
    found.unverified = bool(own) and all(own)
    return found


def _detail(day: Day, row: int) -> dict[str, object]:
    text = day.index.text(day.index.cells.row_detail[row])
    found: dict[str, object] = orjson.loads(text) if text else {}
    return found


def _date(value: str, detail: dict[str, object]) -> Date:
    return Date(value, bool(detail.get("circa")), str(detail.get("to") or ""))


def _listing(day: Day, row: int, *, ended: bool) -> Listing:
    index, cells = day.index, day.index.cells
    detail = _detail(day, row)
    named = next(
        (str(detail[key]) for key in ("list", "regime", "authority", "programme") if detail.get(key)), ""
    )
    return Listing(
        authority=index.text(cells.row_value[row]),
        list=named,
        source=index.sources[cells.row_source[row]],
        measure=LIST_PROPS[PROPS[cells.row_prop[row]]],
        since=clock.text(cells.row_from_hi[row]),
        until=clock.text(cells.row_to_hi[row]) if ended else "",
    )


def _once(lists: list[Listing]) -> list[Listing]:
    """Each listing once; one that ended is left out where the same list holds the party still, or again."""
    unique = sorted(
        set(lists), key=lambda one: (one.delisted, one.authority, one.list, one.source, one.since)
    )
    standing = {(one.authority, one.list, one.source) for one in unique if not one.delisted}
    return [o for o in unique if not o.delisted or (o.authority, o.list, o.source) not in standing]
