"""The settings of the invented world, read once, strictly."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

Scheme = Literal["dhid", "ftb", "labor"]
Share = float


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Days(_Strict):
    """The days of the world; the second half begins a test."""

    first: date
    last: date
    second_half: date
    reason: str


class Amounts(_Strict):
    """Sums are log-normal; a share of them is rounded to a thousand."""

    median: int
    spread: float
    round: Share


class Shows(_Strict):
    """How often payments of a kind show an indicator."""

    border: Share
    offshore: Share
    goods: Share
    vague: Share
    behalf: Share
    unnamed: Share
    hidden: Share
    wages: Share
    many: Share


class ListingDays(_Strict):
    """When parties were listed on the fictional list."""

    bank: date
    branches_early: date
    house: date
    recruiter: date
    branches_late: date


class TieDays(_Strict):
    """When ownership became public."""

    fronts_early: date
    fronts_late: date
    branches: date


class Parties(_Strict):
    """How many parties of schemes there are."""

    fronts: int
    branches: int
    layers: int
    employers: int
    recruiters: int


class AlertShares(_Strict):
    """How the invented banks alert. ``silent_banks`` give no file of alerts."""

    caught: Share
    mistaken: Share
    reported: Share
    silent_banks: int
    refused: Share


class Settings(_Strict):
    """All of ``settings.yaml``."""

    version: int
    period: Days
    last_public: date
    planted: float = Field(gt=0, lt=0.5)
    planted_reason: str
    schemes: dict[Scheme, float]
    customers_per_payment: float
    fewest_customers: int
    banks: dict[str, int]
    customers: dict[str, int]
    households: Share
    amounts: Amounts
    dollars: Share
    covers: Share
    fin: Share
    passed_on: Share
    misspelled: Share
    shows: dict[Literal["ordinary", "dhid", "ftb", "labor"], Shows]
    shows_reason: str
    listings: ListingDays
    ties: TieDays
    parties: Parties
    alerts: AlertShares


@cache
def settings() -> Settings:
    """The settings that come with Yalu."""
    text = files("yalu.payments.world").joinpath("settings.yaml").read_text(encoding="utf-8")
    return Settings.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
