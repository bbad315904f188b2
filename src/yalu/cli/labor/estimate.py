"""``yalu labor estimate``: how many workers, how much money, and what moves the result most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, open_scope
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.scope import Scope
    from yalu.labor.model import Estimate, Range

CountryOption = Annotated[
    str, typer.Option("--country", metavar="CODE", help="One host, ISO 3166. Default: the world.")
]
Verified = Annotated[
    bool, typer.Option("--verified", help="Leave out what no stored text backs, and show what that changes.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Begins the random numbers.")]
Draws = Annotated[int, typer.Option("--draws", min=1000, max=10_000_000, metavar="N", help="How many draws.")]
Since = Annotated[
    int, typer.Option("--since", metavar="YEAR", help="First year of estimates that count. Default: 5 back.")
]


def run(
    as_of: AsOf = "",
    country: CountryOption = "",
    verified: Verified = False,
    since: Since = 0,
    seed: Seed = 20170613,
    draws: Draws = 100_000,
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Estimate the workers and their revenue, as intervals, from independent figures counted once each.

    Revenue is workers x 12 months x pay x the share taken; sums that somebody stated stand beside it. What
    moves the revenue most is a share of variance. The same seed gives the same answer.

    Examples: yalu labor estimate --as-of 2017-06-13 · yalu labor estimate --country RU --since 2014
    """
    from yalu.cli.answer import asked, write
    from yalu.evidence.cited import works
    from yalu.labor.model import as_json, estimate

    host = host_of(country)
    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    made = estimate(scope, host, verified=verified, seed=seed, draws=draws, since=since)
    other = estimate(scope, host, seed=seed, draws=draws, since=since) if verified else None
    if json:
        answer = asked(scope.view) | as_json(made)
        if other:
            answer["with_unverified"] = {k: v for k, v in as_json(other).items() if k in CHANGED}
            answer["dropped"] = sorted(_rows(other) - _rows(made))
        write(answer | {"sources": works(scope.view, made.statements)})
        return
    _print(scope, made, other)


CHANGED = ("workers", "revenue_usd", "stated_usd")


def host_of(country: str) -> str:
    """The host that an option means. Raises UsageError for what is no code of a country."""
    from yalu.labor.rows import WORLD
    from yalu.model.countries import codes

    code = country.strip().upper()
    if code and code != WORLD and code not in codes():
        raise UsageError(f"{country!r} is no country.", expected="a code of two letters, such as RU")
    return code or WORLD


def _rows(one: Estimate) -> set[str]:
    return {f.id for pool in one.pools.values() for f in pool.figures}


def money(one: Range | None) -> str:
    """Millions of US dollars a year."""
    if one is None:
        return "not computed: no pay is known on that day"
    return f"{one.low / 1e6:,.0f} to {one.high / 1e6:,.0f} million USD a year, median {one.median / 1e6:,.0f}"


def people(one: Range) -> str:
    """Whole workers."""
    return f"{one.low:,.0f} to {one.high:,.0f}, median {one.median:,.0f}"


def _print(scope: Scope, made: Estimate, other: Estimate | None) -> None:
    from yalu.cli.answer import head
    from yalu.evidence.cited import ids
    from yalu.labor.model import ASSUMPTIONS
    from yalu.labor.rows import state_name

    print(f"{head(scope.view)}; seed {made.seed}, {made.draws:,} draws")
    mark = "verified rows only" if made.verified else "unverified rows included, marked ?"
    if made.alone:
        some = made.pools["workers"].figures
        low, high = f"{min(f.low for f in some):,.0f}", f"{max(f.high for f in some):,.0f}"
        said = low if low == high else f"{low} to {high}"
        print(
            f"\nworkers in {state_name(made.host)}: {said}"
            f" (figures of one root alone, so no interval; {mark})"
        )
    else:
        print(f"\nworkers in {state_name(made.host)}: {people(made.workers)} (95 %; {mark})")
    print(f"revenue, computed:  {money(made.revenue)}")
    if made.stated:
        print(f"revenue, as stated: {money(made.stated)}")
    if other:
        dropped = ", ".join(sorted(_rows(other) - _rows(made))) or "none"
        print(f"\nwith unverified rows ({dropped}):")
        print(f"  workers {people(other.workers)}; computed {money(other.revenue)}")
        print(f"  as stated {money(other.stated)}")
    if made.movers:
        shares = ", ".join(f"{name} {share:.0%}" for name, share in made.movers.items())
        print(f"\nwhat moves the revenue (total-effect share of variance): {shares}")
    for m in made.memo:
        where = ", ".join(f"{'inside' if ok else 'OUTSIDE'} of {name}" for name, ok in m.inside.items())
        if made.alone and "workers" in m.inside:
            where = "not compared with an interval, since none is drawn"
        print(f"\nthe memo says {m.text}: {where}")
        for f in m.differ:
            print(f"  differs: {_figure(f)} [{', '.join(ids(f.statements))}]")
    for name, pool in made.pools.items():
        print(f"\n{name}: {len(pool.lineages)} independent")
        for f in pool.figures:
            print(f"  {_figure(f)} [{', '.join(ids(f.statements))}]")
        for f, why in pool.left_out:
            print(f"  not counted, {why}: {_figure(f)}")
    print("\n" + "\n".join(ASSUMPTIONS))


def _figure(f: Any) -> str:
    span = f"{f.low:,.0f}" if f.low == f.high else f"{f.low:,.0f} to {f.high:,.0f}"
    year = f", {f.year}" if f.year else ""
    return f"{'' if f.verified else '? '}{span} ({f.who}{year}; {f.lineage})"
