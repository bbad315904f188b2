"""The one way of scoring, as clients ask for it and read about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yalu.screening.config import config
from yalu.workbench.problems import refuse, safe

NAME = "yalu"
BEST = "best"
ALGORITHM_HELP = f"How to score: `{NAME}`, the only one, which `{BEST}` means too"


def check_algorithm(asked: str, options: Iterable[str]) -> None:
    """An answer 400 for another algorithm, whose scores would mean something else, or for its options."""
    if asked.lower().strip() not in (NAME, BEST):
        raise refuse(400, f"Invalid algorithm: {safe(asked)}. Options: {NAME}, {BEST}")
    for option in options:
        raise refuse(400, f"Invalid configuration parameter: {safe(option)} for algorithm {NAME}")


def described() -> dict[str, Any]:
    """The answer of ``/algorithms``."""
    rules = config()
    features = {
        "name_match": (
            rules.name.ceiling.value,
            "How well the best of the party's names meets a name asked for, in any script. "
            + rules.name.ceiling.reason,
        ),
        "fact_match": (
            rules.identifier.decides.value,
            "What birth dates, countries and numbers add or take away. " + rules.identifier.decides.reason,
        ),
    }
    feature_docs = {
        name: {"description": text, "coefficient": value, "url": None}
        for name, (value, text) in features.items()
    }
    about = (
        "Compares names by how they are read in Korean, Chinese, Russian and other languages, and weighs"
        f" birth dates, countries and identifiers. At {rules.alert_line.value} and above a hit is an alert."
    )
    return {
        "algorithms": [
            {
                "name": NAME,
                "description": about,
                "features": feature_docs,
                "docs": {"description": about, "features": feature_docs, "config": {}},
            }
        ],
        "default": BEST,
        "best": NAME,
    }
