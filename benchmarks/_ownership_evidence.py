"""Two million ties as statements of a snapshot, and the time and memory of the graph made of them.

Run as a program of its own, so that its peak of memory is that of the graph: ``python -m ... FOLDER``.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import Any, cast

import duckdb
import orjson

from yalu.evidence.snapshot import Snapshot
from yalu.evidence.view import Evidence
from yalu.graph import of_view
from yalu.model.statement import COLUMNS

PARTIES, TIES = 1_000_000, 2_000_000


class _Tables:
    """As much of a snapshot as a view reads."""

    id = "bench"

    def __init__(self, file: Path) -> None:
        self._file = file

    def tables(self) -> list[Path]:
        return [self._file]


def write(file: Path) -> None:
    """Statements of ownership between parties that a hash of the row picks."""
    values = {
        "id": "printf('%016x', hash(i))",
        "party": f"'p-' || (hash(i * 2) % {PARTIES})",
        "kind": "'Company'",
        "prop": "CASE WHEN i % 4 = 0 THEN 'Directorship' ELSE 'Ownership' END",
        "value": f"'p-' || (hash(i * 2 + 1) % {PARTIES})",
        "source": "'bench'",
        "grade": "'register'",
        "basis": "'stored'",
        "known_lo": "'2015-01-01'",
        "known_hi": "'2015-01-01'",
        "known_by": "'copies'",
        "from_lo": "'2014-01-01'",
        "from_hi": "'2014-12-31'",
    }
    columns = ", ".join(f"{values.get(c, chr(39) * 2)} AS {c}" for c in COLUMNS)
    duckdb.execute(f"COPY (SELECT {columns} FROM range({TIES}) t(i)) TO '{file}' (FORMAT parquet)")


def main() -> None:
    """Build the graph of the file in the folder, and print what it took."""
    file = Path(sys.argv[1]) / "ties.parquet"
    evidence = Evidence(cast(Snapshot, _Tables(file)))
    wall, cpu = time.perf_counter(), time.process_time()
    made = of_view(evidence.at("2020-01-01"))
    took: dict[str, Any] = {
        "parties": made.n,
        "edges": made.m,
        "wall_s": round(time.perf_counter() - wall, 2),
        "cpu_s": round(time.process_time() - cpu, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
    }
    print(orjson.dumps(took).decode())


if __name__ == "__main__":
    main()
