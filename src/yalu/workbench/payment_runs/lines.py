"""The results of a run: where each line begins, what it decides, and the lines that a reader asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from yalu.payments.report import REJECTED

RESULTS = "results.jsonl"
MOST = 200_000
"""Lines of a run that pages look through; its files hold all."""
SHOWS = {
    "look": "to look at",
    "stop": "to stop",
    "review": "to review",
    "release": "released",
    "rejects": "not screened",
    "all": "all",
}
_WORST = {"stop": 0, "review": 1, REJECTED: 2, "release": 3}


@dataclass(slots=True)
class Lines:
    """By number, from 0: where a line begins, its decision, priority and raised flags."""

    path: Path
    at: list[int] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    priority: list[float] = field(default_factory=list)
    flags: list[tuple[str, ...]] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """Flags that are raised, by id."""
    number: dict[tuple[str, str], int] = field(default_factory=dict)
    """Of a message by its file and place."""
    cut: int = 0
    """Lines past the bound."""

    def counts(self) -> dict[str, int]:
        """How many lines each choice shows."""
        found = Counter(self.decision)
        counted = {name: found[name] for name in ("stop", "review", "release")}
        counted |= {"look": found["stop"] + found["review"], "rejects": found[REJECTED], "all": len(self.at)}
        return {name: counted[name] for name in SHOWS}

    def chosen(self, show: str, flag: str = "", text: str = "") -> list[int]:
        """The numbers of the lines that fit, the worst first; ``text`` may stand anywhere in a line."""
        wanted = {"look": ("stop", "review"), "rejects": (REJECTED,), "all": tuple(_WORST)}.get(show, (show,))
        found = [
            n
            for n, decision in enumerate(self.decision)
            if decision in wanted and (not flag or flag in self.flags[n])
        ]
        found.sort(key=lambda n: (_WORST[self.decision[n]], -self.priority[n], n))
        return self._holding(found, text.casefold()) if text else found

    def read(self, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """The lines of some numbers."""
        with self.path.open("rb") as file:
            return [orjson.loads(self._raw(file, n)) for n in numbers]

    def _holding(self, numbers: Sequence[int], text: str) -> list[int]:
        with self.path.open("rb") as file:
            return [n for n in numbers if text in self._raw(file, n).decode().casefold()]

    def _raw(self, file: Any, number: int) -> bytes:
        file.seek(self.at[number])
        found: bytes = file.readline()
        return found


def lines(path: Path) -> Lines:
    """The lines of a file of results, looked through once as long as it is the same."""
    return _looked(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _looked(path: Path, changed: int) -> Lines:
    found = Lines(path)
    place = 0
    with path.open("rb") as file:
        for raw in file:
            if len(found.at) >= MOST:
                found.cut += 1
                continue
            line = orjson.loads(raw)
            raised = [f for f in line.get("flags", ()) if f["says"] == "raised"]
            found.number.setdefault((line["file"], line["place"]), len(found.at))
            found.at.append(place)
            found.decision.append(line["decision"])
            found.priority.append(line.get("priority", 0.0))
            found.flags.append(tuple(f["flag"] for f in raised))
            found.titles |= {f["flag"]: f["title"] for f in raised}
            place += len(raw)
    return found
