"""Lead times: who publishes a listing, in which hours of which zone, and what must happen before.

What names no work was written from memory: it is shown as such, and decides nothing.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from yalu.model.dates import partial
from yalu.regimes.criteria import By
from yalu.regimes.rows import PartialDate

MEMORY = "from memory: decides nothing, check"
"""What is said of every part that names no work."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"{name!r} is no time zone such as Asia/Tokyo that this machine knows") from None
    return name


def _clock(text: str) -> str:
    time.fromisoformat(text)
    return text


Zone = Annotated[str, AfterValidator(_zone)]
Clock = Annotated[str, Field(pattern=r"^\d\d:\d\d$"), AfterValidator(_clock)]
WorkId = Annotated[str, Field(pattern=r"^L_[A-Z0-9]+$")]


LATER = "only a page of a later day, or of no known day, says it"
"""What stands for a sentence that no page of the day asked says."""


class Strict(BaseModel):
    """What every part of the file shares."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Work(Strict):
    """A page that was read; ``date`` is its own, where it bears one."""

    title: str
    publisher: str
    url: str
    date: PartialDate | None = None


class Said(Strict):
    """A sentence with the works that say it. ``unsourced`` names what of it they do not say."""

    text: str
    src: list[WorkId] = []
    unsourced: list[Literal["hour", "use for listings"]] = Field(default=[], max_length=1)

    @property
    def basis(self) -> str:
        """What of the sentence a work says."""
        if not self.src:
            return MEMORY
        return "stored" if not self.unsourced else f"stored in part; the {self.unsourced[0]} is {MEMORY}"


class Window(Strict):
    """Hours of the authority's zone in which it publishes; ``urgent`` ones are open in urgent cases only."""

    days: Literal["working", "any"]
    urgent: bool = False
    from_: Clock = Field(alias="from")
    to: Clock
    usual: Clock
    said: Said

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.from_ <= self.usual <= self.to:
            raise ValueError("from, usual and to must follow each other")
        return self


class Step(Strict):
    """Something to be done before. ``src`` says that it is asked for, ``days_src`` how long it takes."""

    id: str = Field(pattern=r"^[a-z-]+$")
    what: str
    days: int = Field(ge=0, le=365)
    count: Literal["working", "calendar"]
    src: list[WorkId] = []
    days_src: list[WorkId] = []

    @property
    def decides(self) -> bool:
        """Whether a work says how long it takes: else its days are from memory."""
        return bool(self.days_src)

    @property
    def basis(self) -> str:
        """What of the step a work says."""
        if not self.src:
            return MEMORY
        return "stored" if self.decides else f"the step is stored; its days are {MEMORY}"


class LeadTime(Strict):
    """How one authority publishes, since a day; steps are in order, the last ends on publication."""

    id: str = Field(pattern=r"^lead-[a-z]+(-\d{4})?$")
    by: By
    body: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    zone: Zone
    medium: Said
    effect: Said
    windows: list[Window] = Field(min_length=1)
    steps: list[Step] = Field(min_length=1)
    after: list[Said] = []
    ready: list[Said] = Field(min_length=1)

    def works(self) -> list[str]:
        """The works behind the row, each once, in its order."""
        said = [self.medium, self.effect, *(w.said for w in self.windows), *self.after, *self.ready]
        named = [s for one in said for s in one.src] + [
            s for step in self.steps for s in (*step.src, *step.days_src)
        ]
        return list(dict.fromkeys(named))


class LeadAbout(Strict):
    """How to read the file, when its works were read, and what was not found."""

    title: str = ""
    rule: str = ""
    read: PartialDate
    gaps: list[str] = []


class LeadTimes(Strict):
    """The file ``lead_times.yaml``."""

    about: LeadAbout
    works: dict[WorkId, Work] = {}
    authorities: list[LeadTime] = []

    @model_validator(mode="after")
    def _ends(self) -> Self:
        ids = [row.id for row in self.authorities]
        if len(set(ids)) != len(ids):
            raise ValueError("an id is given twice")
        named = {work for row in self.authorities for work in row.works()}
        if lost := sorted(named - self.works.keys()):
            raise ValueError(f"there is no work {lost[0]!r}")
        if idle := sorted(self.works.keys() - named):
            raise ValueError(f"nothing rests on the work {idle[0]!r}")
        return self

    def of(self, by: str, day: str) -> LeadTime | None:
        """The row of an authority as a day may show it, or None where none is held."""
        row = next(
            (
                row
                for row in self.authorities
                if row.by == by and (row.since or "") <= day and (row.until is None or day <= row.until)
            ),
            None,
        )
        return row if row is None or day >= self.about.read else self._before(row, day)

    def _before(self, row: LeadTime, day: str) -> LeadTime:
        """The row without what only a page of a later day says, or one whose day is not known."""
        dated = {name: work.date for name, work in self.works.items() if work.date}
        known = {name for name, date in dated.items() if partial(date).hi <= day}

        def said(one: Said) -> Said:
            left = [s for s in one.src if s in known]
            return one.model_copy(update={"src": left} | ({} if left or not one.src else {"text": LATER}))

        def step(one: Step) -> Step:
            left = {name: [s for s in getattr(one, name) if s in known] for name in ("src", "days_src")}
            return one.model_copy(update=left)

        return row.model_copy(
            update={
                "medium": said(row.medium),
                "effect": said(row.effect),
                "windows": [w.model_copy(update={"said": said(w.said)}) for w in row.windows],
                "steps": [step(s) for s in row.steps],
                "after": [said(s) for s in row.after],
                "ready": [said(s) for s in row.ready],
            }
        )
