"""The same pairs put to nomenklatura's matchers, by the interpreter of its own virtual environment.

``python _resolve_peer.py ENTITIES.jsonl PAIRS.json`` prints JSON: for each matcher the score of each pair, in
order, and the CPU seconds. It imports nothing of Yalu.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

from followthemoney import Dataset, StatementEntity
from nomenklatura import __version__
from nomenklatura.matching import get_algorithm

logging.disable(logging.CRITICAL)
MATCHERS = ("logic-v1", "logic-v2", "regression-v1")


def main(entities: str, pairs: str) -> dict[str, Any]:
    """Load the entities and score every pair with every matcher that is there."""
    dataset = Dataset({"name": "lists", "title": "lists"})
    held = {}
    with Path(entities).open(encoding="utf-8") as file:
        for line in file:
            entity = StatementEntity.from_data(dataset, json.loads(line))
            held[entity.id] = entity
    answer: dict[str, Any] = {"version": __version__, "scores": {}, "cpu_s": {}}
    for name in MATCHERS:
        try:
            algorithm: Any = get_algorithm(name)
            config = algorithm.default_config()
        except Exception as error:
            answer["scores"][name] = f"not to be had: {type(error).__name__}: {error}"
            continue
        began = time.process_time()
        answer["scores"][name] = [
            round(float(algorithm.compare(held[a], held[b], config).score), 4)
            for a, b in json.loads(Path(pairs).read_text(encoding="utf-8"))
        ]
        answer["cpu_s"][name] = round(time.process_time() - began, 1)
    return answer


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:3])))
