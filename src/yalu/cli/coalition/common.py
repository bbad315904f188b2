"""What the verbs on states share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu.cli.options import open_evidence, view_at
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.coalition.states.held import Held


def open_held(workspace: Path | None, snapshot: str, as_of: str, mode: Mode, *, quiet: bool) -> Held:
    """The rows on obligations, as the day shows them."""
    from yalu.coalition.states.held import held
    from yalu.regimes import load_duties

    _, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    return held(view_at(evidence, as_of, "", mode), load_duties())


def print_json(answer: dict[str, Any]) -> None:
    """One line of JSON."""
    import orjson

    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
