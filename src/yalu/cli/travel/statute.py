"""``yalu travel statute``: the executive restriction beside the statute that the memo asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, open_scope, tell
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.scope import Scope
    from yalu.travel.statute import Instrument, Record


def run(
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Compare the restriction by notice with a statute: what each covers, for how long, whom it excepts.

    What the notices did is counted: how often extended, how many days, any lapse, and since when nothing is
    known. Which detentions either would have reached is counted too. A statute of which no text is held is
    shown as unverified.

    Examples: yalu travel statute · yalu travel statute --as-of 2018-01-01 --json
    """
    from yalu.cli.answer import asked, write
    from yalu.evidence.cited import works
    from yalu.travel import detentions, passport, statute

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    view = scope.view
    rules = passport.read(view)
    ways = statute.instruments(scope)
    done = statute.record(rules.notices, view.when.as_of)
    hit = statute.reached(detentions.read(scope), scope)
    if json:
        cited = [s for w in ways for s in w.statements] + [s for n in rules.notices for s in n.statements]
        write(
            asked(view)
            | {
                "instruments": [w.as_json() for w in ways],
                "record": done.as_json() if done else None,
                "purposes": statute.purposes(rules),
                "detained": hit,
                "sources": works(view, cited),
            }
        )
        return
    _print(scope, ways, done, hit)
    if not done:
        tell(f"No notice was public on {view.when.as_of}. To do: ask a later day with --as-of.", quiet=quiet)


def _print(scope: Scope, ways: list[Instrument], done: Record | None, hit: dict[str, list[str]]) -> None:
    from yalu.cli.answer import head
    from yalu.evidence.cited import cited
    from yalu.travel.statute import ASPECTS

    print(head(scope.view))
    for way in ways:
        mark = "" if way.verified else "  UNVERIFIED: no text of it is held"
        print(f"\n{way.name} ({way.made_by}){mark}")
        for aspect in ASPECTS:
            print(f"  {aspect:<10} {way.aspects.get(aspect) or 'not known: no text is held'}")
        print(f"  {'source':<10} {cited(scope.view, way.statements)}")
    if not ways:
        print("\nNo text on either was public in dated sources.")
    if done:
        print(f"\nBy {done.notices} notices: {done.days_in_force:,} days in force since {done.first_day}")
        print(f"  the longest stands for {done.longest} days; lapses: {', '.join(done.gaps) or 'none'}")
        if done.unknown_since:
            print(
                f"  since {done.unknown_since} no notice is held: unknown; a statute would not have lapsed so"
            )
    print("\nDetained US nationals whom a source backs, by what would have reached them")
    for name, people in hit.items():
        print(f"  {name}: {len(people)}{' (' + ', '.join(people) + ')' if people else ''}")
