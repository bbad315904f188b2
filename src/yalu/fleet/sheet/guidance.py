"""Where to look and what to ask for, as dated data, chosen by the reasons of the ship."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field

from yalu.fleet.targeting.reason import Reason

_STRICT = ConfigDict(extra="forbid", frozen=True)


class Hint(BaseModel):
    """One thing to look at or ask for; ``when`` names the rules with which it stands."""

    model_config = _STRICT

    text: str
    when: list[str] = Field(min_length=1)
    since: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    basis: str = Field(pattern=r"^(stored|memory)$")


class Guidance(BaseModel):
    """All hints, the humanitarian note, and for how many days a sheet is good."""

    model_config = _STRICT

    look: list[Hint]
    documents: list[Hint]
    humanitarian: str
    valid_days: int = Field(gt=0)


@cache
def guidance() -> Guidance:
    """The hints that come with Yalu."""
    text = files("yalu.fleet.sheet").joinpath("guidance.yaml").read_text(encoding="utf-8")
    return Guidance.model_validate(yaml.safe_load(text))


def chosen(hints: Iterable[Hint], reasons: Iterable[Reason], day: str) -> list[str]:
    """The hints of a day for some reasons, those that answer a reason first."""
    rules = {name for r in reasons for name in (r.rule, r.finding.rule)}
    public = [h for h in hints if h.since <= day]
    fitting = [h for h in public if rules & set(h.when)]
    return [h.text for h in (*fitting, *(h for h in public if "always" in h.when and h not in fitting))]
