"""``yalu ledger verify``: is the ledger what it was?"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from yalu.cli.options import Json, LedgerOption, WorkspaceOption, open_ledger
from yalu.errors import YaluError

Heads = Annotated[
    list[str] | None,
    typer.Option(
        "--head",
        metavar="HASH@SEQ",
        help="A head that you hold, or SEQ:HASH as a brief prints it. May be repeated.",
        show_default=False,
    ),
]


def run(
    head: Heads = None,
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    json: Json = False,
) -> None:
    """Check every row against the hash chain, the remembered heads, and the tables beside it.

    Finds a row that was changed, moved or taken out, and, by the heads, a tail that was cut off. Ends with
    1 when something is wrong.

    Examples: yalu ledger verify · yalu ledger verify --head 12:ab34cd56ef78
    """
    from yalu.ledger import heads
    from yalu.ledger.chain import parse_head
    from yalu.ledger.check import checked

    given = [parse_head(one) for one in head or ()]
    place = open_ledger(workspace, ledger).place
    found = checked(place, heads.remembered(place), given)
    if json:
        import orjson

        answer = {
            "version": 1,
            "ok": not found.faults,
            "place": place.name,
            "ledger": {
                "seq": found.head.seq if found.head else 0,
                "head": found.head.hash if found.head else "",
            },
            "heads": found.heads,
            "faults": [{"kind": f.kind, "seq": f.seq, "what": f.what} for f in found.faults],
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    else:
        for fault in found.faults:
            print(f"{fault.kind:<7}  {fault.what}")
        print(f"{place.name}: {found.words}")
    if found.faults:
        sys.exit(YaluError.exit_code)
