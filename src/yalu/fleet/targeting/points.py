"""The points of the sanctions score as dated data, read strictly."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field

_STRICT = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Rule(BaseModel):
    """One rule: its points by grade, and how time, number and kinship of findings bound them."""

    model_config = _STRICT

    title: str
    points: dict[str, int] = Field(min_length=1)
    threshold: str
    law: dict[str, list[str]]
    """Rules of the regime by grade or measure; ``any`` for all."""
    innocent: str
    unknown: str
    halved_after: int = 0
    most: int = 0
    group: str = ""
    km: int = 0

    def given(self, grade: str, days: int | None) -> int:
        """The points of a finding; ``days`` is its age, None where it is not known."""
        points = self.points.get(grade, self.points.get("other", 0))
        late = bool(self.halved_after) and (days is None or days > self.halved_after)
        return points // 2 if late else points


class Points(BaseModel):
    """One version of all points; ``until`` is its last day, empty while it applies."""

    model_config = _STRICT

    since: str = Field(alias="from", pattern=r"^\d{4}-\d\d-\d\d$")
    until: str = ""
    basis: str
    rules: dict[str, Rule]


@cache
def editions() -> list[Points]:
    """The versions that come with Yalu, oldest first."""
    text = files("yalu.fleet.targeting").joinpath("points.yaml").read_text(encoding="utf-8")
    return [Points.model_validate(one) for one in yaml.safe_load(text)]


def points_on(day: str) -> Points:
    """The version that applies on a day, the first for earlier days."""
    found = [p for p in editions() if p.since <= day and (not p.until or day <= p.until)]
    return found[-1] if found else editions()[0]
