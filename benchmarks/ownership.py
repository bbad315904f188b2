"""Ownership on a seeded register of a million entities, beside path products: ``make bench NAME=ownership``.

The register has two million holdings, and half of its entities lie in one knot of cycles. Measured are one
cascade, a what-if for each entity, the whole command on the same holdings as a CSV file, and the graph of
two million ties from the evidence. The peer multiplies shares along paths, as public code does.
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from benchmarks import _ownership_evidence as evidence
from benchmarks import _ownership_peer as peer
from benchmarks._ownership_graph import SEED, knot, register
from benchmarks.measuring import Spread, measure, store
from yalu.graph import Compiler
from yalu.ownership.cascade import Cascade
from yalu.ownership.file import read
from yalu.ownership.holdings import Holdings
from yalu.ownership.levels import Level
from yalu.ownership.rules import rule
from yalu.ownership.shares import FULL, figure
from yalu.ownership.verdict import Court, Says

FOLDER = Path(__file__).resolve().parents[1] / "build" / "bench" / "ownership"
ON = "2025-01-01"
BARS = {
    "cases": 8,
    "cascade_ms": 50,
    "what_if_each_s": 1,
    "peak_gib": 1.5,
    "graph_s": 30,
    "graph_mb": 2000,
}


def main() -> None:
    """Measure, print, and store the figures under benchmarks/results."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows = [cases(), *scale(), graph()]
    for row in rows:
        print(orjson.dumps(row, option=orjson.OPT_INDENT_2, default=vars).decode(), flush=True)
    print(store("ownership", rows))


def cases() -> dict[str, Any]:
    """The examples in the manner of FAQ 401, ours through the file reader, and the peer's."""
    ours, theirs = [], []
    for line, listed, expected in peer.CASES:
        held, file = peer.pairs(line), FOLDER / "case.csv"
        rows = [(a, b, f"{share:.0%}") for (a, b), share in held.items()]
        with file.open("w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([("owner", "owned", "share"), *rows])
        court = Court(read(str(file), ON), rule("ofac"), ON, set(listed.split()))
        ours.append(court.parties(Says.BLOCKED) == expected.split())
        theirs.append(peer.product(held, set(listed.split())) == set(expected.split()))
    return {
        "measure": "cases in the manner of FAQ 401",
        "bars": {"cases": BARS["cases"]},
        "cases": len(ours),
        "right": sum(ours),
        "path_product_right": sum(theirs),
    }


def scale() -> list[dict[str, Any]]:
    """One cascade and a what-if for each entity, by each rule; and how many the peer misses."""
    holdings, listed = register()
    compiler = Compiler(FOLDER / "compiled")
    about = {
        "seed": SEED,
        "entities": holdings.n,
        "holdings": holdings.m,
        "listed": len(listed),
        "largest_knot": knot(holdings),
    }
    rows: list[dict[str, Any]] = []
    blocked = np.zeros(0, bool)
    for by in ("ofac", "eu", "uk"):
        cascade = Cascade(holdings, rule(by).on(ON), compiler)
        cascade.run(listed[:1].tolist()).blocked(Level.CERTAIN)
        cascade.each(listed[:1].tolist())  # both are compiled before the clock starts
        found, one = timed(lambda c=cascade: c.run(listed.tolist()).blocked(Level.CERTAIN), runs=7)
        many, each = timed(cascade.each, runs=3)
        blocked = found if by == "ofac" else blocked
        rows.append(
            {
                "measure": "cascade",
                "rule": by,
                "bars": {k: BARS[k] for k in ("cascade_ms", "what_if_each_s", "peak_gib")},
                **about,
                "blocked": int(found.sum()) - len(listed),
                "one_cascade_s": one,
                "what_if_each_s": each,
                "what_if_blocks": int(many.sum()),
                "peak_gib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2),
            }
        )
    return [
        *rows,
        banded(holdings, listed, compiler),
        missed(holdings, listed, blocked),
        command(holdings, listed),
    ]


def banded(holdings: Holdings, listed: npt.NDArray[np.int32], compiler: Compiler) -> dict[str, Any]:
    """The same register with bands a quarter wider at the top: all three levels of a rule at once."""
    wider = replace(holdings, high=np.minimum(holdings.low + holdings.low // 4, FULL))
    cascade = Cascade(wider, rule("ofac").on(ON), compiler)
    found, took = timed(lambda: cascade.run(listed.tolist()).only(Level.POSSIBLE), runs=3)
    return {"measure": "cascade on bands, all levels", "uncertain": len(found), **took}


def timed(work: Callable[[], Any], *, runs: int) -> tuple[Any, dict[str, Spread]]:
    """What the work gives, and the seconds it took on the clock and of the processor."""
    wall, cpu, found = [], [], None
    for _ in range(runs):
        clock, used = time.perf_counter(), time.process_time()
        found = work()
        wall.append(time.perf_counter() - clock)
        cpu.append(time.process_time() - used)
    return found, {"wall": Spread.of(wall), "cpu": Spread.of(cpu)}


def missed(
    holdings: Holdings, listed: npt.NDArray[np.int32], blocked: npt.NDArray[np.bool_]
) -> dict[str, Any]:
    """Whom path products leave out of those that OFAC's rule blocks, and whom they add."""
    ours = blocked.copy()
    ours[listed] = False
    theirs, took = timed(lambda: peer.product_at_scale(holdings, listed), runs=1)
    return {
        "measure": "path products on the same register",
        "blocked_by_rule": int(ours.sum()),
        "missed": int((ours & ~theirs).sum()),
        "missed_part": round(float((ours & ~theirs).sum() / ours.sum()), 3),
        "wrongly_added": int((theirs & ~ours).sum()),
        **took,
    }


def command(holdings: Holdings, listed: npt.NDArray[np.int32]) -> dict[str, Any]:
    """``yalu ownership --edges`` on the register as a CSV file, reading included."""
    file = FOLDER / "register.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        out.write("owner,owned,share\n")
        for owner, owned, share in zip(
            holdings.owner.tolist(), holdings.owned.tolist(), holdings.low.tolist(), strict=True
        ):
            out.write(f"{holdings.ids[owner]},{holdings.ids[owned]},{figure(share)}%\n")
    ids = FOLDER / "listed.txt"
    ids.write_text("\n".join(holdings.ids[i] for i in listed.tolist()), encoding="utf-8")
    words = ["ownership", "--edges", file, "--listed", f"@{ids}", "--rule", "ofac", "--on", ON, "--json"]
    took = measure(
        [sys.executable, "-m", "yalu", *words], runs=1, folder=FOLDER, YALU_HOME=str(FOLDER / "none")
    )
    answer = orjson.loads((FOLDER / "output.txt").read_bytes())
    return {"measure": "the command on a CSV file", "blocked": len(answer["blocked"]), "took": took}


def graph() -> dict[str, Any]:
    """The graph of two million ties from the evidence, in a process of its own."""
    evidence.write(FOLDER / "ties.parquet")
    words = [sys.executable, "-m", "benchmarks._ownership_evidence", str(FOLDER)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    bars = {k: BARS[k] for k in ("graph_s", "graph_mb")}
    return {"measure": "graph of the evidence", "bars": bars, **orjson.loads(done.stdout)}


if __name__ == "__main__":
    main()
