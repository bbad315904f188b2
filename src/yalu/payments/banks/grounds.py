"""On what law a measure could rest, and which dated figures of a report speak to it; never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from yalu.model.dates import partial
from yalu.payments.banks.model import BankExposure, Case, Exposure
from yalu.regimes.authorities import Authority
from yalu.regimes.loading import load_regime
from yalu.regimes.regime import Regime

UNITED_STATES = "US"


class Ground(BaseModel):
    """A ground as ``grounds.yaml`` gives it; ``authority`` is a row of the regime's authorities."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: str
    title: str
    authority: str
    banks: Literal["us", "foreign", "all"]
    by: str = ""
    """Whose lists or rule must have met the party; empty for anybody's."""
    counted: bool = True
    """Whether payments can speak to it at all."""
    asks: str
    open: str
    unverified: str = ""
    cites: list[str] = []

    def meant(self, bank: BankExposure) -> bool:
        """Whether it speaks of a bank of this country; one without a country is left out."""
        if self.banks == "all":
            return True
        return bool(bank.country) and (bank.country == UNITED_STATES) == (self.banks == "us")


@dataclass(frozen=True)
class Speaking:
    """A ground that was in force by the day asked, and the payments that speak to it."""

    ground: Ground
    authority: Authority
    since: str
    effect: str
    """What it does, in words; empty where these words are of a later day than the one asked."""
    cases: tuple[tuple[BankExposure, Case], ...]

    @property
    def cites(self) -> list[str]:
        """Its sources, by their ids in the regime's register."""
        return [*self.authority.src, *self.ground.cites]

    @property
    def missed(self) -> int:
        """Payments that were missed, of those whose bank's alerts are known."""
        return sum(case.missed for _, case in self.cases)

    @property
    def unknown(self) -> int:
        """Payments of banks whose alerts are not known."""
        return sum(case.alerted is None for _, case in self.cases)

    @property
    def banks(self) -> list[str]:
        """The banks of these payments."""
        return list(dict.fromkeys(bank.id for bank, _ in self.cases))


@cache
def grounds() -> tuple[Ground, ...]:
    """The grounds that come with Yalu."""
    text = files("yalu.payments.banks").joinpath("grounds.yaml").read_text(encoding="utf-8")
    return tuple(Ground.model_validate(row) for row in yaml.load(text, Loader=yaml.CSafeLoader))


def speaking(found: Exposure) -> list[Speaking]:
    """The grounds in force by the day asked; payments of earlier days than a ground's first do not count."""
    said = []
    for ground in grounds():
        row = _authorities()[ground.authority]
        since = partial(str(row.start)).hi
        if since > found.as_of:
            continue
        written = row.text_since.get("effect")
        effect = "" if written and partial(str(written)).hi > found.as_of else row.effect
        cases = tuple(
            (bank, case)
            for bank in found.banks
            if ground.counted and ground.meant(bank)
            for case in bank.cases
            if case.says.alertable and case.day >= since and (not ground.by or ground.by in case.authorities)
        )
        said.append(Speaking(ground, row, since, effect, cases))
    return said


@cache
def _authorities() -> dict[str, Authority]:
    return {row.id: row for row in _regime().authorities.authorities}


@cache
def works() -> dict[str, dict[str, str]]:
    """The register of sources by id, for citations."""
    return {
        name: {field: said for field, said in doc.model_dump().items() if isinstance(said, str) and said}
        for name, doc in _regime().sources.items()
    }


@cache
def _regime() -> Regime:
    return load_regime()
