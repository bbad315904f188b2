"""``yalu ledger import``: take judgements and undos in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.options import Json, LedgerOption, Who, WorkspaceOption, open_ledger, person
from yalu.errors import UsageError, YaluError

File = Annotated[str, typer.Argument(metavar="FILE", help="JSON Lines or CSV; - is standard input.")]
Format = Annotated[
    str,
    typer.Option(
        "--format", help="jsonl or csv. Default: what the file's name tells, else jsonl.", show_default=False
    ),
]


def run(
    file: File,
    format_: Format = "",
    who: Who = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Take in an export, or your own list of a, b, verdict, why. If a line is wrong, nothing is taken in.

    What the ledger holds already is passed over, so the same file twice changes nothing.

    Examples: yalu ledger import judgements.csv · yalu ledger import - < judgements.jsonl
    """
    from yalu.ledger.exchange import format_of, from_text
    from yalu.ledger.importing import take

    form = format_of(file, format_)
    name = "standard input" if file == "-" else file
    lines = from_text(_text(file, name), form, name)
    kept = open_ledger(workspace, ledger)
    taken = take(kept.place, lines, name, who=person(who), warn=kept.warn)
    head = kept.head()
    if json:
        import orjson

        answer = {
            "version": 1,
            "new": taken.new,
            "held": taken.held,
            "ledger": {"seq": head.seq if head else 0, "head": head.hash if head else ""},
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    print(f"{name}: {taken.new} new, {taken.held} held already")
    print(f"ledger {head.short}" if head else "no judgements")


def _text(file: str, name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{name} is not in UTF-8: {error.reason} at byte {error.start}.", expected="UTF-8"
        ) from None
    except OSError as error:
        raise YaluError(
            f"{name} cannot be read: {error.strerror}.", expected="a file that you may read"
        ) from error
