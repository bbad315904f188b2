"""``yalu network paths``: what leads from a party to another, or to the nearest listed parties."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_scope,
    tell,
)
from yalu.errors import UsageError, YaluError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.scope import Scope
    from yalu.network.expansion.paths import Answer, Path

Party = Annotated[str, typer.Argument(metavar="PARTY", help="A name, an id such as ofac-9345, or a number.")]
To = Annotated[
    str,
    typer.Option(
        "--to", metavar="PARTY", help="Where to. Default: the nearest listed parties.", show_default=False
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many paths to show; all are counted.")]


def run(
    party: Party,
    to: To = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    limit: Limit = 20,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show all shortest evidenced paths from a party, the best evidence first.

    Each step has its tie, its days, its source and grade. Ties that no stored text backs are shown apart and
    decide nothing. Ends with 1 when no path is known.

    Examples: yalu network paths "Chinpo Shipping" · yalu network paths x-chinpo --to ofac-9345 --as-of
    2017-06-13
    """
    from yalu.network.expansion.paths import Network

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    start = one_party(scope, party)
    goal = one_party(scope, to) if to else ""
    if start == goal:
        raise UsageError(f"{party} and {to} are one party ({start}).", expected="two parties")
    answer = Network(scope).paths(start, goal, limit)
    if json:
        import orjson

        when = scope.view.when
        asked = {"version": 1, "as_of": when.as_of, "mode": when.mode}
        asked |= {"snapshot": scope.view.evidence.snapshot.id}
        sys.stdout.write(orjson.dumps(asked | answer.as_json()).decode() + "\n")
    else:
        _print(answer)
    if not answer.paths:
        where = goal or "a listed party"
        tell(f"No path by evidenced ties from {start} to {where} was known on {scope.view.when.as_of}.")
        tell("To do: ask a later day with --as-of, try --mode likely, or load more lists with yalu sync.")
        sys.exit(YaluError.exit_code)


def one_party(scope: Scope, query: str) -> str:
    """The first id of the party that a name, id or number means. Raises YaluError where it is not one."""
    from yalu.evidence import dossier

    found = dossier.find(scope.view, query)
    heads = dict.fromkeys(scope.head(m.ids[0]) for m in ([m for m in found if m.exact] or found))
    if len(heads) == 1:
        return next(iter(heads))
    if not heads:
        raise YaluError(
            f"No party is known as {query!r} on {scope.view.when.as_of}.",
            expected="a name, an id or a number",
            do="Ask a later day with --as-of, or load lists with yalu sync.",
        )
    some = "; ".join(f"{head} {scope.view.name(head)}" for head in list(heads)[:10])
    raise UsageError(f"{len(heads)} parties fit {query!r}: {some}.", expected="the id of one of them")


def _print(answer: Answer) -> None:
    from yalu.network.expansion.paths import INNOCENT

    goal = answer.names[answer.to] if answer.to else "the nearest listed parties"
    own = ", ".join(answer.lists.get(answer.party, ())) or "no list: named in a source"
    print(f"{answer.names[answer.party]} ({answer.party}), on {own}")
    if answer.paths:
        more = f", {len(answer.paths)} of them shown" if len(answer.paths) < answer.number else ""
        ties = "tie" if answer.length == 1 else "ties"
        paths = "path" if answer.number == 1 else "paths"
        print(f"to {goal}: {answer.number:,} shortest {paths} of {answer.length} {ties}{more}")
    for number, path in enumerate(answer.paths, 1):
        _print_path(answer, path, f"{number}.")
    if answer.leads:
        print("\nShorter by unverified ties, which decide nothing:")
    for path in answer.leads:
        _print_path(answer, path, "?")
    if answer.paths or answer.leads:
        print(f"\n{INNOCENT}")


def _print_path(answer: Answer, path: Path, mark: str) -> None:
    end = path.parties[-1]
    on = ", ".join(answer.lists.get(end, ())) or "no list"
    print(f"\n{mark} {' – '.join(answer.names[p] for p in path.parties)} ({end}, on {on})")
    for step in path.steps:
        for tie in step:
            flag = "UNVERIFIED " if tie.unverified else ""
            print(f"   {flag}{tie.text(answer.names)}\n      {tie.proof()}")
