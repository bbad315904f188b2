"""Chooses a wave on the evidence of a day, and tells what it would do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import numpy as np

from yalu.designation.held import held
from yalu.designation.wave.along import Along
from yalu.designation.wave.coverage import MEASURES, Worth, cover, value
from yalu.designation.wave.eligible import Eligible, eligible
from yalu.designation.wave.fitting import AUTO, DISRUPTION, Fit, fit
from yalu.designation.wave.limits import Limits
from yalu.designation.wave.model import AUTHORITIES, Objective, Wave, WavePair
from yalu.designation.wave.order import adds, baselines, curve, ordered
from yalu.designation.wave.problem import ROUTES, Problem
from yalu.designation.wave.rerouting import SAID, Rerouting
from yalu.designation.wave.safety import safety
from yalu.designation.wave.solve import Solution, solve
from yalu.designation.wave.stability import stability
from yalu.designation.wave.tranches import tranches
from yalu.designation.wave.when import Assumed, when
from yalu.evidence.scope import Scope
from yalu.graph import of_scope
from yalu.network.breaking.arrays import Network
from yalu.network.breaking.task import Progress, clock, silent
from yalu.network.structure.material import Material, of_day, sources_of
from yalu.network.structure.routes import routes
from yalu.network.terminals import lists_of

LIMITS = (
    "A wave says where to begin: a listing weakens a party, it does not remove it. Each pair rests on public"
    " evidence that meets a ground in force; whether to list anybody is left to the authority. Ties that"
    " nobody reported are not in the network, and whoever stands between others may not know it."
)


@dataclass(frozen=True)
class Asked:
    """What is asked for. ``seconds`` are those for choosing; what is told of the wave has as many again."""

    limits: Limits
    authorities: tuple[str, ...] = AUTHORITIES
    objective: str = AUTO
    thin: bool = False
    missing: float = 0.0
    """The share of ties that is assumed to be missing from the network when a wave is chosen for it."""
    assumed: Assumed = field(default_factory=Assumed)
    costs: Mapping[str, Fraction] = field(default_factory=dict)
    seconds: float = 60.0
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Chosen:
    """The pairs chosen, by their places, with the objective they serve."""

    pairs: tuple[int, ...]
    objective: Objective
    solution: Solution | None


def make_wave(scope: Scope, asked: Asked, progress: Progress = silent) -> Wave:
    """The wave of the scope's day. Fewer eligible pairs than the budget, or none, give what there is."""
    progress("network", 0.0)
    graph = of_scope(scope)
    material = of_day(scope)
    network = Network.of(material.net.ids, material.net.near, material.net.far)
    found = eligible(
        scope,
        graph,
        asked.authorities,
        costs=asked.costs,
        thin=asked.thin,
        step=lambda said: progress(said, 0.0),
    )
    making = Making(scope, asked, network, material, found, progress)
    chosen = making.choose()
    details = making.told(chosen)
    when_ = scope.view.when
    return Wave(
        day=when_.as_of,
        pairs=making.in_order(chosen),
        objective=chosen.objective,
        budget=asked.limits.budget,
        eligible=len(found.pairs),
        authorities=asked.authorities,
        mode=when_.mode.value,
        snapshot=scope.view.evidence.snapshot.id,
        notes=tuple(making.notes(chosen)),
        details=details | {"rerouting": Rerouting(scope, graph).substitutes(making.order(chosen))},
    )


class Making:
    """What a wave is made with, on the network and the eligible pairs of one day."""

    def __init__(
        self,
        scope: Scope,
        asked: Asked,
        network: Network,
        material: Material,
        found: Eligible,
        progress: Progress,
    ) -> None:
        self.scope, self.asked, self.network = scope, asked, network
        self.material, self.found, self.progress = material, found, progress
        ends = material.ends
        self.principals: tuple[str, ...] = ends.principals if ends else ()
        self.banks: tuple[str, ...] = ends.banks if ends else ()
        self.along = Along(scope)
        self.worth: Worth = self.along.worth(found.pairs, network)
        self.fit: Fit = fit(network, self._problem(network, found.pairs, ROUTES), asked.objective)
        self.problem = self._problem(network, found.pairs, self.fit.first)

    def _problem(self, network: Network, pairs: Sequence[WavePair], first: str) -> Problem:
        return Problem.of(
            network, pairs, self.asked.limits, principals=self.principals, banks=self.banks, first=first
        )

    def choose(self) -> Chosen:
        """For the network where it decides, and then, with what is left of the budget, for coverage."""
        left = clock(self.asked.seconds)
        pairs, limits = self.found.pairs, self.asked.limits
        solution: Solution | None = None
        struck: list[str] = []
        if self.fit.name == DISRUPTION:
            solution = solve(
                self.problem,
                self.network,
                seconds=left() * 0.8,
                seed=self.asked.seed,
                missing=self.asked.missing,
                progress=self.progress,
            )
            struck = self.problem.struck(solution.chosen)
        self.progress("coverage", 0.9)
        covered = cover(
            pairs, limits, self.worth, left, struck=struck, begin=solution.chosen if solution else ()
        )
        effects = {a: str(limits.effect(a)) for a in self.asked.authorities}
        if solution is None:
            objective = Objective(
                self.fit.name,
                self.fit.why,
                MEASURES,
                covered.value,
                covered.bound,
                covered.proven,
                "mixed-integer program (HiGHS)" if pairs else "nothing to choose from",
                effects,
            )
            return Chosen(covered.chosen, objective, None)
        reached = self.problem.left(covered.chosen)
        names = ("routes", "pairs") if self.fit.first == ROUTES else ("pairs", "routes")
        measured = self.problem.measured(reached)
        objective = Objective(
            self.fit.name,
            self.fit.why,
            names,
            measured,
            min(solution.bound, measured),
            solution.bound >= measured,
            solution.method,
            effects,
        )
        return Chosen(covered.chosen, objective, solution)

    def order(self, chosen: Chosen) -> list[str]:
        """The parties that are struck in the network, in order."""
        return ordered(self.problem, chosen.pairs)

    def in_order(self, chosen: Chosen) -> tuple[WavePair, ...]:
        """The pairs as they are shown: by the order of the parties, those outside the network last."""
        place = {party: at for at, party in enumerate(self.order(chosen))}
        pairs = [self.found.pairs[i] for i in chosen.pairs]
        return tuple(
            sorted(
                pairs,
                key=lambda p: (
                    place.get(p.party, len(place)), p.party, self.asked.authorities.index(p.authority),
                ),
            )
        )  # fmt: skip

    def notes(self, chosen: Chosen) -> list[str]:
        """What a reader must know of how many there are, and of what was not proven."""
        many, budget = len(chosen.pairs), self.asked.limits.budget
        eligible_ = len(self.found.pairs)
        said = []
        if not eligible_:
            said.append(
                "No pair is eligible on this day: see why for each authority under left_out. Ask a later day,"
                " load more lists (yalu sync), or add pairs of thin evidence with --thin."
            )
        elif eligible_ < budget:
            said.append(f"Only {eligible_} pairs are eligible, fewer than the {budget} of the budget.")
        elif many < budget and not self.asked.costs:
            said.append(
                f"{many} pairs are all that the limits of the partners allow, of a budget of {budget}."
            )
        if not chosen.objective.proven:
            said.append(
                "Not proven: a better wave may exist, within the bound shown. --budget-seconds allows more."
            )
        return said

    def told(self, chosen: Chosen) -> dict[str, Any]:
        """Everything beside the pairs."""
        asked, named = self.asked, self.scope.view.name
        left = clock(asked.seconds)
        order = self.order(chosen)
        pairs = self.in_order(chosen)
        self.progress("what it leaves", 0.92)
        along = self.along.together(pairs)
        contributions = adds(self.problem, order, pairs, named)
        for row in contributions:
            own = [pair for pair in pairs if pair.party == row["party"]]
            row["blocked_along"] = sorted({q for pair in own for q in self.worth.blocks.get(pair.key, ())})
        covered = dict(zip(MEASURES, value(pairs, self.worth), strict=True))
        rules = baselines(self.network, self.problem, left, named)
        self.progress("at once or in waves", 0.94)
        timing = when(self.network, self.problem, order, asked.assumed, left, seed=asked.seed)
        self.progress("stability", 0.97)
        steady = self._stability({p.party for p in pairs}, chosen, left)
        return {
            "effects_assumed": "a party counts as struck when its listings in the wave come to 1",
            "covered": covered,
            "curve": curve(self.problem, order, named),
            "adds": contributions,
            "baselines": rules,
            "hazard": timing,
            "reference": tranches(self.scope),
            "blocked_along": along,
            "still_connect": self.still(order),
            "rerouting_said": SAID,
            "flags": safety(self.scope.view, held(self.scope.view), pairs),
            "stability": steady,
            "left_out": self.found.left_out,
            "network": {
                "parties": len(self.network),
                "ties": self.network.ties,
                "principals": len(set(self.principals) & set(self.network.ids)),
                "banks": len(set(self.banks) & set(self.network.ids)),
                "eligible_parties": len(self.problem.reduced.node),
                "eligible_between": round(self.fit.between, 4),
            },
            "limits": LIMITS,
        }

    def still(self, order: Sequence[str]) -> dict[str, Any]:
        """The routes between principals and banks that are left, and the fewest who stand on all of them."""
        gone = set(order)
        here = np.array([party not in gone for party in self.network.ids], np.bool_)
        found = routes(
            self.material.net.kept(here), self.principals, [b for b in self.banks if b not in gone]
        )
        lists = lists_of(self.scope)
        return found.as_json() | {
            "cut": [
                {
                    "party": party,
                    "name": self.scope.view.name(party),
                    "listed_by": list(lists.get(party, ())),
                    "eligible": sorted(p.authority for p in self.found.pairs if p.party == party),
                }
                for party in found.cut
            ],
            "said": "Direct ties apart, all routes that are left between the two lead through these.",
        }

    def _stability(self, parties: set[str], chosen: Chosen, left: Any) -> dict[str, Any]:
        of = sources_of(self.scope)
        ids = sorted({one for pair in self.found.pairs for one in pair.statements})
        marks = ", ".join("?" * len(ids))
        rows = self.scope.view.evidence.rows(f"id IN ({marks})", ids) if ids else []
        said = {s.id: of(s) for s in rows}
        rests = {
            pair.key: frozenset[str]().union(*(said.get(one, frozenset()) for one in pair.statements))
            for pair in self.found.pairs
        }

        def again(network: Network, pairs: Sequence[WavePair]) -> Collection[str]:
            pairs = tuple(pairs)
            if self.fit.name != DISRUPTION:
                ties = dict(zip(network.ids, network.degrees.tolist(), strict=True))
                worth = replace(self.worth, ties={pair.party: ties.get(pair.party, 0) for pair in pairs})
                return {pairs[i].party for i in cover(pairs, self.asked.limits, worth, clock(5)).chosen}
            problem = self._problem(network, pairs, self.fit.first)
            seconds = max(left() / 20, 0.5)
            return problem.struck(solve(problem, network, seconds=seconds, missing=self.asked.missing).chosen)

        return stability(
            self.material, self.network, self.found.pairs, rests, parties, again, left, seed=self.asked.seed
        )
