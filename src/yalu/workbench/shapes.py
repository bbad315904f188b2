"""The shapes of requests and answers: yente's, with Yalu's own fields beside them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from yalu.model.clock import Mode


class _Said(BaseModel):
    """What an answer holds. Fields that are not named here may stand beside those that are."""

    model_config = ConfigDict(extra="allow")


class AsAsked(_Said):
    """Yalu: which evidence the answer rests on, and which day it shows."""

    snapshot: str = Field(examples=["s8319abe2637c"])
    as_of: str = Field(examples=["2026-11-24"])
    on: str = Field(examples=["2026-11-24"])
    mode: Mode


class ErrorResponse(BaseModel):
    """Every error but a failed validation, whose ``detail`` is a list."""

    detail: str = Field(examples=["No such dataset: 'sanctions'"])


class StatusResponse(_Said):
    """The state of the server."""

    status: str = "ok"


class ListingResponse(_Said):
    """Yalu: one listing of a party, standing or ended."""

    authority: str = Field(examples=["UN"])
    list: str
    source: str = Field(examples=["un_sc"])
    measure: str = Field(description="sanction; export control; repeated: a copy of another source's list")
    since: str
    until: str
    delisted: bool


class EntityResponse(_Said):
    """A party, a listing or a tie in followthemoney's shape."""

    id: str = Field(examples=["ofac-12217"])
    caption: str = Field(examples=["RI Hong-Sop"])
    schema_: str = Field(alias="schema", examples=["Person"])
    properties: dict[str, list[Any]] = Field(description="values, or entities where a property points to one")
    datasets: list[str] = Field(default=[], examples=[["ofac_sdn", "un_sc"]])
    referents: list[str] = Field(default=[], description="other ids of the same party")
    target: bool = Field(default=False, description="whether a sanctions list holds it on the day")
    first_seen: str | None = None
    last_seen: str | None = None
    last_change: str | None = None


class PartyResponse(EntityResponse):
    """A party: an entity with its listings."""

    status: str = Field(description="Yalu: listed; delisted; own list; named in a source")
    delisted: bool = Field(description="Yalu: whether lists held it once and none does on the day")
    lists: list[ListingResponse] = Field(description="Yalu: its listings, those that ended included")
    other: dict[str, list[str]] = Field({}, description="Yalu: facts for which followthemoney has no name")
    unverified: dict[str, list[str]] = Field({}, description="Yalu: what no text backs; it decides nothing")


class FeatureResult(_Said):
    """What one feature added to a score."""

    score: float
    detail: str | None = None
    query: str | None = None
    candidate: str | None = None
    weight: float | None = None


class ScoredEntityResponse(PartyResponse):
    """A party that may be the one asked for."""

    score: float = Field(ge=0, le=1)
    match: bool = Field(description="whether the score is at or above the threshold")
    explanations: dict[str, FeatureResult]
    ids: list[str] = Field(description="Yalu: every id of the party, the one it goes by first")
    alert: bool = Field(description="Yalu: whether the score is at or above Yalu's own line")
    matched: str = Field(description="Yalu: the name of the party that met the query best")
    reasons: list[str] = Field(description="Yalu: why, in words")


class TotalSpec(BaseModel):
    """How many there are."""

    value: int
    relation: str = "eq"


class EntityExample(BaseModel):
    """An example of what is looked for."""

    id: str | None = Field(None, examples=["my-customer-1"])
    schema_: str = Field(alias="schema", examples=["Person"])
    properties: dict[str, str | list[Any]] = Field(examples=[{"name": ["Ri Hong Sop"]}])


class EntityMatchQuery(BaseModel):
    """A batch of examples by the asker's own keys."""

    queries: dict[str, EntityExample]
    weights: dict[str, float] = Field({}, description="read and not used: Yalu's weights are its own")
    config: dict[str, str | float | bool | None] = Field({}, description="no algorithm here has options")


class EntityMatches(_Said):
    """What was found for one example."""

    status: int = 200
    results: list[ScoredEntityResponse]
    total: TotalSpec = Field(description="how many are matches, on this page or not")
    query: EntityExample
    ignored: list[str] = Field([], description="Yalu: what of the example was not compared, and why")


class EntityMatchResponse(AsAsked):
    """The answer of ``/match``."""

    responses: dict[str, EntityMatches]
    limit: int


class _Results(_Said):
    limit: int
    offset: int
    total: TotalSpec


class SearchFacetItem(BaseModel):
    """One value and how many results have it."""

    name: str
    label: str
    count: int


class SearchFacet(BaseModel):
    """The values of one facet, the most frequent first."""

    label: str
    values: list[SearchFacetItem]


class SearchResponse(_Results, AsAsked):
    """The answer of ``/search``."""

    results: list[PartyResponse]
    facets: dict[str, SearchFacet]


class FetchedEntity(PartyResponse, AsAsked):
    """The answer of ``/entities``."""


class AdjacentResults(_Results):
    """One page of what one property leads to."""

    results: list[EntityResponse]


class AdjacentByProperty(AdjacentResults, AsAsked):
    """The answer for one property."""


class EntityAdjacentResponse(AsAsked):
    """A party and what stands around it, by property."""

    entity: PartyResponse
    adjacent: dict[str, AdjacentResults]


class DatasetResponse(_Said):
    """One source, or ``default``, the collection of all."""

    name: str
    title: str
    version: str
    load: bool
    children: list[str]
    index_version: str
    index_current: bool


class CatalogResponse(AsAsked):
    """The answer of ``/catalog``."""

    datasets: list[DatasetResponse]
    current: list[str]
    outdated: list[str]
    index_stale: bool


class Algorithm(_Said):
    """One way of scoring."""

    name: str
    description: str
    features: dict[str, Any]
    docs: dict[str, Any]


class AlgorithmResponse(_Said):
    """The answer of ``/algorithms``."""

    algorithms: list[Algorithm]
    default: str
    best: str
