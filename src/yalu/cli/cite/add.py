"""``yalu cite add``: state what a passage says."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import Json, Quiet, Who, WorkspaceOption, person, tell
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace

Document = Annotated[
    str,
    typer.Argument(
        metavar="[FILE|SHA]",
        help="The document: a file, or the sha256 of one that was read.",
        show_default=False,
    ),
]
Page = Annotated[
    int,
    typer.Option(
        "--page",
        metavar="N",
        help="The page. Default: the only one that holds the quotation.",
        show_default=False,
    ),
]
Quote = Annotated[
    str,
    typer.Option(
        "--quote",
        metavar="TEXT",
        help="The passage, in the document's words; blanks, line breaks and hyphens at line ends do"
        " not matter.",
        show_default=False,
    ),
]
Subject = Annotated[
    str,
    typer.Option(
        "--subject",
        metavar="PARTY",
        help='An id, a number, a whole name, or new:KIND:"NAME".',
        show_default=False,
    ),
]
Tie = Annotated[
    str,
    typer.Option(
        "--tie",
        metavar="TYPE",
        help="A type of tie, such as owned_by, director_of, paid.",
        show_default=False,
    ),
]
Object = Annotated[
    str,
    typer.Option("--object", metavar="PARTY", help="The tie's other end, as --subject.", show_default=False),
]
Prop = Annotated[
    str,
    typer.Option(
        "--prop",
        metavar="PROPERTY",
        help="In place of a tie: alias, address, birth-date, passport, imo, position, criterion ...",
        show_default=False,
    ),
]
Value = Annotated[
    str, typer.Option("--value", metavar="TEXT", help="The property's value.", show_default=False)
]
Lang = Annotated[
    str,
    typer.Option("--lang", metavar="CODE", help="The language of the value, such as ko.", show_default=False),
]
Share = Annotated[
    str, typer.Option("--share", metavar="SHARE", help="Of an ownership: 51% or 25-50%.", show_default=False)
]
From = Annotated[str, typer.Option("--from", metavar="DATE", help="Since when it holds.", show_default=False)]
To = Annotated[str, typer.Option("--to", metavar="DATE", help="Until when it held.", show_default=False)]
GradeOption = Annotated[
    str,
    typer.Option(
        "--grade",
        metavar="GRADE",
        help="How good the evidence is. Default: the document's.",
        show_default=False,
    ),
]
Note = Annotated[
    str, typer.Option("--note", metavar="TEXT", help="A remark, kept with it.", show_default=False)
]
Why = Annotated[
    str,
    typer.Option(
        "--why", metavar="TEXT", help="Why you state it. Default: read in the document.", show_default=False
    ),
]
Bulk = Annotated[
    Path | None,
    typer.Option(
        "--file",
        metavar="FILE",
        help="Many at once: CSV with a head, or a YAML list, of these options by name.",
        show_default=False,
    ),
]


def run(
    document: Document = "",
    page: Page = 0,
    quote: Quote = "",
    subject: Subject = "",
    tie: Tie = "",
    object_: Object = "",
    prop: Prop = "",
    value: Value = "",
    lang: Lang = "",
    share: Share = "",
    from_: From = "",
    to: To = "",
    grade: GradeOption = "",
    note: Note = "",
    file: Bulk = None,
    why: Why = "read in the document",
    who: Who = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """State what a passage of a document says: a tie between two parties, or a property of one.

    The passage must stand in the archived page. A party that the document names first is new:Person:"NAME",
    new:Company:"NAME" and so on; the report tells its id. The same citation twice is one.

    Examples: yalu cite add report.pdf --page 3 --quote "Foo Ltd is owned by Bar" --subject
    new:Company:"Foo Ltd" --tie owned_by --object ofac-9345 --share 51% ·
    yalu cite add 3f2a91 --quote "Room 5" --subject ofac-9345 --prop address --value "Room 5" ·
    yalu cite add report.pdf --file cites.csv
    """
    from yalu.cli.cite.common import open_desk
    from yalu.cli.read import brought
    from yalu.documents import desk
    from yalu.documents.bulk import read_rows, request
    from yalu.documents.citing import entries
    from yalu.ledger.judgement import TEXT_LENGTH, checked

    asked = {
        "document": document,
        "page": str(page or ""),
        "quote": quote,
        "subject": subject,
        "tie": tie,
        "object": object_,
        "prop": prop,
        "value": value,
        "lang": lang,
        "share": share,
        "from": from_,
        "to": to,
        "grade": grade,
        "note": note,
    }
    if file is not None:
        given = {k for k, v in asked.items() if v} - {"document", "grade"}
        if given:
            raise UsageError(
                f"With --file, {', '.join(sorted(given))} stand in the file.", expected="a document at most"
            )
        rows = read_rows(file, document, grade)
    else:
        if not document or not quote or not subject:
            raise UsageError("A citation needs a document, --quote and --subject.", do="yalu cite add --help")
        rows = [("", asked)]
    place, view, ties = open_desk(workspace, quiet=quiet)
    by = desk.decided(
        checked("the name of who decides", person(who)), checked("a reason (--why)", why, TEXT_LENGTH)
    )

    @cache
    def opened(name: str) -> Any:
        return brought(place, name, {}, lambda m: tell(m, quiet=quiet))

    def made(row: dict[str, str]) -> tuple[Any, list[dict[str, Any]]]:
        found, text = opened(row["document"])
        return found, entries(view, ties, found, text, request(row), by)

    results = _file(place, [(where, *_tried(made, where, row)) for where, row in rows], by, quiet=quiet)
    _report(results, json=json, bulk=file is not None)
    failed = [r["exit_code"] for r in results if r["outcome"] == "refused"]
    if failed:
        sys.exit(max(failed))


def _tried(make: Any, where: str, row: dict[str, str]) -> tuple[Any, Any]:
    """What a row makes, or its error: one of a file never stops the others."""
    from yalu.errors import ContractError

    try:
        done: tuple[Any, Any] = make(row)
        return done
    except (UsageError, ContractError) as error:
        if not where:
            raise
        return None, error


def _file(
    place: Workspace, rows: list[tuple[str, Any, Any]], by: dict[str, str], *, quiet: bool
) -> list[dict[str, Any]]:
    """Put what the good rows made into the journal, in one edition; what became of each row."""
    from yalu.cli.cite.common import file_entries

    good = [(document, made) for _, document, made in rows if document is not None]
    fresh, snapshot = file_entries(place, good, by, quiet=quiet)
    results: list[dict[str, Any]] = []
    for where, document, made in rows:
        if document is None:
            results.append(
                {"where": where, "outcome": "refused", "error": str(made), "exit_code": made.exit_code}
            )
            continue
        added = any(c["id"] in fresh for c in made)
        results.append(
            {"where": where, "outcome": "added" if added else "held", "citations": made}
            | {"snapshot": snapshot, "title": document.title}
        )
        fresh -= {c["id"] for c in made}
    return results


def _report(results: list[dict[str, Any]], *, json: bool, bulk: bool) -> None:
    from yalu.cli.cite.common import print_json
    from yalu.documents.desk import said

    if json and not bulk:
        [one] = results
        print_json({k: v for k, v in one.items() if k not in ("where", "title")})
        return
    for one in results:
        if json:
            print_json(one)
            continue
        start = f"{one['where']}: " if one["where"] else ""
        if one["outcome"] == "refused":
            print(f"{start}refused: {one['error']}")
            continue
        for c in one["citations"]:
            passage = " ".join(c["passage"].split())
            print(f"{start}{one['outcome']} {c['id']}: {said(c)}")
            print(f"    {one['title']}, page {c['page']}, letters {c['start']} to {c['end']}: “{passage}”")
    if bulk and not json:
        counts = {o: sum(r["outcome"] == o for r in results) for o in ("added", "held", "refused")}
        print(", ".join(f"{n} {o}" for o, n in counts.items()))
