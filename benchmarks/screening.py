"""Screening at three sizes, and nomenklatura on the same parties and queries: ``make bench NAME=screening``.

The parties are those of the official lists, topped up with seeded synthetic ones. Half of the 1,000 queries
are names of the index with one typing error, half are persons on no list. Times are CPU time.
``YALU_BENCH_SIZES`` chooses the sizes, by default 15457,100457; 1000000 takes some minutes. The peer runs
in a virtual environment of its own, installed once under build/peers.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson

from benchmarks import _screening_run as run
from benchmarks.measuring import store
from yalu.screening.index import Index
from yalu.screening.store import read

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "build" / "peers"
PEER = "nomenklatura==4.17"
PEER_SIZES = (15457, 100457)
BARS = {
    15457: {"build_s": 5, "memory_mb": 300, "candidate_recall": 0.99, "p95_ms": 5, "batch_per_s": 2000},
    100457: {"memory_mb": 500, "p95_ms": 8, "batch_per_s": 1000},
    1000000: {"p95_ms": 20},
}


def main() -> None:
    """Measure, print, and store the figures under benchmarks/results."""
    sizes = [int(s) for s in os.environ.get("YALU_BENCH_SIZES", "15457,100457").split(",")]
    rows: list[dict[str, Any]] = []
    for size in sizes:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks._screening_run", str(size)], check=True, stdout=subprocess.PIPE
        )
        row = {"program": "yalu", **orjson.loads(done.stdout), "bars": BARS.get(size, {})}
        rows.append(row)
        print(orjson.dumps(row, option=orjson.OPT_INDENT_2).decode(), flush=True)
        if size in PEER_SIZES:
            rows.append({"program": PEER, "parties": size, **peer(size)})
            print(orjson.dumps(rows[-1], option=orjson.OPT_INDENT_2).decode(), flush=True)
    print(store("screening", rows))


def peer(size: int) -> dict[str, Any]:
    """What nomenklatura takes for the same, or why it could not be asked."""
    python = PEERS / "nomenklatura" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS / "nomenklatura"], check=True)
    installed = subprocess.run(
        [python, "-m", "pip", "install", "-q", PEER], capture_output=True, text=True, check=False
    )
    if installed.returncode:
        return {"error": "peer could not be installed: " + installed.stderr.strip().splitlines()[-1]}
    index = read(run.FOLDER / f"index-{size}")
    assert index is not None
    parties, queries = run.FOLDER / f"parties-{size}.jsonl", run.FOLDER / f"queries-{size}.json"
    with parties.open("wb") as file:
        file.writelines(orjson.dumps(entity) + b"\n" for entity in entities(index))
    queries.write_bytes(orjson.dumps(run.data.queries(index, run.QUERIES)))
    program = Path(__file__).with_name("_screening_peer.py")
    done = subprocess.run(
        [python, program, parties, queries, run.FOLDER / "peer"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return {"error": "peer failed: " + done.stderr.strip().splitlines()[-1]}
    found: dict[str, Any] = orjson.loads(done.stdout.splitlines()[-1])
    return found


def entities(index: Index) -> list[dict[str, Any]]:
    """The parties with their names, as followthemoney writes them."""
    found: list[dict[str, Any]] = []
    for party in range(index.parties):
        properties: dict[str, list[str]] = {}
        kinds = []
        for row in index.rows_of(party):
            prop = index.prop_of(row)
            if prop in ("name", "alias", "weakAlias", "previousName"):
                kinds.append(index.kind_of(row))
                properties.setdefault(prop, []).append(index.text(int(index.value[row])))
        if properties:
            kind = kinds[0] if kinds[0] != "BankAccount" else "LegalEntity"
            found.append({"id": index.party_id(party), "schema": kind, "properties": properties})
    return found


if __name__ == "__main__":
    main()
