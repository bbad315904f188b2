"""How many workers and how much money, with intervals, and what moves the result most.

Workers are the pool of independent estimates. Revenue is computed: workers x 12 months x pay x the share that
is taken, each drawn from its own pool; beside it stands the pool of the sums that somebody stated. What moves
the revenue is the total-effect share of variance of each input (Jansen's estimator; M. J. W. Jansen, Computer
Physics Communications 117, 1999): how much variance stays when only the others are known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from yalu.errors import YaluError
from yalu.evidence.cited import ids
from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.labor.estimates import COUNT, COUNT_FIELDS, MONEY, MONEY_FIELDS
from yalu.labor.pool import Figure, Pool, figure, interval, pooled
from yalu.labor.rows import WORLD, rows_of, state_name
from yalu.model.statement import Statement

if TYPE_CHECKING:
    from yalu.labor.pool import Draws

DRAWS, SEED, YEARS = 100_000, 20170613, 5
"""Draws of a run, its seed, and for how many years an estimate is counted as of now."""

ASSUMPTIONS = (
    "Each independent lineage of figures weighs the same; its newest row speaks for it.",
    "A worker is paid for twelve months, and pay does not depend on the number of workers.",
    "What is taken is the regime's gross revenue: travel, food and bribes are not subtracted.",
    "The interval is the middle 95 percent of the draws: it shows disagreement, not the error of a count.",
)


@dataclass(frozen=True)
class Range:
    """The middle 95 percent of draws."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, draws: Draws) -> Range:
        """From draws."""
        return cls(*interval(draws))

    def holds(self, low: float, high: float) -> bool:
        """Whether a range lies in it."""
        return self.low <= low and high <= self.high

    def as_json(self) -> dict[str, int]:
        """Whole numbers."""
        return {"low": round(self.low), "median": round(self.median), "high": round(self.high)}


@dataclass(frozen=True)
class Memo:
    """A figure of the memo, in which intervals it lies, and whose figures lie apart from it."""

    text: str
    low: float
    high: float
    inside: dict[str, bool]
    differ: tuple[Figure, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Estimate:
    """The answer for a host, as known on a day. ``revenue`` is in US dollars a year."""

    host: str
    workers: Range
    revenue: Range | None
    stated: Range | None
    movers: dict[str, float]
    pools: dict[str, Pool]
    memo: tuple[Memo, ...]
    verified: bool
    seed: int
    draws: int

    @property
    def alone(self) -> bool:
        """Whether figures of one root alone count the workers, so that their spread is no disagreement."""
        return len(self.pools["workers"].lineages) < 2

    @property
    def statements(self) -> list[Statement]:
        """All that it rests on."""
        pooled = [s for p in self.pools.values() for one in p.figures for s in one.statements]
        return [*pooled, *(s for m in self.memo for s in m.statements)]


def estimate(
    scope: Scope,
    host: str = WORLD,
    *,
    verified: bool = False,
    seed: int = SEED,
    draws: int = DRAWS,
    since: int = 0,
    until: int = 0,
) -> Estimate:
    """Draw the estimate. ``since`` is the first year of estimates that count, by default five back.

    Raises YaluError where the day knows no figure for the host.
    """
    until = until or int(scope.view.when.on[:4])
    pools = pools_of(scope, host, verified, since or until - YEARS, until)
    if not pools["workers"].lineages:
        raise YaluError(
            f"No estimate of workers in {state_name(host)} of {since or until - YEARS} to {until} is known on"
            f" {scope.view.when.as_of}.",
            expected="a host with an estimate" + (" that a stored text backs" if verified else ""),
            do="Ask an earlier first year with --since, a later day with --as-of, or the world.",
        )
    made = _spread(host, pools, verified, seed, draws)
    memo = _memo(scope, pools, made) if host == WORLD else []
    return replace(made, memo=tuple(memo))


def spread_of(made: Estimate, pools: dict[str, Pool]) -> Estimate:
    """The same estimate over other pools."""
    return _spread(made.host, made.pools | pools, made.verified, made.seed, made.draws)


def _spread(host: str, pools: dict[str, Pool], verified: bool, seed: int, draws: int) -> Estimate:
    import numpy as np

    rng = np.random.default_rng(seed)
    workers, _ = pools["workers"].draw(rng, draws)
    priced = bool(pools["pay"].lineages and pools["taken"].lineages)
    inputs = {"workers": workers}
    if priced:
        inputs |= {name: pools[name].draw(rng, draws)[0] for name in ("pay", "taken")}
    again = {name: pools[name].draw(rng, draws)[0] for name in inputs} if priced else {}
    stated = pools["stated"].draw(rng, draws)[0] * 1e6 if pools["stated"].lineages else None
    return Estimate(
        host=host,
        workers=Range.of(workers),
        revenue=Range.of(_product(inputs)) if priced else None,
        stated=Range.of(stated) if stated is not None else None,
        movers=_movers(inputs, again) if priced else {},
        pools=pools,
        memo=(),
        verified=verified,
        seed=seed,
        draws=draws,
    )


def _product(inputs: dict[str, Draws]) -> Draws:
    return inputs["workers"] * 12 * inputs["pay"] * inputs["taken"] / 100


def _movers(first: dict[str, Draws], again: dict[str, Draws]) -> dict[str, float]:
    """The total-effect share of each input, the greatest first."""
    base = _product(first)
    variance = float(base.var())
    if not variance:
        return dict.fromkeys(first, 0.0)
    found = {
        name: float(((base - _product(first | {name: again[name]})) ** 2).mean()) / (2 * variance)
        for name in first
    }
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def pools_of(scope: Scope, host: str, verified: bool, since: int, until: int) -> dict[str, Pool]:
    """The pools of workers, pay, the share taken, and stated revenue in millions; each may be empty."""

    def wanted(item: Item, *fields: str) -> bool:
        return all(map(item.one, (*fields, "lineage"))) and (item.verified or not verified)

    counts = [i for i in rows_of(scope, COUNT) if wanted(i, *COUNT_FIELDS) and i.text("host") == host]
    money = [i for i in rows_of(scope, MONEY) if wanted(i, *MONEY_FIELDS)] if host == WORLD else []
    pay = [i for i in rows_of(scope, "LaborPay") if wanted(i)]
    apart = {i.id: i.text("repeats") or i.text("no_total") for i in counts}
    ends = {"pay": ("usd_month_low", "usd_month_high"), "taken": ("taken_pct_low", "taken_pct_high")}
    rows = {
        name: [figure(i, *pair, "lineage", "year") for i in pay if all(map(i.one, pair))]
        for name, pair in ends.items()
    }
    return {
        "workers": pooled(
            (figure(i, "low", "high", "estimator", "as_of") for i in counts), apart, since, until
        ),
        "pay": pooled(rows["pay"], {}),
        "taken": pooled(rows["taken"], {}),
        "stated": pooled((figure(i, "low_musd", "high_musd", "who", "") for i in money), {}),
    }


def _memo(scope: Scope, pools: dict[str, Pool], made: Estimate) -> list[Memo]:
    """The memo's figures beside the pools: whether they lie within, and whose figures do not."""
    found = []
    for method, pool, parts, scale in (
        ("estimates", "workers", ("workers",), 1.0),
        ("revenue", "stated", ("revenue", "stated"), 1e6),
    ):
        for claim in items(scope.view, "Claim"):
            if claim.text("method") != method or not all(map(claim.one, ("memo_text", "low", "high"))):
                continue
            low, high = (float(claim.text(end)) for end in ("low", "high"))
            differ = [one for one in pools[pool].figures if one.low < low or one.high > high]
            found.append(
                Memo(
                    claim.text("memo_text"),
                    low * scale,
                    high * scale,
                    {
                        name: r.holds(low * scale, high * scale)
                        for name in parts
                        if (r := getattr(made, name))
                    },
                    tuple(differ),
                    tuple(claim.all("memo_text", "low", "high")),
                )
            )
    return found


def as_json(one: Estimate) -> dict[str, Any]:
    """The estimate with every figure that counts and every one that does not."""

    def told(f: Figure) -> dict[str, Any]:
        return {
            "row": f.id,
            "lineage": f.lineage,
            "who": f.who,
            "low": f.low,
            "high": f.high,
            "year": f.year or None,
            "verified": f.verified,
            "sources": ids(f.statements),
        }

    return {
        "host": one.host,
        "verified": one.verified,
        "workers": one.workers.as_json(),
        "workers_interval": not one.alone,
        "revenue_usd": one.revenue.as_json() if one.revenue else None,
        "stated_usd": one.stated.as_json() if one.stated else None,
        "confidence": 0.95,
        "moves_most": {name: round(share, 4) for name, share in one.movers.items()},
        "memo": [
            {
                "text": m.text,
                "low": m.low,
                "high": m.high,
                "inside": m.inside,
                "differ": [told(f) for f in m.differ],
            }
            for m in one.memo
        ],
        "figures": {name: [told(f) for f in pool.figures] for name, pool in one.pools.items()},
        "left_out": [told(f) | {"why": why} for pool in one.pools.values() for f, why in pool.left_out],
        "seed": one.seed,
        "draws": one.draws,
        "assumptions": list(ASSUMPTIONS),
    }
