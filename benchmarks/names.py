"""The name engine on the official lists: ``make bench NAME=names``.

Recall: of each DPRK party only the primary name is indexed, and every other spelling is asked, among all
other parties with all their names. The parties are split by a hash of their id into a development half, on
which the engine may be tuned, and a held-out half. Bars are those of the peers' published measurement.
"""

from __future__ import annotations

import json
import platform
import random
import re
import time
from collections import defaultdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import yaml

from benchmarks import lists
from benchmarks.lists import Listed
from yalu.names import Prepared, compare, keys, prepare
from yalu.names.text import latin_base

HERE = Path(__file__).resolve().parent
SEED = 7
CLEAN = 2000
BARS = {
    "persons": {"recall": 0.65, "alerts_per_query": 1.43},
    "organizations": {"recall": 0.55, "alerts_per_query": 0.91},
    "clean": {"flagged_per_1000": 1},
    "cross_script": {"recall": 0.80, "precision": 0.90},
}


def half(id_: str) -> str:
    """The half that a party belongs to."""
    return "development" if sha256(id_.encode()).digest()[0] % 2 == 0 else "held_out"


def letters(name: str) -> str:
    """A name's Latin letters alone, by which two spellings are told apart."""
    return re.sub("[^a-z]", "", "".join(latin_base(w) for w in name.split()))


class Index:
    """Prepared names under their keys."""

    def __init__(self, rows: list[tuple[str, Prepared]]) -> None:
        self.rows = rows
        self.by_key: dict[str, list[int]] = defaultdict(list)
        for place, (_, name) in enumerate(rows):
            for key in keys(name):
                self.by_key[key].append(place)

    def ask(self, name: Prepared) -> tuple[dict[str, float], int]:
        """The best score of each party that alerts, and how many names were compared."""
        places = {p for key in keys(name) for p in self.by_key.get(key, ())}
        found: dict[str, float] = {}
        for place in places:
            answer = compare(name, self.rows[place][1])
            if answer.alert:
                id_ = self.rows[place][0]
                found[id_] = max(found.get(id_, 0.0), answer.score)
        return found, len(places)


def spellings(
    parties: list[Listed],
) -> tuple[dict[str, list[tuple[str, Prepared]]], list[tuple[str, str, str]]]:
    """What is indexed, by schema, and the questions: name, id, schema."""
    indexed: dict[str, list[tuple[str, Prepared]]] = defaultdict(list)
    asked: list[tuple[str, str, str]] = []
    for party in parties:
        if party.schema not in ("Person", "Organization"):
            continue
        names: list[str] = []
        for name in party.names:
            if not party.dprk or (len(letters(name)) > 5 and letters(name) not in map(letters, names)):
                names.append(name)
        kept = names[:1] if party.dprk else names
        indexed[party.schema] += [(party.id, prepare(n, party.schema)) for n in kept]
        asked += [(n, party.id, party.schema) for n in names[1:] if party.dprk]
    return indexed, asked


def leave_one_out(index: dict[str, Index], asked: list[tuple[str, str, str]]) -> dict[str, object]:
    """Recall and alerts a query, by schema and half."""
    answer: dict[str, object] = {}
    for schema, title in (("Person", "persons"), ("Organization", "organizations")):
        for part in ("development", "held_out", "all"):
            rows = [q for q in asked if q[2] == schema and part in (half(q[1]), "all")]
            hits = alerts = first = 0
            for name, id_, _ in rows:
                found, _ = index[schema].ask(prepare(name, schema))
                hits += id_ in found
                alerts += len(found)
                first += id_ in found and found[id_] == max(found.values())
            n = max(len(rows), 1)
            answer[f"{title}_{part}"] = {
                "queries": len(rows),
                "recall": round(hits / n, 3),
                "alerts_per_query": round(alerts / n, 2),
                "false_alerts_per_query": round((alerts - hits) / n, 2),
                "found_first": round(first / n, 3),
            }
    return answer


def clean(index: Index) -> dict[str, object]:
    """How many seeded names of persons on no list raise an alert; homonyms of listed names are left out."""
    random.seed(SEED)
    groups = yaml.safe_load((HERE / "clean_names.yaml").read_text(encoding="utf-8"))
    listed = {"".join(sorted(letters(p.text))) for _, p in index.rows}
    flagged: dict[str, list[str]] = {}
    asked: set[str] = set()
    compared = 0
    while len(asked) < CLEAN:
        group = groups[len(asked) % len(groups)]
        given, surname = random.choice(group["given"].split()), random.choice(group["surname"].split())
        if group.get("double"):
            surname += " " + random.choice(group["surname"].split())
        name = f"{given} {surname}" if group["order"] == "given" else f"{surname} {given}"
        if "".join(sorted(letters(name))) in listed or name in asked:
            given += " " + random.choice(group["given"].split())
            name = f"{given} {surname}" if group["order"] == "given" else f"{surname} {given}"
        asked.add(name)
        found, looked_at = index.ask(prepare(name, "Person"))
        compared += looked_at
        if found:
            flagged[name] = sorted(found)[:3]
    return {
        "asked": len(asked),
        "flagged": len(flagged),
        "flagged_per_1000": round(1000 * len(flagged) / len(asked), 2),
        "examples": dict(list(flagged.items())[:20]),
        "names_compared_per_query": round(compared / len(asked)),
    }


def cross_script(parties: list[Listed]) -> dict[str, object]:
    """Pairs of original script and Latin; beside each, three other names of the list, near ones first."""
    random.seed(SEED)
    answer: dict[str, object] = {}
    for part in ("development", "held_out", "all"):
        rows = [p for p in parties if p.original and part in (half(p.id), "all")]
        counts = {"true": 0, "found": 0, "false_alerts": 0}
        missed = []
        for party in rows:
            others = [
                p
                for p in parties
                if p.schema == party.schema and letters(p.names[0]) != letters(party.names[0])
            ]
            near = [p for p in others if p.names[0].split()[0].lower() == party.names[0].split()[0].lower()]
            wrong = random.sample(near, min(3, len(near))) or random.sample(others, 3)
            for original in party.original[:1]:
                name = prepare(original, party.schema)
                hit = compare(name, prepare(party.names[0], party.schema))
                counts["true"] += 1
                counts["found"] += hit.alert
                if not hit.alert:
                    missed.append(f"{original} | {party.names[0]} | {hit.score}")
                counts["false_alerts"] += sum(
                    compare(name, prepare(p.names[0], p.schema)).alert for p in wrong
                )
        alerts = counts["found"] + counts["false_alerts"]
        answer[part] = {
            "pairs": counts["true"],
            "recall": round(counts["found"] / max(counts["true"], 1), 3),
            "precision": round(counts["found"] / max(alerts, 1), 3),
            "missed": missed[:15] if part == "development" else len(missed),
        }
    return answer


def speed(rows: list[tuple[str, Prepared]]) -> dict[str, float]:
    """Full comparisons a second on one core: names that share a key, and any names."""
    random.seed(SEED)
    index = Index(rows)
    near = [p for ps in index.by_key.values() if len(ps) > 3 for p in [random.sample(ps, 2)]]
    any_two = [random.sample(range(len(rows)), 2) for _ in range(40_000)]
    answer = {}
    for title, pairs in (("sharing_a_key", random.sample(near, min(len(near), 20_000))), ("any", any_two)):
        started = time.process_time()
        for i, j in pairs:
            compare(rows[i][1], rows[j][1])
        answer[title] = round(len(pairs) / (time.process_time() - started))
    return answer


def main() -> None:
    """Measure, print, and store the figures under benchmarks/results."""
    folder = lists.shared() / "data" / "lists"
    parties = lists.ofac(folder / "ofac-2022-01-31") + lists.un(folder / "un" / "un_2026-02-27.xml")
    started = time.process_time()
    indexed, asked = spellings(parties)
    prepared = sum(map(len, indexed.values()))
    seconds = time.process_time() - started
    index = {schema: Index(rows) for schema, rows in indexed.items()}
    originals = (
        parties + lists.eu(folder / "eu-1509" / "32017R1509_2026-08-14.csv") + lists.japan(folder / "jp")
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
        "leave_one_spelling_out": leave_one_out(index, asked),
        "clean": clean(index["Person"]),
        "cross_script": cross_script(originals),
        "compares_per_second": {schema: speed(rows) for schema, rows in indexed.items()},
    }
    text = json.dumps(answer, indent=2, ensure_ascii=False)
    target = HERE / "results" / f"names-{answer['date']}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
