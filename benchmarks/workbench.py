"""Pages of the workbench for twenty readers at once, on 100,000 parties.

The evidence is the casebook, OFAC's and the UN's lists, and a seeded list of made-up persons, companies and
ships that fills up to ``--parties``. Each reader asks one page after another without a pause, which no person
does; a second run has readers who look at a page for a second. Pages are asked once before the measurement.
The readers share the machine, and so its CPU time, with the server.

``YALU_SHARED`` names the folder of whole lists.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import orjson

from benchmarks._lists import ofac, shared
from benchmarks._screening_data import synthetic
from benchmarks._server import Server
from benchmarks.measuring import store
from benchmarks.serve import FIRST, busy_seconds, spread

SEED = 20261124
READERS = 20
FIXED = (
    "/",
    "/coalition",
    "/gaps",
    "/network",
    "/screening",
    "/queue",
    "/sources",
    "/about",
    "/read",
    "/brief",
)
BAR_MS = 300


def made_up(path: Path, count: int) -> list[str]:
    """Write a watch list of so many parties; their names."""
    names = []
    with path.open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(("id", "name", "alias", "kind", "birth_date", "country"))
        for party, statements in groupby(synthetic(count), key=lambda s: s.party):
            said = {s.prop: s.value for s in statements}
            kind = "person" if "birthDate" in said else "company"
            names.append(said["name"])
            rows.writerow(
                (party, said["name"], said.get("alias", ""), kind, said.get("birthDate", ""), said["country"])
            )
    return names


def addresses(reader: int, names: Sequence[str], parties: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pages of a reader without end: half parties and searches, half the fixed ones."""
    draw = random.Random(SEED + reader)
    while True:
        pick = draw.random()
        if pick < 0.3:
            yield "/party/{id}", f"/party/{quote(draw.choice(parties))}"
        elif pick < 0.5:
            yield "/search", f"/search?q={quote(draw.choice(names))}"
        else:
            page = draw.choice(FIXED)
            yield page, page


def read(
    server: Server, seconds: float, pause: float, ask: Sequence[Iterator[tuple[str, str]]]
) -> dict[str, Any]:
    """All readers at once for so long; what they waited."""
    took: list[tuple[str, float, int]] = []
    end = time.perf_counter() + seconds

    def reader(pages: Iterator[tuple[str, str]]) -> None:
        line = HTTPConnection(server.host, server.port, timeout=60)
        while time.perf_counter() < end:
            kind, address = next(pages)
            began = time.perf_counter()
            line.request("GET", address)
            answer = line.getresponse()
            answer.read()
            took.append((kind, time.perf_counter() - began, answer.status))
            time.sleep(pause)

    cpu, busy = server.cpu_seconds(), busy_seconds()
    threads = [threading.Thread(target=reader, args=(pages,)) for pages in ask]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kinds = sorted({kind for kind, _, _ in took})
    found = spread([t for _, t, _ in took])
    return {
        "pause_s": pause,
        "pages": len(took),
        "pages_a_second": round(len(took) / seconds, 1),
        "not_200": sum(status != 200 for _, _, status in took),
        "ms": found,
        "ms_by_page": {k: spread([t for kind, t, _ in took if kind == k]) for k in kinds},
        "cpu_s": {
            "server": round(server.cpu_seconds() - cpu, 1),
            "whole_machine": round(busy_seconds() - busy, 1),
        },
        "bar_ms": BAR_MS,
        "bar_met": found["p95"] <= BAR_MS,
    }


def warmed(server: Server, pages: Sequence[str]) -> dict[str, float]:
    """Ask each page until it answers within a second; what the first visit took, the slowest first."""
    first: dict[str, float] = {}
    waiting = list(pages) * 2
    for _ in range(60):
        slow = []
        for page in waiting:
            began = time.perf_counter()
            server.get(page, patience=240)
            took = time.perf_counter() - began
            first.setdefault(page, round(took, 2))
            if took > 0.4:
                slow.append(page)
        if not slow:
            break
        waiting = slow
        time.sleep(2)
    return dict(sorted(first.items(), key=lambda item: -item[1])[:5])


def run(parties: int, seconds: float, workers: int) -> list[dict[str, Any]]:
    """Both runs on one server."""
    lists = shared() / "data" / "lists"
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        watch = folder / "watch.csv"
        names = made_up(watch, max(0, parties - 11_000))
        listed = ofac(lists / "ofac-2021-07-07")
        names = [*names[:5000], *(p.names[0] for p in listed if p.names)]
        ids = [p.id for p in listed]
        with Server.started(folder, lists, FIRST, workers, own=watch) as server:
            first = warmed(server, (*FIXED, f"/party/{ids[0]}", "/search?q=kim"))
            rows = []
            for pause in (0.0, 1.0):
                ask = [addresses(n, names, ids) for n in range(READERS)]
                rows.append(read(server, seconds, pause, ask))
            shape = {
                "parties": parties,
                "readers": READERS,
                "workers": workers,
                "seconds": seconds,
                "first_visit_s": first,
            }
            return [shape | row for row in rows]


def main() -> int:
    """Run, store, show; 1 where a page failed."""
    parser = argparse.ArgumentParser(prog="benchmarks.workbench", description=__doc__)
    parser.add_argument("--parties", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--workers", type=int, nargs="+", default=[1])
    options = parser.parse_args()
    rows = [row for n in options.workers for row in run(options.parties, options.seconds, n)]
    print(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
    print(f"stored in {store('workbench', rows).relative_to(Path.cwd())}")
    return int(any(row["not_200"] for row in rows))


if __name__ == "__main__":
    sys.exit(main())
