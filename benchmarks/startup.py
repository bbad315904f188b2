"""How long a user waits: the overview, one party, and the brief, cold and again.

``YALU_SHARED`` names a folder with whole lists; without it the part that loads them is left out, and said so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.measuring import Figures, measure, store

YALU = Path(sys.executable).with_name("yalu")
PARTY = "Dandong Hongxiang"
LISTS = (
    ("ofac_sdn", "ofac-2022-01-31", "2022-01-31"),
    ("un_sc", "un/un_2026-02-27.xml", ""),
)
QUICK, SLOW = 9, 3
"""How often a command of less than a second, and one of several seconds, is run."""


@dataclass(frozen=True, slots=True)
class Row:
    """One command on one workspace, with its bars; the median is what counts. ``None``: no bar."""

    command: str
    evidence: str
    figures: Figures
    most_seconds: float | None = None
    most_mb: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether every bar is met."""
        kept = [
            found <= bar
            for found, bar in (
                (self.figures.wall.median, self.most_seconds),
                (self.figures.memory.max, self.most_mb),
            )
            if bar is not None
        ]
        return all(kept) if kept else None

    def as_json(self) -> dict[str, Any]:
        """The row of the stored result."""
        return {
            "command": self.command,
            "evidence": self.evidence,
            "figures": self.figures,
            "bar": {"seconds": self.most_seconds, "mb": self.most_mb},
            "met": self.met,
        }


def rows(folder: Path) -> Iterator[Row]:
    """Measure all of it in ``folder``, which is empty."""
    home = folder / "home"

    def run(evidence: str, *words: str, runs: int, again: bool = True, **bars: float) -> Row:
        before = (lambda: None) if again else lambda: shutil.rmtree(home, ignore_errors=True)
        took = measure([YALU, *words], runs=runs, folder=folder, before=before, YALU_HOME=str(home))
        return Row(f"yalu {' '.join(words)}" + ("" if again else " (first run)"), evidence, took, **bars)

    yield run("none", "--help", runs=QUICK, most_seconds=0.4)
    yield run("none", "--version", runs=QUICK)
    yield run("casebook", "brief", runs=SLOW, again=False, most_seconds=60, most_mb=1000)
    yield run("casebook", "brief", runs=SLOW, most_seconds=10)
    yield run("casebook", "entity", PARTY, runs=QUICK, most_seconds=1.5)
    if (held := load_lists(home)) is None:
        return
    yield run(held, "entity", PARTY, runs=QUICK, most_seconds=1.5)
    yield run(held, "brief", runs=SLOW, most_seconds=10)


def load_lists(home: Path) -> str | None:
    """Take in the whole lists; what is then held, in words, or ``None`` where they are not here."""
    shared = os.environ.get("YALU_SHARED", "")
    if not shared:
        print("skipped: the part with whole lists, since YALU_SHARED is not set", file=sys.stderr)
        return None
    lists = Path(shared) / "data" / "lists"
    missing = [path for _, path, _ in LISTS if not (lists / path).exists()]
    if missing:
        print(
            f"skipped: the part with whole lists, since {lists} lacks {', '.join(missing)}", file=sys.stderr
        )
        return None
    for source, path, day in LISTS:
        command = [YALU, "sync", source, "--from", lists / path, *(("--dated", day) if day else ())]
        subprocess.run([*command, "--workspace", home], check=True, capture_output=True)
    return "casebook, OFAC 2022, UN 2026"


def show(found: list[Row]) -> None:
    """Print the table."""
    table = Table(title="startup: median of the runs (min to max)")
    for heading in ("command", "evidence", "wall, s", "CPU, s", "peak, MB", "bar", ""):
        table.add_column(heading, justify="left" if heading in ("command", "evidence") else "right")
    for row in found:
        wall, took = row.figures.wall, row.figures
        bars = [f"{row.most_seconds:g} s"] if row.most_seconds is not None else []
        bars += [f"{row.most_mb:g} MB"] if row.most_mb is not None else []
        table.add_row(
            row.command,
            row.evidence,
            f"{wall.median:.2f} ({wall.min:.2f} to {wall.max:.2f})",
            f"{took.cpu.median:.2f}",
            f"{took.memory.max:.0f}",
            ", ".join(bars),
            {True: "met", False: "MISSED", None: ""}[row.met],
        )
    Console(width=None if sys.stdout.isatty() else 150).print(table)


def main() -> int:
    """Measure, store, show; 1 where a bar is missed."""
    with TemporaryDirectory() as folder:
        found = list(rows(Path(folder)))
    show(found)
    print(f"stored in {store('startup', [row.as_json() for row in found]).relative_to(Path.cwd())}")
    return int(any(row.met is False for row in found))


if __name__ == "__main__":
    sys.exit(main())
