"""A wave in a folder: ``wave.json`` whole, and ``pairs.csv`` for a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import orjson

from yalu.designation.wave.model import Wave
from yalu.errors import UsageError
from yalu.evidence.writing import replacing
from yalu.screening.results import neutral

HEADINGS = (
    *("party", "name", "kind", "authority", "criterion", "instrument", "provision", "verdict", "cost"),
    "statements",
)


def write(folder: Path, wave: Wave) -> list[Path]:
    """Write both files, each whole or not at all; text that a spreadsheet would run is made plain.

    Raises UsageError where the folder cannot be made, StorageError where a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"--out {folder} cannot be made: {error.strerror}.", expected="a folder, there or to be made"
        ) from None
    whole, table = folder.absolute() / "wave.json", folder.absolute() / "pairs.csv"
    with replacing(whole) as new:
        new.write_bytes(orjson.dumps(wave.as_json(), option=orjson.OPT_INDENT_2) + b"\n")
    with replacing(table) as new, new.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for pair in wave.pairs:
            row = pair.as_json() | {"statements": "; ".join(pair.statements)}
            writer.writerow([neutral(row[heading]) for heading in HEADINGS])
    return [whole, table]
