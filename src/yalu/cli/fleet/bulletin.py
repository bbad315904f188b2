"""``yalu fleet bulletin``: the numbered, dated, signed difference for port states."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    LedgerOption,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    regime_plan,
    tell,
    view_at,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.workspace import Workspace
    from yalu.fleet.behavior.event import Event
    from yalu.fleet.bulletin.shelf import Shelf
    from yalu.publish.bulletin.issue import Issued

Since = Annotated[
    int,
    typer.Option("--since", metavar="N", min=0, help="Compare with bulletin N. Default: the last one."),
]
Again = Annotated[
    int,
    typer.Option(
        "--again", metavar="N", min=0, help="Issue nothing: hand out bulletin N, as it was issued, once more."
    ),
]
Key = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="FILE",
        help="Sign with this private Ed25519 key (PEM). Default: that of the workspace, made on first use.",
        show_default=False,
    ),
]
Out = Annotated[
    Path,
    typer.Option("--out", metavar="DIR", help="Where a folder for the bulletin is made."),
]


def run(
    since: Since = 0,
    key: Key = None,
    out: Out = Path("yalu-bulletins"),
    again: Again = 0,
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Issue the next bulletin for port states: what changed of every hull since the last one, signed.

    Ships listed, delisted, renamed, re-flagged, new numbers, owners and managers, incidents, results of
    inspections, and what ships did where positions are held; each with its sources. The first is the full
    list; one without a change says so. PDF, CSV and JSON, with a manifest signed with Ed25519. Numbers are
    consecutive, and each is used once. Lists that you brought yourself are left out.

    Examples: yalu fleet bulletin · yalu fleet bulletin --since 3 --out to-ports · yalu fleet bulletin
    --again 2
    """
    from yalu.evidence.workspace import Workspace
    from yalu.fleet.bulletin.shelf import Shelf
    from yalu.publish.bulletin.issue import issue, state_of
    from yalu.sources.user import RESULTS

    if again:
        shelf = Shelf(Workspace.find(workspace))
        shelf.manifest(again)
        target = _hand_out(shelf, again, out)
        _told(again, target, json=json)
        return
    place, evidence = open_evidence(workspace, snapshot, quiet=quiet, ledger=ledger)
    view = view_at(evidence.without_users(RESULTS), as_of, "", mode)
    if since:
        Shelf(place).manifest(since)
    _free(out, Shelf(place).last + 1)
    events = events_of(place, view.when.as_of, quiet=quiet)
    state = state_of(view, regime_plan(), events)
    made = issue(
        place,
        state,
        snapshot=evidence.snapshot.id,
        since=since,
        key=key,
        ledger=ledger,
        step=lambda message: tell(message, quiet=quiet or not sys.stderr.isatty()),
    )
    if made.new_key:
        _tell_key(made)
    try:
        target = _hand_out(Shelf(place), made.bulletin.number, out)
    except Exception:
        tell(
            f"Bulletin {made.bulletin.number} is issued, and stands in {made.folder}. Hand it out with:"
            f" yalu fleet bulletin --again {made.bulletin.number} --out DIR"
        )
        raise
    if json:
        import orjson

        told = {"version": 1, "folder": str(target), "manifest": made.manifest.model_dump()}
        told |= {"changes": [c.as_json() for c in made.bulletin.changes]}
        sys.stdout.write(orjson.dumps(told).decode() + "\n")
        return
    _print(made, target)


def events_of(place: Workspace, day: str, *, quiet: bool) -> list[Event] | None:
    """The events of the day, or None where no positions are held."""
    from yalu.fleet.ais.store import Positions
    from yalu.fleet.behavior.asking import Question, answer

    positions = Positions(place)
    if positions.exercise:
        raise UsageError(
            "The positions of this workspace are an exercise; no bulletin is issued from it.",
            do="Name the workspace of real positions with --workspace DIR or YALU_HOME.",
        )
    if not positions.paths("points", "", day):
        return None
    return answer(positions, Question(day=day), tell=lambda message: tell(message, quiet=quiet))


def _free(out: Path, number: int) -> None:
    """Refuse before anything is issued where the bulletin could not be handed out."""
    target = out / f"bulletin-{number:04}"
    if target.exists():
        raise UsageError(
            f"{target} exists already.", expected="a place for a new folder", do="Name another --out."
        )


def _hand_out(shelf: Shelf, number: int, out: Path) -> Path:
    from yalu.fleet.bulletin.shelf import place

    _free(out, number)
    return place(shelf.files(number), out / f"bulletin-{number:04}")


def _tell_key(made: Issued) -> None:
    from yalu.fleet.bulletin.keys import PUBLIC

    public = made.folder.parent / PUBLIC
    tell(
        f"A key was made to sign with; it stays in {public.parent}, mode 0600: keep a copy in a safe place.\n"
        f"The public key is {public}.\nHand it to who verifies by another way than the bulletins (in person,"
        f" a signed letter, your site), with its fingerprint: {made.bulletin.fingerprint}"
    )


def _print(made: Issued, target: Path) -> None:
    from collections import Counter

    b = made.bulletin
    print(f"{b.title} of {b.state.as_of}: {b.subtitle}")
    for text, count in sorted(Counter(c.text for c in b.changes).items(), key=lambda p: (-p[1], p[0])):
        print(f"  {count:>6,}  {text}")
    print(f"  signed by {b.fingerprint}")
    print(target)


def _told(number: int, target: Path, *, json: bool) -> None:
    if json:
        import orjson

        sys.stdout.write(
            orjson.dumps({"version": 1, "number": number, "folder": str(target)}).decode() + "\n"
        )
    else:
        print(target)
