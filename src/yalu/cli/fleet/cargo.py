"""``yalu fleet cargo``: may these goods move from or to the country on a day?"""

from __future__ import annotations

import sys
from typing import Annotated

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
    regime_plan,
    today,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

Hs = Annotated[
    str, typer.Option("--hs", metavar="CODE", help="HS code of 2, 4, 6 or more digits: 26, 2601, 2601.11.")
]
Goods = Annotated[
    str,
    typer.Option(
        "--goods", metavar="TEXT", help="What the papers call the goods: it may decide where a code does not."
    ),
]
From = Annotated[str, typer.Option("--from", metavar="CC", help="The state they leave: KP, RU, or a name.")]
To = Annotated[str, typer.Option("--to", metavar="CC", help="The state they are bound for.")]
Origin = Annotated[
    str, typer.Option("--origin", metavar="CC", help="The state in which they were made, if another.")
]


def run(
    hs: Hs = "",
    goods: Goods = "",
    start: From = "",
    to: To = "",
    origin: Origin = "",
    on: On = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show which rules forbid, cap or license goods by HS code, direction and day.

    Each rule stands with its paragraph, first and last day, caps and exemptions. A code that no text states
    for the goods raises a question (check) and decides nothing; what no rule names is unknown, never allowed.
    A state's own rules bind where it is one of the ends.

    Examples: yalu fleet cargo --hs 2601 --from KP --on 2017-08-05 · yalu fleet cargo --hs 2710 --to KP
    --from CN
    """
    from yalu.evidence.view import When
    from yalu.fleet.cargo import text
    from yalu.fleet.cargo.binding import country
    from yalu.fleet.cargo.codes import hs_code
    from yalu.fleet.cargo.movement import Movement
    from yalu.fleet.cargo.question import ask
    from yalu.fleet.cargo.rules import Rules

    if not hs.strip() and not goods.strip():
        raise UsageError("No goods were given.", expected="--hs CODE, or --goods TEXT")
    movement = Movement(
        hs_code(hs) if hs.strip() else "",
        country(start, "--from"),
        country(to, "--to"),
        country(origin, "--origin"),
        goods.strip(),
    )
    if not (movement.start or movement.end or movement.origin):
        raise UsageError("No end of the movement was given.", expected="--from CC, --to CC or --origin CC")
    try:
        When.at(as_of or today(), on)
    except ValueError as error:
        raise UsageError(str(error), expected="a day such as 2017-06-13") from None
    _, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    answer = ask(Rules(evidence, as_of or today(), on, mode), movement, regime_plan().country)
    if json:
        import orjson

        told = {"version": 1, "snapshot": evidence.snapshot.id} | answer.as_json()
        sys.stdout.write(orjson.dumps(told).decode() + "\n")
        return
    for line in text.lines(answer):
        print(line)
