"""The public benchmark of perturbed names, sanctions-screening-benchmark of PyPI, fed with the OFAC copy.

It lives in its own environment: ``python -m venv build/peers/ssb`` and
``build/peers/ssb/bin/pip install sanctions-screening-benchmark``. Its cases and the answer of its reference
matcher come from there; its rule is applied to Yalu here: a hit is a case whose best party, at the line or
above, is the right one.
"""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from yalu.names import Prepared, Schema, compare, prepare
from yalu.names.config import config

PEER = Path(__file__).resolve().parents[1] / "build" / "peers" / "ssb" / "bin" / "python"
PARTIES = 100
_SCRIPT = """
import json, sys
from pathlib import Path
from ssb import benchmark, matching, sources
folder, target, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
rows = sources._parse_sdn((folder / "sdn.csv").read_text(encoding="latin-1"))
sources._parse_alt((folder / "alt.csv").read_text(encoding="latin-1"), rows)
shot = sources.ListSnapshot("OFAC SDN", folder.name, list(rows.values()))
bench = benchmark.build(shot, limit=limit)
bench.to_json(target / "cases.json")
card = benchmark.score(bench, matching.BaselineMatcher(), threshold=0.85)
(target / "card.json").write_text(json.dumps(card.to_dict()))
"""


def measure(folder: Path) -> dict[str, Any]:
    """Recall by class of perturbation, Yalu's and the reference matcher's, for 100 persons of OFAC's list."""
    if not PEER.exists():
        return {"skipped": f"no {PEER.parents[1].name} environment under build/peers"}
    with TemporaryDirectory() as name:
        subprocess.run([str(PEER), "-c", _SCRIPT, str(folder), name, str(PARTIES)], check=True)
        bench = json.loads(Path(name, "cases.json").read_text(encoding="utf-8"))
        card = json.loads(Path(name, "card.json").read_text(encoding="utf-8"))
    peer = {row["perturbation"]: row["recall"] for row in card["by_class"]}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    listed = [(k, prepare(n, Schema.PERSON)) for k, names in bench["candidates"].items() for n in names]
    for case in bench["cases"]:
        best = _best(prepare(case["query"], Schema.PERSON), listed)
        wanted = case["expected_entity_id"]
        count = counts[case["perturbation"] if wanted else "negatives"]
        count[0] += 1
        count[1] += best is not None and best == (wanted or best)
    positive = {k: v for k, v in counts.items() if k != "negatives"}
    asked, hits = (sum(v[i] for v in positive.values()) for i in (0, 1))
    negatives = counts["negatives"]
    return {
        "parties": bench["manifest"]["entity_count"],
        "yalu": {"recall": round(hits / asked, 4), "false_positive_rate": _share(negatives)},
        "reference_matcher": {
            "recall": card["overall_recall"],
            "false_positive_rate": card["false_positive_rate"],
        },
        "by_class": {
            k: {"n": v[0], "yalu": _share(v), "reference": peer[k]} for k, v in sorted(positive.items())
        },
    }


def _share(count: list[int]) -> float:
    return round(count[1] / max(count[0], 1), 4)


def _best(name: Prepared, listed: list[tuple[str, Prepared]]) -> str | None:
    best, found = 0.0, None
    for id_, other in listed:
        score = compare(name, other).score
        if score > best:
            best, found = score, id_
    return found if best >= config().alert_line else None
