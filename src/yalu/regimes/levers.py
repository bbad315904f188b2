"""What each lever acts through, by stream, and which rows state a share: readings over rows."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from yalu.regimes.authorities import AuthorityId
from yalu.regimes.rows import Country


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reach(_Part):
    """Rows of ``authorities.yaml`` by which a lever takes from some streams."""

    lever: str
    streams: list[str] = Field(min_length=1)
    in_force: list[AuthorityId] = []
    """They take by themselves, while they stand."""
    powers: list[AuthorityId] = []
    """They let somebody take, one decision at a time."""
    asked: list[AuthorityId] = []
    """Calls on states, which are no duty."""


class Number(_Part):
    """A number of a row: the ``number``-th in the words of a field, ``less`` another where one is given."""

    row: str
    prop: str
    number: int = Field(default=1, ge=1)
    less: Number | None = None

    def fields(self) -> Iterator[tuple[str, str]]:
        """The rows and fields that it reads."""
        yield self.row, self.prop
        if self.less:
            yield from self.less.fields()


class Quotient(_Part):
    """A product of numbers over a product of numbers."""

    top: list[Number] = Field(min_length=1)
    bottom: list[Number] = Field(min_length=1)


class StatedShare(_Part):
    """A share that rows state, for an assumption that is a judgment where they are not public."""

    assumption: str
    why: str
    low: Quotient
    high: Quotient

    def fields(self) -> list[tuple[str, str]]:
        """The rows and fields that it reads, each once."""
        numbers = (n for end in (self.low, self.high) for n in (*end.top, *end.bottom))
        return list(dict.fromkeys(field for n in numbers for field in n.fields()))


class Levers(_Part):
    """The file ``levers.yaml``. ``acts`` is the state that the recommendations are addressed to."""

    acts: Country = "US"
    reaches: list[Reach] = []
    shares: list[StatedShare] = []
