"""``yalu travel risk``: detentions over visits, with an honest interval, and who was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, open_scope, tell
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.scope import Scope
    from yalu.travel.detentions import Detention
    from yalu.travel.risk import Risk

FIELDS = ("name", "nationality", "visit", "charge", "sentence", "detained", "released", "outcome")


def run(
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show detentions over visits, with an exact interval, and who was held, when, and how released.

    Events are counted twice: those that a stored text backs, and as the source's row counts them. The
    interval takes both ends of the number of visitors. A rate of few events is wide, and says so.

    Examples: yalu travel risk · yalu travel risk --as-of 2017-06-13 --json
    """
    from yalu.cli.answer import asked, write
    from yalu.evidence.cited import ids, works
    from yalu.travel import detentions
    from yalu.travel.risk import ASSUMPTIONS, risks

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    cases = detentions.read(scope)
    found = risks(scope, cases)
    if json:
        cited = [s for r in found for s in r.statements] + [s for c in cases for s in c.all(*FIELDS)]
        write(
            asked(scope.view)
            | {
                "rates": [r.as_json() for r in found],
                "cases": [
                    {p: c.item.text(p) for p in FIELDS if c.all(p)}
                    | {"id": c.item.id, "unverified": not c.item.verified, "sources": ids(c.all(*FIELDS))}
                    for c in cases
                ],
                "assumptions": list(ASSUMPTIONS),
                "sources": works(scope.view, cited),
            }
        )
        return
    _print(scope, found, cases)
    if not found:
        tell("No count of visitors beside detentions was public: no rate can be given.", quiet=quiet)
        tell("To do: ask a later day with --as-of, or try --mode likely.", quiet=quiet)


def _print(scope: Scope, found: list[Risk], cases: list[Detention]) -> None:
    from yalu.cli.answer import head
    from yalu.evidence.cited import ids
    from yalu.travel.risk import ASSUMPTIONS

    print(head(scope.view))
    for r in found:
        upper = f"{r.high:.2f}" if r.high is not None else "no upper bound"
        print(f"\n{r.group} visitors, {r.period}: {r.events} detained on tour ({r.counted})")
        print(
            f"  of {r.visitors_low:,} to {r.visitors_high:,} visits: {r.low:.2f} to {upper} per 1,000 (95 %)"
        )
        print(f"  sources: {', '.join(ids(r.statements))}")
    if found:
        print("\n" + "\n".join(ASSUMPTIONS))
    for title, some in (
        ("Held, by a source that backs it", [c for c in cases if c.item.verified]),
        ("Unverified, counted nowhere", [c for c in cases if not c.item.verified]),
    ):
        if some:
            print(f"\n{title}: {len(some)}")
        for c in some:
            told = {p: c.item.text(p) for p in FIELDS if c.all(p)}
            came = f", {told['visit']}" if "visit" in told else ""
            print(
                f"  {told['name']} ({told.get('nationality', '?')}{came}): {told['detained']} to"
                f" {told.get('released', 'no release known')}; {told.get('charge', '')};"
                f" {told.get('outcome', 'outcome not known')} [{', '.join(ids(c.all(*FIELDS)))}]"
            )
