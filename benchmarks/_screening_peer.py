"""The same parties and queries put to nomenklatura, by the interpreter of its own virtual environment.

``python _screening_peer.py PARTIES.jsonl QUERIES.json FOLDER`` prints JSON; it imports nothing of Yalu.
"""

from __future__ import annotations

import json
import logging
import resource
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from followthemoney import Dataset, StatementEntity
from nomenklatura import __version__
from nomenklatura.blocker import Index
from nomenklatura.matching import get_algorithm
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

logging.disable(logging.CRITICAL)
THRESHOLD = 0.7
ALONE = 60
"""How many queries are asked one at a time: each takes more than half a second."""


def memory() -> float:
    """MB at the peak so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def main(parties: str, queries: str, folder: str) -> dict[str, Any]:
    """Load, index, block all queries in a batch, score their candidates; then some queries alone."""
    dataset = Dataset({"name": "lists", "title": "lists"})
    imports = memory()
    began = time.process_time()
    store = MemoryStore(dataset, Linker({}))
    with store.writer() as writer, Path(parties).open(encoding="utf-8") as file:
        for line in file:
            writer.add_entity(StatementEntity.from_data(dataset, json.loads(line)))
    loaded = time.process_time() - began
    view = store.default_view(external=True)
    place = Path(folder)
    shutil.rmtree(place, ignore_errors=True)
    began = time.process_time()
    index = Index(view, place)
    index.build()
    build = time.process_time() - began
    asked = [
        (
            StatementEntity.from_data(
                dataset, {"id": f"q-{n}", "schema": schema, "properties": {"name": [name]}}
            ),
            party,
        )
        for n, (name, schema, party) in enumerate(json.loads(Path(queries).read_text(encoding="utf-8")))
    ]
    began = time.process_time()
    rough = {str(i): [c.id for c, _ in found] for i, found in index.match_entities([q for q, _ in asked])}
    block = time.process_time() - began
    meant = [(q, party) for q, party in asked if party]
    answer: dict[str, Any] = {
        "version": __version__,
        "load_cpu_s": round(loaded, 2),
        "index_build_cpu_s": round(build, 2),
        "candidate_recall": sum(party in rough.get(str(q.id), []) for q, party in meant) / len(meant),
    }
    for name in ("logic-v1", "logic-v2"):
        algorithm: Any = get_algorithm(name)
        config = algorithm.default_config()
        began = time.process_time()
        hits = {q.id: _hits(algorithm, config, view, q, rough.get(str(q.id), [])) for q, _ in asked}
        seconds = time.process_time() - began + block
        clean = [q for q, party in asked if not party]
        answer[name] = {
            "batch_per_s_core": round(len(asked) / seconds, 1),
            "alert": sum(party in hits[q.id] for q, party in meant) / len(meant),
            "clean_flagged_per_1000": sum(bool(hits[q.id]) for q in clean) / len(clean) * 1000,
        }
    took = []
    for query, _ in asked[:: max(1, len(asked) // ALONE)]:
        began = time.process_time()
        for _, found in list(index.match_entities([query])):
            _hits(algorithm, config, view, query, [c.id for c, _ in found])
        took.append((time.process_time() - began) * 1e3)
    took.sort()
    answer["query_cpu_ms"] = {"p50": round(took[len(took) // 2]), "p95": round(took[int(len(took) * 0.95)])}
    answer["memory_mb"] = {"with_imports": round(imports, 1), "above_imports": round(memory() - imports, 1)}
    return answer


def _hits(algorithm: Any, config: Any, view: Any, query: Any, rough: list[str]) -> set[str]:
    held = ((id_, view.get_entity(id_)) for id_ in rough)
    return {i for i, e in held if e is not None and algorithm.compare(query, e, config).score >= THRESHOLD}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:4])))
