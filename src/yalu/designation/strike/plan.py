"""The plan of a day: who publishes when, what must begin by when, and the package of each pair."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from yalu.designation.strike.lead import Lead
from yalu.designation.strike.moment import Publication
from yalu.designation.strike.packages import Made
from yalu.designation.strike.wave_file import GivenWave
from yalu.ledger.judgement import canonical
from yalu.regimes.lead_times import LeadTime, Said, Work

VERSION = 1
KIND = "strike plan"
ARCHIVE = "packages.zip"


@dataclass(frozen=True)
class Acting:
    """One authority on the day. ``ready_by`` is the last day before its last step; ``pairs`` are its own."""

    row: LeadTime
    publication: Publication
    lead: Lead
    pairs: tuple[Made, ...]

    @property
    def by(self) -> str:
        """Its code."""
        return self.row.by

    @property
    def ready_by(self) -> date:
        """When everything that goes to print must be there: as its last step begins."""
        return self.lead.steps[-1].start

    def as_json(self) -> dict[str, Any]:
        """One of ``authorities``."""
        at, opening, lead = self.publication, self.publication.opening, self.lead
        return {
            "authority": self.by,
            "body": self.row.body,
            "row": self.row.id,
            "zone": self.row.zone,
            "publishes": {
                "utc": f"{at.at:%Y-%m-%dT%H:%MZ}",
                "local": f"{at.local:%Y-%m-%dT%H:%M%z}",
                "urgent": opening.urgent,
                "hours": f"{opening.window.from_}-{opening.window.to}",
                **said(opening.window.said),
            },
            "medium": said(self.row.medium),
            "effect": said(self.row.effect),
            "steps": [
                {
                    "id": d.step.id,
                    "what": d.step.what,
                    "start_by": d.start.isoformat(),
                    "done_by": d.end.isoformat(),
                    "days": d.step.days,
                    "count": d.step.count,
                    "basis": d.step.basis,
                    "sources": list(dict.fromkeys([*d.step.src, *d.step.days_src])),
                }
                for d in lead.steps
            ],
            "start_by": lead.start_by.isoformat(),
            "start_by_sourced": lead.sourced.isoformat(),
            "late": lead.late,
            "late_sourced": lead.sourced_late,
            "verdict": lead.verdict,
            "earliest": lead.earliest.isoformat(),
            "ready_by": self.ready_by.isoformat(),
            "ready": [said(one) for one in self.row.ready],
            "after": [said(one) for one in self.row.after],
            "packages": sum(m.package is not None for m in self.pairs),
            "pairs": len(self.pairs),
        }


@dataclass(frozen=True)
class Plan:
    """A plan on a wave. ``least`` and ``spread`` are minutes between the first and the last publication.

    ``files`` gives for each pair (party and authority) its folder in the archive and the sha256 of its
    ``package.json``; ``archive`` is the sha256 of all of it, ``""`` where there is no package.
    """

    id: str
    day: date
    asked: str
    begin: date
    wave: GivenWave
    acting: tuple[Acting, ...]
    without: tuple[str, ...]
    """Authorities of the wave of which no lead time is held."""
    pairs: tuple[Made, ...]
    spread: int
    least: int
    works: dict[str, Work]
    read: str
    notes: tuple[str, ...]
    files: dict[tuple[str, str], tuple[str, str]]
    archive: str

    @property
    def late(self) -> list[Acting]:
        """Who cannot be ready in time, by what a work states or by memory."""
        return [a for a in self.acting if a.lead.late or a.lead.sourced_late]

    @property
    def refused(self) -> list[Made]:
        """Pairs without a package."""
        return [m for m in self.pairs if m.package is None]

    @property
    def digest(self) -> str:
        """The sha256 that two persons sign: of all that ``plan.json`` says."""
        return digest(self.as_json())

    def as_json(self) -> dict[str, Any]:
        """The object of ``plan.json``."""
        return {
            "version": VERSION,
            "kind": KIND,
            "id": self.id,
            "day": self.day.isoformat(),
            "asked": self.asked,
            "begin": self.begin.isoformat(),
            "as_of": self.wave.as_of,
            "mode": str(self.wave.mode),
            "snapshot": self.wave.snapshot,
            "moment": {
                "common": self.spread == 0 and bool(self.acting),
                "spread_minutes": self.spread,
                "least_minutes": self.least,
            },
            "authorities": [a.as_json() for a in self.acting],
            "without_lead_times": list(self.without),
            "pairs": [self._pair(m) for m in self.pairs],
            "archive": {"file": ARCHIVE if self.archive else "", "sha256": self.archive},
            "lead_times_read": self.read,
            "works": {name: w.model_dump(exclude_none=True) for name, w in sorted(self.works.items())},
            "notes": list(self.notes),
        }

    def _pair(self, made: Made) -> dict[str, Any]:
        folder, checksum = self.files.get((made.pair.party, made.pair.authority), ("", ""))
        package = made.package
        return {
            "party": made.pair.party,
            "name": made.pair.name,
            "authority": made.pair.authority,
            "criterion": made.pair.criterion,
            "statements": list(made.pair.statements),
            "verdict": package.verdict.value if package else "",
            "missing": list(package.grounds[0].missing) if package else [],
            "flags": sorted({f.topic for f in package.flags}) if package else [],
            "folder": folder,
            "package_sha256": checksum,
            "refused": made.refused,
            "differs": made.differs,
        }


def said(one: Said) -> dict[str, Any]:
    """A sentence with what it rests on."""
    return {"text": one.text, "basis": one.basis, "sources": list(one.src)}


def digest(plan: dict[str, Any]) -> str:
    """The sha256 of a plan's content, whatever the blanks and the order of its file."""
    return hashlib.sha256(canonical(plan).encode()).hexdigest()
