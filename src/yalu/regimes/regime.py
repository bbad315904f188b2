"""A regime: everything its folder holds, typed, and one way to walk over all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from yalu.model.dates import partial
from yalu.regimes.authorities import Authorities, Boarding
from yalu.regimes.brief import BriefPlan
from yalu.regimes.criteria import Criteria
from yalu.regimes.dates import DateRule
from yalu.regimes.delisting import Delisting
from yalu.regimes.goods import Goods
from yalu.regimes.implementation import Implementation
from yalu.regimes.iran import Iran
from yalu.regimes.labor import Labor
from yalu.regimes.memo import Memo
from yalu.regimes.mentions import Mention
from yalu.regimes.names import LegalForms, Surnames
from yalu.regimes.obligations import Obligations, Record
from yalu.regimes.parties import Parties
from yalu.regimes.ports import Ports
from yalu.regimes.pressure import ImportsFile, RevenueFile
from yalu.regimes.pressure_effects import AdaptationFile, EffectsFile, StudiesFile
from yalu.regimes.pressure_tourism import TourismFile
from yalu.regimes.redflags import RedFlags
from yalu.regimes.rows import Country, PartialDate, Row, SectionFile
from yalu.regimes.sources import SourceDoc
from yalu.regimes.ties import Ties, TieType
from yalu.regimes.travel import Travel
from yalu.regimes.vessels import Incidents, Vessels

CONTENT: dict[str, type[SectionFile]] = {
    "parties.yaml": Parties,
    "ties.yaml": Ties,
    "vessels.yaml": Vessels,
    "incidents.yaml": Incidents,
    "labor.yaml": Labor,
    "travel.yaml": Travel,
    "iran.yaml": Iran,
    "authorities.yaml": Authorities,
    "boarding.yaml": Boarding,
    "delisting.yaml": Delisting,
    "goods.yaml": Goods,
    "ports.yaml": Ports,
    "implementation.yaml": Implementation,
    "redflags.yaml": RedFlags,
    "memo.yaml": Memo,
    "legal_forms.yaml": LegalForms,
    "surnames.yaml": Surnames,
    "pressure/revenue.yaml": RevenueFile,
    "pressure/imports.yaml": ImportsFile,
    "pressure/effects.yaml": EffectsFile,
    "pressure/adaptation.yaml": AdaptationFile,
    "pressure/studies.yaml": StudiesFile,
    "pressure/tourism.yaml": TourismFile,
}
"""The content files that a regime may have, each with its model."""


class Header(BaseModel):
    """The file ``regime.yml``: which regime this is, and which content files it has."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    name: str
    country: Country
    compiled: PartialDate
    memo: str | None = None
    files: list[str]


@dataclass(frozen=True)
class Duties:
    """What is asked of states, which rows say that it was done, and the days that rows bring with them."""

    table: Obligations
    records: list[Record]
    dates: list[DateRule]


@dataclass(frozen=True)
class Regime:
    """The content of one regime. A file that it does not have is an empty one."""

    path: Path
    header: Header
    sources: dict[str, SourceDoc]
    tie_types: dict[str, TieType]
    mentions: list[Mention]
    brief: BriefPlan | None
    duties: Duties
    criteria: Criteria | None
    files: dict[str, SectionFile]
    parties: Parties
    ties: Ties
    vessels: Vessels
    incidents: Incidents
    labor: Labor
    travel: Travel
    iran: Iran
    authorities: Authorities
    boarding: Boarding
    delisting: Delisting
    goods: Goods
    ports: Ports
    implementation: Implementation
    redflags: RedFlags
    memo: Memo
    legal_forms: LegalForms
    surnames: Surnames
    revenue: RevenueFile
    imports: ImportsFile
    effects: EffectsFile
    adaptation: AdaptationFile
    studies: StudiesFile
    tourism: TourismFile

    @property
    def id(self) -> str:
        """``dprk``, for example."""
        return self.header.id

    @property
    def compiled(self) -> str:
        """The day on which the facts were compiled; an undated source was known by then."""
        return self.header.compiled

    @property
    def memo_day(self) -> str:
        """The day of the memo that the regime follows, the latest that its date may mean, or ``""``."""
        date = self.sources[self.header.memo].date if self.header.memo else None
        return partial(date).hi if date else ""

    def rows(self) -> Iterator[tuple[str, str, Row]]:
        """Every row, with the file and the section in which it stands."""
        for file, content in self.files.items():
            for section, rows in content.sections():
                for row in rows:
                    yield file, section, row
