"""The answers of ``yalu pressure`` as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from yalu.pressure.model import Cut, span

if TYPE_CHECKING:
    from yalu.pressure.answer import Pressure, Ranked
    from yalu.pressure.assumptions import Assumption
    from yalu.pressure.grounds import Readiness
    from yalu.pressure.hindcast import Forecast, Hindcast


def answer(made: Pressure) -> None:
    """Streams, totals, levers by effect with law and partners beside, assumptions."""
    print("\nTogether, by stream: known, taken, and still taken after adaptation (95 %)")
    for cut in made.together:
        if cut.reached:
            _cut(cut)
    parts = ", ".join(f"{f} {_span(span(made.total(f)))}" for f in ("base", "taken", "net"))
    print(f"  revenue in all, USD a year: {parts}")
    print(f"  net once theft makes up a part: {_span(span(made.after_theft))}")
    if made.unreached:
        print("\nReached by none of these levers")
        for cut in made.unreached:
            print(f"  {_name(cut)}: {_span(span(cut.base))}")
    print("\nLevers alone, by effect on revenue, USD a year after adaptation; beside it law and partners")
    for one in made.ranked:
        _ranked(one)
    _assumptions(made.assumed, made.used, made.bearing)


def _ranked(one: Ranked) -> None:
    print(f"  {one.lever}: {_span(span(one.net))}")
    for status, some in groupby(sorted(one.law, key=_by_status), key=lambda r: r.status):
        rows = list(some)
        print(f"    law, {status.value} [{', '.join(r.stream for r in rows)}]")
        for kind in type(status):
            acts = dict.fromkeys(g.text for r in rows for g in r.grounds if g.status == kind)
            if acts:
                print(f"      {kind.value}: {'; '.join(acts)}")
    print(f"    through other states: {one.partners.text}")


def _by_status(one: Readiness) -> tuple[int, str]:
    return list(type(one.status)).index(one.status), one.stream


def _assumptions(
    assumed: Mapping[str, Assumption], used: Iterable[str], bearing: Mapping[str, tuple[str, ...]]
) -> None:
    print("\nAssumptions: shares, each a judgment, stated by sources, or set by you")
    for name in used:
        a = assumed[name]
        rows = sorted({s.party for s in a.statements}) or list(bearing.get(name, ()))
        word = {"stated": "stated by", "judgment": "no share stated in"}.get(a.basis, "")
        beside = f" [{word} {', '.join(rows)}]" if rows and word else ""
        print(f"  {name} {a.low:.3g}..{a.high:.3g} ({a.basis}: {a.why}){beside}")


def hindcast(told: Hindcast) -> None:
    """Every forecast with what was reported, hits and misses."""
    years = " and ".join(map(str, told.years))
    print(f"\nForetold on {told.day} for {years}: left a year, were all of these levers taken (95 %)")
    for one in told.forecasts:
        _forecast(one)
    reports = [o for f in told.forecasts for o in f.outcomes]
    if not reports:
        print("\nNo report on those years was public: the forecast stands alone.")
    else:
        from yalu.pressure.hindcast import Verdict

        print(
            f"\n{told.count(Verdict.HIT)} hits, {told.misses} misses, {told.count(Verdict.OPEN)} undecided"
            f" of {len(reports)} reports; {sum(not f.outcomes for f in told.forecasts)} streams without one"
        )
        print(
            "  a hit: the middle of the report lies in the interval; the ratio is of the middles, foretold by"
            " reported"
        )
    if told.without_base:
        names = sorted({f.stream for f in told.without_base})
        print(f"  reported, but of them nothing was bounded on {told.day}: {', '.join(names)}")
    _assumptions(told.made.assumed, told.made.used, told.made.bearing)


def _forecast(one: Forecast) -> None:
    print(f"  {_name(one.cut)}: {_span(span(one.cut.base))}; left {_span(one.left)}")
    for o in one.outcomes:
        ends = [f"{end:,.0f}" if end is not None else "?" for end in (o.flow.low, o.flow.high)]
        ratio = f", ratio {o.ratio:.2f}" if o.ratio is not None else ""
        print(f"    {o.flow.year} [{o.flow.id}]: {' to '.join(ends)}: {o.verdict.value}{ratio}")


def _span(one: Mapping[str, int]) -> str:
    return f"{one['low']:,} to {one['high']:,} (median {one['median']:,})"


def _name(cut: Cut) -> str:
    mark = "UNVERIFIED " if cut.unverified else ""
    return f"{mark}{cut.stream}, {cut.unit} in {cut.year} [{', '.join(cut.rows)}]"


def _cut(cut: Cut) -> None:
    base, taken, net = (_span(span(d)) for d in (cut.base, cut.taken, cut.net))
    print(f"  {_name(cut)}: {base}; {taken}; {net}")
