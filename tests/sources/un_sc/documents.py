"""Short forms to write small copies of the UN list in tests."""

from __future__ import annotations

from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed, Sighting
from yalu.sources.un_sc.parse import parse

FIXTURE = (FOLDER / "un_sc" / "fixture" / "consolidated.xml").read_bytes()
GENERATED = "2018-06-07T19:03:43.97-04:00"


def record(
    inside: str = "", *, tag: str = "INDIVIDUAL", reference: str = "KPi.001", listed: str = "2016-03-02"
) -> str:
    """A record with every required field and ``inside`` after them."""
    return (
        f"<{tag}><FIRST_NAME>RI</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER><LISTED_ON>{listed}</LISTED_ON>{inside}</{tag}>"
    )


def document(individuals: str = "", entities: str = "", generated: str = GENERATED) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST dateGenerated="{generated}">\n'
        f"<INDIVIDUALS>{individuals}</INDIVIDUALS>\n<ENTITIES>{entities}</ENTITIES>\n</CONSOLIDATED_LIST>"
    ).encode()


def read(inside: str = "", **more: str) -> Parsed:
    """The list that holds one person with ``inside``."""
    return parse(document(record(inside, **more)), "list")


def amended(*days: str) -> str:
    return f"<LAST_DAY_UPDATED>{''.join(f'<VALUE>{d}</VALUE>' for d in days)}</LAST_DAY_UPDATED>"


def alias(name: str, quality: str = "Good", inside: str = "") -> str:
    return (
        f"<INDIVIDUAL_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{name}</ALIAS_NAME>{inside}"
        "</INDIVIDUAL_ALIAS>"
    )


def of(parsed: Parsed, *props: str) -> list[Sighting]:
    return [s for s in parsed.sightings if s.prop in props]


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str]]:
    return [(s.prop, s.value, s.detail) for s in of(parsed, *props)]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]
