"""Write a source's expected.jsonl anew: ``python -m tests.sources.expected uk_ofsi``; read the difference."""

from __future__ import annotations

import sys
from dataclasses import asdict

import orjson

from yalu.sources.registry import source


def lines(source_id: str) -> list[bytes]:
    """The fixture's sightings as expected.jsonl holds them: a part and the fields that are not empty."""
    of = source(source_id)
    fixture = {p.name: (of.folder / "fixture" / p.files[0]).read_bytes() for p in of.parts}
    return [
        orjson.dumps({"part": part, **{k: v for k, v in asdict(s).items() if v}})
        for part, parsed in of.parse(fixture).items()
        for s in parsed.sightings
    ]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        (source(name).folder / "expected.jsonl").write_bytes(b"\n".join(lines(name)) + b"\n")
