"""Which authority may list which party on a day, by the evidence: the pairs that a wave is chosen from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from yalu.designation.assessment import Assessment, Verdict
from yalu.designation.eligibility import assess
from yalu.designation.gaps import Gaps
from yalu.designation.held import Held, held
from yalu.designation.wave.model import WavePair
from yalu.evidence.scope import Scope
from yalu.graph import Graph

LISTED, PERHAPS, THIN, NONE = (
    "listed by that authority already",
    "perhaps listed already: under another name, or by a law that takes the UN list over",
    "the evidence meets a ground only in part",
    "the evidence meets no ground in force",
)
"""Why a party and an authority make no pair."""


@dataclass(frozen=True)
class Eligible:
    """The pairs of a day, sorted by party and authority, and how many others there were, by reason."""

    pairs: tuple[WavePair, ...]
    left_out: Mapping[str, Mapping[str, int]]
    """For each authority how many parties of the regime make no pair with it, by reason."""


def eligible(
    scope: Scope,
    graph: Graph,
    authorities: Sequence[str],
    *,
    costs: Mapping[str, Fraction] | None = None,
    thin: bool = False,
    step: Callable[[str], None] = lambda _: None,
) -> Eligible:
    """Hold the evidence on each party of the regime, or of its network, against each authority's grounds.

    A pair needs a ground in force that the evidence meets (with ``thin`` at least in part) by statements
    that a text backs. Whoever the authority lists, or may list under another name, makes no pair.
    """
    known = held(scope.view)
    parties = sorted(({scope.head(p) for p in scope.parties} | set(graph.ids)) - scope.aggregates.keys())
    known.read(parties)
    pairs: list[WavePair] = []
    left_out: dict[str, dict[str, int]] = {}
    for authority in authorities:
        step(f"grounds of {authority}")
        gaps = Gaps(scope.view, scope.plan, authority)
        why: Counter[str] = Counter()
        for party in parties:
            found = _best(scope, gaps, party, thin=thin)
            if isinstance(found, str):
                why[found] += 1
            else:
                pairs.append(_pair(scope, known, found, (costs or {}).get(party, Fraction(1))))
        left_out[authority] = dict(why)
    return Eligible(tuple(sorted(pairs, key=lambda p: p.key)), left_out)


def _best(scope: Scope, gaps: Gaps, party: str, *, thin: bool) -> Assessment | str:
    """The ground that is met best, or why there is no pair."""
    if not gaps.lacks(party):
        return LISTED
    made = assess(scope.view, party, gaps.by)
    best = next((a for a in made if _statements(a)), None)
    if best is None or best.verdict is Verdict.NONE:
        return NONE
    if best.verdict is Verdict.THIN and not thin:
        return THIN
    return PERHAPS if gaps.may_be(party) else best


def _statements(one: Assessment) -> tuple[str, ...]:
    """Ids of the statements that meet the ground and that a text backs."""
    return tuple(dict.fromkeys(f.id for f in one.met if not f.statement.lead))


def _pair(scope: Scope, known: Held, one: Assessment, cost: Fraction) -> WavePair:
    kinds = Counter(s.kind for s in known.about(one.party) if s.prop == "name")
    return WavePair(
        party=one.party,
        name=scope.view.name(one.party),
        authority=one.authority,
        criterion=one.criterion,
        statements=_statements(one),
        kind=min(kinds, key=lambda k: (-kinds[k], k), default=""),
        verdict=one.verdict.value,
        instrument=one.instrument,
        provision=one.provision,
        cost=str(cost),
    )
