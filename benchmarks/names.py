"""The name engine on the official lists: ``make bench NAME=names``.

Recall: of each DPRK party only the primary name is indexed, and every other spelling is asked, among all
other parties with all their names. The parties are split by a hash of their id into a development half, on
which the engine may be tuned, and a held-out half. Bars are those of the peers' published measurement.
"""

from __future__ import annotations

import json
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import _lists, _ssb
from benchmarks import _name_measures as measures

BARS = {
    "persons": {"recall": 0.65, "alerts_per_query": 1.43},
    "organizations": {"recall": 0.55, "alerts_per_query": 0.91},
    "clean": {"flagged_per_1000": 1},
    "cross_script": {"recall": 0.80, "precision": 0.90},
    "compare": {"median_us": 40},
    "names_prepared_per_second": 20_000,
}
PAIRS = Path(__file__).resolve().parents[1] / "tests" / "names" / "general_pairs.yaml"
FAMILIES = PAIRS.with_name("family_pairs.yaml")
BEFORE = {
    "Person": {"median_us": 26.6, "mean_us": 30.7, "prepared_per_second": 25453},
    "Organization": {"median_us": 46.5, "mean_us": 61.1, "prepared_per_second": 9865},
}
"""Any two names, measured on the same machine on 2026-11-24 before parts were made on demand."""


METHOD = (
    "OFAC of 2022-01-31 and UN of 2026-02-27. The published measurement, of 160 persons and 343 "
    "organizations, took its questions from 15,457 entities, a complete EU list among them; that list is not "
    "in the shared data, where the EU is its DPRK regulation alone. with_eu_annexes adds its parties."
)


def main() -> None:
    """Measure, print, and store the figures under benchmarks/results."""
    folder = _lists.shared() / "data" / "lists"
    parties = _lists.ofac(folder / "ofac-2022-01-31") + _lists.un(folder / "un" / "un_2026-02-27.xml")
    eu_file = folder / "eu-1509" / "32017R1509_2026-08-14.csv"
    prepared = measures.prepared_per_second(parties)
    indexed, asked = measures.spellings(parties)
    index = {schema: measures.Index(rows) for schema, rows in indexed.items()}
    answer = {
        "version": 2,
        "benchmark": "names",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "names_indexed": sum(map(len, indexed.values())),
        "names_prepared_per_second": prepared,
        "bars": BARS,
        "method": METHOD,
        "leave_one_spelling_out": measures.leave_one_out(index, asked, parties),
        "with_eu_annexes": _with_eu(parties, eu_file),
        "one_typo": measures.one_typo(parties),
        "clean": measures.clean(index["Person"]),
        "cross_script": measures.cross_script(parties + _lists.eu(eu_file) + _lists.japan(folder / "jp")),
        "general_pairs": measures.general_pairs(PAIRS),
        "family_pairs": measures.family_pairs(FAMILIES),
        "compare": {schema: measures.speed(rows) for schema, rows in indexed.items()},
        "compare_before": BEFORE,
        "perturbed_names": _ssb.measure(folder / "ofac-2022-01-31"),
    }
    text = json.dumps(answer, indent=2, ensure_ascii=False)
    target = Path(__file__).resolve().parent / "results" / f"names-{answer['date']}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text + "\n", encoding="utf-8")
    print(text)


def _with_eu(parties: list[_lists.Listed], eu_file: Path) -> dict[str, Any]:
    every = parties + measures.eu_with_aliases(eu_file)
    indexed, asked = measures.spellings(every)
    return measures.leave_one_out({s: measures.Index(rows) for s, rows in indexed.items()}, asked, every)


if __name__ == "__main__":
    main()
