"""What the benchmark of the name engine measures, each measure a function."""

from __future__ import annotations

import csv
import random
import re
import time
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from anyascii import anyascii

from benchmarks._lists import Listed
from yalu.names import Prepared, compare, fold, keys, prepare
from yalu.names.text import scripts

HERE = Path(__file__).resolve().parent
SEED = 7
CLEAN = 2000


def half(id_: str) -> str:
    """The half that a party belongs to."""
    return "development" if sha256(id_.encode()).digest()[0] % 2 == 0 else "held_out"


def letters(name: str) -> str:
    """A name's letters in ASCII, by which two spellings are told apart, as in the published measurement."""
    return re.sub("[^a-z]", "", anyascii(name).lower())


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


def eu_with_aliases(path: Path) -> list[Listed]:
    """The persons and bodies of Regulation (EU) 2017/1509 with the aliases that its annexes give."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for i, row in enumerate(csv.DictReader(file)):
            names = [n for a in (row["name"], *(row["alias"] or "").split(";")) if (n := a.strip(" ()"))]
            if row["schema"] != "Vessel":
                schema = "Person" if row["schema"] == "Person" else "Organization"
                found.append(Listed(f"eu-{i}", schema, names, True))
    return found


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


def namesakes(parties: list[Listed]) -> dict[str, set[str]]:
    """For each party the other records with a name in the same letters: mostly itself on another list."""
    by_name: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        for name in party.names:
            by_name[letters(name)].add(party.id)
    return {p.id: set().union(*(by_name[letters(n)] for n in p.names)) - {p.id} for p in parties}


def leave_one_out(
    index: dict[str, Index], asked: list[tuple[str, str, str]], parties: list[Listed]
) -> dict[str, Any]:
    """Recall and alerts a query, by schema and half."""
    same = namesakes(parties)
    answer: dict[str, Any] = {}
    for schema, title in (("Person", "persons"), ("Organization", "organizations")):
        for part in ("development", "held_out", "all"):
            rows = [q for q in asked if q[2] == schema and part in (half(q[1]), "all")]
            hits = alerts = first = twins = twins_of_hits = 0
            for name, id_, _ in rows:
                found, _ = index[schema].ask(prepare(name, schema))
                hits += id_ in found
                alerts += len(found)
                others = len(found.keys() & same[id_])
                twins += others
                twins_of_hits += others if id_ in found else max(others - 1, 0)
                first += id_ in found and found[id_] == max(found.values())
            n = max(len(rows), 1)
            answer[f"{title}_{part}"] = {
                "queries": len(rows),
                "recall": round(hits / n, 3),
                "alerts_per_query": round(alerts / n, 2),
                "alerts_per_query_records_of_one_party_counted_once": round((alerts - twins_of_hits) / n, 2),
                "of_them_on_a_namesake_in_another_record": round(twins / n, 2),
                "false_alerts_per_query": round((alerts - hits - twins) / n, 2),
                "found_first": round(first / n, 3),
            }
    return answer


def _sounds(name: str) -> str:
    """The words of a name in order of the alphabet, transliterations folded: equal for homonyms."""
    return " ".join(sorted(fold.loose(letters(w)) for w in re.split(r"[\s,]+", name) if letters(w)))


def clean(index: Index) -> dict[str, Any]:
    """How many seeded names of persons raise an alert; homonyms of listed names get another given name."""
    random.seed(SEED)
    groups = yaml.safe_load((HERE / "clean_names.yaml").read_text(encoding="utf-8"))
    listed = {_sounds(p.text) for _, p in index.rows}
    flagged: dict[str, list[str]] = {}
    asked: set[str] = set()
    compared = 0
    while len(asked) < CLEAN:
        group = groups[len(asked) % len(groups)]
        given, surname = random.choice(group["given"].split()), random.choice(group["surname"].split())
        if group.get("double"):
            surname += " " + random.choice(group["surname"].split())
        name = f"{given} {surname}" if group["order"] == "given" else f"{surname} {given}"
        if _sounds(name) in listed or name in asked:
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


def script_group(text: str) -> str:
    """The group of scripts that a name is judged in."""
    found = scripts(text)
    for script in ("hangul", "kana", "han", "cyrillic"):
        if script in found:
            return script
    return "other"


def cross_script(parties: list[Listed]) -> dict[str, Any]:
    """Pairs of original script and Latin; beside each, three other names of the list, near ones first."""
    random.seed(SEED)
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for party in (p for p in parties if p.original):
        own = letters(party.names[0])
        others = [p for p in parties if p.schema == party.schema and letters(p.names[0]) != own]
        head = party.names[0].split()[0].lower()
        near = [p for p in others if p.names[0].split()[0].lower() == head]
        wrong = random.sample(near, min(3, len(near))) or random.sample(others, 3)
        name = prepare(party.original[0], party.schema)
        hit = compare(name, prepare(party.names[0], party.schema)).alert
        false = sum(compare(name, prepare(p.names[0], p.schema)).alert for p in wrong)
        group = script_group(party.original[0])
        east = ["east_asian"] if group in ("hangul", "kana", "han") else []
        for title in (group, *east, "all_scripts"):
            for part in (half(party.id), "all"):
                count = counts[title, part]
                count[0] += 1
                count[1] += hit
                count[2] += false
    return {
        f"{title}_{part}": {
            "pairs": pairs,
            "recall": round(found / pairs, 3),
            "precision": round(found / max(found + false, 1), 3),
        }
        for (title, part), (pairs, found, false) in sorted(counts.items())
    }


def speed(rows: list[tuple[str, Prepared]]) -> dict[str, Any]:
    """Microseconds a comparison of prepared names takes: of names that share a key, and of any names."""
    random.seed(SEED)
    index = Index(rows)
    near = [p for ps in index.by_key.values() if len(ps) > 3 for p in [random.sample(ps, 2)]]
    any_two = [random.sample(range(len(rows)), 2) for _ in range(20_000)]
    answer: dict[str, Any] = {}
    for title, pairs in (("sharing_a_key", random.sample(near, min(len(near), 20_000))), ("any", any_two)):
        times = []
        for i, j in pairs:
            started = time.perf_counter_ns()
            compare(rows[i][1], rows[j][1])
            times.append((time.perf_counter_ns() - started) / 1000)
        times.sort()
        answer[title] = {
            "median_us": round(times[len(times) // 2], 1),
            "mean_us": round(sum(times) / len(times), 1),
            "p95_us": round(times[int(len(times) * 0.95)], 1),
        }
    return answer


def prepared_per_second(parties: list[Listed]) -> dict[str, int]:
    """Names prepared a second, by schema: the first time, and again with warm tables."""
    answer = {}
    for schema in ("Person", "Organization"):
        names = [n for p in parties if p.schema == schema for n in p.names]
        for title in ("first", "again"):
            started = time.process_time()
            for name in names:
                prepare(name, schema)
            answer[f"{schema}_{title}"] = round(len(names) / (time.process_time() - started))
    return answer


def general_pairs(path: Path) -> dict[str, Any]:
    """Recall and wrong alerts over the hand-written pairs of tests/names."""
    answer = {}
    for schema, groups in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        alerts = {
            title: sum(compare(prepare(a, schema), prepare(b, schema)).alert for a, b in groups[title])
            for title in ("same", "other")
        }
        answer[schema] = {
            "pairs": len(groups["same"]),
            "recall": round(alerts["same"] / len(groups["same"]), 3),
            "negatives": len(groups["other"]),
            "wrong": alerts["other"],
        }
    return answer


def family_pairs(path: Path) -> dict[str, Any]:
    """Recall and precision by family over the hand-written look-alikes of tests/names."""
    answer: dict[str, Any] = {}
    for family, pairs in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        schema = pairs["schema"]
        same, wrong = (
            sum(compare(prepare(a, schema), prepare(b, schema)).alert for a, b in pairs[title])
            for title in ("same", "other")
        )
        answer[family] = {
            "pairs": len(pairs["same"]),
            "recall": round(same / len(pairs["same"]), 3),
            "negatives": len(pairs["other"]),
            "precision": round(same / max(same + wrong, 1), 3),
        }
    return answer


def one_typo(parties: list[Listed]) -> dict[str, Any]:
    """Of 1,000 listed names of five letters or more with one typing error, how many still alert."""
    random.seed(SEED)
    answer: dict[str, Any] = {}
    for schema in ("Person", "Organization"):
        names = [n for p in parties if p.schema == schema for n in p.names if len(n) >= 5]
        chosen = random.sample(names, min(1000, len(names)))
        kept = sum(compare(prepare(_typo(n), schema), prepare(n, schema)).alert for n in chosen)
        answer[schema] = {"asked": len(chosen), "alerts": round(kept / len(chosen), 3)}
    return answer


def _typo(name: str) -> str:
    """A letter left out, two letters turned, or a letter replaced; never the first or last two."""
    at, kind = random.randrange(1, len(name) - 2), random.random()
    if kind < 0.33:
        return name[:at] + name[at + 1 :]
    if kind < 0.66:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + random.choice("aeionrst") + name[at + 1 :]
