"""How verbs give their answers: what was asked first, then the answer, as one line of JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yalu.evidence.view import View


def asked(view: View) -> dict[str, Any]:
    """What every answer says about its question."""
    when = view.when
    return {
        "version": 1,
        "as_of": when.as_of,
        "on": when.on,
        "mode": str(when.mode),
        "snapshot": view.evidence.snapshot.id,
    }


def head(view: View) -> str:
    """The same as a line of text."""
    return f"as known on {view.when.as_of}, {view.when.mode}; snapshot {view.evidence.snapshot.id}"


def write(answer: dict[str, Any]) -> None:
    """One line of JSON."""
    import orjson

    sys.stdout.write(orjson.dumps(answer).decode() + "\n")
