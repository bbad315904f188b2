"""``yalu coalition draft``: a draft instrument for what a state lacks."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import AsOf, Json, ModeOption, Quiet, SnapshotOption, WorkspaceOption, tell
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.coalition.states.draft import Draft


class Format(StrEnum):
    """What to write."""

    DOCX = "docx"
    MD = "md"


State = Annotated[
    str, typer.Option("--state", metavar="STATE", help="ISO code or name, such as NA.", show_default=False)
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR|FILE",
        help="A folder for draft-STATE-DAY.docx and .md, or a file that ends in .docx or .md."
        " Default: Markdown on stdout.",
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", help="Write this alone. Default: by the file's name, else both.", show_default=False
    ),
]


def run(
    state: State,
    as_of: AsOf = "",
    out: Out = None,
    format_: FormatOption = None,
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write a draft instrument: a clause for what sources call missing, a question for what is unknown.

    What is done is left out. Each clause names its paragraph and source. A drafting aid, not legal advice.

    Examples: yalu coalition draft --state NA --as-of 2018-01-01 · yalu coalition draft --state Tanzania --out
    drafts/ · yalu coalition draft --state NG --out ng.docx
    """
    from yalu.cli.coalition.common import open_held, print_json
    from yalu.coalition.states.as_json import asked
    from yalu.coalition.states.draft import draft
    from yalu.coalition.states.grid import grid
    from yalu.coalition.states.naming import state_code
    from yalu.publish.instrument.blocks import summary
    from yalu.publish.instrument.markdown import markdown

    code = state_code(state)
    files = _files(out, format_, code)
    held = open_held(workspace, snapshot, as_of, mode, quiet=quiet)
    made = draft(grid(held, code))
    written = [_write(made, folder / name.format(day=held.view.when.as_of)) for folder, name in files]
    if json:
        answer = {
            "state": code,
            "clauses": [c.cell.obligation.id for c in made.clauses],
            "questions": [q.cell.obligation.id for q in made.questions],
            "done": made.done,
            "files": [str(p) for p in written],
        }
        print_json(asked(held) | answer)
    elif not written:
        sys.stdout.write(markdown(made))
    for path in written:
        tell(f"written: {path}", quiet=quiet)
    tell(summary(made), quiet=quiet)
    if not made.grid.cells:
        tell("No obligation was in force on that day. To do: ask a later one with --as-of.", quiet=quiet)


def _files(out: Path | None, format_: Format | None, code: str) -> list[tuple[Path, str]]:
    """Folder and name of each file to write; the day is filled in later. Raises UsageError."""
    if out is None:
        if format_ is Format.DOCX:
            raise UsageError(
                "A Word document is no text for a terminal.", do="Give --out DIR or --out FILE.docx."
            )
        return []
    ending = out.suffix.lower().removeprefix(".")
    if ending in set(Format) and not out.is_dir():
        if format_ and ending != format_:
            raise UsageError(
                f"{out.name} does not end in .{format_}.", do="Give one of --format and the ending."
            )
        return [(out.parent, out.name.replace("{", "{{").replace("}", "}}"))]
    if ending and not out.is_dir():
        raise UsageError(
            f"{out.name} is neither .docx nor .md.", expected="a folder, or a file of such a name"
        )
    return [(out, f"draft-{code}-{{day}}.{one}") for one in ([format_] if format_ else list(Format))]


def _write(made: Draft, path: Path) -> Path:
    from yalu.evidence.writing import write_whole
    from yalu.publish.instrument.docx import docx
    from yalu.publish.instrument.markdown import markdown

    content = docx(made) if path.suffix.lower() == ".docx" else markdown(made).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    return path
