"""The brief's sentences on what is computed: intervals, what was reported of measures, and pledges.

Each computes anew from the statements that it cites; which rows count, and in which pool, is what the model
decided. Only rows that a stored text backs are in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yalu.errors import YaluError
from yalu.evidence.scope import Scope
from yalu.evidence.view import items
from yalu.labor.model import Estimate, estimate, spread_of
from yalu.labor.pledges import pledges
from yalu.labor.pool import Figure, Pool
from yalu.labor.rows import state_name
from yalu.model import figures as f
from yalu.model.dates import partial
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement

ENDS = {
    "workers": ("low", "high", "as_of"),
    "pay": ("usd_month_low", "usd_month_high"),
    "taken": ("taken_pct_low", "taken_pct_high"),
}


def drawn(scope: Scope) -> tuple[list[Sentence], list[Sentence]]:
    """The intervals of the day, as findings, and as doubts that there are too few estimates to draw from."""
    try:
        made = estimate(scope, verified=True)
    except YaluError:
        return [], []
    if made.alone:
        return [], [_alone(made.pools["workers"].figures)]
    said = [_workers(made)]
    if made.revenue:
        said.append(_revenue(made))
    return said, []


def _alone(some: list[Figure]) -> Sentence:
    rows = {one.id for one in some}

    def span(seen: Sequence[Statement]) -> str:
        low = f.lowest(lambda s: s.party in rows and s.prop == "low")(seen)
        high = f.highest(lambda s: s.party in rows and s.prop == "high")(seen)
        return low if low == high else f"{low} to {high}"

    return sentence(
        "No interval of the workers is drawn: of the five years up to the day, figures of one root alone"
        " count all of them: {span}, by {who}.",
        [s for one in some for s in one.statements if s.prop in ("low", "high", "estimator")],
        span=span,
        who=f.value(lambda s: s.prop == "estimator"),
    )


def _again(made: Estimate, seen: Sequence[Statement]) -> Estimate:
    """The model over the statements that are seen. Raises ValueError where one cannot be read."""
    pools: dict[str, Pool] = {}
    for name, props in ENDS.items():
        low, high = ({s.party: float(s.value) for s in seen if s.prop == prop} for prop in props[:2])
        for s in seen:
            if s.prop == "as_of":
                partial(s.value)
        pool = made.pools[name]
        pools[name] = Pool(
            tuple(
                tuple(replace(one, low=low[one.id], high=high[one.id]) for one in lineage if one.id in low)
                for lineage in pool.lineages
            )
            if low
            else (),
            (),
        )
    return spread_of(made, pools)


def _cited(made: Estimate, *names: str) -> list[Statement]:
    return [
        s
        for name in names
        for one in made.pools[name].figures
        for s in one.statements
        if s.prop in ENDS[name]
    ]


def _hundreds(number: float) -> str:
    return f"{round(number, -2):,.0f}"


def _workers(made: Estimate) -> Sentence:
    def part(name: str) -> SlotFunction:
        return lambda seen: _hundreds(getattr(_again(made, seen).workers, name))

    return sentence(
        "Drawn from {count} independent estimates, each counted once, the workers abroad number {low}"
        " to {high}, with {median} in the middle; the interval holds ninety-five percent of the draws.",
        _cited(made, "workers"),
        count=lambda seen: str(len({made.pools["workers"].root(s.party) for s in seen if s.prop == "low"})),
        low=part("low"),
        high=part("high"),
        median=part("median"),
    )


def _revenue(made: Estimate) -> Sentence:
    def money(name: str) -> SlotFunction:
        def said(seen: Sequence[Statement]) -> str:
            revenue = _again(made, seen).revenue
            if revenue is None:
                raise ValueError("no pay is there")
            return f"{getattr(revenue, name) / 1e6:,.0f}"

        return said

    def mover(seen: Sequence[Statement]) -> str:
        name, share = next(iter(_again(made, seen).movers.items()))
        words = {
            "workers": "the number of workers",
            "pay": "what a worker is paid",
            "taken": "the share taken",
        }
        return f"{words[name]} ({share:.0%} of the variance)"

    return sentence(
        "With pay and the share taken as reported, they earn the regime {low} to {high} million US dollars a"
        " year, with {median} in the middle; {mover} moves it most.",
        _cited(made, "workers", "pay", "taken"),
        low=money("low"),
        high=money("high"),
        median=money("median"),
        mover=mover,
    )


def reported(scope: Scope) -> list[Sentence]:
    """What was reported of the workers before and after a measure."""
    wanted = ("measure", "change_pct", "unit", "window")
    return [
        sentence(
            "Change reported after {measure}: {change_pct} percent ({unit}; {window}).",
            item.all(*wanted),
            fill={p: f.value(f.of_party(item.id, p)) for p in wanted},
        )
        for item in items(scope.view, "Effect")
        if item.text("target") == "overseas_labour" and item.verified and all(map(item.one, wanted))
    ]


def contradicted(scope: Scope) -> list[Sentence]:
    """Hosts for which a source counts workers after the day by which all were to go home."""
    found = [p for p in pledges(scope) if p.status == "contradicted"]

    def told(seen: Sequence[Statement]) -> str:
        due = max(s.value for s in seen if s.prop == "due")
        host = {s.party: s.value for s in seen if s.prop == "host"}
        low = {s.party: int(s.value) for s in seen if s.prop == "low"}
        when = {s.party: s.value for s in seen if s.prop == "as_of"}
        late = [p for p in host if partial(when[p]).lo > partial(due).hi]
        return f.joined([f"{low[p]:,} in {state_name(host[p])} for {when[p]}" for p in late])

    if not found:
        return []
    props = ("due", "host", "low", "as_of")
    return [
        sentence(
            "All were to be sent home by {due}; after that day sources still count {told}.",
            dict.fromkeys(s for p in found for s in p.statements if s.prop in props),
            due=lambda seen: max(s.value for s in seen if s.prop == "due"),
            told=told,
        )
    ]
