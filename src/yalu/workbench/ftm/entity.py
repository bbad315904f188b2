"""A party as a followthemoney entity, with what followthemoney has no place for in fields beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS, OWN_KNOWLEDGE, OWN_LISTING
from yalu.screening.countries import code, known
from yalu.workbench.ftm.schemata import schemata

Entity = dict[str, Any]

EXPORT_CONTROL = "exportControl"
REPEATED = "repeatedListing"
"""A copy of another source's list: no listing of its own."""

_LISTS = (LISTING, EXPORT_CONTROL, REPEATED)
_OTHER_NAMES = {"previousFlag": "pastFlags"}
"""Properties for which followthemoney has another word."""
_NOT_SHOWN = frozenset({"sameAs", *_LISTS, *EDGE_KINDS})


@dataclass(frozen=True, slots=True)
class Party:
    """What a day shows of one party under all of its ids."""

    ids: tuple[str, ...]
    stated: Sequence[Statement]
    ended: Sequence[Statement]
    """Listings that stood once and were over by the day."""

    @property
    def id(self) -> str:
        """The id by which it is called."""
        return self.ids[0]

    @property
    def listed(self) -> bool:
        """Whether some sanctions list holds it; the compiler's own knowledge lists nobody."""
        return any(s.prop == LISTING and s.basis != OWN_KNOWLEDGE for s in self.stated)

    @property
    def status(self) -> str:
        """``listed``, ``delisted``, ``own list`` or ``named in a source``."""
        if self.listed:
            return "listed"
        if any(s.prop == LISTING and s.basis != OWN_KNOWLEDGE for s in self.ended):
            return "delisted"
        return "own list" if any(s.prop == OWN_LISTING for s in self.stated) else "named in a source"


def entity(party: Party) -> Entity:
    """The entity without what is around it.

    ``properties`` hold what followthemoney has a name for and a text backs. Facts with another name are in
    ``other``; what no text backs is in ``unverified``, and decides nothing.
    """
    schema = schemata()[schema_of(Counter(s.kind for s in party.stated or party.ended))]
    properties: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    unverified: dict[str, list[str]] = {}
    for s in party.stated:
        if s.prop in _NOT_SHOWN:
            continue
        prop = _OTHER_NAMES.get(s.prop, s.prop)
        if s.basis == OWN_KNOWLEDGE:
            _put(unverified, prop, s.value)
        elif prop not in schema.properties:
            _put(other, prop, s.value)
        else:
            _put(properties, prop, _clean(schema.properties[prop].type, s.value))
    topics = _topics(party)
    if topics:
        properties["topics"] = topics
    found = {
        "id": party.id,
        "caption": caption(party.stated) or party.id,
        "schema": schema.name,
        "properties": properties,
        "datasets": sorted({s.source for s in party.stated}),
        "referents": list(party.ids[1:]),
        "target": party.listed,
        **seen(party.stated),
        "status": party.status,
        "delisted": party.status == "delisted",
        "lists": [listing(s) for s in (*party.stated, *party.ended) if s.prop in _LISTS],
    }
    return found | {key: value for key, value in (("other", other), ("unverified", unverified)) if value}


def caption(stated: Iterable[Statement]) -> str:
    """The name by which to call it: a primary name before an alias, a whole one before a damaged one."""
    names = [s for s in stated if s.prop in NAME_PROPS]
    ranked = min(names, key=lambda s: (bool(s.flag), NAME_PROPS.index(s.prop), s.known_hi), default=None)
    return ranked.value if ranked else ""


def schema_of(kinds: Counter[str]) -> str:
    """The schema on which most statements agree, or one within it that some of them give."""
    if not kinds:
        return "LegalEntity"
    most = max(sorted(kinds), key=lambda name: kinds[name])
    within = [name for name in kinds if name != most and schemata()[name].is_a(most)]
    return max(sorted(within), key=lambda name: kinds[name], default=most)


def seen(stated: Iterable[Statement]) -> dict[str, str | None]:
    """Between which copies it was seen, and since when its newest part was public; ISO, or None."""
    rows = list(stated)
    first = min((s.seen_first for s in rows if s.seen_first), default="")
    last = max((s.seen_last for s in rows if s.seen_last), default="")
    change = max((s.seen_first or s.known_hi for s in rows), default="")
    return {"first_seen": _moment(first), "last_seen": _moment(last), "last_change": _moment(change)}


def listing(s: Statement) -> dict[str, Any]:
    """One listing, standing or ended, as Yalu tells it."""
    measures = {LISTING: "sanction", EXPORT_CONTROL: "export control", REPEATED: "repeated"}
    return {
        "authority": s.value,
        "list": str(s.details.get("list") or s.details.get("regime") or s.details.get("authority") or ""),
        "source": s.source,
        "measure": measures[s.prop],
        "since": s.from_hi,
        "until": s.to_hi,
        "delisted": bool(s.to_hi),
    } | ({"unverified": True} if s.basis == OWN_KNOWLEDGE else {})


def _topics(party: Party) -> list[str]:
    topics = ["sanction"] if party.listed else []
    if any(s.prop == EXPORT_CONTROL and s.basis != OWN_KNOWLEDGE for s in party.stated):
        topics.append("export.control")
    return topics


def _put(into: dict[str, list[str]], prop: str, value: str) -> None:
    values = into.setdefault(prop, [])
    if value not in values:
        values.append(value)


def _clean(kind: str, value: str) -> str:
    """A country as followthemoney codes it; anything else as it stands."""
    if kind == "country":
        found = code(value)
        return found.lower() if known(found) else value
    return value


def _moment(day: str) -> str | None:
    return f"{day}T00:00:00" if len(day) == 10 else None
