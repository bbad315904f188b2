"""``/match``: which parties may be the ones of these examples?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from yalu.model.clock import Mode
from yalu.screening import Hit
from yalu.screening.config import config
from yalu.workbench import limits
from yalu.workbench.algorithm import ALGORITHM_HELP, check_algorithm
from yalu.workbench.answers import written
from yalu.workbench.asked import AsOf, ChangedSince, DatasetPath, ModeQuery, On, held, scope, turns, viewed
from yalu.workbench.example import Example, read
from yalu.workbench.ftm.entity import Entity
from yalu.workbench.ftm.schemata import schemata
from yalu.workbench.held import Held
from yalu.workbench.lens import Lens
from yalu.workbench.problems import documented, refuse
from yalu.workbench.route import BodyRoute
from yalu.workbench.shapes import EntityMatchQuery, EntityMatchResponse
from yalu.workbench.turns import Turns

router = APIRouter(route_class=BodyRoute)

ALERT_LINE = config().alert_line.value


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which hits are answered."""

    limit: int
    threshold: float
    cutoff: float
    sources: frozenset[str] | None
    include_schema: frozenset[str]
    exclude_schema: frozenset[str]
    exclude_ids: frozenset[str]
    topics: frozenset[str]
    changed_since: str

    @property
    def narrow(self) -> bool:
        """Whether it may leave out hits, so that more must be looked at than are answered."""
        return bool(
            self.sources is not None
            or self.include_schema
            or self.exclude_schema
            or self.exclude_ids
            or self.topics
            or self.changed_since
        )

    def keeps(self, entity: Entity) -> bool:
        """Whether an entity passes."""
        if self.sources is not None and self.sources.isdisjoint(entity["datasets"]):
            return False
        if self.include_schema and self.include_schema.isdisjoint(schemata()[entity["schema"]].ancestors):
            return False
        if entity["schema"] in self.exclude_schema:
            return False
        if self.exclude_ids and not self.exclude_ids.isdisjoint((entity["id"], *entity["referents"])):
            return False
        if self.topics and self.topics.isdisjoint(entity["properties"].get("topics", ())):
            return False
        return not self.changed_since or (entity["last_change"] or "") > self.changed_since


@router.post(
    "/match/{dataset}",
    summary="Match by example",
    tags=["Matching"],
    response_model=EntityMatchResponse,
    responses=documented(400, 404, 503),
)
async def match(
    *,
    match: EntityMatchQuery,
    dataset: DatasetPath,
    taken: Annotated[Held, Depends(held)],
    turn: Annotated[Turns, Depends(turns)],
    limit: Annotated[int, Query(le=limits.MAX_MATCHES, title="Results for each query")] = limits.MATCH_PAGE,
    threshold: Annotated[
        float, Query(allow_inf_nan=False, title="From this score on a result is a match")
    ] = ALERT_LINE,
    cutoff: Annotated[
        float | None,
        Query(
            allow_inf_nan=False,
            deprecated=True,
            title="Below this score nothing is shown; by default the threshold",
        ),
    ] = None,
    algorithm: Annotated[str, Query(title=ALGORITHM_HELP)] = "best",
    include_dataset: list[str] = Query([], title="Only parties of these sources"),
    exclude_dataset: list[str] = Query([], title="Not the parties of these sources alone"),
    include_schema: list[str] = Query([], title="Yalu: only parties of these schemata"),
    exclude_schema: list[str] = Query([], title="Not the parties of these schemata"),
    topics: list[str] = Query([], title="Only parties with one of these topics"),
    changed_since: ChangedSince = None,
    exclude_entity_ids: list[str] = Query([], title="Not these parties", max_length=limits.MAX_EXCLUDED),
    as_of: AsOf = "",
    on: On = "",
    mode: ModeQuery = Mode.STRICT,
) -> Response:
    """Screen a batch of examples, each in followthemoney's shape, against one dataset or all.

    The keys of `queries` are yours and come back with the results. Most useful are `name`, `birthDate`,
    `nationality` and document numbers of a person; `name`, `country`, `registrationNumber`, `leiCode` and
    `swiftBic` of a company; `imoNumber`, `mmsi`, `flag` and `name` of a ship.
    """
    check_algorithm(algorithm, match.config)
    sources = scope(taken, dataset, include_dataset, exclude_dataset)
    if len(match.queries) > limits.MAX_BATCH:
        raise refuse(400, f"Too many queries in one batch (limit: {limits.MAX_BATCH})")
    if not match.queries:
        raise refuse(400, "No queries provided.")
    count, _ = limits.window(limit, 0)
    sieve = Sieve(
        limit=count,
        threshold=threshold,
        cutoff=threshold if cutoff is None else min(cutoff, threshold),
        sources=sources,
        include_schema=frozenset(include_schema),
        exclude_schema=frozenset(exclude_schema),
        exclude_ids=frozenset(exclude_entity_ids),
        topics=frozenset(topics),
        changed_since=changed_since or "",
    )
    try:
        examples = {key: read(example) for key, example in match.queries.items()}
    except ValueError as error:
        raise refuse(400, f"Cannot parse example entity: {error}") from None
    lens = await viewed(turn.screen, taken, as_of, on, mode)
    responses: dict[str, Any] = {}
    waiting = iter(examples.items())
    while chunk := list(islice(waiting, limits.CHUNK)):
        responses |= await turn.screen(_screen, lens, chunk, sieve)
    answer = {**lens.says(), "responses": responses, "limit": count}
    if match.weights:
        answer["ignored"] = ["weights: Yalu's weights are its own"]
    return written(answer, {"x-batch-size": str(len(responses))})


def _screen(lens: Lens, chunk: Sequence[tuple[str, Example]], sieve: Sieve) -> dict[str, Any]:
    return {key: _one(lens, example, sieve) for key, example in chunk}


def _one(lens: Lens, example: Example, sieve: Sieve) -> dict[str, Any]:
    looked_at = limits.MAX_MATCHES
    hits = lens.screener.screen(example.query, limit=looked_at, threshold=sieve.cutoff)
    results: list[dict[str, Any]] = []
    matches = 0
    for hit in hits:
        is_match = hit.score >= sieve.threshold
        if not sieve.narrow and len(results) >= sieve.limit:
            matches += is_match  # counted as yente counts, and not shown
            continue
        entity = lens.entity(hit.id)
        if entity is None or not sieve.keeps(entity):
            continue
        matches += is_match
        if len(results) < sieve.limit:
            results.append(_scored(entity, hit, is_match, example))
    return {
        "status": 200,
        "results": results,
        "total": {"value": matches, "relation": "eq" if len(hits) < looked_at else "gte"},
        "query": example.said,
        "ignored": example.ignored,
    }


def _scored(entity: Entity, hit: Hit, is_match: bool, example: Example) -> dict[str, Any]:
    found = hit.as_dict()
    ceiling = config().name.ceiling.value
    of_name = [r for r in hit.reasons if r.startswith("name")]
    of_facts = [r for r in hit.reasons if not r.startswith("name")]
    explanations: dict[str, Any] = {
        "name_match": {
            "score": round(hit.name_score, 4),
            "weight": ceiling,
            "query": ", ".join(example.query.names[:5]) or None,
            "candidate": hit.matched or None,
            "detail": "; ".join(of_name) or None,
        }
    }
    if of_facts:
        explanations["fact_match"] = {
            "score": round(hit.score - hit.name_score * ceiling, 4),
            "detail": "; ".join(of_facts),
        }
    return entity | {
        "ids": [entity["id"], *entity["referents"]],
        "score": hit.score,
        "match": is_match,
        "explanations": explanations,
        "alert": hit.alert,
        "matched": hit.matched,
        "reasons": found["reasons"],
        "lists": found["lists"],
        "status": hit.status,
        "delisted": hit.delisted,
    }
