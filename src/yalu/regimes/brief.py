"""What a regime says about its brief: its sections, the authorities they point to, its fixed words."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from yalu.regimes.authorities import AuthorityId


class SectionPlan(BaseModel):
    """One section. ``authorities`` are the powers that its "what could be done next" may name.

    ``recommendation`` is that of the memo; empty for what all of them add up to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z]+$")
    title: str
    question: str
    recommendation: str
    authorities: list[AuthorityId] = []


class ScopeMark(BaseModel):
    """How a list says that a record is about the regime: by a property's value, or by a detail of it.

    ``joined`` is false for a list whose ids nobody else uses: a record of it counts only once somebody
    said whose it is, since its party may be counted already. ``takes_over`` are those of the values that
    the state's law takes over from the UN list as it stands: they are counted apart from its own listings.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    prop: str
    detail: str = ""
    values: list[str]
    joined: bool = True
    takes_over: list[str] = []


class BriefPlan(BaseModel):
    """The file ``brief.yaml``. ``words`` are capitalized words that sentences may use without a source."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    subtitle: str
    country: str = Field(default="", pattern=r"^([A-Z]{2})?$")
    """The regime's own country: a bank of another one is outside it."""
    scope: list[ScopeMark] = []
    partner_scope: list[ScopeMark] = []
    """How a list says that a record is about the program of the partner state, not of the regime."""
    sections: list[SectionPlan]
    words: list[str]
