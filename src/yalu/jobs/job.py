"""One job, as its row says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """Where a job stands; the last three are final."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        """Whether nothing more happens to it."""
        return self not in (State.QUEUED, State.RUNNING)


@dataclass(frozen=True, slots=True)
class Job:
    """A job. Times are UTC as ISO text, ``""`` where it has not come to that; ``total`` 0 is unknown.

    ``files`` are the names of its results in its folder. ``cancel`` is set where somebody asked to end it
    while it runs.
    """

    id: str
    kind: str
    params: dict[str, Any]
    state: State
    who: str
    done: int
    total: int
    message: str
    owner: str
    lease_until: str
    attempts: int
    cancel: bool
    created: str
    started: str
    ended: str
    files: tuple[str, ...]
    error: str

    def as_json(self) -> dict[str, Any]:
        """What programs read of it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "params": self.params,
            "state": self.state.value,
            "who": self.who,
            "progress": {"done": self.done, "total": self.total, "message": self.message},
            "attempts": self.attempts,
            "cancel_asked": self.cancel,
            "created": self.created,
            "started": self.started,
            "ended": self.ended,
            "files": list(self.files),
            "error": self.error,
        }
