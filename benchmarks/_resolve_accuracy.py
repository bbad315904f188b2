"""How right merges are with the proof hidden, by Yalu and by its peers on the same pairs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from benchmarks import _resolve_truth as truths
from benchmarks._resolve_truth import Truth, bare
from yalu.resolve import rivals
from yalu.resolve.candidates import Candidates
from yalu.resolve.compare import compare
from yalu.resolve.config import config
from yalu.resolve.pair import Pair
from yalu.resolve.rarity import Rarity
from yalu.resolve.record import Record
from yalu.screening.store import Opened

Key = tuple[str, str]
ALIKE = -9.0
"""Pairs whose odds without rivals are below this are left to no matcher: their names are not alike at all."""


def pairs(opened: Opened, records: Mapping[str, Record]) -> dict[Key, Pair]:
    """The pairs that the records without proof give, scored; a list's own pairs among them."""
    found = Candidates(opened.index, records, opened.compiled).by_names(records)
    rarity = Rarity(records.values())
    made = {k: compare(records[k[0]], records[k[1]], texts, rarity) for k, texts in found.items()}
    whole = {i: replace(r, lists=frozenset(bare(r))) for i, r in records.items()}
    rivals.settle(made.values(), whole, lambda one: one)
    return made


def labeled(found: Mapping[Key, Pair], truth: Truth, records: Mapping[str, Record]) -> dict[Key, bool]:
    """Each pair of which it is known whether it is one party; every pair of the truth among them."""
    known: dict[Key, bool] = dict.fromkeys(sorted(truth.same), True)
    for key, pair in sorted(found.items()):
        label = truth.label(records[key[0]], records[key[1]])
        if label is not None and (label or pair.odds >= ALIKE):
            known[key] = label
    return known


def measures(
    known: Mapping[Key, bool], says: Callable[[Key], bool], wanted: Callable[[Key], bool]
) -> dict[str, Any]:
    """Pairwise precision, recall and F1 over the pairs wanted."""
    right = wrong = missed = 0
    for key, label in known.items():
        if wanted(key):
            said = says(key)
            right += said and label
            wrong += said and not label
            missed += label and not said
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    figures = {"precision": precision, "recall": recall, "f1": f1}
    return {k: round(v, 4) for k, v in figures.items()} | {"right": right, "wrong": wrong, "missed": missed}


def ours(found: Mapping[Key, Pair]) -> Callable[[Key], bool]:
    """What Yalu merges by the score alone."""
    line = config().merge_line.value
    return lambda key: key in found and found[key].score >= line and not found[key].rival


def peers(python: Path, folder: Path, records: Mapping[str, Record], known: Iterable[Key]) -> dict[str, Any]:
    """The scores of each peer for the pairs, in order; or why there are none."""
    keys = list(known)
    wanted = {i for key in keys for i in key}
    entities, asked = folder / "entities.jsonl", folder / "pairs.json"
    with entities.open("wb") as file:
        file.writelines(orjson.dumps(_entity(records[i])) + b"\n" for i in sorted(wanted))
    asked.write_bytes(orjson.dumps(keys))
    program = Path(__file__).with_name("_resolve_peer.py")
    done = subprocess.run([python, program, entities, asked], capture_output=True, text=True, check=False)
    if done.returncode:
        return {"error": "peer failed: " + done.stderr.strip().splitlines()[-1]}
    answer: dict[str, Any] = orjson.loads(done.stdout.splitlines()[-1])
    return answer


def _entity(record: Record) -> dict[str, Any]:
    """A record as followthemoney writes it: all that Yalu is shown, and nothing of what is hidden."""
    schema = record.kinds[0] if len(record.kinds) == 1 else "LegalEntity"
    schema = {"BankAccount": "LegalEntity", "": "LegalEntity"}.get(schema, schema)
    properties: dict[str, list[str]] = {}
    for name in record.names:
        prop = "name" if name.primary else "weakAlias" if name.weak else "alias"
        properties.setdefault(prop, []).append(name.text)
    countries = [c.lower() for c in record.countries if len(c) == 2]
    if countries:
        properties["flag" if schema == "Vessel" else "country"] = countries
    props = {
        "national-id": "idNumber",
        "tax": "taxNumber",
        "registration": "registrationNumber",
        "mmsi": "mmsi",
        "call-sign": "callSign",
        "lei": "leiCode",
        "bic": "swiftBic",
    }
    for kind, plain in record.numbers:
        if kind in props:
            properties.setdefault(props[kind], []).append(plain)
    return {"id": record.id, "schema": schema, "properties": properties}


def halves(truth: Truth) -> Callable[[Key], bool]:
    """Whether a pair is in the half on which weights were set."""
    return lambda key: truths.developed(truth.party.get(key[0]) or truth.party.get(key[1]) or key[0])
