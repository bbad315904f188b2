"""Ties and listings of the evidence as entities of their own, with ids that stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yalu.evidence.view import View
from yalu.model.dates import Interval
from yalu.model.ftm import schemata
from yalu.model.ftm_lists import official_lists
from yalu.model.statement import Statement, statement_id
from yalu.model.words import grade_words
from yalu.publish.ftm.entity import Entity
from yalu.publish.ftm.losses import Losses
from yalu.publish.ftm.values import date
from yalu.sources.registry import sources

Head = Callable[[str], str]

TOO_NEW = frozenset({"Control"})
"""Schemata of the newest model only, which older programs refuse: the tie is written by its kind here."""

_ROLES = ("role", "relationship", "purpose")


def tie(view: View, s: Statement, head: Head, losses: Losses) -> Entity | None:
    """The entity of a tie, in the schema that it came from; None where both ends are one party."""
    detail = s.details
    source, target = head(s.party), head(s.value)
    if source == target:
        losses.note("ties_within_a_party", s.prop)
        return None
    schema = schemata().get(str(detail.get("type", "")))
    if schema is None or schema.edge is None or schema.edge.kind != s.prop or schema.name in TOO_NEW:
        schema = schemata()[s.prop]
    edge = schema.edge
    assert edge is not None
    # The id holds the tie as its source names it, or all that is said of it: never when, or in which copy.
    own = str(detail.get("tie", "")) or s.detail
    made = Entity(f"tie-{statement_id(s.source, s.prop, source, target, own)}", schema.name)
    made.add(edge.source, source)
    made.add(edge.target, target)
    role = str(detail.get("role", ""))
    if role and detail.get("reversed"):
        role = f"{role} ({edge.target} to {edge.source})"
    said = {
        next(p for p in _ROLES if p in schema.properties): role if role != edge.role else "",
        "percentage": detail.get("share") or detail.get("share_pct"),
        "amount": detail.get("amount"),
        "currency": detail.get("currency"),
        "summary": detail.get("note"),
        "description": f"Evidence: {grade_words(s.grade)}",  # an allegation must not read as a finding
        "recordId": detail.get("tie"),
        "publisher": detail.get("publisher"),
        "sourceUrl": detail.get("url"),
    }
    _fill(made, said, losses)
    _dates(made, s, losses)
    _cite(made, view, s)
    made.caption = role or schema.name
    made.rests_on([s], view.when.as_of)
    losses.of(s)
    return made


def sanction(view: View, s: Statement, head: Head, losses: Losses) -> Entity:
    """The entity of a listing."""
    detail = s.details
    known = official_lists().get(s.value)
    source = sources().get(s.source)
    party = head(s.party)
    made = Entity(f"sanction-{statement_id(s.source, party, s.value, s.detail, s.from_lo)}", "Sanction")
    made.add("entity", party)
    program = next((str(detail[k]) for k in ("list", "regime", "authority") if detail.get(k)), "")
    measures = detail.get("measures") or []
    said: dict[str, Any] = {
        "authority": known.names[0] if known else s.value,
        "country": known.country if known else "",
        "program": program or (source.list_name if source else "") or s.source,
        "unscId" if s.value == "UN" else "authorityId": detail.get("ref"),
        "reason": detail.get("reason"),
        "sourceUrl": detail.get("url"),
    }
    _fill(made, said, losses)
    for measure in measures if isinstance(measures, list) else [measures]:
        made.add("provisions", str(measure))
    _dates(made, s, losses)
    if start := made.properties.get("startDate"):
        made.add("listingDate", start[0])
    _cite(made, view, s)
    made.caption = next(iter(made.properties.get("program", [])), "Sanction")
    made.rests_on([s], view.when.as_of)
    losses.of(s)
    return made


def _fill(made: Entity, said: dict[str, Any], losses: Losses) -> None:
    places = schemata()[made.schema].properties
    for prop, value in said.items():
        if value and prop in places:
            made.add(prop, str(value))
        elif value:
            losses.note("no_property", f"{made.schema}.{prop}")


def _dates(made: Entity, s: Statement, losses: Losses) -> None:
    """The dates of its beginning and end, where they are a day, a month or a year, and backed by a text."""
    doubted = any("date" in field or "event" in field for field in s.unverified.split(";"))
    for prop, when in (
        ("startDate", Interval(s.from_lo, s.from_hi)),
        ("endDate", Interval(s.to_lo, s.to_hi)),
    ):
        if not when:
            continue
        if doubted:
            losses.note("unverified_dates", f"{made.schema}.{prop}")
        elif exact := date(when):
            made.add(prop, exact)
        else:
            losses.note("inexact_dates", f"{made.schema}.{prop}")


def _cite(made: Entity, view: View, s: Statement) -> None:
    """The first cited work, as the day may show it."""
    for name in s.cited[:1]:
        work = view.work(name)
        made.add("publisher", work.get("publisher", ""))
        made.add("sourceUrl", work.get("url", ""))
