"""One size of the screening benchmark, in a process of its own: python -m benchmarks._screening_run SIZE."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from benchmarks import _screening_data as data
from yalu.evidence.view import When
from yalu.screening import Query, Screener, nearest, store
from yalu.screening.day import Day

FOLDER = Path(__file__).resolve().parents[1] / "build" / "bench-screening"
DAY = When.at("2026-03-01")
QUERIES = 1000
MORE_CLEAN = 5000
"""Clean names of another seed: of 500, one flagged is twice the bar already."""


def resident() -> float:
    """MB of this process in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def shares() -> dict[str, float]:
    """MB of this process, pages shared with others counted in parts (PSS), and those that are its own."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    held = {line.split(":")[0]: int(line.split()[1]) / 1e3 for line in lines[1:]}
    return {
        "pss_mb": round(held["Pss"], 1),
        "own_mb": round(held["Private_Clean"] + held["Private_Dirty"], 1),
    }


def measure(size: int) -> dict[str, Any]:
    """Build the index, then ask: each query alone, and all in a batch."""
    folder = FOLDER / f"index-{size}"
    snapshot = data.snapshot(FOLDER, size)
    began, cpu = time.perf_counter(), time.process_time()
    found, sources = store.make(snapshot)
    store.write(folder, found, sources, snapshot.id)
    build = {"seconds": round(time.perf_counter() - began, 2), "cpu_s": round(time.process_time() - cpu, 2)}
    disk = sum(p.stat().st_size for p in folder.iterdir()) / 1e6
    del found
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks._screening_run", str(size), "ask"], capture_output=True, check=True
    )
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks._screening_run", str(size), "hold"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    for worker in workers:  # all have asked before any tells what it holds
        assert worker.stdout is not None
        worker.stdout.readline()
    told = [orjson.loads(worker.communicate(b"go\n")[0]) for worker in reversed(workers)]
    held = {key: round(float(np.mean([one[key] for one in told])), 1) for key in told[0]}
    return {
        "parties": size,
        "load_of_the_machine": round(os.getloadavg()[0], 1),
        "build": build | {"disk_mb": round(disk, 1)},
        **orjson.loads(done.stdout),
        "four_workers_each": held,
    }


def screener(size: int) -> Screener:
    """The index of a size, mapped into memory."""
    index = store.read(FOLDER / f"index-{size}")
    assert index is not None
    nearest.compile_for_many(FOLDER / "compiled")
    return Screener(Day(index, DAY))


def ask(size: int) -> dict[str, Any]:
    """What queries take, what they find, and the memory for it."""
    import numba  # noqa: F401  loaded before memory is looked at, as are yalu and numpy

    before = resident()
    one = screener(size)
    asked = [(Query(names=[n], schema=s), e) for n, s, e in data.queries(one.index, QUERIES)]
    cold = [Query(names=[n], schema=s) for n, s, _ in data.queries(one.index, QUERIES, seed=99)]
    for query in cold:
        one.screen(query)
    took, candidates, found, alerts, clean = [], 0, 0, 0, 0
    for query, wanted in asked:
        cpu = time.process_time()
        hits = one.screen(query)
        took.append((time.process_time() - cpu) * 1e3)
        if not wanted:
            clean += any(hit.alert for hit in hits)
            continue
        rough = one.candidates(query.names[0], query.schema, limit=100)
        candidates += any(wanted in c.ids for c in rough)
        found += any(wanted in hit.ids for hit in hits)
        alerts += any(wanted in hit.ids and hit.alert for hit in hits)
    cpu = time.process_time()
    list(one.batch([query for query, _ in asked]))
    again = time.process_time() - cpu
    others = [Query(names=[n], schema=s) for n, s, _ in data.queries(one.index, 4 * QUERIES, seed=5)]
    cpu = time.process_time()
    list(one.batch(others))
    batch = time.process_time() - cpu
    more = data.clean(one.index, MORE_CLEAN, random.Random(data.SEED + 2))
    flagged = [n for n in more if any(h.alert for h in one.screen(Query(names=[n], schema="Person")))]
    half = QUERIES // 2
    return {
        "names": one.index.names,
        "candidate_recall": candidates / half,
        "found_in_5": found / half,
        "alert": alerts / half,
        "clean_flagged_per_1000": clean / half * 1000,
        "more_clean": {
            "asked": len(more),
            "per_1000": round(len(flagged) / len(more) * 1000, 2),
            "names": flagged,
        },
        "query_cpu_ms": {p: round(float(np.percentile(took, q)), 2) for p, q in (("p50", 50), ("p95", 95))},
        "batch_per_s_core": round(len(others) / batch),
        "batch_per_s_core_same_names_again": round(QUERIES / again),
        "memory_mb": {"with_imports": round(before, 1), "above_imports": round(resident() - before, 1)},
    }


def main() -> None:
    """Print one JSON object."""
    size = int(sys.argv[1])
    if sys.argv[2:] == ["ask"]:
        sys.stdout.buffer.write(orjson.dumps(ask(size)))
    elif sys.argv[2:] == ["hold"]:
        one = screener(size)
        list(one.batch([Query(names=[n], schema=s) for n, s, _ in data.queries(one.index, QUERIES)]))
        print("ready", flush=True)
        sys.stdin.readline()
        sys.stdout.buffer.write(orjson.dumps(shares()))
    else:
        sys.stdout.buffer.write(orjson.dumps(measure(size)))


if __name__ == "__main__":
    main()
