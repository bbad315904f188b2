"""``yalu read``: bring a document, and find whom and what it names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import AsOf, Json, ModeOption, On, Quiet, WorkspaceOption, tell, today
from yalu.errors import YaluError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.documents.page import Text
    from yalu.documents.shelf import Document
    from yalu.screening.day import Day

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE|SHA", help="A PDF, .docx, HTML or text file, or the sha256 of one that was read."
    ),
]
Public = Annotated[
    str,
    typer.Option(
        "--public",
        metavar="DATE",
        help="Since when it is public: 2016, 2016-08 or 2016-08-11.",
        show_default=False,
    ),
]
Publisher = Annotated[
    str, typer.Option("--publisher", metavar="P", help="Who published it.", show_default=False)
]
Title = Annotated[
    str,
    typer.Option(
        "--title",
        metavar="T",
        help="Its title. Default: what the file says, else its name.",
        show_default=False,
    ),
]
Url = Annotated[
    str, typer.Option("--url", metavar="U", help="Where it was found; never fetched.", show_default=False)
]
GradeOption = Annotated[
    str,
    typer.Option(
        "--grade",
        metavar="GRADE",
        help="How good its evidence is: un_panel, press, think_tank, register ... Default: unverified.",
        show_default=False,
    ),
]
ShowText = Annotated[
    bool, typer.Option("--text", help="Print the text by page and nothing else, to quote from it.")
]


def run(
    file: File,
    public: Public = "",
    publisher: Publisher = "",
    title: Title = "",
    url: Url = "",
    grade: GradeOption = "",
    text: ShowText = False,
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Read a document: archive it, find whom it names, numbers, sums, dates, and likely ties.

    Nothing is stated by reading: ties are proposals until a person accepts them with yalu cite accept. Names
    are those known by --as-of. Scripts in a document are never run, and nothing is fetched.

    Examples: yalu read report.pdf --public 2019-03-05 --publisher "UN Panel of Experts" --grade un_panel ·
    yalu read report.pdf --text · yalu read 3f2a91 --as-of 2017-06-13 --json
    """
    from yalu.cli.resolved import resolved
    from yalu.documents import reading
    from yalu.evidence import packaged
    from yalu.evidence.snapshot import current_id
    from yalu.evidence.workspace import Workspace
    from yalu.screening.screener import Screener

    place = Workspace.find(workspace)

    def step(message: str) -> None:
        tell(message, quiet=quiet)

    packaged.ensure(place, step=step)
    said = {"public": public, "publisher": publisher, "title": title, "url": url, "grade": grade}
    document, content = brought(place, file, said, step)
    if text:
        for page in content.pages:
            print(f"[page {page.number}{', ' + page.mark if page.mark else ''}]\n{page.text}")
        return
    snapshot = current_id(place)
    joined = resolved(place, snapshot, tell=tell)
    day = Screener.open(place, as_of or today(), on, mode, snapshot, step=step, grouping=joined).day
    total = len(content.pages)
    shown = sys.stderr.isatty() and not quiet

    def progress(number: int) -> None:
        if shown and (number % 25 == 0 or number == total):
            print(
                f"\rsearched page {number:,} of {total:,}",
                end="\n" if number == total else "",
                file=sys.stderr,
            )

    found = reading.findings_of(place, document, content, day, progress)
    if json:
        _print_json(document, content, day, found)
    else:
        from yalu.cli.read_text import print_findings

        print_findings(document, content, found)
    unread = [p for p in content.pages if p.mark in ("scanned", "garbled")]
    if unread and len(unread) == sum(p.mark != "empty" for p in content.pages):
        tell(
            "yalu: No page of the document could be read.\n"
            "To do: run text recognition (OCR) over it, and read the result."
        )
        sys.exit(YaluError.exit_code)


def brought(place: Any, file: str, said: dict[str, str], step: Any) -> tuple[Document, Text]:
    """The document that a word means: a file, which is read and kept, or one that is held."""
    from yalu.cli.options import person
    from yalu.documents import desk, shelf

    if Path(file).exists() or not file.isalnum():
        document, content = shelf.bring(place, Path(file), today(), said, step)
    else:
        document = shelf.find(place, file)
        if any(said.values()):
            document = shelf.amend(place, document, said)
        content = shelf.text_of(place, document, step)
    journal = desk.open_journal(place)
    if document.sha256 in journal.documents:
        changed = desk.brings(journal, document, desk.decided(person(""), "what is said of the document"))
        if changed:
            desk.publish(place, changed, step)
    return document, content


def _print_json(document: Document, content: Text, day: Day, found: dict[str, Any]) -> None:
    from dataclasses import asdict

    import orjson

    answer = {
        "version": 1,
        "document": asdict(document),
        "format": content.format,
        "reader": content.reader,
        "pages": len(content.pages),
        "unread": [{"page": p.number, "why": p.mark} for p in content.pages if p.mark],
        "notes": [asdict(n) for n in content.notes],
        "as_of": day.when.as_of,
        "on": day.when.on,
        "mode": day.when.mode,
        "snapshot": day.index.snapshot,
        **found,
    }
    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
