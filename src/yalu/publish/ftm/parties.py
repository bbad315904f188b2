"""A party of the evidence as an entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yalu.evidence.view import SAME
from yalu.model.ftm import PREFIX, Schema, schemata
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS, OWN_LISTING, PARTY_KINDS
from yalu.publish.ftm.entity import Entity
from yalu.publish.ftm.losses import Losses
from yalu.publish.ftm.values import GENDERS, TOPICS_OF_LISTED, country

ELSEWHERE = {"previousFlag": "pastFlags", "modeSCode": "icaoCode", "nationality": "country"}
"""Properties that the format calls by another name, or has under another one for the schema."""

NO_SANCTION = frozenset(
    {"exportControl", "repeatedListing", "specialMeasure", "listingReported", "sanctionNamed", OWN_LISTING}
)
_OWN_NAMES = frozenset({"quotedId", "dataset", "addressEntity"})
_QUALIFIED = frozenset({"circa", "to", "type", "country", "issued", "until", "expires", "dates", "authority"})


def schema_of(kinds: Sequence[str]) -> str:
    """The schema of a party that its sources call by these kinds: the most specific on which all agree.

    >>> schema_of(["Organization", "Company"]), schema_of(["Person", "Company"]), schema_of(["Authority"])
    ('Company', 'LegalEntity', '')
    """
    known = schemata()
    names = [k.removeprefix(PREFIX) for k in kinds]
    found = [n for n in names if n in known and not known[n].abstract and not known[n].edge]
    found = [n for n, k in zip(names, kinds, strict=True) if n in found and (k in PARTY_KINDS or k != n)]
    if not found:
        return ""
    finest = max(sorted(set(found)), key=lambda n: len(known[n].line))
    if all(n in known[finest].line for n in found):
        return finest
    shared = [n for n in known[finest].line if all(n in known[f].line for f in found)]
    concrete = [n for n in shared if not known[n].abstract]
    return concrete[0] if concrete else Counter(sorted(found)).most_common(1)[0][0]


def party(
    head: str, ids: Sequence[str], statements: Sequence[Statement], losses: Losses, as_of: str
) -> Entity | None:
    """The entity of a party, from the statements that may be shown; None where it has no schema."""
    name = schema_of([s.kind for s in statements if s.kind])
    if not name:
        return None
    entity = Entity(head, name, referents=tuple(i for i in ids if i != head))
    listed = any(s.prop == LISTING for s in statements)
    held = [s for s in statements if s.prop not in EDGE_KINDS and s.prop not in (LISTING, SAME)]
    used = [s for s in held if _state(entity, schemata()[name], s, listed, losses)]
    entity.rests_on([*used, *(s for s in statements if s.prop == LISTING)], as_of)
    entity.datasets |= {s.source for s in statements}
    entity.caption = _caption(used)
    if listed:
        entity.target = True
        if "topics" in schemata()[name].properties:
            entity.add("topics", TOPICS_OF_LISTED)
    if not entity.caption:
        losses.note("nameless")
    return entity


def _state(entity: Entity, schema: Schema, s: Statement, listed: bool, losses: Losses) -> bool:
    """Add one value; whether it has a place."""
    prop = s.prop if s.prop in schema.properties else ELSEWHERE.get(s.prop, s.prop)
    value = s.value
    if s.prop == "bank" and value == "true":
        prop, value = "topics", "fin.bank"
    if s.prop in NO_SANCTION:
        losses.note("no_sanction", s.prop)
        return False
    if s.prop in _OWN_NAMES:
        losses.note("own_names", s.prop)
        return False
    kind = schema.properties.get(prop)
    if kind is None or (kind == "gender" and value not in GENDERS):
        losses.note("no_property", f"{schema.name}.{s.prop}")
        return False
    if kind == "country":
        value = country(s.value)
        if not value:
            losses.note("no_code", s.prop)
            return False
    elif kind == "number":
        value = value.replace(",", "")
    elif kind == "entity" and not value.startswith(f"{s.source}-"):
        losses.note("no_property", f"{schema.name}.{s.prop}")
        return False
    elif kind == "topic" and value == TOPICS_OF_LISTED and not listed:
        losses.note("topics")
        return False
    if _QUALIFIED & s.details.keys():
        losses.note("qualifiers", s.prop)
    losses.of(s)
    entity.add(prop, value)
    return True


def _caption(used: Sequence[Statement]) -> str:
    names = [s for s in used if s.prop in NAME_PROPS]
    first = min(names, key=lambda s: (NAME_PROPS.index(s.prop), s.known_hi, s.value), default=None)
    return first.value if first else ""
