"""``yalu pressure``: what six levers take from which stream, alone and together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, open_scope
from yalu.errors import YaluError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.pressure.model import Cut

Levers = Annotated[
    str,
    typer.Option(
        "--levers",
        metavar="A,B",
        help="facilitators, labor, travel, ships, iran, partners. Default: all.",
        show_default=False,
    ),
]
Assume = Annotated[
    list[str] | None,
    typer.Option("--assume", metavar="NAME=LOW..HIGH", help="Set an assumption; may be repeated."),
]
Verified = Annotated[bool, typer.Option("--verified", help="Leave out what no stored text backs.")]
Seed = Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Begins the random numbers.")]


def run(
    levers: Levers = "",
    assume: Assume = None,
    as_of: AsOf = "",
    verified: Verified = False,
    seed: Seed = 20170613,
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show what the six recommendations would take from each stream, alone and together.

    A stream is what sources said that it brought in its newest known year. The shares that levers take, and
    what adaptation wins back, are judgments: each is named, printed and can be set. Overlaps count once.

    Examples: yalu pressure --as-of 2017-06-13 · yalu pressure --levers ships --assume ships.coal=0.1..0.3
    """
    from yalu.cli.answer import asked, head, write
    from yalu.evidence.cited import works
    from yalu.pressure import assumptions, model, streams

    chosen, assumed = assumptions.levers(levers), assumptions.assumed(assume or ())
    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    known = streams.flows(scope)
    bases = streams.bases(known, verified=verified)
    if not bases:
        raise YaluError(
            "No stream with a range for a whole year was public on that day.",
            do="ask a later day (--as-of), or leave out --verified.",
        )
    together = model.cuts(bases, chosen, assumed, seed)
    alone = {one: model.cuts(bases, (one,), assumed, seed) for one in chosen}
    ranked = sorted(chosen, key=lambda one: -model.span(model.total(alone[one], "net"))["median"])
    used = sorted({n for c in together for n in c.by})
    if json:
        write(
            asked(scope.view)
            | {
                "seed": seed,
                "streams": [f.as_json() for f in known],
                "together": [c.as_json() for c in together],
                "total_usd": {f: model.span(model.total(together, f)) for f in ("base", "taken", "net")},
                "levers": [
                    {
                        "lever": one,
                        "net_usd": model.span(model.total(alone[one], "net")),
                        "cuts": [c.as_json() for c in alone[one] if c.taken.any()],
                    }
                    for one in ranked
                ],
                "assumptions": [assumed[n].as_json() for n in used],
                "sources": works(scope.view, [s for f in known for s in f.statements]),
            }
        )
        return
    print(f"{head(scope.view)}; seed {seed}")
    print("\nTogether, by stream: known, taken, and still taken after adaptation (95 %)")
    for cut in together:
        _print(cut)
    parts = ", ".join(f"{f} {_span(model.span(model.total(together, f)))}" for f in ("base", "taken", "net"))
    print(f"  revenue in all, USD a year: {parts}")
    print("\nAlone, by effect on revenue, USD a year after adaptation")
    for one in ranked:
        print(f"  {one}: {_span(model.span(model.total(alone[one], 'net')))}")
    print("\nAssumptions: shares, each a judgment or set by you")
    for name in used:
        a = assumed[name]
        print(f"  {name} {a.low:g}..{a.high:g} ({'set by you' if a.given else a.why})")


def _span(one: dict[str, int]) -> str:
    return f"{one['low']:,} to {one['high']:,} (median {one['median']:,})"


def _print(cut: Cut) -> None:
    from yalu.pressure.model import span

    mark = "UNVERIFIED " if cut.unverified else ""
    base, taken, net = (_span(span(d)) for d in (cut.base, cut.taken, cut.net))
    print(f"  {mark}{cut.stream}, {cut.unit} in {cut.year} [{', '.join(cut.rows)}]: {base}; {taken}; {net}")
