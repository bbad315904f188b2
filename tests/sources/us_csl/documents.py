"""Short forms to write small copies of the Consolidated Screening List in tests."""

from __future__ import annotations

import csv
import io

from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed
from yalu.sources.us_csl.parse import parse
from yalu.sources.us_csl.table import COLUMNS

FIXTURE = (FOLDER / "us_csl" / "fixture" / "consolidated.csv").read_bytes()
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
CAPTA = "Capta List (CAP) - Treasury Department"


def row(**fields: str) -> list[str]:
    """One row of the Entity List, with ``fields``; ``id_`` stands for ``_id``."""
    values = {"_id": "a1", "source": ENTITY_LIST, "name": "INVENTED"} | {
        {"id_": "_id"}.get(k, k): v for k, v in fields.items()
    }
    return [values.get(column, "") for column in COLUMNS]


def document(*rows: list[str], header: tuple[str, ...] = COLUMNS) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue().encode()


def read(**fields: str) -> Parsed:
    return parse(document(row(**fields)), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str]]:
    return [(s.prop, s.value, s.detail) for s in parsed.sightings if s.prop in props]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]
