"""What a measure takes away by year, under stated assumptions, against what was reported of it.

A measure is data: its day, its hosts, and by year the share of the workers that is gone, as a range. A share
is never above one, so what is taken never exceeds what there was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu.errors import UsageError, YaluError
from yalu.evidence.cited import ids
from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.labor.model import DRAWS, SEED, YEARS, Range, pools_of
from yalu.labor.rows import WORLD, rows_of, state_name
from yalu.model.dates import day, partial
from yalu.model.statement import Statement

if TYPE_CHECKING:
    from yalu.labor.pool import Draws

SHARES = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Measure:
    """A measure and what it is assumed to do; ``steps`` by year, the share gone in all, low and high."""

    name: str
    instrument: str
    date: str
    hosts: tuple[str, ...]
    steps: dict[int, tuple[float, float]]
    assumption: str
    verified: bool = False
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Taken:
    """What is gone in a year: workers, and revenue in US dollars a year."""

    year: int
    share: tuple[float, float]
    workers: Range
    revenue: Range | None


@dataclass(frozen=True)
class Reported:
    """A reported change: the share that is gone, over a window, as a source or a computation has it."""

    text: str
    window: str
    share: float
    year: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Block:
    """The answer; ``missing`` names hosts without an estimate, of which nothing is taken."""

    measure: Measure
    before: Range
    years: tuple[Taken, ...]
    reported: tuple[Reported, ...]
    missing: tuple[str, ...]

    def verdict(self, one: Reported) -> str:
        """How a reported share lies to the assumed one of its year."""
        steps = [s for year, s in self.measure.steps.items() if year <= one.year]
        if not steps:
            return "before the first assumed year"
        low, high = steps[-1]
        if one.share < low:
            return f"below the assumed {low:.0%} to {high:.0%}: less was taken"
        return "above the assumed range" if one.share > high else "within the assumed range"


def measures(scope: Scope) -> list[Measure]:
    """The measures that the day knows."""
    return [_of_row(i) for i in rows_of(scope, "LaborMeasure") if i.one("name") and i.one("steps")]


def _of_row(item: Item) -> Measure:
    return Measure(
        name=item.text("name"),
        instrument=item.text("instrument"),
        date=item.text("date"),
        hosts=tuple(s.value for s in item.all("hosts")),
        steps={int(s.details["key"]): _share(s.value) for s in item.all("steps")},
        assumption=item.text("assumption"),
        verified=item.verified,
        statements=tuple(item.statements),
    )


def of_file(path: str) -> Measure:
    """A measure of your own, YAML or JSON, with the keys name, date, hosts, steps, assumption."""
    import yaml

    try:
        given = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path} cannot be read: {error}", expected="a YAML or JSON file") from None
    wanted = {"name", "date", "hosts", "steps", "assumption"}
    if not isinstance(given, Mapping) or not wanted <= set(given):
        raise UsageError(f"{path} is no measure.", expected=f"the keys {', '.join(sorted(wanted))}")
    if not isinstance(given["steps"], Mapping) or not isinstance(given["hosts"], list) or not given["steps"]:
        raise UsageError(
            f"{path}: steps or hosts are not what they should be.", expected="steps: {2018: 0.1-0.5}"
        )
    try:
        steps = {int(year): _share(str(share)) for year, share in sorted(given["steps"].items())}
        when = day(str(given["date"]))
    except ValueError as error:
        raise UsageError(f"{path}: {error}", expected="a day, and shares such as 0.1-0.5") from None
    return Measure(
        str(given["name"]),
        str(given.get("instrument", "own measure")),
        when,
        tuple(str(h).upper() for h in given["hosts"]),
        steps,
        str(given["assumption"]),
    )


def _share(text: str) -> tuple[float, float]:
    match = SHARES.fullmatch(text.strip())
    low, high = (float(match[1]), float(match[2])) if match else (-1.0, -1.0)
    if not 0 <= low <= high <= 1:
        raise ValueError(f"{text!r} is no share of workers from 0 to 1, low-high")
    return low, high


def block(
    scope: Scope, measure: Measure, *, verified: bool = False, seed: int = SEED, draws: int = DRAWS
) -> Block:
    """What it takes. Estimates of the five years up to the measure's own count as of its eve."""
    import numpy as np

    year = int(partial(measure.date).lo[:4])
    rng = np.random.default_rng(seed)
    before: Draws = np.zeros(draws)
    missing = []
    for host in measure.hosts:
        pool = pools_of(scope, host, verified, year - YEARS, year)["workers"]
        if pool.lineages:
            before = before + pool.draw(rng, draws)[0]
        else:
            missing.append(state_name(host))
    if len(missing) == len(measure.hosts):
        raise YaluError(
            f"No estimate of workers of {year - YEARS} to {year} is known for any host of {measure.name}.",
            do="Ask a later day with --as-of.",
        )
    pools = pools_of(scope, WORLD, verified, year - YEARS, year)
    each: Draws | None = None
    if pools["pay"].lineages and pools["taken"].lineages:
        each = 12 * pools["pay"].draw(rng, draws)[0] * pools["taken"].draw(rng, draws)[0] / 100
    years = []
    place = rng.random(draws)
    for when, (low, high) in sorted(measure.steps.items()):
        gone = before * (low + place * (high - low))
        money = Range.of(gone * each) if each is not None else None
        years.append(Taken(when, (low, high), Range.of(gone), money))
    return Block(measure, Range.of(before), tuple(years), tuple(_reported(scope, measure)), tuple(missing))


def _reported(scope: Scope, measure: Measure) -> list[Reported]:
    """Changes that sources report of such workers and that name the measure's resolution."""
    number = re.search(r"UNSCR (\d+)", measure.instrument)
    found = []
    for item in items(scope.view, "Effect"):
        wanted = ("measure", "target", "change_pct", "window", "unit")
        if item.text("target") != "overseas_labour" or not item.verified or not all(map(item.one, wanted)):
            continue
        years = re.findall(r"\d{4}", item.text("window"))
        if number and number[1] in item.text("measure") and years:
            share = -float(item.text("change_pct")) / 100
            found.append(
                Reported(
                    item.text("unit"), item.text("window"), share, int(years[-1]), tuple(item.all(*wanted))
                )
            )
    return found


def as_json(one: Block) -> dict[str, Any]:
    """The block by year, with what was reported and how it lies to the assumption."""
    m = one.measure
    return {
        "measure": {
            "name": m.name,
            "instrument": m.instrument,
            "date": m.date,
            "hosts": list(m.hosts),
            "assumption": m.assumption,
            "verified": m.verified,
            "sources": ids(m.statements),
        },
        "workers_before": one.before.as_json(),
        "years": [
            {
                "year": y.year,
                "share": list(y.share),
                "workers": y.workers.as_json(),
                "revenue_usd": y.revenue.as_json() if y.revenue else None,
            }
            for y in one.years
        ],
        "reported": [
            {
                "what": r.text,
                "window": r.window,
                "share": r.share,
                "against": one.verdict(r),
                "sources": ids(r.statements),
            }
            for r in one.reported
        ],
        "hosts_without_estimate": list(one.missing),
    }
