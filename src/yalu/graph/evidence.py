"""The network of a day from the evidence: counted and numbered by the engine, so that it may be large."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import numpy as np

from yalu.evidence.joins import Joins
from yalu.evidence.scope import Scope
from yalu.evidence.view import View
from yalu.graph.build import build
from yalu.graph.graph import GRADES, Graph, Int32
from yalu.model.vocabulary import EDGE_KINDS, OWN_KNOWLEDGE, Grade

KINDS: tuple[str, ...] = tuple(sorted(EDGE_KINDS))


def of_scope(scope: Scope, kinds: Iterable[str] = KINDS) -> Graph:
    """The network of a regime: ties that touch one of its parties, without the nodes that stand for many."""
    return of_view(
        scope.view, kinds, head=scope.head, touching=scope.parties, without=scope.aggregates.keys()
    )


def of_view(
    view: View,
    kinds: Iterable[str] = KINDS,
    *,
    head: Callable[[str], str] | None = None,
    touching: Collection[str] | None = None,
    without: Collection[str] = (),
    leads: bool = False,
) -> Graph:
    """The ties that the view shows, each party under its first id.

    ``touching`` keeps the ties of which one end is among some ids, ``without`` leaves out parties by their
    first id. What is unverified decides nothing and is left out, unless ``leads`` asks for it.
    """
    wanted = tuple(sorted(set(kinds) & EDGE_KINDS))
    where = _where(view, wanted, leads)
    ends = _ends(where)
    texts = [party for (party,) in view.evidence.query(f"{ends} SELECT id FROM ends ORDER BY n")]
    head = head or Joins(view).head
    heads = [head(party) for party in texts]
    ids = sorted(set(heads))
    place = {party: i for i, party in enumerate(ids)}
    node = np.array([place[h] for h in heads], np.int32)
    rows = view.evidence.arrays(f"{ends} {_rows(wanted, view.when.as_of)}")
    near, far = rows["near"], rows["far"]
    kept = np.ones(len(near), np.bool_)
    if touching is not None:
        touched = np.array([t in touching for t in texts], np.bool_)
        kept &= touched[near] | touched[far]
    if without:
        left_out = np.array([h in without for h in heads], np.bool_)
        kept &= ~(left_out[near] | left_out[far])
    ids, node = _used(ids, node, near[kept], far[kept])
    return build(
        ids,
        node[near[kept]],
        node[far[kept]],
        rows["kind"][kept],
        wanted,
        from_day=rows["since"][kept],
        to_day=rows["until"][kept],
        grades=rows["grade"][kept],
        refs=rows["ref"][kept].astype(np.uint64),
    )


def _used(
    ids: list[str],
    node: Int32,
    *ends: Int32,
) -> tuple[list[str], Int32]:
    """Only the parties that an edge has, numbered anew."""
    used = np.zeros(len(ids), np.bool_)
    for end in ends:
        used[node[end]] = True
    anew = (np.cumsum(used) - 1).astype(np.int32)
    return [party for party, here in zip(ids, used, strict=True) if here], anew[node] if len(node) else node


def _where(view: View, kinds: tuple[str, ...], leads: bool) -> str:
    names = ", ".join(f"'{k}'" for k in kinds) or "NULL"
    sound = "" if leads else f" AND basis <> '{OWN_KNOWLEDGE}' AND grade <> '{Grade.UNVERIFIED}'"
    return f"{view.shown} AND prop IN ({names}){sound}"


def _ends(where: str) -> str:
    """The statements of the ties, and both of their ends with a number."""
    return (
        f"WITH tie AS (SELECT * FROM statement WHERE {where}),"
        " ends AS (SELECT id, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS n FROM"
        " (SELECT party AS id FROM tie UNION SELECT value FROM tie))"
    )


def _rows(kinds: tuple[str, ...], as_of: str) -> str:
    names = ", ".join(f"'{k}'" for k in kinds) or "''"
    grades = ", ".join(f"'{g}'" for g in GRADES)
    until = f"CASE WHEN ended_known_hi <> '' AND ended_known_hi <= '{as_of}' THEN to_hi ELSE '' END"
    return (
        f"SELECT a.n AS near, b.n AS far, (list_position([{names}], prop) - 1)::UTINYINT AS kind,"
        f" {_day('from_hi')} AS since, {_day(until)} AS until,"
        f" (coalesce(list_position([{grades}], grade), {len(GRADES)}) - 1)::UTINYINT AS grade,"
        " ('0x' || tie.id)::UBIGINT AS ref"
        " FROM tie JOIN ends a ON a.id = tie.party JOIN ends b ON b.id = tie.value ORDER BY tie.id"
    )


def _day(column: str) -> str:
    """A day as its number in ``datetime.date``, 0 for none."""
    return f"coalesce(date_diff('day', DATE '0001-01-01', try_cast({column} AS DATE)) + 1, 0)::INTEGER"
