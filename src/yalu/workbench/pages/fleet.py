"""Fleet: the hulls of the register on a map of the sea, and all that was heard around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import orjson
from pydantic import Field

from yalu.fleet.behavior.event import Event
from yalu.fleet.plot.sea import STALE
from yalu.fleet.register.hull import Hull
from yalu.fleet.targeting.heard import BACK
from yalu.workbench.fleet import heard, listing, telling
from yalu.workbench.fleet.fleet_map import fleet_map
from yalu.workbench.fleet.known import Hulls, Seen, hulls, notices, numbers, seen
from yalu.workbench.fleet.listing import Choices, Chosen
from yalu.workbench.fleet.moment import DAY, At, Back, TimeBar, moment, time_bar, told
from yalu.workbench.fleet.picture import WORDS, Picture
from yalu.workbench.frame import Ask, Cell, Page, PageRoute, Section
from yalu.workbench.frame.page import Model

ROWS = 100
"""Ships that were heard, and events, on a page of the list."""


class FleetParams(Chosen):
    """What is shown: which hulls, which moment, which box, how many days back events and tracks go."""

    at: At = ""
    back: Back = 7
    box: Annotated[str, Field(max_length=80)] = ""
    tab: Annotated[str, Field(pattern="^(map|list)$")] = "map"
    page: Annotated[int, Field(ge=1, le=10**6)] = 1


class HullLine(Model):
    """A hull of the register beside the map."""

    ship: Cell
    imo: str
    said: str
    heard: str


class FleetPage(Page):
    """The fleet of a day. ``reading``: positions, or the events in them, are read still; ask again."""

    chosen: dict[str, str]
    choices: Choices
    kinds: dict[str, str]
    counts: dict[str, int]
    tab: str
    reading: str = ""
    beside: tuple[HullLine, ...] = ()
    picture: Picture | None = None
    bar: TimeBar | None = None
    page: int = 1
    pages: int = 1
    geo: dict[str, Any] = {}

    def data(self) -> dict[str, Any]:
        """All but the drawing, which the GeoJSON twin has as places."""
        return self.model_dump(mode="json", exclude={"status", "refresh", "remember", "picture", "geo"})


def fleet(ask: Ask, params: FleetParams, *, wait: bool = False) -> FleetPage:
    """The page; with ``wait`` all is read before it answers, and ``geo`` is filled.

    Raises UsageError for a moment or a box that is none.
    """
    known = hulls(ask)
    held = seen(ask, wait=wait)
    last = moment(params.at, held.sea, ask.as_of)
    first = last - params.back * DAY if params.back else 0
    mine = [h for h in known.all if listing.fits(h, params)]
    found = _found(held, known, mine, params, first, last)
    here = [int(i) for i in held.sea.last(last)] if not held.empty else []
    part = slice((params.page - 1) * ROWS, params.page * ROWS)
    times = listing.last_heard(mine, held.sea, last, known)
    ships = listing.table(mine, times)
    events = telling.table(found[part], known, held.sea, _no_events(held))
    picture, geo = fleet_map(
        ask, held, known, mine, found, (first, last), box=params.box, alone=params.of_register, whole=wait
    )
    beside = tuple(
        HullLine(
            ship=cells[0],
            imo=cells[1].text,
            said="" if cells[2].badge else cells[2].text,
            heard=cells[6].text,
        )
        for cells in ships.rows
    )
    return FleetPage(
        title="Fleet",
        lead=_lead(ask, mine, held, len(times), len(here), last),
        notices=notices(ask, held),
        sections=(
            Section(
                id="register",
                title="Register",
                note=f"{len(mine):,} of {len(known.all):,} hulls",
                table=ships,
            ),
            Section(
                id="events-part", title="Events", note=_note(held, found, params, ask.as_of), table=events
            ),
            Section(
                id="heard-part",
                title="Ships heard",
                note=f"{len(here):,} by this moment",
                table=heard.table(held.sea, known, here[part]),
            ),
        ),
        chosen={k: str(v) for k, v in params.model_dump().items()},
        choices=ask.kept("fleet choices", lambda: listing.choices(known)),
        kinds=telling.kinds(),
        counts=_counts(known, mine, held, len(here), found),
        tab=params.tab,
        reading="positions" if held.reading else "events" if held.events is None and not held.problem else "",
        beside=beside,
        picture=picture,
        bar=time_bar(held.sea, last, params.back) if not held.empty else None,
        page=params.page,
        pages=max(1, -(-max(len(found), len(here)) // ROWS)),
        geo=geo,
    )


def _found(
    held: Seen, known: Hulls, mine: Sequence[Hull], params: FleetParams, first: int, last: int
) -> list[Event]:
    """The events of the window: of the kind chosen, or of all that have a place; of the hulls chosen."""
    found = telling.during(held.events or (), first, last)
    found = [e for e in found if (e.kind == params.kind if params.kind else e.kind != telling.PLACELESS)]
    if not params.of_register:
        return found
    own = {n for h in mine for n in numbers(h, held.sea, known)}
    imo = {int(h.imo) for h in mine if h.imo}
    return [e for e in found if own & set(e.mmsi) or imo & set(e.imo)]


def _lead(ask: Ask, mine: Sequence[Hull], held: Seen, heard: int, here: int, last: int) -> str:
    listed = sum(bool(h.listings) for h in mine)
    what = f"{len(mine):,} hulls of the register, {listed:,} of them on a list."
    if held.reading:
        return f"{what} The positions that are held are being read."
    if held.empty:
        none = f"No position of any ship by {ask.as_of} is held"
        return f"{what} {none}, so what they did at sea is known from documents alone."
    of = f"Positions of {heard:,} of them are held by {told(last)}"
    return f"{what} {of}; {here:,} ships were heard in the {STALE // DAY} days before."


def _counts(
    known: Hulls, mine: Sequence[Hull], held: Seen, here: int, found: Sequence[Event]
) -> dict[str, int]:
    counts = {
        "hulls": len(known.all),
        "chosen": len(mine),
        "on a list": sum(bool(h.listings) for h in mine),
        "named in a source": sum(not h.listings for h in mine),
        "ships heard": here,
        "positions held": sum(held.sea.days.values()),
    }
    for event in found:
        words = WORDS[event.kind]
        counts[words] = counts.get(words, 0) + 1
    return counts


def _note(held: Seen, found: Sequence[Event], params: FleetParams, day: str) -> str:
    if held.events is None:
        return "being read"
    span = f"in {params.back} days" if params.back else "of all days held"
    kinds = "" if params.kind else "; oddities of identity only when chosen"
    return f"{len(found):,} {span}{kinds}; read of the {BACK} days before {day}"


def _no_events(held: Seen) -> str:
    if held.empty:
        return "No position is held, so no rule can read any."
    if held.events is None:
        return "The rules still read the positions. Look again in some seconds."
    return "No event of these kinds is found in these days. That is no proof that nothing happened."


def _geojson(ask: Ask, page: FleetPage) -> bytes:
    """What the map shows, as places, with what every file says of itself."""
    return orjson.dumps(
        fleet(ask, _again(ask), wait=True).geo | {"yalu": ask.says() | {"address": ask.permanent()}}
    )


def _again(ask: Ask) -> FleetParams:
    return FleetParams.model_validate(
        {k: v[-1] for k, v in ask.query.items() if k in FleetParams.model_fields}
    )


ROUTES = (
    PageRoute(
        "/fleet",
        fleet,
        FleetParams,
        "fleet.html.j2",
        nav="Ships",
        order=35,
        key="f",
        scripts=("sea",),
        styles=("sea",),
        exports={".geojson": ("application/geo+json", _geojson)},
    ),
)
