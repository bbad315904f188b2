"""``yalu serve`` under a steady load while the snapshot changes twice.

The full run is 300 requests a second for 10 minutes; ``--seconds`` and ``--rate`` make a shorter one, and the
stored result says which it was. Of ten requests seven screen one name (half of them a listed name with a
typing error, half a person on no list), one screens a batch of ten, one searches and one fetches a party. The
client and the commands that publish snapshots share the machine, and so its CPU time, with the server.

``YALU_SHARED`` names the folder of whole lists.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import orjson
import yaml

from benchmarks._lists import Listed, ofac, shared, un
from benchmarks._load import Answer, Load
from benchmarks._server import Server
from benchmarks.measuring import store

SEED = 20261124
FULL = (300, 600)
"""Requests a second, and seconds, of the full run."""
FIRST = (("ofac_sdn", "ofac-2021-07-07", "2021-07-07"), ("un_sc", "un/un_2018-06-08.xml", ""))
LATER = (("ofac_sdn", "ofac-2022-01-31", "2022-01-31"), ("un_sc", "un/un_2026-02-27.xml", ""))
"""The copies that are loaded at a third and at two thirds of the run."""
AROUND_CHANGE = 10.0
"""Seconds after a change whose requests are measured apart too."""


def requests(lists: Path, host: str) -> Iterator[tuple[str, bytes]]:
    """Requests without end, the same each time."""
    draw = random.Random(SEED)
    listed = [
        p for p in (*ofac(lists / "ofac-2021-07-07"), *un(lists / "un" / "un_2018-06-08.xml")) if p.names
    ]
    groups = yaml.safe_load((Path(__file__).parent / "clean_names.yaml").read_text(encoding="utf-8"))
    while True:
        for kind in ("match",) * 7 + ("batch", "search", "entity"):
            if kind == "entity":
                yield kind, _request(host, "GET", f"/entities/{quote(draw.choice(listed).id)}?nested=true")
            elif kind == "search":
                word = max(draw.choice(listed).names[0].split(), key=len)
                yield kind, _request(host, "GET", f"/search/default?q={quote(word)}&limit=10")
            else:
                count = 10 if kind == "batch" else 1
                examples = {str(n): _example(draw, listed, groups) for n in range(count)}
                yield kind, _request(host, "POST", "/match/default", orjson.dumps({"queries": examples}))


def _example(draw: random.Random, listed: list[Listed], groups: list[dict[str, Any]]) -> dict[str, Any]:
    if draw.random() < 0.5:
        group = draw.choice(groups)
        name = f"{draw.choice(group['given'].split())} {draw.choice(group['surname'].split())}"
        return {"schema": "Person", "properties": {"name": [name]}}
    party = draw.choice(listed)
    name = draw.choice(party.names)
    at = draw.randrange(len(name))
    return {"schema": party.schema, "properties": {"name": [name[:at] + name[at + 1 :]]}}


def _request(host: str, method: str, target: str, body: bytes = b"") -> bytes:
    head = f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"Content-Type: application/json\r\n\r\n" + body


def changes(server: Server, lists: Path, seconds: float, found: list[dict[str, Any]]) -> None:
    """Publish a snapshot at a third and at two thirds of the run; when each was published and taken up."""
    began = time.perf_counter()
    for number, (source, path, day) in enumerate(LATER, 1):
        time.sleep(max(0.0, seconds * number / 3 - (time.perf_counter() - began)))
        server.sync(source, lists / path, day)
        published = time.perf_counter() - began
        server.wait_for_workers(number + 1)
        found.append(
            {
                "published_after_s": round(published, 1),
                "all_workers_after_s": round(time.perf_counter() - began, 1),
                "snapshot": server.current(),
            }
        )


def health(server: Server, stop: threading.Event, took: list[float]) -> None:
    """Ask ``/healthz`` five times a second, each time as a new client would."""
    while not stop.wait(0.2):
        began = time.perf_counter()
        server.get("/healthz")
        took.append(time.perf_counter() - began)


def spread(values: list[float]) -> dict[str, float]:
    """Milliseconds: the middle, the slowest of 20, of 100 and of all."""
    ordered = sorted(values)
    pick = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    return {
        n: round(ordered[min(len(ordered) - 1, int(len(ordered) * q))] * 1000, 1) for n, q in pick.items()
    }


def figures(load: Load, changed: list[dict[str, Any]], checks: list[float]) -> dict[str, Any]:
    """What was measured of the answers."""

    def near(answer: Answer) -> bool:
        return any(
            c["published_after_s"] - 5 <= answer.due <= c["all_workers_after_s"] + AROUND_CHANGE
            for c in changed
        )

    kinds = sorted({a.kind for a in load.answers})
    wrong = [f"{a.kind}: status {a.status}" for a in load.answers if a.status not in (200, 308, 404)]
    return {
        "answered": len(load.answers),
        "errors": len(wrong) + len(load.failures),
        "first_errors": (wrong + load.failures)[:5],
        "not_found": sum(a.status == 404 for a in load.answers),
        "snapshots_seen": sorted({a.snapshot for a in load.answers if a.snapshot}),
        "ms": spread([a.took for a in load.answers]),
        "ms_by_kind": {kind: spread([a.took for a in load.answers if a.kind == kind]) for kind in kinds},
        "ms_away_from_changes": spread([a.took for a in load.answers if not near(a)] or [0.0]),
        "ms_around_changes": spread([a.took for a in load.answers if near(a)] or [0.0]),
        "healthz_ms": spread(checks),
        "changes": changed,
    }


def run(rate: float, seconds: float, workers: int) -> dict[str, Any]:
    """One run, on a workspace of its own."""
    lists = shared() / "data" / "lists"
    with TemporaryDirectory() as folder, Server.started(Path(folder), lists, FIRST, workers) as server:
        load = Load(server.host, server.port)
        changed: list[dict[str, Any]] = []
        checks: list[float] = []
        stop = threading.Event()
        threads = [
            threading.Thread(target=changes, args=(server, lists, seconds, changed), daemon=True),
            threading.Thread(target=health, args=(server, stop, checks), daemon=True),
            threading.Thread(target=server.watch_memory, args=(stop,), daemon=True),
        ]
        for thread in threads:
            thread.start()
        cpu = server.cpu_seconds()
        mine, all_busy = time.process_time(), busy_seconds()
        began = time.perf_counter()
        asyncio.run(load.run(requests(lists, f"{server.host}:{server.port}"), rate, seconds))
        wall = time.perf_counter() - began
        took = {
            "server": round(server.cpu_seconds() - cpu, 1),
            "client": round(time.process_time() - mine, 1),
            "whole_machine": round(busy_seconds() - all_busy, 1),
            "whole_machine_could": round(wall * (os.cpu_count() or 1), 1),
        }
        stop.set()
        for thread in threads:
            thread.join(timeout=60)
        return {
            "full_run": (rate, seconds) == FULL,
            "asked": {"rate": rate, "seconds": seconds, "workers": workers},
            "evidence": "casebook, OFAC and UN: about 10,000 parties, each snapshot more copies of them",
            "wall_s": round(wall, 1),
            "cpu_s": took,
            "memory_mb": server.memory(),
            **figures(load, changed, checks),
        }


def busy_seconds() -> float:
    """CPU seconds that the whole machine spent so far: others may work on it too."""
    user, nice, system, _, _, irq, softirq, *_ = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Run, store, show; 1 where a request failed."""
    parser = argparse.ArgumentParser(prog="benchmarks.serve", description=__doc__)
    parser.add_argument(
        "--rate", type=float, nargs="+", default=[FULL[0]], help="requests a second; a run each"
    )
    parser.add_argument("--seconds", type=float, default=FULL[1])
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    rows = [run(rate, options.seconds, options.workers) for rate in options.rate]
    print(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
    print(f"stored in {store('serve', rows).relative_to(Path.cwd())}")
    return int(any(row["errors"] for row in rows))


if __name__ == "__main__":
    sys.exit(main())
