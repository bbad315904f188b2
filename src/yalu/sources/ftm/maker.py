"""Makes sightings for the entities of one file, each value of a party once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval
from yalu.model.vocabulary import Grade
from yalu.sources.ftm.record import Tally
from yalu.sources.sighting import Parsed, sighting


class Maker:
    """Adds sightings to ``parsed``; ``source`` begins the id of every party."""

    def __init__(self, source: str, parsed: Parsed, tally: Tally) -> None:
        self.source = source
        self.parsed = parsed
        self.tally = tally
        self._said: set[int] = set()

    def party(self, entity_id: str) -> str:
        """The id of an entity here: ids of two files never meet by chance."""
        return f"{self.source}-{entity_id}"

    def say(
        self,
        party: str,
        kind: str,
        prop: str,
        value: str,
        where: str,
        known: str,
        *,
        detail: Mapping[str, Any] | None = None,
        lang: str = "",
        from_: Interval = OPEN,
        to: Interval = OPEN,
    ) -> None:
        """Say one value. ``known`` is the latest day on which it was first seen; else the copies date it."""
        made = sighting(
            party,
            kind,
            prop,
            value,
            detail=detail,
            known=Interval("", known),
            from_=from_,
            to=to,
            lang=lang,
            locator=where,
            known_by=KnownBy.COLLECTOR if known else KnownBy.COPIES,
            grade=Grade.SOURCED,
        )
        key = hash((party, prop, value, lang, made.detail))
        if key not in self._said:
            self._said.add(key)
            self.parsed.sightings.append(made)
