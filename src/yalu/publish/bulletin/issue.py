"""Issues a bulletin: compares, writes its faces, signs them, and gives it the next number in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from yalu.errors import UsageError
from yalu.evidence.scope import Scope
from yalu.evidence.view import View
from yalu.evidence.workspace import Workspace
from yalu.fleet.behavior.event import Event
from yalu.fleet.bulletin import keys
from yalu.fleet.bulletin.difference import difference
from yalu.fleet.bulletin.manifest import MANIFEST, SIGNATURE, Head, Key, Manifest, listed
from yalu.fleet.bulletin.reading import fleet_state
from yalu.fleet.bulletin.shelf import DATA, Shelf
from yalu.fleet.bulletin.state import FleetState
from yalu.fleet.register.register import Register
from yalu.ledger import printed
from yalu.publish.bulletin.bulletin import Bulletin
from yalu.publish.bulletin.data import as_json, changes_csv, hulls_csv
from yalu.publish.bulletin.document import document
from yalu.publish.package.pages import package_pdf
from yalu.regimes.brief import BriefPlan

Step = Callable[[str], None]


@dataclass(frozen=True)
class Issued:
    """An issued bulletin, the folder that holds it, and whether its key was made for it."""

    bulletin: Bulletin
    manifest: Manifest
    folder: Path
    new_key: bool


def state_of(view: View, plan: BriefPlan, events: Sequence[Event] | None = None) -> FleetState:
    """What a bulletin of a view would tell of every hull."""
    return fleet_state(Register(Scope(view, plan)), events)


def issue(
    workspace: Workspace,
    state: FleetState,
    *,
    snapshot: str,
    since: int = 0,
    key: Path | None = None,
    ledger: str = "",
    step: Step = lambda _: None,
) -> Issued:
    """Issue the next bulletin. ``since`` 0 compares with the last one.

    Raises UsageError where the day is before that of the last bulletin or the key is none, and StorageError
    where it cannot be written; no number is then used.
    """
    shelf = Shelf(workspace)
    with workspace.writing(lambda: step("waiting for another command that writes here")):
        last = shelf.last
        previous = shelf.earlier(last) if last else None
        if previous and previous.as_of > state.as_of:
            raise UsageError(
                f"Bulletin {last} is of {previous.as_of}, later than {state.as_of}.",
                expected="the day of the last bulletin, or a later one",
            )
        against = shelf.earlier(since or last) if since or last else None
        old = shelf.state(since or last) if since or last else None
        if old and old.mode != state.mode:
            raise UsageError(
                f"Bulletin {since or last} is {old.mode}; inexact days of the two would not compare.",
                expected=f"--mode {old.mode}",
            )
        signer, new_key = (keys.read_private(key), False) if key else keys.own_key(shelf.root)
        head = printed.head(workspace.root, ledger)
        public = signer.public_key()
        made = Bulletin(
            number=last + 1,
            issued=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            state=state,
            changes=tuple(difference(old, state)),
            previous=previous,
            since=against,
            snapshot=snapshot,
            ledger=Head(ledger=head.ledger, seq=head.seq, hash=head.hash) if head else None,
            fingerprint=keys.fingerprint(public),
        )
        step(f"bulletin {made.number}: writing it")
        files = faces(made) | {keys.PUBLIC: keys.public_pem(public)}
        manifest = _manifest(made, files)
        files |= {MANIFEST: manifest.content(), SIGNATURE: signer.sign(manifest.content())}
        folder = shelf.issue(made.number, files)
    return Issued(made, manifest, folder, new_key)


def faces(bulletin: Bulletin) -> dict[str, bytes]:
    """The files of a bulletin for its readers, by name."""
    return {
        "bulletin.pdf": package_pdf(document(bulletin)),
        "changes.csv": changes_csv(bulletin),
        "hulls.csv": hulls_csv(bulletin),
        DATA: as_json(bulletin),
    }


def _manifest(b: Bulletin, files: dict[str, bytes]) -> Manifest:
    return Manifest(
        number=b.number,
        issued=b.issued,
        as_of=b.state.as_of,
        mode=b.state.mode,
        previous=b.previous,
        since=b.since,
        snapshot=b.snapshot,
        ledger=b.ledger,
        lists=b.state.lists,
        hulls=len(b.state.hulls),
        changes=len(b.changes),
        key=Key(fingerprint=b.fingerprint),
        files=listed(files),
    )
