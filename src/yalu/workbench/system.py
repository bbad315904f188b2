"""What runs here: health, readiness, the catalog of sources, the way of scoring."""

from __future__ import annotations

from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Depends
from starlette.responses import Response

from yalu.evidence.snapshot import current_id
from yalu.sources.registry import sources
from yalu.workbench.algorithm import described
from yalu.workbench.answers import written
from yalu.workbench.asked import DEFAULT, held, turns
from yalu.workbench.held import Held
from yalu.workbench.problems import documented
from yalu.workbench.shapes import AlgorithmResponse, CatalogResponse, StatusResponse
from yalu.workbench.turns import Turns

router = APIRouter(tags=["System information"])


@router.get("/healthz", summary="Does the server run?", response_model=StatusResponse, responses=documented())
async def healthz() -> Response:
    """Answers at once, whatever else is being done."""
    return written({"status": "ok"})


@router.get(
    "/readyz", summary="Is a snapshot open?", response_model=StatusResponse, responses=documented(503)
)
async def readyz(taken: Annotated[Held, Depends(held)]) -> Response:
    """Answers 503 until the first snapshot is open."""
    return written({"status": "ok", "snapshot": taken.snapshot.id})


@router.get(
    "/algorithms",
    summary="How scores are made",
    response_model=AlgorithmResponse,
    responses=documented(),
)
async def algorithms() -> Response:
    """The one way of scoring and what goes into it."""
    return written(described())


@router.get("/manifest", include_in_schema=False)
@router.get(
    "/catalog", summary="Which sources are held", response_model=CatalogResponse, responses=documented(503)
)
async def catalog(taken: Annotated[Held, Depends(held)], turn: Annotated[Turns, Depends(turns)]) -> Response:
    """Every source that the snapshot holds, each a dataset, and `default`, which is all of them."""
    return written(await turn.read(_catalog, taken))


def _catalog(taken: Held) -> dict[str, Any]:
    lens = taken.today
    table = lens.text.table
    every = np.ones(len(table), np.bool_)
    counts = dict(table.columns["datasets"].counted(every))
    in_force = current_id(taken.workspace) == taken.snapshot.id
    everything = {
        "name": DEFAULT,
        "title": "All sources",
        "children": list(lens.datasets),
        "load": False,
        "version": taken.snapshot.id,
        "index_version": taken.snapshot.id,
        "index_current": in_force,
        "entity_count": len(table),
        "thing_count": len(table),
    }
    names = [DEFAULT, *lens.datasets]
    return {
        **lens.says(),
        "datasets": [
            everything,
            *(_dataset(taken, name, counts.get(name, 0), in_force) for name in lens.datasets),
        ],
        "current": names if in_force else [],
        "outdated": [] if in_force else names,
        "index_stale": not in_force,
    }


def _dataset(taken: Held, name: str, parties: int, in_force: bool) -> dict[str, Any]:
    source = sources()[name]
    copies = taken.snapshot.copies(name)
    last = copies[-1].date.hi if copies else ""
    moment = f"{last}T00:00:00" if last else None
    return {
        "name": name,
        "title": source.title,
        "summary": " ".join(source.about.split()) or None,
        "url": source.homepage or None,
        "publisher": {"name": source.publisher, "official": bool(source.authority)},
        "children": [],
        "load": True,
        "version": taken.snapshot.folds[name].name,
        "index_version": taken.snapshot.folds[name].name,
        "index_current": in_force,
        "entity_count": parties,
        "thing_count": parties,
        "updated_at": moment,
        "last_export": moment,
        "authority": source.authority,
        "licence": source.licence,
        "copies": [copy.date.text() for copy in copies],
    }
