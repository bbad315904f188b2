"""Runs a command several times and keeps what it took; writes figures as a dated result."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Spread:
    """The smallest, the middle and the largest of several runs."""

    min: float
    median: float
    max: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Rounded to milliseconds, or to tenths of a MB."""
        return cls(*(round(v, 3) for v in (min(values), statistics.median(values), max(values))))


@dataclass(frozen=True, slots=True)
class Figures:
    """What a command took: seconds on the clock, CPU seconds of it and its children, MB at its peak."""

    runs: int
    wall: Spread
    cpu: Spread
    memory: Spread  # of the largest process


def measure(
    command: Sequence[str | Path],
    *,
    runs: int,
    folder: Path,
    before: Callable[[], None] = lambda: None,
    **environment: str,
) -> Figures:
    """Run the command ``runs`` times in ``folder``; ``before`` each run something may be laid out anew.

    A command that ends with another code than 0 ends the benchmark with what it printed.
    """
    took = []
    for _ in range(runs):
        before()
        took.append(_once([str(word) for word in command], folder, os.environ | environment))
    wall, cpu, memory = (Spread.of(values) for values in zip(*took, strict=True))
    return Figures(runs, wall, cpu, memory)


def _once(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[float, float, float]:
    with (folder / "output.txt").open("w+") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{output.read()}")
    unit = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss counts bytes there, and KiB elsewhere
    return wall, used.ru_utime + used.ru_stime, round(used.ru_maxrss / unit, 1)


def machine() -> dict[str, Any]:
    """What the figures depend on, and nothing that names the machine."""
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "architecture": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def store(name: str, rows: Sequence[Any]) -> Path:
    """Write the rows of a benchmark as ``results/<name>-<day>.json``, in place of an earlier run's."""
    now = datetime.now(UTC)
    result = {"benchmark": name, "date": now.date().isoformat(), "machine": machine(), "rows": rows}
    path = RESULTS / f"{name}-{result['date']}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(orjson.dumps(result, option=orjson.OPT_INDENT_2, default=asdict) + b"\n")
    return path
