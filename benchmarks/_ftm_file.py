"""A file of FollowTheMoney of any size, the same for the same seed: parties, ties, sanctions, addresses."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import orjson

PARTIES = (("Person", 0.4), ("Company", 0.35), ("Organization", 0.1), ("Vessel", 0.1), ("LegalEntity", 0.05))
TIES = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "UnknownLink": ("subject", "object"),
    "Representation": ("agent", "client"),
    "Family": ("person", "relative"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Payment": ("payer", "beneficiary"),
}
SYLLABLES = (
    "kim",
    "ri",
    "pak",
    "sung",
    "dong",
    "hae",
    "chol",
    "yong",
    "bo",
    "tae",
    "won",
    "jin",
    "mi",
    "ryu",
)
COUNTRIES = ("kp", "cn", "ru", "my", "sg", "ae", "ir", "hk")


def entities(parties: int, ties: int, seed: int = 1) -> Iterator[bytes]:
    """The lines of a file with that many parties and ties between them."""
    draw = random.Random(seed)
    names, weights = zip(*PARTIES, strict=True)
    for number in range(parties):
        yield _line(f"p-{number}", draw.choices(names, weights)[0], _party(draw, number), draw)
    for number in range(ties):
        schema = draw.choice(list(TIES))
        source, target = TIES[schema]
        one, other = draw.sample(range(parties), 2)
        role = "relationship" if schema == "Family" else "purpose" if schema == "Payment" else "role"
        properties = {
            source: [f"p-{one}"],
            target: [f"p-{other}"],
            role: [_name(draw, 2)],
            "startDate": [str(draw.randint(1995, 2023))],
            "sourceUrl": [f"https://example.org/report/{number}"],
        }
        if schema == "Ownership":
            properties["percentage"] = [f"{draw.randint(1, 100)}%"]
        yield _line(f"t-{number}", schema, properties, draw)


def _party(draw: random.Random, number: int) -> dict[str, list[str]]:
    return {
        "name": [_name(draw, 3)],
        "alias": [_name(draw, 3) for _ in range(draw.randint(0, 3))],
        "country": draw.sample(COUNTRIES, draw.randint(0, 2)),
        "address": [f"{draw.randint(1, 99)} {_name(draw, 2)} street" for _ in range(draw.randint(0, 1))],
        "notes": [f"Named on page {number % 400} of a report: {_name(draw, 12)}"],
        "sourceUrl": [f"https://example.org/party/{number}"],
    }


def _name(draw: random.Random, words: int) -> str:
    return " ".join("".join(draw.choices(SYLLABLES, k=2)).capitalize() for _ in range(words))


def _line(name: str, schema: str, properties: dict[str, list[str]], draw: random.Random) -> bytes:
    first = f"20{draw.randint(19, 22)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    entity: dict[str, Any] = {
        "id": name,
        "caption": (properties.get("name") or [schema])[0],
        "schema": schema,
        "properties": {p: v for p, v in properties.items() if v},
        "datasets": ["dprk_reports"],
        "referents": [],
        "first_seen": first,
        "last_seen": "2024-05-01",
        "last_change": f"2023-{first[5:]}",
    }
    return orjson.dumps(entity) + b"\n"
