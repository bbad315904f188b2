"""A bulletin before it is signed: what changed, against which earlier one, on what it rests."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.fleet.bulletin.difference import Change
from yalu.fleet.bulletin.manifest import Earlier, Head
from yalu.fleet.bulletin.state import FleetState

NOTICE = (
    "“Listed” means on the named list on the day. A ship that is named in a source and on no list is accused"
    " of nothing here. An event at sea is a reason to look, never proof. That a ship or a change is missing"
    " here does not make a ship clean. What to do with a ship is for the port state, by its own law."
)
LIMIT = (
    "No real track of a ship of the regime could be had to measure the rules at sea against, so their"
    " accuracy there is unproven."
)


@dataclass(frozen=True)
class Bulletin:
    """``since`` is the bulletin compared with; None where this one is the full list. ``issued`` is in UTC."""

    number: int
    issued: str
    state: FleetState
    changes: tuple[Change, ...]
    previous: Earlier | None
    since: Earlier | None
    snapshot: str
    ledger: Head | None
    fingerprint: str

    @property
    def title(self) -> str:
        """What it is called."""
        return f"Bulletin No. {self.number} on ships"

    @property
    def stem(self) -> str:
        """How its folder is called where it is handed out."""
        return f"bulletin-{self.number:04}"

    @property
    def subtitle(self) -> str:
        """What it tells, in a line."""
        if self.since is None:
            return f"The full list: {len(self.state.hulls):,} hulls as known on {self.state.as_of}"
        if not self.changes:
            return f"Nothing changed since bulletin No. {self.since.number} of {self.since.as_of}"
        ships = len({(c.imo, c.ship) for c in self.changes})
        changes = "1 change" if len(self.changes) == 1 else f"{len(self.changes):,} changes"
        return (
            f"{changes} on {ships:,} {'hull' if ships == 1 else 'hulls'} since bulletin"
            f" No. {self.since.number} of {self.since.as_of}"
        )
