"""Resolution of all shared lists, and nomenklatura's matchers on the same pairs: ``make bench NAME=resolve``.

The truth is what lists prove: IMO numbers, passports beside birth dates, references that another fact
confirms. These are hidden from the matchers, which see names, kinds, countries and lesser numbers. Half of
the parties, chosen by a hash, set the weights; the other half is reported. Then, with everything visible, no
merge may hold a conflict. Time and memory are those of ``yalu resolve``. The peer runs in a virtual
environment of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson

from benchmarks import _resolve_accuracy as accuracy
from benchmarks import _resolve_data as data
from benchmarks import _resolve_truth as truths
from benchmarks.measuring import measure, store
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.ledger.store import Ledger
from yalu.resolve import opened
from yalu.resolve.facts import conflicts
from yalu.resolve.record import gather
from yalu.resolve.stated import stated
from yalu.screening import store as indexes

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "bench" / "resolve"
PEERS = ROOT / "build" / "peers"
PEER = "nomenklatura==4.17"
BARS = {"precision": 0.98, "full_s": 180, "full_mb": 2000, "changed_list_s": 20}
INDEX = "from pathlib import Path; from yalu.evidence.workspace import Workspace; from yalu.screening.store "
INDEX += "import opened; opened(Workspace(Path('workspace')))"


def main() -> None:
    """Measure, print, and store the figures under benchmarks/results."""
    rows = [speed(), *right(), visible()]
    for row in rows:
        print(orjson.dumps(row, option=orjson.OPT_INDENT_2, default=vars).decode(), flush=True)
    print(store("resolve", rows))


def speed() -> dict[str, Any]:
    """Load the lists, resolve them, add one copy of one list, resolve again."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    made = data.workspace(FOLDER / "workspace")
    resolve = [sys.executable, "-m", "yalu", "resolve", "-q", "--json", "--workspace", "workspace"]
    index = measure([sys.executable, "-c", INDEX], runs=1, folder=FOLDER)
    full = measure(resolve, runs=1, folder=FOLDER)
    data.load(made, *data.CHANGED)
    index_again = measure([sys.executable, "-c", INDEX], runs=1, folder=FOLDER)
    changed = measure(resolve, runs=1, folder=FOLDER)
    unchanged = measure(resolve, runs=1, folder=FOLDER)
    last = orjson.loads((FOLDER / "output.txt").read_bytes())
    return {
        "measure": "time and memory",
        "bars": BARS,
        "records": last["records"],
        "parties": last["parties"],
        "merged_by": last["merged_by"],
        "queued": last["queued"],
        "screening_index": [index, index_again],
        "full": full,
        "changed_list": changed,
        "unchanged": unchanged,
    }


def right() -> list[dict[str, Any]]:
    """Precision and recall with the proof hidden: the half that set the weights, and the other."""
    made = Workspace(FOLDER / "workspace")
    index = indexes.opened(made)
    records = gather(index.index)
    truth = truths.truth(records, stated(Evidence.open(made), records))
    hidden = truths.hidden(records)
    found = accuracy.pairs(index, hidden)
    known = accuracy.labeled(found, truth, records)
    developed = accuracy.halves(truth)
    bare = {i: truths.bare(r) for i, r in hidden.items()}

    def figures(says: Any, half: bool) -> dict[str, Any]:
        def across(key: accuracy.Key) -> bool:
            return not bare[key[0]] & bare[key[1]]

        return {
            "lists_apart": accuracy.measures(known, says, lambda k: developed(k) is half and across(k)),
            "with_pairs_of_one_list": accuracy.measures(known, says, lambda k: developed(k) is half),
        }

    by_us = accuracy.ours(found)
    rows = [
        {
            "program": "yalu",
            "measure": "proof hidden",
            "pairs": len(known),
            "same": sum(known.values()),
            "half_for_weights": figures(by_us, True),
            "half_held_out": figures(by_us, False),
        }
    ]
    answer = peer(hidden, list(known))
    if "error" in answer:
        return [*rows, {"program": PEER, **answer}]
    for name, scores in answer["scores"].items():
        row: dict[str, Any] = {"program": PEER, "matcher": name}
        if isinstance(scores, str):
            rows.append(row | {"error": scores})
            continue
        held = dict(zip(known, scores, strict=True))

        def at(line: float, held: dict[accuracy.Key, float] = held) -> Any:
            return lambda key: held[key] >= line

        best = max(
            (n / 100 for n in range(40, 100)),
            key=lambda line: figures(at(line), True)["lists_apart"]["f1"],
        )
        row |= {"cpu_s": answer["cpu_s"][name], "best_line": best}
        row["half_held_out_at_0.7"] = figures(at(0.7), False)
        row["half_held_out_at_best_line"] = figures(at(best), False)
        rows.append(row)
    return rows


def peer(records: Any, known: list[accuracy.Key]) -> dict[str, Any]:
    """What nomenklatura says of the pairs, or why it could not be asked."""
    python = PEERS / "nomenklatura" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS / "nomenklatura"], check=True)
    installed = subprocess.run(
        [python, "-m", "pip", "install", "-q", PEER], capture_output=True, text=True, check=False
    )
    if installed.returncode:
        return {"error": "peer could not be installed: " + installed.stderr.strip().splitlines()[-1]}
    return accuracy.peers(python, FOLDER, records, known)


def visible() -> dict[str, Any]:
    """With everything visible: parties that hold two records which a fact keeps apart."""
    made = Workspace(FOLDER / "workspace")
    grouped = opened(made, Ledger.find(made.root))
    records = gather(indexes.opened(made).index)
    strong = {(e.a, e.b) for e in grouped.merged().taken if e.rule in ("curated", "quoted", "imo")}
    counts = dict.fromkeys(("birth", "imo", "number", "kind", "list"), 0)
    stated_ = dict.fromkeys(counts, 0)
    for ids in grouped.groups():
        held = sorted(i for i in ids if i in records)
        for n, a in enumerate(held):
            for b in held[n + 1 :]:
                for one in conflicts(records[a], records[b]):
                    (stated_ if (a, b) in strong else counts)[one.code] += 1
    return {
        "measure": "proof visible: conflicts within parties",
        "merged": counts,
        "between_records_that_a_source_itself_joins": stated_,
    }


if __name__ == "__main__":
    main()
