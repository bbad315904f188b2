"""What red flags are worth: average precision and precision at k, per rule and combined; ``NAME=flags``.

Worlds of several seeds (``yalu payments world``) by settings that were fixed before. Payments of the second
half alone are ranked; rules, weights and thresholds are those that come with Yalu, and nothing is fitted to
either half. No list is asked: only what the rules see in messages. The truth is which payments were planted.
In an invented world such figures compare rules with each other and with chance; they forecast nothing.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks._ranking import average_precision, over_seeds, precision_at
from benchmarks.measuring import store
from yalu.payments import Message, read
from yalu.payments.chain.screening import priority
from yalu.payments.flags.batch import Ledger, groups
from yalu.payments.flags.raised import RAISED, Raised
from yalu.payments.flags.rules import rules
from yalu.payments.flags.single import Context, raised
from yalu.payments.world import World, write
from yalu.payments.world.drawing import GOODS
from yalu.payments.world.names import BORDER, OFFSHORE
from yalu.payments.world.transfer import Transfer

PAYMENTS = 30_000
SEEDS = (201, 202, 203, 204, 205)
KS = (25, 50, 100)
LINE = 0.5
"""The line of review in ``chain/decision.yaml``."""
COMBINED, AMOUNT = "combined", "the sum alone (a check that it gives nothing away)"
AS_OF = "2026-11-24"


def raised_in(folder: Path) -> dict[str, dict[str, Raised]]:
    """By UETR the flags raised, of single payments and of groups; the heaviest of each rule."""
    found: dict[str, dict[str, Raised]] = {}
    with Ledger() as ledger:
        for message in read(folder / "messages"):
            if not isinstance(message, Message) or message.type == "pacs.002":
                continue
            for payment in message.payments:
                held = found.setdefault(payment.uetr, {})
                for flag in raised(Context(payment, message, payment.date)):
                    if flag.says == RAISED:
                        held[flag.id] = flag
                ledger.add(payment, message)
        for group in groups(ledger, AS_OF):
            if group.flag.says == RAISED:
                for one in group.payments:
                    found.setdefault(one["uetr"], {})[group.flag.id] = group.flag
    return found


def shown(late: list[Transfer]) -> dict[str, dict[str, float]]:
    """How often payments of each kind in fact show an indicator: to be held against the settings."""
    found: dict[str, dict[str, float]] = {}
    for kind in ("", "dhid", "ftb", "labor"):
        mine = [one for one in late if one.scheme == kind]
        tests = {
            "border": [bool({one.debtor.town, one.creditor.town} & set(BORDER)) for one in mine],
            "offshore payee": [one.creditor.country in OFFSHORE for one in mine],
            "goods out of trade": [any(word in one.text for word in GOODS) for one in mine],
            "no text": [not one.text for one in mine],
            "wages": [bool(one.purpose) for one in mine],
            "on behalf": [bool(one.behalf) for one in mine],
            "payer not named": [not one.payer for one in mine],
            "hidden by a cover": [one.cover == "hidden" for one in mine],
        }
        found[kind or "ordinary"] = {name: float(np.mean(said)) for name, said in tests.items()}
    return found


def measured(seed: int) -> dict[str, Any]:
    """One world."""
    world = World(seed, PAYMENTS)
    with tempfile.TemporaryDirectory(prefix="yalu-flags-") as name:
        write(world, Path(name), parquet=False)
        flags = raised_in(Path(name))
    late = [one for one in world.transfers() if world.half(one.day) == "second"]
    truth = np.array([bool(one.scheme) for one in late])
    scores = {AMOUNT: np.array([float(one.amount) for one in late])}
    scores[COMBINED] = np.array([priority(list(flags.get(one.uetr, {}).values())) for one in late])
    for rule in (*rules().single, *rules().batch):
        scores[rule.id] = np.array(
            [getattr(flags.get(one.uetr, {}).get(rule.id), "weight", 0.0) for one in late]
        )
    reached = scores[COMBINED] >= LINE
    return {
        "base_rate": float(truth.mean()),
        "payments": len(late),
        "planted": int(truth.sum()),
        "shown": shown(late),
        "rules": {
            name: {
                "average_precision": average_precision(score, truth),
                **{f"precision_at_{k}": precision_at(score, truth, k) for k in KS},
                "raised": int((score > 0).sum()),
                "recall": float(truth[score > 0].sum() / truth.sum()),
            }
            for name, score in scores.items()
        },
        "line": {
            "reached": int(reached.sum()),
            "precision": float(truth[reached].mean()) if reached.any() else 0.0,
            "recall": float(truth[reached].sum() / truth.sum()),
        },
        "found_by_scheme": {
            scheme: float(np.mean([r for r, one in zip(reached, late, strict=True) if one.scheme == scheme]))
            for scheme in ("dhid", "ftb", "labor")
        },
    }


def rows() -> list[dict[str, Any]]:
    """All seeds together, a row a rule."""
    began = time.process_time()
    worlds = []
    for seed in SEEDS:
        worlds.append(measured(seed))
        print(f"seed {seed}: {worlds[-1]['planted']} planted of {worlds[-1]['payments']}", file=sys.stderr)
    first = {
        "measure": "worlds",
        "seeds": list(SEEDS),
        "payments_each": PAYMENTS,
        "ranked_second_half": sum(w["payments"] for w in worlds),
        "planted_second_half": sum(w["planted"] for w in worlds),
        "base_rate": over_seeds([w["base_rate"] for w in worlds]),
        "cpu_seconds": round(time.process_time() - began, 1),
    }
    kinds = worlds[0]["shown"]
    said = {
        kind: {
            name: round(float(np.mean([w["shown"][kind][name] for w in worlds])), 3) for name in kinds[kind]
        }
        for kind in kinds
    }
    found: list[dict[str, Any]] = [first, {"measure": "what payments in fact show, second half", **said}]
    for name in worlds[0]["rules"]:
        figures = {
            key: over_seeds([w["rules"][name][key] for w in worlds])
            for key in ("average_precision", *(f"precision_at_{k}" for k in KS), "recall")
        }
        count = sum(w["rules"][name]["raised"] for w in worlds)
        row: dict[str, Any] = {"measure": "rule", "rule": name, "raised": count, **figures}
        if name not in (AMOUNT, COMBINED) and not count:
            row = {"measure": "rule", "rule": name, "raised": 0, "said": "never raised in these worlds"}
        found.append(row)
    line = {key: over_seeds([w["line"][key] for w in worlds]) for key in ("precision", "recall")}
    found.append({"measure": f"payments at or above the line of review, {LINE}", **line})
    schemes = {s: over_seeds([w["found_by_scheme"][s] for w in worlds]) for s in ("dhid", "ftb", "labor")}
    found.append({"measure": "of each scheme at or above the line", **schemes})
    return found


def main() -> None:
    """Measure, print, and store the figures."""
    made = rows()
    for row in made:
        print(json.dumps(row))
    print(store("flags", made))


if __name__ == "__main__":
    main()
