"""``yalu ownership``: who is blocked through ownership or control, by whose rule, on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    tell,
    view_at,
)
from yalu.errors import UsageError, YaluError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.view import View
    from yalu.ownership import Docket
    from yalu.ownership.rules import Rule

Party = Annotated[
    str,
    typer.Argument(
        metavar="[PARTY]", help="A name, an id or a number. Without it: everybody.", show_default=False
    ),
]
RuleOption = Annotated[str, typer.Option("--rule", metavar="RULE", help="ofac, eu, uk or all.")]
WhatIf = Annotated[
    str,
    typer.Option(
        "--what-if",
        metavar="PARTY",
        help="Whom would the listing of this party reach? all: count for each party.",
        show_default=False,
    ),
]
Edges = Annotated[
    str,
    typer.Option(
        "--edges",
        metavar="CSV",
        help="Holdings of your own instead of the evidence: columns owner, owned, share or low and high; if"
        " known, from, to, control (yes, indicated, no) and joint. - is standard input.",
        show_default=False,
    ),
]
Listed = Annotated[
    list[str] | None,
    typer.Option(
        "--listed",
        metavar="ID,...",
        help="With --edges: who is listed; @FILE for a file with an id a line. May be repeated.",
        show_default=False,
    ),
]
Shares = Annotated[
    str,
    typer.Option("--shares", metavar="UNIT", help="With --edges: auto, percent or fraction."),
]


def run(
    party: Party = "",
    rule: RuleOption = "all",
    what_if: WhatIf = "",
    edges: Edges = "",
    listed: Listed = None,
    shares: Shares = "auto",
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Say who is blocked because of who owns or controls it, with range, proof and what would change it.

    Each rule is applied as it stood on the day of --on. Shares are never multiplied along a chain, and a
    cycle cannot lift itself. Unverified ties decide nothing; a range that straddles the threshold is
    uncertain, never a yes or no. This is no legal advice.

    Examples: yalu ownership x-knic-hamburg --rule eu --on 2017-06-13 · yalu ownership --what-if ofac-9345 ·
    yalu ownership --edges holdings.csv --listed X,Y --rule ofac --on 2014-08-13 --json
    """
    from yalu.ownership.rules import asked

    rules = asked(rule)
    if edges:
        from yalu.cli import ownership_file

        if as_of or snapshot:
            raise UsageError("--edges asks no evidence.", do="Leave out --as-of and --snapshot; --on stays.")
        ownership_file.run(edges, listed or [], rules, on, shares, what_if, party, workspace, quiet, json)
        return
    if listed or shares != "auto":
        raise UsageError("--listed and --shares belong to --edges.", do="Give --edges FILE.csv as well.")
    if party and what_if:
        raise UsageError("PARTY and --what-if are two questions.", do="Ask them one after the other.")
    place, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    view = view_at(evidence, as_of, on, mode)
    from yalu.cli import ownership_text as text
    from yalu.graph import compile_in
    from yalu.ownership import Docket

    docket = Docket(view, compiler=compile_in(place.root))
    rules = _in_force(docket, rules, quiet)
    if what_if == "all":
        text.each(docket, rules, json=json)
    elif what_if:
        text.what_if(docket, rules, _found(view, docket, what_if), json=json)
    elif party:
        text.party(docket, rules, _found(view, docket, party), json=json)
    else:
        text.everybody(docket, rules, json=json, quiet=quiet)


def _in_force(docket: Docket, rules: list[Rule], quiet: bool) -> list[Rule]:
    """The rules that said something on the day; where only one is asked, its absence is an error."""
    found: list[Rule] = []
    for one in rules:
        try:
            docket.court(one)
            found.append(one)
        except UsageError as error:
            if len(rules) == 1:
                raise
            tell(error.what, quiet=quiet)
    return found


def _found(view: View, docket: Docket, query: str) -> str:
    """The first id of the party that a query means. Raises YaluError for none, UsageError for several."""
    from yalu.evidence import dossier

    if query in docket.holdings.number:
        return query
    matches = dossier.find(view, query)
    exact = [m for m in matches if m.exact] or matches
    heads = {docket.ownership.head(m.ids[0]): m for m in exact}
    if not heads:
        raise YaluError(
            f"No party is known by {query[:80]!r} on {view.when.as_of}.",
            do="Ask a later day with --as-of, or search with yalu entity.",
        )
    if len(heads) > 1:
        some = ", ".join(f"{head} ({m.name})" for head, m in list(heads.items())[:8])
        raise UsageError(f"{len(heads)} parties fit {query[:80]!r}: {some}.", do="Give one of the ids.")
    return next(iter(heads))
