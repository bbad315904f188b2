"""How long it takes to take in every list at hand, and one that changed.

``YALU_SHARED`` names a folder with whole lists. Each copy is taken in by a command of its own, as by a user,
into one workspace; the sum of all is what counts, and the largest process.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from rich.console import Console
from rich.table import Table

from benchmarks._lists import shared
from benchmarks.measuring import Figures, Spread, measure, store

YALU = Path(sys.executable).with_name("yalu")
COPIES = (
    ("ofac_sdn", "ofac-2018-01-26", "2018-01-26"),
    ("ofac_sdn", "ofac-2019-01-15", "2019-01-15"),
    ("ofac_sdn", "ofac-2021-07-07", "2021-07-07"),
    ("ofac_sdn", "ofac-2022-01-31", "2022-01-31"),
    ("un_sc", "un/un_2018-06-08.xml", ""),
    ("un_sc", "un/un_2020-12-08.xml", ""),
    ("un_sc", "un/un_2026-02-27.xml", ""),
    ("un_1718_vessels", "un/un_1718_vessels_2020-06-04.html", "2020-06-04"),
    ("uk_ofsi", "uk/sanctionsconlist_2014-04-02.csv", ""),
    ("uk_ofsi", "uk/sanctionsconlist_2018-04-13.csv", ""),
    ("us_csl", "us-csl/consolidated_csl_2022-05-16.csv.gz", "2022-05-16"),
    ("au_dfat", "au/regulation8_consolidated_2024-12-17.xlsx", "2024-12-17"),
    ("ca_sema", "ca/sema-lmes_2020-04-15.xml", "2020-04-15"),
    ("eu_fsf", "eu-fsf-sample/EUSanctionsShort_2018-07-04.csv", ""),
    ("eu_1509", "eu-1509/32017R1509_2026-08-14.csv", "2026-08-14"),
)
CHANGED = ("ofac_sdn", "ofac-2022-01-31", "2022-02-15")
ALL_SECONDS, CHANGED_SECONDS, MOST_MB = 240.0, 30.0, 2000.0


def main() -> int:
    """Measure, store, show; 1 where a bar is missed."""
    lists = shared() / "data" / "lists"
    with TemporaryDirectory() as folder:
        rows = list(measured(Path(folder), lists))
    show(rows)
    print(f"stored in {store('sync', rows).relative_to(Path.cwd())}")
    return int(any(row["met"] is False for row in rows))


def measured(folder: Path, lists: Path) -> Iterator[dict[str, Any]]:
    """A row for each copy, one for all of them, one for a list that changed and one for it again."""
    home = folder / "home"
    taken: list[Figures] = []
    records = 0
    for source, path, day in COPIES:
        figures, count = take(folder, home, source, lists / path, day)
        taken.append(figures)
        records += count
        yield row(source, Path(path).name, count, figures)
    yield row("all of them", f"{len(COPIES)} copies", records, total(taken), ALL_SECONDS)
    source, path, day = CHANGED
    changed = without_last_party(lists / path, folder / "changed")
    figures, count = take(folder, home, source, changed, day)
    yield row(source, "one party less, a new day", count, figures, CHANGED_SECONDS)
    figures, count = take(folder, home, source, changed, day)
    yield row(source, "the same copy again", count, figures, CHANGED_SECONDS)


def take(folder: Path, home: Path, source: str, path: Path, day: str) -> tuple[Figures, int]:
    """Take in one copy; what that took, and the records of its documents."""
    paths = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    words = [w for p in paths for w in ("--from", str(p))] + (["--dated", day] if day else [])
    command = [YALU, "sync", source, *words, "--json", "--quiet"]
    figures = measure(command, runs=1, folder=folder, YALU_HOME=str(home))
    line = orjson.loads((folder / "output.txt").read_text().splitlines()[-1])
    return figures, int(line["records"])


def without_last_party(source: Path, target: Path) -> Path:
    """A copy of the list in which the last party of the main file is gone."""
    target.mkdir()
    for path in source.glob("*.csv"):
        content = path.read_bytes()
        (target / path.name).write_bytes(content)
    main = target / "sdn.csv"
    with main.open(encoding="cp1252", newline="") as file:
        rows = [r for r in csv.reader(file) if len(r) > 1]
    with main.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file).writerows(rows[:-1])
    return target


def total(taken: list[Figures]) -> Figures:
    """The sum of the seconds, and the largest of the peaks."""
    wall, cpu = (sum(getattr(f, what).median for f in taken) for what in ("wall", "cpu"))
    memory = max(f.memory.max for f in taken)
    return Figures(1, *(Spread.of([value]) for value in (wall, cpu, memory)))


def row(
    source: str, copy: str, records: int, figures: Figures, most_seconds: float | None = None
) -> dict[str, Any]:
    """One line of the result, with its bars."""
    met = None
    if most_seconds is not None:
        met = figures.wall.median <= most_seconds and figures.memory.max <= MOST_MB
    bar = {"seconds": most_seconds, "mb": MOST_MB if most_seconds is not None else None}
    return {
        "source": source,
        "copy": copy,
        "records": records,
        "figures": figures,
        "bar": bar,
        "met": met,
    }


def show(rows: list[dict[str, Any]]) -> None:
    """Print the table."""
    table = Table(title="sync")
    for heading in ("source", "copy", "records", "wall, s", "CPU, s", "peak, MB", "bar", ""):
        table.add_column(heading, justify="left" if heading in ("source", "copy", "bar", "") else "right")
    for r in rows:
        bar, took = r["bar"], r["figures"]
        table.add_row(
            r["source"],
            r["copy"],
            f"{r['records']:,}",
            f"{took.wall.median:.1f}",
            f"{took.cpu.median:.1f}",
            f"{took.memory.max:.0f}",
            f"{bar['seconds']:g} s, {bar['mb']:g} MB" if bar["seconds"] else "",
            {True: "met", False: "MISSED", None: ""}[r["met"]],
        )
    Console(width=None if sys.stdout.isatty() else 150).print(table)


if __name__ == "__main__":
    sys.exit(main())
