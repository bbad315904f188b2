"""Ships: what the rules find, how fast, in how much memory: ``make bench NAME=ships``.

On the reports of the shared generator (seed 7, 2,000 ships, 28 days; every 10, 35 and 105 minutes), on seas
of Yalu's own with coverage holes and decoys, and from 1 to N million reports (``YALU_BENCH_MILLIONS``, 16
unless told). Each measurement is a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import _ships_worlds as worlds
from benchmarks._lists import shared
from benchmarks.measuring import store

SEEDS = (11, 12, 13)


def main() -> None:
    """Measure all, print, store."""
    worlds.peers()
    folder = worlds.generated()
    rows = [part("planted", str(folder)), *(part("sparse", str(folder), str(k)) for k in (30, 10))]
    rows += [part("own", str(seed)) for seed in SEEDS]
    rows.append(part("decode", str(shared() / "data/ships/pyais_nmea/nmea_data_sample.txt")))
    largest = int(os.environ.get("YALU_BENCH_MILLIONS", "16"))
    rows += [part("growth", str(folder), str(n)) for n in (1, 2, 4, 8, 16, 32, 64) if n <= largest]
    found = subprocess.run(
        [worlds.PEER, "benchmarks/_ships_peers.py", folder / "ais.parquet"], check=True, capture_output=True
    )
    rows += json.loads(found.stdout)
    print(*rows[-2:], sep="\n")
    print(store("ships", rows))


def part(*words: str) -> dict[str, Any]:
    """Run one measurement in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ships", *words], check=True, capture_output=True, text=True
    )
    row: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(row, flush=True)
    return row


class Clock:
    """CPU seconds of steps."""

    def __init__(self) -> None:
        self.last = time.process_time()

    def __call__(self) -> float:
        now = time.process_time()
        took, self.last = now - self.last, now
        return round(took, 2)


def _found(path: Path, ports: Path, scratch: Path | None = None) -> Any:
    from yalu.fleet.behavior.engine import DuckDB
    from yalu.fleet.behavior.find import Found
    from yalu.fleet.behavior.ports import read_places
    from yalu.fleet.behavior.rules import rule_book
    from yalu.fleet.behavior.world import world

    engine = DuckDB(scratch=scratch)
    return Found(world(engine, [path], [], read_places(ports), dated=False), rule_book())


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _speed(points: int, *seconds: float) -> int:
    return round(points / sum(seconds))


def planted(folder: Path) -> dict[str, Any]:
    """The generator's own truth: gaps, spoofers, meetings, decoys; speed and memory."""
    found = _found(folder / "ais.parquet", folder / "ports.csv")
    read, points = found.world.engine.read, 0
    points = read(found.world.points.aggregate(n=found.world.points.count()))[0]["n"]
    clock = Clock()
    found.silences(), found.jumps()
    gaps_and_jumps = clock()
    found.gaps()
    coverage = clock()
    found.meetings()
    meetings = clock()
    gaps = [(r["mmsi"], r["t0"], r["t1"]) for r in read(found.silences())]
    wanted = [
        (worlds.FIRST + int(g["v"]), float(g["s"]) + worlds.EPOCH, float(g["e"]) + worlds.EPOCH)
        for g in worlds.truth(folder, "gaps")
    ]
    met = {
        (v, s): [g for g in gaps if g[0] == v and g[1] <= s + 1 and (g[2] or 0) >= e - 1]
        for v, s, e in wanted
    }
    jumped = {r["mmsi"] for r in read(found.jumps())}
    spoofed = {worlds.FIRST + int(r["v"]) for r in worlds.truth(folder, "spoof")}
    return {
        "world": "shared generator",
        "points": points,
        "gaps": f"{sum(map(bool, met.values()))} of {len(wanted)}",
        "other_silences": len(gaps) - len({g for gs in met.values() for g in gs}),
        "grades": dict(Counter(r["grade"] for r in read(found.gaps()))),
        "spoofers": f"{len(jumped & spoofed)} of {len(spoofed)}",
        "other_jumps": len(jumped - spoofed),
        **_meetings(folder, read(found.meetings())),
        "gaps_and_jumps_cpu_s": gaps_and_jumps,
        "coverage_cpu_s": coverage,
        "meetings_cpu_s": meetings,
        "gaps_and_jumps_points_per_cpu_s": _speed(points, gaps_and_jumps),
        "with_coverage_points_per_cpu_s": _speed(points, gaps_and_jumps, coverage),
        "meetings_points_per_cpu_s": _speed(points, meetings),
        "memory_mib": _memory(),
    }


def _meetings(folder: Path, rows: list[dict[str, Any]]) -> dict[str, Any]:
    planted = worlds.truth(folder, "pairs")
    kinds = {tuple(sorted((int(p["a"]), int(p["b"])))): p for p in planted}
    hit: dict[str, set[Any]] = {"firm": set(), "probable": set()}
    decoys = 0
    for r in rows:
        pair = (r["a"] - worlds.FIRST, r["b"] - worlds.FIRST)
        p = kinds.get(pair)
        if p is None or p["kind"] != "sts":
            decoys += 1
        elif r["t0"] < float(p["t1"]) + worlds.EPOCH and r["t1"] > float(p["t0"]) + worlds.EPOCH:
            hit[r["grade"]].add(pair)
    meant = sum(p["kind"] == "sts" for p in planted)
    return {
        "meetings_firm": f"{len(hit['firm'])} of {meant}",
        "meetings_firm_or_probable": f"{len(hit['firm'] | hit['probable'])} of {meant}",
        "decoys": decoys,
    }


def sparse(folder: Path, keep: str) -> dict[str, Any]:
    """Meetings where reports are rare."""
    path = worlds.sparse(folder, int(keep))
    found = _found(path, folder / "ports.csv")
    clock = Clock()
    rows = found.world.engine.read(found.meetings())
    return {
        "world": f"shared generator, {keep} of 100 reports",
        **_meetings(folder, rows),
        "cpu_s": clock(),
        "memory_mib": _memory(),
    }


def own(seed: str) -> dict[str, Any]:
    """Yalu's own sea: every deception and nothing else, with deaf places and failing receivers."""
    import duckdb

    from yalu.fleet.exercise.sea import sea

    made = sea(int(seed))
    with TemporaryDirectory() as folder:
        path, ports = Path(folder) / "sea.parquet", Path(folder) / "ports.csv"
        with duckdb.connect() as con:
            con.register("given", made.points)
            con.execute(
                f"COPY (SELECT mmsi::INT AS mmsi, ts, lat, lon, sog::FLOAT AS sog FROM given) TO '{path}'"
            )
        ports.write_text("lat,lon\n" + "".join(f"{a},{b}\n" for a, b in made.ports))
        found = _found(path, ports)
        read = found.world.engine.read
        rows = read(found.gaps())
        got = {(r["mmsi"], r["t0"], r["t1"]) for r in rows if r["grade"] in ("gap", "strong")}
        jumps = read(found.jumps())
        jumped = {r["mmsi"] for r in jumps if r["grade"] != "doubled"}
        shared = {r["mmsi"] for r in jumps if r["grade"] == "doubled"}
        kinds = {(a, b): kind for a, b, kind, *_ in made.meetings}
        met = Counter(kinds.get((r["a"], r["b"]), "not planned") for r in read(found.meetings()))
        return {
            "world": f"Yalu's sea, seed {seed}",
            "points": len(made.points["ts"]),
            "gaps": f"{len(got & set(made.gaps))} of {len(made.gaps)}",
            "other_gaps": len(got - set(made.gaps)),
            "not_findings": {
                g: n for g, n in Counter(r["grade"] for r in rows).items() if g in ("hole", "silence")
            },
            "jumps": f"{len(jumped & set(made.jumps))} of {len(set(made.jumps))}",
            "other_jumps": len(jumped - set(made.jumps)),
            "shared_numbers": f"{len(shared & set(made.shared))} of {len(made.shared)}",
            "other_shared": len(shared - set(made.shared)),
            "meetings": f"{met['meeting']} of {sum(k == 'meeting' for k in kinds.values())}",
            "decoys": sum(met.values()) - met["meeting"],
        }


def decode(sample: Path) -> dict[str, Any]:
    """Sentences to rows: a receiver's log, each line with a tag block, repeated to 300,000."""
    from yalu.fleet.ais import messages, nmea
    from yalu.fleet.ais.sentence import xor
    from yalu.fleet.ais.store import engine

    lines = [line.strip() for line in sample.read_bytes().splitlines() if b",,0*" not in line]
    tags = (b"s:r1,c:%d" % (worlds.EPOCH + i) for i in range(300_000))
    block = b"\n".join(b"\\%b*%02X\\%b" % (t, xor(t), lines[i % len(lines)]) for i, t in enumerate(tags))
    reader = nmea.Nmea(messages.decoder(), lambda: worlds.EPOCH + 10**8)
    with engine() as con:
        clock = Clock()
        batch = reader.read(block + b"\n", con, last=True)
        took = clock()
    rejects = dict(Counter(r.reason for r in batch.rejects))
    return {"world": "NMEA", "messages_per_cpu_s": round(batch.lines / took), "set_apart": rejects}


def growth(folder: Path, millions: str) -> dict[str, Any]:
    """Gaps, jumps, coverage and meetings over N million reports: the generator's, repeated."""
    import duckdb

    n = int(millions) * 1_000_000
    with TemporaryDirectory(dir=worlds.BUILD) as scratch:
        path = Path(scratch) / "grown.parquet"
        duckdb.sql(
            f"COPY (SELECT (mmsi + 100000 * k)::INT AS mmsi, ts + k * 2419200 AS ts, lat, lon, sog FROM"
            f" '{folder}/ais.parquet', range({n // 7_000_000 + 1}) t(k) LIMIT {n}) TO '{path}'"
        )
        found = _found(path, folder / "ports.csv", Path(scratch))
        clock, began = Clock(), time.perf_counter()
        found.silences(), found.jumps()
        gaps = clock()
        found.gaps()
        coverage = clock()
        found.meetings()
        meetings = clock()
        wall = round(time.perf_counter() - began, 1)
    return {
        "world": f"{millions} million reports",
        "gaps_and_jumps_cpu_s": gaps,
        "coverage_cpu_s": coverage,
        "meetings_cpu_s": meetings,
        "wall_s": wall,
        "memory_mib": _memory(),
    }


PARTS = {"planted": planted, "sparse": sparse, "own": own, "decode": decode, "growth": growth}

if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        name, *words = sys.argv[1:]
        given: list[Any] = [Path(w) if "/" in w else w for w in words]
        print(json.dumps(PARTS[name](*given)))
