"""``/entities``: one party, and what stands around it."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import RedirectResponse, Response

from yalu.model.clock import Mode
from yalu.workbench import limits
from yalu.workbench.answers import written
from yalu.workbench.asked import AsOf, ModeQuery, On, held, turns, viewed
from yalu.workbench.ftm.around import Around
from yalu.workbench.ftm.entity import Entity
from yalu.workbench.ftm.schemata import schemata
from yalu.workbench.held import Held
from yalu.workbench.lens import Lens
from yalu.workbench.problems import documented, refuse
from yalu.workbench.shapes import AdjacentByProperty, EntityAdjacentResponse, FetchedEntity
from yalu.workbench.sorting import ordered
from yalu.workbench.turns import Turns

router = APIRouter(tags=["Data access"])

EntityId = Annotated[
    str, Path(description="an id of the party, its first or any other", examples=["ofac-12217"])
]
SORT = Query([], title="`field:asc` or `field:desc`")
Limit = Annotated[int, Query(le=limits.MAX_PAGE, title="Results for each property")]
Offset = Annotated[int, Query(le=limits.MAX_OFFSET, title="How many to pass over")]
RESPONSES = {308: {"description": "The party goes by another of its ids"}} | documented(400, 404, 503)


@router.get("/entities/{entity_id}", summary="One party", response_model=FetchedEntity, responses=RESPONSES)
async def fetch_entity(
    *,
    request: Request,
    entity_id: EntityId,
    taken: Annotated[Held, Depends(held)],
    turn: Annotated[Turns, Depends(turns)],
    nested: Annotated[bool, Query(title="With its listings and ties")] = True,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeQuery = Mode.STRICT,
) -> Response:
    """A party as the day shows it, with its listings and ties and the parties at their far ends.

    Asked by another of its ids, the answer is a redirect to the one by which it goes on that day.
    """
    lens = await viewed(turn.read, taken, as_of, on, mode)
    found = await turn.read(_found, lens, entity_id)
    if found["id"] != entity_id:
        return _redirect(request, found["id"])
    if nested:
        around = await turn.read(_around, lens, found["id"])
        found = found | {"properties": found["properties"] | around}
    return written(found | lens.says())


@router.get(
    "/entities/{entity_id}/adjacent",
    summary="What stands around a party",
    response_model=EntityAdjacentResponse,
    responses=RESPONSES,
)
async def fetch_adjacent(
    *,
    request: Request,
    entity_id: EntityId,
    taken: Annotated[Held, Depends(held)],
    turn: Annotated[Turns, Depends(turns)],
    sort: list[str] = SORT,
    limit: Limit = limits.DEFAULT_PAGE,
    offset: Offset = 0,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeQuery = Mode.STRICT,
) -> Response:
    """The listings and ties of a party by property, a page of each."""
    lens = await viewed(turn.read, taken, as_of, on, mode)
    found = await turn.read(_found, lens, entity_id)
    if found["id"] != entity_id:
        return _redirect(request, found["id"], "/adjacent")
    around = await turn.read(_around, lens, entity_id)
    pages = {prop: _page(entities, sort, limit, offset) for prop, entities in around.items()}
    return written({"entity": found, "adjacent": pages, **lens.says()})


@router.get(
    "/entities/{entity_id}/adjacent/{property_name}",
    summary="What one property of a party leads to",
    response_model=AdjacentByProperty,
    responses=RESPONSES,
)
async def fetch_adjacent_by_property(
    *,
    request: Request,
    entity_id: EntityId,
    property_name: Annotated[
        str, Path(description="such as `sanctions`, `ownershipOwner`", examples=["sanctions"])
    ],
    taken: Annotated[Held, Depends(held)],
    turn: Annotated[Turns, Depends(turns)],
    sort: list[str] = SORT,
    limit: Limit = limits.DEFAULT_PAGE,
    offset: Offset = 0,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeQuery = Mode.STRICT,
) -> Response:
    """One page of what one property of a party leads to."""
    lens = await viewed(turn.read, taken, as_of, on, mode)
    found = await turn.read(_found, lens, entity_id)
    if found["id"] != entity_id:
        return _redirect(request, found["id"], f"/adjacent/{quote(property_name, safe='')}")
    around = await turn.read(_around, lens, entity_id)
    prop = schemata()[found["schema"]].properties.get(property_name)
    if property_name not in around and (prop is None or prop.type != "entity"):
        raise refuse(404, "No such property!")
    return written(_page(around.get(property_name, []), sort, limit, offset) | lens.says())


def _found(lens: Lens, entity_id: str) -> Entity:
    found = lens.entity(entity_id)
    if found is None:
        raise refuse(404, "No such entity!")
    return found


def _around(lens: Lens, head: str) -> Around:
    return lens.around(lens.party(head))


def _page(entities: list[Entity], sort: list[str], limit: int, offset: int) -> dict[str, Any]:
    count, start = limits.window(limit, offset)
    return {
        "results": ordered(entities, sort)[start : start + count],
        "total": {"value": len(entities), "relation": "eq"},
        "limit": count,
        "offset": start,
    }


def _redirect(request: Request, head: str, rest: str = "") -> RedirectResponse:
    """To the same address with the other id; the day that was asked for goes with it."""
    asked = request.scope["query_string"].decode("latin-1")
    query = f"?{asked}" if asked else ""
    return RedirectResponse(f"/entities/{quote(head, safe='')}{rest}{query}", 308)
