"""Hits of screening as pages show them, with the marks of earlier runs, and the form that keeps a mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

import orjson
from pydantic import Field

from yalu.errors import UsageError
from yalu.ledger.mark import Mark, fingerprints
from yalu.ledger.marks import Marks
from yalu.screening import Query
from yalu.workbench.frame import Action, ActionRequest, Ask, Cell, Column, Done, Params, Table
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.route import Id, Text
from yalu.workbench.pages.common import named

COLUMNS = (
    Column(key="asked", label="Asked", head=True),
    Column(key="party", label="Party"),
    Column(key="score", label="Score", kind="number"),
    Column(key="alert", label="Alert"),
    Column(key="status", label="Status"),
    Column(key="lists", label="Lists"),
    Column(key="why", label="Why"),
    Column(key="marked", label="Marked"),
)


class MarkShown(Model):
    """The mark in force on a hit."""

    verdict: str
    who: str
    day: str
    why: str
    changed: bool


class HitShown(Model):
    """One hit: who, how near, on which lists, why, and what was said of it before."""

    party: Cell
    ids: tuple[str, ...]
    matched: str
    score: str
    alert: bool
    status: str
    kind: str
    lists: tuple[Cell, ...]
    facts: str
    reasons: tuple[str, ...]
    mark: MarkShown | None


class Asked(Model):
    """One customer with the hits; ``customer`` is the query as the form of a mark carries it."""

    row: int
    label: str
    facts: str
    customer: str
    hits: tuple[HitShown, ...]
    problem: str = ""


def asked(ask: Ask, lines: Sequence[Mapping[str, Any]]) -> tuple[Asked, ...]:
    """Lines of results (``yalu screen --json``) with the marks that stand now."""
    marks = Marks(ask.jobs.place)
    parties = {tuple(hit["ids"]) for line in lines for hit in line["hits"]}
    prints = {} if marks.empty else fingerprints(ask.evidence, sorted(parties))
    found = []
    for line in lines:
        query = line["query"]
        customer = None if line.get("problem") else query_of(query)
        found.append(
            Asked(
                row=line["row"],
                label="; ".join(query.get("names", ())) or _numbers(query),
                facts=_facts(query),
                customer=orjson.dumps(query).decode(),
                hits=tuple(_hit(hit, customer, marks, prints) for hit in line["hits"]),
                problem=line.get("problem", ""),
            )
        )
    return tuple(found)


def query_of(fields: Mapping[str, Any]) -> Query:
    """The query of its JSON. Raises UsageError."""
    return Query(
        names=fields.get("names", ()),
        schema=fields.get("schema", ""),
        birth_dates=fields.get("birth_dates", ()),
        countries=fields.get("countries", ()),
        identifiers=[(str(kind), str(value)) for kind, value in fields.get("identifiers", ())],
        id=fields.get("id", ""),
    )


def address(query: Query) -> str:
    """The page of one query."""
    said = {
        "q": "; ".join(query.names),
        "kind": query.schema,
        "birth": ", ".join(query.birth_dates),
        "country": ", ".join(query.countries),
        "id": ", ".join(":".join(pair) for pair in query.identifiers),
    }
    return f"/screening?{urlencode({k: v for k, v in said.items() if v})}"


def table(found: Sequence[Asked]) -> Table:
    """The hits as a table, for the CSV twin."""
    rows = tuple(
        row(one.label, h.party, h.score, h.alert, h.status, "; ".join(c.text for c in h.lists),
            "; ".join(h.reasons), _marked(h.mark))
        for one in found
        for h in one.hits
    )  # fmt: skip
    return Table(id="hits", columns=COLUMNS, rows=rows)


def _hit(hit: Mapping[str, Any], customer: Query | None, marks: Marks, prints: Mapping[str, str]) -> HitShown:
    mark = marks.of(customer, hit["ids"]) if customer else None
    shown = _shown(mark, prints.get(hit["ids"][0], "")) if mark else None
    return HitShown(
        party=named(hit["id"], hit["name"], hit["kind"], listed=hit["status"] == "listed"),
        ids=tuple(hit["ids"]),
        matched=hit["matched"] if hit["matched"] != hit["name"] else "",
        score=f"{hit['score']:.3f}",
        alert=hit["alert"],
        status=hit["status"],
        kind=hit["kind"],
        lists=lists_of(hit),
        facts=_facts(hit),
        reasons=tuple(hit["reasons"]),
        mark=shown,
    )


def _shown(mark: Mark, fingerprint: str) -> MarkShown:
    return MarkShown(
        verdict=mark.verdict.value,
        who=mark.who,
        day=mark.at[:10],
        why=mark.why,
        changed=not mark.holds(fingerprint),
    )


def lists_of(hit: Mapping[str, Any]) -> tuple[Cell, ...]:
    """The lists of a hit as badges; a party on none is named in a source."""
    found = []
    for one in hit["lists"]:
        name = f"{one['authority']} {one['list']}".strip()
        if one["delisted"]:
            found.append(Cell(text=f"delisted {name}, by {one['until']}", badge="delisted"))
        elif one["measure"] != "sanction":
            found.append(Cell(text=f"{name}: {one['measure']}", badge="measure"))
        else:
            since = f" since {one['since']}" if one["since"] else ""
            found.append(Cell(text=f"Listed {name}{since}", badge="listed"))
    found += [Cell(text=f"own list {name}", badge="off") for name in hit.get("own_lists", ())]
    return tuple(found) or (Cell(text="named in a source", badge="named"),)


def _facts(fields: Mapping[str, Any]) -> str:
    parts = [*fields.get("birth_dates", ()), *fields.get("countries", ())]
    if fields.get("names") or "ids" in fields:
        parts += [" ".join(pair) for pair in fields.get("identifiers", ())][:6]
    return ", ".join(parts)


def _numbers(query: Mapping[str, Any]) -> str:
    return "; ".join(" ".join(pair) for pair in query.get("identifiers", ()))


def _marked(mark: MarkShown | None) -> str:
    if mark is None:
        return ""
    return (
        f"{mark.verdict} on {mark.day}{', but the party changed since' if mark.changed else ''}: {mark.why}"
    )


class MarkForm(Params):
    """A mark: of which customer and party, what, and why; ``job`` and ``row`` where a file was screened."""

    customer: Annotated[str, Field(min_length=2, max_length=20_000)]
    ids: Annotated[list[Id], Field(min_length=1, max_length=200)]
    verdict: Annotated[str, Field(pattern="^(true|false|unsure|withdrawn)$")]
    why: Text
    job: Annotated[str, Field(pattern="^(j[0-9a-f]{16})?$")] = ""
    show: Annotated[str, Field(pattern="^[a-z]{0,10}$")] = ""
    page: Annotated[int, Field(ge=1, le=10**6)] = 1
    row: Annotated[int, Field(ge=0, le=10**8)] = 0


def mark(request: ActionRequest[MarkForm]) -> Done:
    """Keep a mark on a hit. Raises UsageError."""
    form, ask = request.form, request.ask
    try:
        query = query_of(orjson.loads(form.customer))
    except (orjson.JSONDecodeError, AttributeError, TypeError, ValueError):
        raise UsageError("The form does not say which customer was screened.", do="Screen again.") from None
    known = ask.evidence.query("SELECT DISTINCT party FROM statement WHERE party = ?", [form.ids[0]])
    if not known:
        raise UsageError(f"There is no party {form.ids[0][:60]} in this snapshot.", do="Screen again.")
    Marks(ask.jobs.place).add(query, form.ids, ask.evidence, form.verdict, who=request.who, why=form.why)
    if form.job:
        return Done(f"/screening/file/{form.job}?show={form.show}&page={form.page}#row-{form.row}")
    return Done(address(query))


ROUTES = (Action("/screening/mark", mark, MarkForm),)
