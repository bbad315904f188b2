"""The cheapest set of parties that leaves no group above the limit: searched for, and proven if possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yalu.network.breaking.arrays import Ints
from yalu.network.breaking.baselines import RULES, baseline, with_reinsertion
from yalu.network.breaking.certificate import Certificate, certify
from yalu.network.breaking.local_search import searched
from yalu.network.breaking.task import Progress, Task, clock, silent
from yalu.network.breaking.warming import warm

Left = Callable[[], float]
LARGE = 200_000
"""Above so many parties only CoreHD is tried as a beginning."""
PROVABLE = 300
"""Up to so many parties most of the time left goes into the proof, above it only a little."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A set, its cost, and a bound below which no set costs; both as ``Task.cost`` counts."""

    chosen: Ints
    cost: int
    bound: int
    method: str

    @property
    def proven(self) -> bool:
        """Whether no set costs less."""
        return self.bound >= self.cost


def min_set(task: Task, *, budget: float, seed: int = 0, progress: Progress = silent) -> Found:
    """Search half of the budget, then prove or bound the rest. All in seconds of the clock."""
    warm()
    left = clock(budget)
    best, method = beginning(task, lambda: left() - budget * 0.7, seed, progress)
    chosen = searched(task, best, min(budget * 0.5, left()), seed, progress)
    if task.cost[chosen].sum() < task.cost[best].sum():
        best, method = chosen, "search"
    progress("proof", 0.5)
    proof = proven(task, best, left, seed)
    return Found(proof.best, proof.cost, proof.bound, method if len(best) == len(proof.best) else "proof")


def beginning(task: Task, left: Left, seed: int, progress: Progress) -> tuple[Ints, str]:
    """The cheapest set that a plain rule with reinsertion gives, and which rule that was."""
    return cheapest(task, ruled(task, left, seed, progress))


def ruled(task: Task, left: Left, seed: int, progress: Progress) -> dict[str, tuple[Ints, Ints]]:
    """For each plain rule that there is time for: what it removes, in order, and what reinsertion leaves."""
    n = len(task.network)
    found: dict[str, tuple[Ints, Ints]] = {}
    for rule in RULES if n <= LARGE else ("CoreHD",):
        if found and left() <= 0:
            break
        progress(rule, 0.0)
        plain = baseline(rule, task, left, seed)
        if plain is not None:
            found[rule] = plain, with_reinsertion(task, plain)
    return found


def cheapest(task: Task, found: dict[str, tuple[Ints, Ints]]) -> tuple[Ints, str]:
    """Of the sets that reinsertion leaves the cheapest, and how it was found."""
    rule = min(found, key=lambda each: int(task.cost[found[each][1]].sum()))
    return found[rule][1], f"{rule} with reinsertion"


def proven(task: Task, best: Ints, left: Left, seed: int = 0) -> Certificate:
    """The set with a lower bound, and, where the proof found a cheaper one, that."""
    return certify(
        task.network,
        task.cost,
        task.limit,
        best,
        fixed=task.fixed,
        open_=task.open_,
        left=left,
        seed=seed,
    )
