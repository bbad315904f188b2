"""``yalu decide``: keep a judgement on two records."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import Json, LedgerOption, Who, Why, WorkspaceOption, open_ledger, person, tell
from yalu.errors import YaluError

if TYPE_CHECKING:
    from pathlib import Path

A = Annotated[str, typer.Argument(metavar="A", help="A record's id, such as ofac-9345.")]
B = Annotated[str, typer.Argument(metavar="B", help="Another one's.")]
Said = Annotated[
    str,
    typer.Argument(metavar="VERDICT", help="same, different, or unsure: somebody looked and could not tell."),
]


def run(
    a: A,
    b: B,
    verdict: Said,
    why: Why,
    who: Who = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Keep a judgement: are two records one party? It is never changed; a later one takes its place.

    Warns where a record is not loaded, and where the judgement contradicts others; it is kept all the same.

    Examples: yalu decide ofac-9345 un-KPe.001 same --why "same registered address"
    """
    from yalu.ledger.judgement import as_json

    kept = open_ledger(workspace, ledger)
    a, b = _as_loaded(workspace, a), _as_loaded(workspace, b)
    made, head = kept.decide(a, b, verdict, who=person(who), why=why)
    against = [c for c in kept.conflicts() if made in (c.different, *c.same)]
    absent = _not_loaded(workspace, made.pair)
    if json:
        import orjson

        answer = {
            "version": 1,
            "judgement": as_json(made),
            "ledger": {"seq": head.seq, "head": head.hash},
            "conflicts": [
                {"path": list(c.path), "judgements": [j.id for j in (c.different, *c.same)]} for c in against
            ],
            "not_loaded": absent,
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    else:
        print(f"{made.id}  {made.a} and {made.b}: {made.verdict}")
        print(f"ledger {head.short}")
    for one in absent or ():
        tell(f"warning: no record {one} is loaded; the judgement is kept. Mistyped? yalu undo {made.id}")
    if absent is None:
        tell("warning: no snapshot can be read, so nobody knows whether the records are loaded")
    for conflict in against:
        tell(f"warning: a contradiction: {conflict}")


def _as_loaded(workspace: Path | None, record: str) -> str:
    """The id as the snapshot in force has it, where somebody wrote it in other letters; else as written."""
    from yalu.evidence.view import Evidence
    from yalu.evidence.workspace import Workspace

    plain = record.strip()
    try:
        evidence = Evidence.open(Workspace.find(workspace))
        found = evidence.query("SELECT DISTINCT party FROM statement WHERE lower(party) = lower(?)", [plain])
    except YaluError:
        return plain
    return plain if (plain,) in found or len(found) != 1 else found[0][0]


def _not_loaded(workspace: Path | None, records: tuple[str, str]) -> list[str] | None:
    """Which of two records the snapshot in force lacks, or ``None`` where there is none to ask."""
    from yalu.evidence.view import Evidence
    from yalu.evidence.workspace import Workspace

    try:
        evidence = Evidence.open(Workspace.find(workspace))
        found = evidence.query("SELECT DISTINCT party FROM statement WHERE party IN (?, ?)", list(records))
    except YaluError:
        return None
    return [one for one in records if (one,) not in found]
