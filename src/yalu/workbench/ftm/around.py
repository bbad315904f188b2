"""What stands around a party: its listings and its ties, each an entity of its own between two parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from yalu.model.countries import state
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, OWN_KNOWLEDGE
from yalu.workbench.ftm.entity import EXPORT_CONTROL, Entity, Party, seen
from yalu.workbench.ftm.schemata import schemata

Around = dict[str, list[Entity]]
"""By the property that leads there from the party: ``sanctions``, ``ownershipOwner`` ..."""

_COUNTRIES = {"UK": "gb", "EU": "eu", "UN": ""}


def around(party: Party, inbound: Iterable[Statement], end: Callable[[str], Entity | str]) -> Around:
    """The listings and ties that a text backs; ``end`` gives the entity at the far end of a tie.

    A lead that no text backs is left out: who reads an entity takes what it holds for a fact.
    """
    found: Around = defaultdict(list)
    for s in (*party.stated, *party.ended):
        if s.prop in (LISTING, EXPORT_CONTROL) and s.basis != OWN_KNOWLEDGE:
            found["sanctions"].append(sanction(party, s))
    ids = set(party.ids)
    for s in party.stated:
        if s.prop in EDGE_KINDS and s.basis != OWN_KNOWLEDGE and s.value not in ids:
            _add(found, s, party, s.value, end, outward=True)
    for s in inbound:
        if s.basis != OWN_KNOWLEDGE and s.party not in ids:
            _add(found, s, party, s.party, end, outward=False)
    return dict(found)


def sanction(party: Party, s: Statement) -> Entity:
    """A listing as a Sanction entity; one that ended says so."""
    country = _COUNTRIES.get(s.value, s.value.lower())
    named = str(s.details.get("authority") or "")
    programs = {
        p.value for p in party.stated if p.prop == "program" and p.source == s.source and p.party == s.party
    }
    properties = {
        "entity": [party.id],
        "authority": [named or state(s.value)],
        "country": [country] if country else [],
        "program": [str(v) for v in (s.details.get("list"), s.details.get("regime")) if v] + sorted(programs),
        "startDate": [s.from_lo] if s.from_lo and s.from_lo == s.from_hi else [],
        "endDate": [s.to_hi] if s.to_hi else [],
        "status": ["delisted" if s.to_hi else "listed"],
        "provisions": ["export control"] if s.prop == EXPORT_CONTROL else [],
    }
    return _between("Sanction", s, properties, f"{s.value} {' '.join(properties['program'][:1])}".strip())


def _add(
    found: Around, s: Statement, party: Party, far: str, end: Callable[[str], Entity | str], *, outward: bool
) -> None:
    schema = schemata()[s.prop]
    if schema.edge is None:
        return
    near_end, far_end = schema.edge if outward else schema.edge[::-1]
    role, detail = str(s.details.get("role") or ""), s.details
    said: dict[str, str] = {
        "role": role,
        "relationship": role,
        "purpose": role,
        "percentage": str(detail.get("share_pct") or ""),
        "amount": str(detail.get("amount") or ""),
        "currency": str(detail.get("currency") or ""),
        "summary": str(detail.get("note") or ""),
        "startDate": s.from_lo if s.from_lo == s.from_hi else "",
        "endDate": s.to_hi if s.to_lo == s.to_hi else "",
    }
    properties: dict[str, list[Any]] = {near_end: [party.id], far_end: [end(far)]}
    properties |= {prop: [value] for prop, value in said.items() if value and prop in schema.properties}
    found[schema.properties[near_end].reverse].append(_between(s.prop, s, properties, role or schema.name))


def _between(schema: str, s: Statement, properties: dict[str, list[Any]], caption: str) -> Entity:
    return {
        "id": f"{schema.lower()}-{s.id}",
        "caption": caption,
        "schema": schema,
        "properties": {prop: values for prop, values in properties.items() if values},
        "datasets": [s.source],
        "referents": [],
        "target": False,
        **seen([s]),
    }
