"""Makes the resolution of a snapshot, anew or from an earlier one by looking at changed records alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from yalu.evidence.view import Evidence
from yalu.resolve.candidates import Candidates, Step
from yalu.resolve.compare import all_names, compare
from yalu.resolve.config import config
from yalu.resolve.likeness import meet
from yalu.resolve.listed import listed
from yalu.resolve.pair import Edge, Pair
from yalu.resolve.rarity import Rarity
from yalu.resolve.record import Record, gather
from yalu.resolve.resolution import Counts, Key, Resolution
from yalu.resolve.score import score
from yalu.resolve.stated import stated
from yalu.resolve.strong import by_numbers
from yalu.resolve.worth import LINE
from yalu.screening.index import Index


def make(
    evidence: Evidence,
    index: Index,
    compiled: Path | None = None,
    before: Resolution | None = None,
    step: Step = lambda _: None,
) -> Resolution:
    """Find and compare the pairs of a snapshot; ``step`` is told of progress.

    Pairs of records that are the same in ``before`` are taken from it.
    """
    step("reading the records")
    records = gather(index)
    rarity = Rarity(records.values())
    old = before.prints if before else {}
    changed = {i for i, record in records.items() if old.get(i) != record.print}
    counts = Counts(len(records), len(changed), removed=len(old.keys() - records.keys()))
    pairs = _kept(before, records, changed)
    counts.kept = len(pairs)
    if changed:
        step(f"{len(changed):,} of {len(records):,} records are new or changed")
        search = Candidates(index, records, compiled, step)
        found: dict[Key, list[tuple[int, int]]] = {p: list(t) for p, t in search.by_names(changed).items()}
        for a, b in search.by_numbers():
            if a in changed or b in changed:
                found.setdefault((a, b), all_names(records[a], records[b]))
        counts.compared = len(found)
        _compare(found, records, rarity, pairs, step)
    step("reading references and numbers")
    edges, refused = _strong(evidence, records, rarity)
    named = {i for e in (*edges, *refused) for i in (e.a, e.b)} | {i for key in pairs for i in key}
    prints = {i: r.print for i, r in records.items()}
    short = {i: records[i] for i in sorted(named) if i in records}
    made = Resolution(evidence.snapshot.id, short, pairs, edges, refused, prints, counts)
    made.settle()
    return made


def _kept(before: Resolution | None, records: Mapping[str, Record], changed: set[str]) -> dict[Key, Pair]:
    if before is None:
        return {}
    there = records.keys() - changed
    return {k: p for k, p in before.pairs.items() if k[0] in there and k[1] in there}


def _compare(
    found: Mapping[Key, list[tuple[int, int]]],
    records: Mapping[str, Record],
    rarity: Rarity,
    pairs: dict[Key, Pair],
    step: Step,
) -> None:
    floor = config().limit("kept")
    for n, ((a, b), texts) in enumerate(sorted(found.items()), 1):
        pair = compare(records[a], records[b], texts, rarity)
        if score(pair.odds) >= floor:
            pairs[a, b] = pair
        if n % 50_000 == 0:
            step(f"{n:,} of {len(found):,} pairs compared")


def _strong(
    evidence: Evidence, records: Mapping[str, Record], rarity: Rarity
) -> tuple[list[Edge], list[Edge]]:
    def names_meet(a: Record, b: Record) -> bool:
        return meet(a, b, all_names(a, b), rarity).score >= LINE

    edges, doubtful = by_numbers(records, names_meet)
    refused = [e._replace(text=f"{e.text}, which one list puts on two of its records") for e in doubtful]
    for said in stated(evidence, records):
        edge = Edge(said.a, said.b, said.rule, 1.0, said.text, said.since)
        if said.refused:
            refused.append(edge._replace(text=f"{said.text}, but {said.refused}"))
        else:
            edges.append(edge)
    edges += listed(evidence, records)
    return edges, refused
