"""``yalu entity``: everything known about one party."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

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
    view_at,
)
from yalu.errors import YaluError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.dossier import Dossier, Match
    from yalu.evidence.snapshot import Snapshot
    from yalu.evidence.view import View
    from yalu.evidence.workspace import Workspace
    from yalu.model.statement import Statement

Query = Annotated[
    str,
    typer.Argument(
        metavar="NAME|ID|NUMBER",
        help="A name, an id such as ofac-9345, or a number: IMO, MMSI, passport, register.",
    ),
]


def run(
    query: Query,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show everything known about one party: listings, names, identifiers, ties, by source and clock.

    A name need not be whole, and its words may stand in any order; an id fits in any case. Ends with 1 when
    no party is known by it.

    Examples: yalu entity "Korea Mining Development" · yalu entity ofac-9345 --as-of 2017-06-13 ·
    yalu entity "IMO 8518780"
    """
    from yalu.evidence import dossier

    place, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    view = view_at(evidence, as_of, on, mode)
    matches = dossier.find(view, query)
    exact = [m for m in matches if m.exact] or matches
    shown = dossier.dossier(view, exact[0].ids[0]) if len(exact) == 1 else None
    held_back = _quarantined(place, evidence.snapshot, query, view.when.as_of)
    if json:
        _print_json(view, query, matches, shown, held_back)
    else:
        _print_text(view, query, matches, shown, held_back)
    if not matches and not held_back:
        sys.exit(YaluError.exit_code)


def _quarantined(place: Workspace, asked: Snapshot, query: str, as_of: str) -> list[dict[str, str]]:
    """Rows that a copy of that day or earlier holds under this id or name and that cannot be used."""
    from yalu.evidence import sightings
    from yalu.evidence.dossier import name_key
    from yalu.evidence.registered import all_sources

    words = set(name_key(query))
    found = []
    for source in all_sources(place).values():
        if source.history == "replace":
            continue
        for copy in asked.copies(source.id):
            if copy.date.hi > as_of:
                continue
            for report in sightings.reports_of(place, source, copy.run).values():
                found += [
                    {"source": source.id, "copy": copy.date.text(), "id": q.party, "where": q.where}
                    | {"row": q.row, "why": q.why}
                    for q in report.quarantined
                    if q.party.casefold() == query.casefold() or (words and words <= set(name_key(q.row)))
                ]
    return found


def _print_json(
    view: View,
    query: str,
    matches: list[Match],
    shown: Dossier | None,
    held_back: list[dict[str, str]],
) -> None:
    import orjson

    answer: dict[str, Any] = {
        "version": 1,
        "query": query,
        "as_of": view.when.as_of,
        "on": view.when.on,
        "mode": view.when.mode,
        "snapshot": view.evidence.snapshot.id,
        "matches": [
            {
                "id": m.ids[0],
                "ids": m.ids,
                "name": m.name,
                "kind": m.kind,
                "matched": m.matched,
                "exact": m.exact,
            }
            for m in matches
        ],
        "entity": shown and _dossier_json(view, shown),
        "quarantined": held_back,
    }
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")


def _dossier_json(view: View, d: Dossier) -> dict[str, Any]:
    return {
        "id": d.ids[0],
        "ids": d.ids,
        "name": d.name,
        "kind": d.kind,
        "listed": sorted({s.value for s in d.listings if s.basis != "own_knowledge"}),
        "listings": [_statement_json(s) for s in d.listings],
        "own_lists": [_statement_json(s) for s in d.own],
        "names": [_statement_json(s) for s in d.names],
        "facts": {prop: [_statement_json(s) for s in rows] for prop, rows in d.facts.items()},
        "ties": [
            _statement_json(s)
            | {"from": s.party, "to": s.value}
            | {"from_name": d.other_names[s.party], "to_name": d.other_names[s.value]}
            for s in d.ties
        ],
        "citations": _citations(view, d),
    }


def _statement_json(s: Statement) -> dict[str, Any]:
    from yalu.model.statement import COLUMNS

    row: dict[str, Any] = {c: getattr(s, c) for c in COLUMNS if getattr(s, c)}
    return row | ({"detail": s.details} if s.detail else {})


def _citations(view: View, d: Dossier) -> dict[str, dict[str, str]]:
    statements = [*d.listings, *d.own, *d.names, *d.ties, *(s for rows in d.facts.values() for s in rows)]
    cited = {c for s in statements for c in s.cited}
    return {c: work for c in sorted(cited) if (work := view.work(c))}


def _print_text(
    view: View,
    query: str,
    matches: list[Match],
    shown: Dossier | None,
    held_back: list[dict[str, str]],
) -> None:
    from yalu.cli.dossier_text import print_dossier

    if shown is not None:
        print_dossier(view, shown)
    elif matches:
        print(f"{len(matches)} parties fit {query!r} on {view.when.as_of}; name one of them by its id:")
        for m in matches[:40]:
            also = "" if m.matched == m.name else f"  (as {m.matched})"
            print(f"  {m.ids[0]:<24} {m.kind:<13} {m.name}{also}")
        if len(matches) > 40:
            print(f"  and {len(matches) - 40} more: give more of the name")
    elif not held_back:
        print(f"No party is known as {query!r} on {view.when.as_of} ({view.when.mode}).", file=sys.stderr)
        likely = "" if view.when.mode is Mode.LIKELY else "try --mode likely, "
        print(f"To do: ask a later day with --as-of, {likely}or load lists with yalu sync.", file=sys.stderr)
    for q in held_back:
        print(f"\nIn quarantine: {q['source']}, copy of {q['copy']}, {q['where']}: {q['why']}\n  {q['row']}")
