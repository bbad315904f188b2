"""``yalu fleet boarding``: who may board or inspect a ship where, and what follows a refusal."""

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
    today,
    when_asked,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

Zone = Annotated[
    str,
    typer.Option(
        "--zone",
        metavar="ZONE",
        help="port, internal, territorial, contiguous, eez or high_seas: as the acting state sees it.",
    ),
]
Flag = Annotated[str, typer.Option("--flag", metavar="CC", help="The ship's flag; none for a ship without.")]
By = Annotated[str, typer.Option("--by", metavar="CC", help="The acting state: its own rules are added.")]


def run(
    zone: Zone,
    flag: Flag = "",
    by: By = "",
    on: On = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show who may inspect or board a ship in which waters, with whose consent, and what follows a refusal.

    Each rule stands with its paragraph and days. Duties, permissions and calls are told apart; treaties
    that bind their parties alone, and rules that no stored text backs, stand apart and decide nothing. What
    no rule reaches is unknown, never permitted.

    Examples: yalu fleet boarding --zone high_seas --flag PA --by JP · yalu fleet boarding --zone port --on
    2018-01-15
    """
    from yalu.fleet.cargo.binding import country
    from yalu.fleet.inspection import text
    from yalu.fleet.inspection.powers import Powers
    from yalu.fleet.inspection.question import NO_FLAG, ZONES, Situation, ask

    place = zone.strip().casefold().replace("-", "_").replace(" ", "_")
    place = place.removesuffix("_waters").removesuffix("_zone").removesuffix("_sea")
    if place not in ZONES:
        raise UsageError(
            f"--zone {zone[:40]!r} is no waters that are known.", expected="one of " + ", ".join(ZONES)
        )
    own = NO_FLAG if flag.strip().casefold() == NO_FLAG else country(flag, "--flag")
    situation = Situation(place, own, country(by, "--by"))
    day = when_asked(as_of, mode).as_of
    if on:
        when_asked(on, mode)
    _, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    answer = ask(Powers(evidence, day or today(), on, mode), situation)
    if json:
        import orjson

        told = {"version": 1, "snapshot": evidence.snapshot.id} | answer.as_json()
        sys.stdout.write(orjson.dumps(told).decode() + "\n")
        return
    for line in text.lines(answer):
        print(line)
