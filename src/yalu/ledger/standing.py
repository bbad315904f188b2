"""What stands: the judgement in force on each pair, and judgements that contradict each other."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from yalu.ledger.judgement import Entry, Judgement, Undo, Verdict

Pair = tuple[str, str]


def undone(entries: Iterable[Entry]) -> dict[str, Undo]:
    """The first undo of each judgement that was revoked, by the judgement's id."""
    found: dict[str, Undo] = {}
    for entry in entries:
        if isinstance(entry, Undo):
            found.setdefault(entry.undoes, entry)
    return found


def standing(entries: Iterable[Entry], as_of: str = "") -> dict[Pair, Judgement]:
    """The judgement in force on each pair: the latest that was not revoked.

    With ``as_of`` (a day), as it was at the end of that day in UTC. Entries come in the ledger's order,
    which decides between judgements of the same instant.
    """
    known = [e for e in entries if not as_of or e.at[:10] <= as_of]
    revoked = undone(known)
    found: dict[Pair, Judgement] = {}
    for entry in known:
        if isinstance(entry, Judgement) and entry.id not in revoked:
            before = found.get(entry.pair)
            if before is None or before.at <= entry.at:
                found[entry.pair] = entry
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two records that are ``different``, and yet one by a chain of ``same``; ``path`` runs between them."""

    different: Judgement
    same: tuple[Judgement, ...]

    @property
    def path(self) -> tuple[str, ...]:
        """The records from one to the other."""
        steps = [self.different.a]
        for one in self.same:
            steps.append(one.b if one.a == steps[-1] else one.a)
        return tuple(steps)

    def __str__(self) -> str:
        chain = " = ".join(self.path)
        said = ", ".join(j.id for j in (self.different, *self.same))
        return f"{chain}, and yet {self.different.a} ≠ {self.different.b} ({said})"


def conflicts(judgements: Iterable[Judgement]) -> list[Conflict]:
    """Each ``different`` that a chain of ``same`` contradicts, with a shortest one; nothing is resolved."""
    links: dict[str, list[Judgement]] = defaultdict(list)
    apart = []
    for one in judgements:
        if one.verdict == Verdict.SAME:
            links[one.a].append(one)
            links[one.b].append(one)
        elif one.verdict == Verdict.DIFFERENT:
            apart.append(one)
    chains = ((one, _chain(links, one.a, one.b)) for one in apart)
    return [Conflict(one, tuple(chain)) for one, chain in chains if chain]


def _chain(links: dict[str, list[Judgement]], start: str, goal: str) -> list[Judgement]:
    came: dict[str, Judgement | None] = {start: None}
    queue = deque([start])
    while queue and goal not in came:
        here = queue.popleft()
        for one in links.get(here, ()):
            there = one.b if one.a == here else one.a
            if there not in came:
                came[there] = one
                queue.append(there)
    chain: list[Judgement] = []
    at = goal
    while step := came.get(at):
        chain.append(step)
        at = step.b if step.a == at else step.a
    return chain[::-1]
