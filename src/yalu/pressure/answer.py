"""The whole answer of a day: streams, levers alone and together, law and partners beside, assumptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yalu.errors import YaluError
from yalu.evidence.cited import works
from yalu.evidence.scope import Scope
from yalu.evidence.view import Item
from yalu.model.statement import Statement
from yalu.pressure import model, shares
from yalu.pressure.assumptions import LEVERS, Assumption, assumed
from yalu.pressure.grounds import Readiness, held, readiness
from yalu.pressure.model import SEED, Cut
from yalu.pressure.partners import Dependence, dependence
from yalu.pressure.streams import Flow, bases, flows
from yalu.regimes import load_levers

if TYPE_CHECKING:
    from yalu.pressure.model import Draws


@dataclass(frozen=True)
class Ranked:
    """A lever alone: what it takes, which law it has by stream, and how far others must carry it."""

    lever: str
    net: Draws
    """What it takes from revenue after adaptation, in dollars a year."""
    cuts: tuple[Cut, ...]
    law: tuple[Readiness, ...]
    partners: Dependence

    def as_json(self) -> dict[str, Any]:
        """Effect, law and partners side by side; there is no mixed index."""
        return {
            "lever": self.lever,
            "net_usd": model.span(self.net),
            "cuts": [c.as_json() for c in self.cuts],
            "legal_readiness": [r.as_json() for r in self.law],
            "partner_dependence": self.partners.as_json(),
        }


@dataclass(frozen=True)
class Pressure:
    """What a page needs: every number is of rows or of assumptions that are named here."""

    seed: int
    flows: tuple[Flow, ...]
    bases: Mapping[str, tuple[Flow, ...]]
    together: tuple[Cut, ...]
    ranked: tuple[Ranked, ...]
    """By effect, the largest middle first."""
    assumed: Mapping[str, Assumption]
    used: tuple[str, ...]
    bearing: Mapping[str, tuple[str, ...]]
    """By assumption of adaptation, the rows that tell of such a technique and state no share."""

    def total(self, field: str) -> Draws:
        """``base``, ``taken`` or ``net`` over all revenue, in dollars a year."""
        return model.total(self.together, field)

    @property
    def after_theft(self) -> Draws:
        """What stays taken in all once theft makes up a part of it."""
        return model.made_up(self.total("net"), dict(self.assumed), self.seed)[0]

    @property
    def unreached(self) -> list[Cut]:
        """Streams that none of the levers takes from."""
        return [c for c in self.together if not c.reached]

    @property
    def statements(self) -> list[Statement]:
        """All that it rests on."""
        return [
            *(s for f in self.flows for s in f.statements),
            *(s for n in self.used for s in self.assumed[n].statements),
            *(s for r in self.ranked for law in r.law for g in law.grounds for s in g.statements),
        ]

    def as_json(self, scope: Scope) -> dict[str, Any]:
        """Everything, with the works cited."""
        totals = {name: model.span(self.total(name)) for name in ("base", "taken", "net")}
        return {
            "seed": self.seed,
            "streams": [f.as_json() for f in self.flows],
            "together": [c.as_json() for c in self.together],
            "reached_by_none": [c.stream for c in self.unreached],
            "total_usd": totals | {"net_after_theft": model.span(self.after_theft)},
            "levers": [r.as_json() for r in self.ranked],
            "assumptions": [
                self.assumed[n].as_json() | {"bearing": list(self.bearing.get(n, ()))} for n in self.used
            ],
            "sources": works(scope.view, self.statements),
        }


def answer(
    scope: Scope,
    chosen: Sequence[str] = LEVERS,
    settings: Sequence[str] = (),
    *,
    verified: bool = False,
    seed: int = SEED,
) -> Pressure:
    """The answer of the scope's day. Raises UsageError for a setting that does not fit, and YaluError where
    no stream is bounded."""
    given = assumed(settings, shares.stated(scope, verified=verified))
    known = flows(scope)
    based = bases(known, verified=verified)
    if not based:
        raise YaluError(
            "No stream with a range for a whole year was public on that day.",
            do="ask a later day (--as-of), or leave out --verified.",
        )
    together = tuple(model.cuts(based, tuple(chosen), given, seed))
    standing = held(scope)
    ranked = sorted(
        (_alone(standing, lever, based, known, given, seed) for lever in chosen),
        key=lambda r: (-model.span(r.net)["median"], r.lever),
    )
    used = sorted({n for c in together for n in c.by} | {"cyber"})
    known_ways = shares.techniques(scope)
    way = ("rerouting.", "ship_to_ship.", "cyber")
    told = {n: tuple(i.id for i in shares.bearing(known_ways, n)) for n in used if n.startswith(way)}
    return Pressure(seed, tuple(known), based, together, tuple(ranked), given, tuple(used), told)


def _alone(
    standing: dict[str, Item],
    lever: str,
    based: dict[str, tuple[Flow, ...]],
    known: Sequence[Flow],
    given: dict[str, Assumption],
    seed: int,
) -> Ranked:
    cuts = [c for c in model.cuts(based, (lever,), given, seed) if c.reached]
    return Ranked(
        lever,
        model.total(cuts, "net"),
        tuple(cuts),
        readiness(standing, lever, [c.stream for c in cuts]),
        dependence(cuts, known, load_levers().acts),
    )
