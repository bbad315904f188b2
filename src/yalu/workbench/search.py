"""``/search``: parties by words, filtered and counted."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from yalu.model.clock import Mode
from yalu.model.countries import state
from yalu.sources.registry import sources as registered
from yalu.workbench import limits
from yalu.workbench.answers import written
from yalu.workbench.asked import AsOf, ChangedSince, DatasetPath, ModeQuery, On, held, scope, turns, viewed
from yalu.workbench.ftm.schemata import BASE, groups, names_within, schemata
from yalu.workbench.held import Held
from yalu.workbench.lens import Lens
from yalu.workbench.party_table import FACETS, Mask, PartyTable
from yalu.workbench.problems import documented, refuse, safe
from yalu.workbench.shapes import SearchResponse
from yalu.workbench.sorting import by_value, parse
from yalu.workbench.turns import Turns

router = APIRouter()
MOST_VALUES = 1000
"""Values of a facet that are counted out."""
TOPICS = {"sanction": "Sanctioned entity", "export.control": "Export controlled"}


class Facet(enum.StrEnum):
    """What results can be counted by."""

    DATASETS = "datasets"
    SCHEMA = "schema"
    COUNTRIES = "countries"
    IDENTIFIERS = "identifiers"
    TOPICS = "topics"
    GENDERS = "genders"


USUAL = (Facet.COUNTRIES, Facet.TOPICS, Facet.DATASETS)


class Operator(enum.StrEnum):
    """How several values of one filter are joined."""

    AND = "AND"
    OR = "OR"


@dataclass(frozen=True, slots=True)
class Asked:
    """One search, checked."""

    q: str
    fuzzy: bool
    schemata: frozenset[str]
    sources: frozenset[str] | None
    exclude_schema: list[str]
    changed_since: str
    filters: dict[str, list[str]]
    together: bool
    sorts: list[tuple[str, bool]]
    facets: list[Facet]
    limit: int
    offset: int


@router.get(
    "/search/{dataset}",
    summary="Search by words",
    tags=["Matching"],
    response_model=SearchResponse,
    responses=documented(400, 404, 503),
)
async def search(
    *,
    dataset: DatasetPath,
    taken: Annotated[Held, Depends(held)],
    turn: Annotated[Turns, Depends(turns)],
    q: Annotated[str, Query(title="Words to find")] = "",
    schema: Annotated[str, Query(title="Parties of this schema or one within it")] = BASE,
    include_dataset: list[str] = Query([], title="Only parties of these sources"),
    exclude_dataset: list[str] = Query([], title="Not the parties of these sources alone"),
    exclude_schema: list[str] = Query([], title="Not the parties of these schemata"),
    changed_since: ChangedSince = None,
    countries: list[str] = Query([], title="Only these countries, by code"),
    topics: list[str] = Query([], title="Only these topics"),
    datasets: list[str] = Query([], title="Only these sources, joined by `filter_op`"),
    filter: list[str] = Query([], title="`field:value`, such as `properties.birthDate:1940`"),
    limit: Annotated[int, Query(le=limits.MAX_PAGE, title="Results of a page")] = limits.DEFAULT_PAGE,
    offset: Annotated[int, Query(le=limits.MAX_OFFSET, title="How many to pass over")] = 0,
    sort: list[str] = Query([], title="`field:asc` or `field:desc`; by default the best first"),
    target: Annotated[bool | None, Query(deprecated=True, title="Whether on a sanctions list")] = None,
    fuzzy: Annotated[bool, Query(title="A word may differ by a letter or two")] = False,
    simple: Annotated[
        bool, Query(title="Read as without: there is one syntax, and no query is an error")
    ] = False,
    facets: list[Facet] = Query(list(USUAL), title="What to count by"),
    filter_op: Annotated[Operator, Query(title="How values of one filter are joined")] = Operator.OR,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeQuery = Mode.STRICT,
) -> Response:
    """Find parties by words in their names and in whatever else is stated of them. To screen, use `/match`.

    All words must occur; `-word` must not; `"two words"` follow each other; `word*` is the beginning of one;
    `a OR b` is either.
    """
    if schema not in schemata():
        raise refuse(400, "Invalid schema")
    filters: dict[str, list[str]] = {
        name: values
        for name, values in (("countries", countries), ("topics", topics), ("datasets", datasets))
        if values
    }
    for one in filter:
        field, colon, value = one.partition(":")
        if not colon or not _known_field(field):
            raise refuse(400, f"Invalid filter: {safe(one)!r}")
        filters.setdefault(field, []).append(value)
    if target is not None:
        filters["target"] = [str(target).lower()]
    count, start = limits.window(limit, offset)
    asked = Asked(
        q=q.encode("utf-8", "replace").decode(),
        fuzzy=fuzzy,
        schemata=names_within(schema),
        sources=scope(taken, dataset, include_dataset, exclude_dataset),
        exclude_schema=exclude_schema,
        changed_since=changed_since or "",
        filters=filters,
        together=filter_op is Operator.AND,
        sorts=list(parse(sort)),
        facets=facets,
        limit=count,
        offset=start,
    )
    lens = await viewed(turn.read, taken, as_of, on, mode)
    return written(await turn.read(answer, lens, asked))


def answer(lens: Lens, asked: Asked) -> dict[str, Any]:
    """What was found, for the thread that alone uses text searches."""
    table = lens.text.table
    met, scores = lens.text.find(asked.q, fuzzy=asked.fuzzy)
    met &= table.having("schema", asked.schemata)
    if asked.sources is not None:
        met &= table.having("datasets", asked.sources)
    if asked.exclude_schema:
        met &= ~table.having("schema", asked.exclude_schema)
    if asked.changed_since:
        since = asked.changed_since
        met &= np.fromiter((f"{m.last_change}T00:00:00" > since for m in table.moments), np.bool_, len(table))
    for name, values in asked.filters.items():
        masks = [_filter(lens, table, name, value) for value in values]
        met &= np.logical_and.reduce(masks) if asked.together else np.logical_or.reduce(masks)
    rows = np.flatnonzero(met)
    order = [int(i) for i in rows[np.argsort(-scores[rows], kind="stable")]]
    for field, reverse in reversed(asked.sorts):
        order = by_value(order, [table.sort_value(i, field) for i in order], reverse=reverse)
    page = order[asked.offset : asked.offset + asked.limit]
    return {
        **lens.says(),
        "limit": asked.limit,
        "offset": asked.offset,
        "total": {"value": len(order), "relation": "eq"},
        "results": [found for i in page if (found := lens.entity(table.ids[i])) is not None],
        "facets": {facet.value: _counted(table, facet.value, met) for facet in asked.facets},
    }


def _known_field(field: str) -> bool:
    """Whether it names a facet, a group of properties, or a property."""
    prop = field.removeprefix("properties.")
    return (
        field in (*FACETS, "target")
        or field in groups()
        or any(prop in s.properties for s in schemata().values())
    )


def _filter(lens: Lens, table: PartyTable, field: str, value: str) -> Mask:
    if field in FACETS:
        return table.having(field, [value])
    if field == "target":
        listed = table.having("topics", ["sanction"])
        return listed if value == "true" else ~listed
    heads = lens.with_value(_props(field), value)
    return np.fromiter((i in heads for i in table.ids), np.bool_, len(table))


def _props(field: str) -> frozenset[str]:
    """The properties that a field stands for: itself, or all of a group."""
    if field in groups():
        kind, _ = groups()[field]
        return frozenset(p.name for s in schemata().values() for p in s.properties.values() if p.type == kind)
    return frozenset({field.removeprefix("properties.")})


def _counted(table: PartyTable, facet: str, met: Mask) -> dict[str, Any]:
    most = table.columns[facet].counted(met)[:MOST_VALUES]
    heading = {"datasets": "Data sources", "schema": "Entity types"}.get(facet) or groups()[facet][1]
    return {
        "label": heading,
        "values": [{"name": name, "label": _label(facet, name), "count": n} for name, n in most],
    }


def _label(facet: str, name: str) -> str:
    if facet == "countries":
        return state(name.upper()) if len(name) == 2 else name
    if facet == "datasets":
        return registered()[name].title if name in registered() else name
    if facet == "schema":
        return schemata()[name].plural
    return TOPICS.get(name, name) if facet == "topics" else name
