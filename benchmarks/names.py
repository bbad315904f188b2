"""The name engine on the official lists: ``make bench NAME=names``.

Recall: of each DPRK party only the primary name is indexed, and every other spelling is asked, among all
other parties with all their names. The parties are split by a hash of their id into a development half, on
which the engine may be tuned, and a held-out half. Bars are those of the peers' published measurement.
"""

from __future__ import annotations

import json
import platform
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import _lists
from benchmarks import _name_measures as measures

BARS = {
    "persons": {"recall": 0.65, "alerts_per_query": 1.43},
    "organizations": {"recall": 0.55, "alerts_per_query": 0.91},
    "clean": {"flagged_per_1000": 1},
    "cross_script": {"recall": 0.80, "precision": 0.90},
}


def main() -> None:
    """Measure, print, and store the figures under benchmarks/results."""
    folder = _lists.shared() / "data" / "lists"
    parties = _lists.ofac(folder / "ofac-2022-01-31") + _lists.un(folder / "un" / "un_2026-02-27.xml")
    started = time.process_time()
    indexed, asked = measures.spellings(parties)
    prepared = sum(map(len, indexed.values()))
    seconds = time.process_time() - started
    index = {schema: measures.Index(rows) for schema, rows in indexed.items()}
    originals = (
        parties + _lists.eu(folder / "eu-1509" / "32017R1509_2026-08-14.csv") + _lists.japan(folder / "jp")
    )
    answer = {
        "version": 1,
        "benchmark": "names",
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "names_indexed": prepared,
        "names_prepared_per_second": round(prepared / seconds),
        "bars": BARS,
        "leave_one_spelling_out": measures.leave_one_out(index, asked, parties),
        "one_typo": measures.one_typo(parties),
        "clean": measures.clean(index["Person"]),
        "cross_script": measures.cross_script(originals),
        "compares_per_second": {schema: measures.speed(rows) for schema, rows in indexed.items()},
    }
    text = json.dumps(answer, indent=2, ensure_ascii=False)
    target = Path(__file__).resolve().parent / "results" / f"names-{answer['date']}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
