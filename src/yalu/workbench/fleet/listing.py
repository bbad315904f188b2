"""The register as a list: which hulls fit a reader's choice, and a row of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from yalu.fleet.behavior.find import KINDS
from yalu.fleet.plot.sea import Sea
from yalu.fleet.register.hull import Hull
from yalu.fleet.register.measures import DE_FLAGGING, FREEZE, NOT_TOLD, PORT_BAN
from yalu.workbench.fleet.known import Hulls, address, numbers
from yalu.workbench.fleet.moment import told
from yalu.workbench.frame import Cell, Column, Params, Table
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.route import Text

MEASURES = (PORT_BAN, DE_FLAGGING, FREEZE, NOT_TOLD)
LISTED_BY = Annotated[str, Field(pattern=r"^[A-Za-z]{0,12}$")]
NOBODY = "none"
"""The choice of ships that are on no list."""


class Chosen(Params):
    """What a reader chooses of the register."""

    q: Text = ""
    flag: Text = ""
    type: Text = ""
    by: LISTED_BY = ""
    measure: Annotated[str, Field(pattern=f"^({'|'.join(MEASURES)}|)$")] = ""
    kind: Annotated[str, Field(pattern=f"^({'|'.join(KINDS)}|)$")] = ""

    @property
    def of_register(self) -> bool:
        """Whether anything is chosen that only the register tells."""
        return bool(self.q.strip() or self.flag or self.type or self.by or self.measure)


class Choices(Model):
    """What can be chosen, with how many hulls have it."""

    flags: dict[str, int]
    types: dict[str, int]
    by: dict[str, int]
    measures: dict[str, int]


def choices(known: Hulls) -> Choices:
    """The choices of a day, the most frequent first."""
    return Choices(
        flags=_tally([flags(h) for h in known.all]),
        types=_tally([types(h) for h in known.all]),
        by=_tally([lists(h) for h in known.all]),
        measures=_tally([measures(h) for h in known.all]),
    )


def _tally(found: Sequence[Sequence[str]]) -> dict[str, int]:
    counts = Counter(value for values in found for value in set(values))
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def flags(hull: Hull) -> list[str]:
    """The flags that sources show of a hull, former ones too."""
    return list(dict.fromkeys(e.value for e in hull.facts["flags"] if not e.unverified))


def types(hull: Hull) -> list[str]:
    """Its types as sources write them."""
    return list(dict.fromkeys(e.value for e in hull.facts["types"] if not e.unverified))


def lists(hull: Hull) -> list[str]:
    """The authorities that list it."""
    return [one.authority for one in hull.listings]


def measures(hull: Hull) -> list[str]:
    """What the lists do to it."""
    return list(dict.fromkeys(m for one in hull.listings for m in one.measures))


def fits(hull: Hull, chosen: Chosen) -> bool:
    """Whether a hull is among those chosen."""
    wanted = chosen.q.strip().casefold()
    said = [hull.imo, *hull.ids, *(e.value for g in ("names", "mmsi", "call_signs") for e in hull.facts[g])]
    return (
        (not wanted or any(wanted in one.casefold() for one in said))
        and (not chosen.flag or chosen.flag in flags(hull))
        and (not chosen.type or chosen.type in types(hull))
        and (not chosen.by or (not hull.listings if chosen.by == NOBODY else chosen.by in lists(hull)))
        and (not chosen.measure or chosen.measure in measures(hull))
    )


COLUMNS = (
    Column(key="ship", label="Ship", head=True),
    Column(key="imo", label="IMO number", kind="id"),
    Column(key="lists", label="Lists and measures"),
    Column(key="flags", label="Flags shown"),
    Column(key="type", label="Type"),
    Column(key="incidents", label="Incidents", kind="number"),
    Column(key="heard", label="Last heard", kind="day"),
)


def table(found: Sequence[Hull], heard: dict[str, int]) -> Table:
    """The hulls as rows; ``heard`` is when each was heard last, by its first id."""
    rows = tuple(_row(hull, heard.get(hull.ids[0], 0)) for hull in found)
    return Table(
        id="ships",
        columns=COLUMNS,
        rows=rows,
        empty="No ship of the register fits these filters.",
        stack=True,
    )


def _row(hull: Hull, heard: int) -> tuple[Cell, ...]:
    standing = "; ".join(
        f"{one.authority} {', '.join(one.measures)}" + (f" since {one.since.text()}" if one.since else "")
        for one in hull.listings
    )
    doubt = "check digit fails" if hull.imo and not hull.imo_holds else ""
    return row(
        Cell(text=hull.name, href=address(hull), shape="ship", listed=bool(hull.listings)),
        Cell(text=hull.imo or "not public", note=doubt),
        Cell(text=standing) if standing else Cell(text="named in a source", badge="named"),
        ", ".join(flags(hull)) or "no source gives it",
        ", ".join(types(hull)) or "no source gives it",
        len(hull.incidents),
        told(heard) if heard else "no position held",
    )


def last_heard(found: Sequence[Hull], sea: Sea, moment: int, known: Hulls) -> dict[str, int]:
    """The time of the newest position of each hull that was heard, by the hull's first id."""
    times: dict[str, int] = {}
    for hull in found:
        mine = sea.of(numbers(hull, sea, known), 0, moment) if len(sea.ts) else ()
        if len(mine):
            times[hull.ids[0]] = int(sea.ts[mine].max())
    return times
