"""One listing told twice: by the list itself, and by the casebook, which copied it under another id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from yalu.evidence.view import Ever, Evidence
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, OWN_KNOWLEDGE
from yalu.resolve.facts import conflicts
from yalu.resolve.pair import Edge
from yalu.resolve.record import NEVER, Record, Since
from yalu.screening import clock

CASEBOOK = "casebook"
Words = tuple[str, ...]


def listed(evidence: Evidence, records: Mapping[str, Record]) -> list[Edge]:
    """Pairs of the casebook and a list: one authority, one day of listing, a name of the same words.

    Nothing where two records of either have that name on that day, or where a fact contradicts.
    """
    acts: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in Ever(evidence).statements(prop=LISTING):
        if s.basis != OWN_KNOWLEDGE and s.from_lo and s.from_lo == s.from_hi:
            acts[s.value, s.from_lo].append(s)
    return [edge for (who, day), rows in sorted(acts.items()) for edge in _of_act(who, day, rows, records)]


def _of_act(authority: str, day: str, rows: list[Statement], records: Mapping[str, Record]) -> Iterator[Edge]:
    """The pairs of one authority and day."""
    if len({s.source for s in rows}) < 2:
        return
    bearers: dict[tuple[str, Words], dict[str, Since]] = defaultdict(dict)
    for s in rows:
        known = Since(clock.number(s.known_hi) or NEVER, clock.number(s.known_lo or s.known_hi) or NEVER)
        for name in records[s.party].names if s.party in records else ():
            if len(name.words) > 1 and not name.weak:
                since = known.later(name.since)
                held = bearers[s.source, name.words]
                held[s.party] = since.earlier(held.get(s.party, since))
    said = set()
    for (source, words), theirs in sorted(bearers.items()):
        ours = bearers.get((CASEBOOK, words), {})
        if source == CASEBOOK or len(ours) != 1 or len(theirs) != 1:
            continue
        [(mine, since), (other, later)] = [*ours.items(), *theirs.items()]
        a, b = sorted((mine, other))
        if a == b or (a, b) in said or conflicts(records[a], records[b]):
            continue
        said.add((a, b))
        text = f"{source} and the casebook have {' '.join(words)} on the list of {authority} since {day}"
        yield Edge(a, b, "listed", 1.0, text, since.later(later))
