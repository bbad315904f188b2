"""What is known of every hull on a day, as a bulletin keeps it to compare the next one with."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from yalu.fleet.identity import check_digit_holds

FIELDS = {
    "listing": "listing",
    "name": "name",
    "flag": "flag",
    "imo": "IMO number",
    "mmsi": "MMSI",
    "call_sign": "call sign",
    "owner": "owner",
    "manager": "operator or manager",
    "incident": "incident",
    "result": "result of an inspection",
    "event": "behavior at sea",
}
"""What is compared of a hull, in the order in which a bulletin tells it, with its word."""

FORMER = ("former name", "former flag")
"""Roles of a value that was true before."""


def former_key(key: str, role: str) -> str:
    """The key of a value that a source gives as a former one."""
    return f"{key} ({role})" if role else key


class Strict(BaseModel):
    """Nothing is read that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Work(Strict):
    """A cited work, as far as it was public on the day."""

    id: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""


class Source(Strict):
    """Where a fact stands: the source, the place in it, the newest copy that shows it, and what it cites."""

    source: str
    locator: str = ""
    copy_of: str = ""
    grade: str = ""
    works: list[Work] = []

    def text(self) -> str:
        """``ofac_sdn, copy of 2022-01-31, sdn.csv row 7``."""
        cited = "; ".join(", ".join(filter(None, (w.title, w.publisher, w.date))) for w in self.works)
        copy = f"copy of {self.copy_of}" if self.copy_of else ""
        return ", ".join(filter(None, (self.source, copy, cited or self.locator)))


class Fact(Strict):
    """One value of a field. ``key`` makes it the same fact later, ``detail`` is what may change of it."""

    key: str
    value: str
    detail: str = ""
    day: str = ""
    """From when a source gives it as true, or when it happened; empty where none says."""
    sources: list[Source] = []


class HullState(Strict):
    """A hull: its IMO number (empty where none is public), ids, name, and facts by field."""

    imo: str
    name: str
    ids: list[str]
    facts: dict[str, list[Fact]]

    @property
    def number(self) -> str:
        """The IMO number where it passes its check digit; else it identifies no hull."""
        return self.imo if check_digit_holds(self.imo) else ""

    @property
    def lists(self) -> list[str]:
        """The authorities that list it."""
        return [fact.value for fact in self.facts.get("listing", [])]


class FleetState(Strict):
    """Every hull of a day, the newest copy of each list by then, and whether positions are held."""

    as_of: str
    mode: str
    lists: dict[str, str]
    positions: bool
    hulls: list[HullState]
