"""Ship: one hull over time, with its listings, ties, incidents, and what its positions show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import orjson
from pydantic import Field

from yalu.errors import YaluError
from yalu.fleet.plot.sea import Sea
from yalu.fleet.register.hull import NEVER_HELD, Hull
from yalu.workbench.fleet import bands, hull_sections, telling
from yalu.workbench.fleet.bands import Bands
from yalu.workbench.fleet.known import Hulls, Seen, hulls, notices, numbers, of_ship, seen
from yalu.workbench.fleet.moment import DAY, At, Back, TimeBar, moment, time_bar, told
from yalu.workbench.fleet.picture import Kind, Picture
from yalu.workbench.fleet.scores import Scores, scores, sheet, target_of
from yalu.workbench.fleet.ship_map import ship_map
from yalu.workbench.frame import Ask, Cell, Gone, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.route import Id, Moved
from yalu.workbench.pages.common import Cited

NOT_ON_REGISTER = (
    "No source of the register names this radio number: it is known from positions alone. A name or IMO"
    " number that was sent is what the crew typed."
)

EVENTS = {"events": "Gaps, meetings and other events", "calls": "Calls at ports of the country"}


class ShipParams(Params):
    """The IMO number, an id of the register, or the MMSI of a ship that was heard; what the map shows."""

    imo: Id
    at: At = ""
    back: Back = 0
    box: Annotated[str, Field(max_length=80)] = ""


class ShipPage(Page):
    """One ship. ``ship`` is the hull as ``yalu fleet ship --json`` has it, empty where there is none."""

    imo: str = ""
    names: tuple[str, ...] = ()
    badges: tuple[Cell, ...] = ()
    glance: tuple[tuple[str, Cell], ...] = ()
    ship: dict[str, Any] = {}
    mmsi: dict[str, str] = {}
    positions: int = 0
    scores: Scores | None = None
    reading: bool = False
    bands: Bands | None = None
    picture: Picture | None = None
    bar: TimeBar | None = None
    geo: dict[str, Any] = {}

    def data(self) -> dict[str, Any]:
        """All but the drawings, which are in the tables and the GeoJSON twin as days and places."""
        left = {"status", "refresh", "remember", "picture", "geo", "bands"}
        return self.model_dump(mode="json", exclude=left)

    def tables(self) -> dict[str, Table]:
        """The tables of the sections, and the reasons of both scores."""
        mine = {t.id: t for t in (self.scores.reasons, self.scores.rows)} if self.scores else {}
        return super().tables() | mine


def ship(ask: Ask, params: ShipParams, *, wait: bool = False) -> ShipPage:
    """The page. Raises Gone for a ship of which nothing was known, Moved where it has another address."""
    known = hulls(ask)
    held = seen(ask, wait=wait)
    hull = _hull(known, params.imo)
    if hull is None:
        return _heard(ask, known, held, params)
    cited = Cited(ask.view)
    values = bands.shown(hull, cited)
    mine = numbers(hull, held.sea, known)
    sections = (
        Section(
            id="identity-part",
            title="Identity history",
            note="what sources show, and between which days",
            table=bands.table(values),
        ),
        *hull_sections.differences(hull),
        hull_sections.listings(hull, cited),
        hull_sections.ties(hull, cited),
        hull_sections.incidents(hull, cited),
    )
    unknown = {k: v for k, v in hull.unknown.items() if k != "track" or not mine}
    listed: Kind = "listed" if hull.listings else "named"
    page = _page(ask, known, held, params, mine, name=hull.name, imo=hull.imo, kind=listed)
    return page.model_copy(
        update={
            "title": hull.name,
            "kicker": (
                Cell(text="Ships", href="/fleet"),
                Cell(text="/"),
                Cell(text=hull.ids[0], href=addresses.party(hull.ids[0])),
            ),
            "lead": _lead(hull),
            "names": tuple(dict.fromkeys(e.value for e in hull.facts["names"] if e.value != hull.name))[:12],
            "badges": _badges(hull),
            "glance": _glance(hull),
            "ship": hull.as_json(),
            "scores": _scores(ask, held, hull.imo or hull.ids[0]),
            "bands": bands.bands(values, ask.as_of),
            "sections": (*sections, *page.sections, hull_sections.law(ask), hull_sections.unknown(unknown)),
            "sources": cited.lines,
        }
    )


def _hull(known: Hulls, asked: str) -> Hull | None:
    """The hull of an IMO number or an id. Raises Moved for another way to write one, Gone."""
    if asked in known.by_imo:
        return known.by_imo[asked]
    if asked.isdigit() and len(asked) == 9:
        return None
    try:
        found = known.register.find(asked)
    except YaluError as error:
        raise Gone(error.what, "Ask a later day, or look in the list of ships.") from None
    if asked.isdigit() and len(asked) == 7:
        return found  # a list's key knows the number on days on which no text of it was public yet
    if found.imo and found.imo in known.by_imo:
        raise Moved(f"/ship/{found.imo}")
    if found.ids[0] != asked:
        raise Moved(f"/ship/{found.ids[0]}")
    return found


def _heard(ask: Ask, known: Hulls, held: Seen, params: ShipParams) -> ShipPage:
    """The page of a ship that no source names, by its MMSI. Raises Gone."""
    number = int(params.imo)
    if held.reading:
        return ShipPage(
            title=f"MMSI {number}", reading=True, lead="The positions that are held are being read."
        )
    bearers = known.by_mmsi.get(number, ())
    if number not in held.sea.reports and not bearers:
        raise Gone(
            f"No ship with the MMSI {number} was known on {ask.as_of}.",
            "Ask a later day, or look in the list.",
        )
    if number not in held.sea.reports and len(bearers) == 1:
        raise Moved(f"/ship/{bearers[0].imo or bearers[0].ids[0]}")
    said = held.sea.said.get(number)
    page = _page(ask, known, held, params, {number: "asked for"}, name=str(number), imo="", kind="ship")
    sent = f"It sent the name {said.name}. " if said and said.name else ""
    text = "".join(f" A source gives this MMSI to {h.name}." for h in bearers) or f" {NOT_ON_REGISTER}"
    return page.model_copy(
        update={
            "title": f"MMSI {number}",
            "kicker": (Cell(text="Ships", href="/fleet"), Cell(text=f"/ {number}")),
            "lead": (sent + text.strip()),
            "badges": (Cell(text="not on the register", badge="off"),) if not bearers else (),
            "glance": _sent(held.sea, number, bearers),
            "scores": _scores(ask, held, str(number)),
        }
    )


def _page(
    ask: Ask,
    known: Hulls,
    held: Seen,
    params: ShipParams,
    mine: Mapping[int, str],
    *,
    name: str,
    imo: str,
    kind: Kind,
) -> ShipPage:
    """What positions show of some radio numbers."""
    newest = max((int(held.sea.ts[i]) for i in held.sea.of(mine, 0, 1 << 40)), default=0)
    last = moment(params.at, held.sea, ask.as_of) if params.at or not newest else newest
    first = last - params.back * DAY if params.back else 0
    found = telling.during(of_ship(held.events, list(mine), imo), first, last)
    picture, geo, reports = ship_map(
        ask, held, known, mine, found, (first, last), box=params.box, name=name, kind=kind
    )
    sections = tuple(
        Section(
            id=f"{key}-part",
            title=title,
            note=f"by {told(last)}" if not held.empty else "",
            table=telling.table(
                [e for e in found if (e.kind == "call") == (key == "calls")],
                known,
                held.sea,
                _nothing(held, bool(mine)),
                key,
            ),
        )
        for key, title in EVENTS.items()
    )
    return ShipPage(
        title=name,
        imo=imo,
        notices=tuple(n for n in notices(ask, held) if mine or n.kind != "stale"),
        mmsi={str(n): why for n, why in mine.items()},
        positions=reports,
        reading=held.reading or held.events is None,
        sections=sections,
        picture=picture if mine and not held.empty else None,
        bar=time_bar(held.sea, last, params.back) if mine and not held.empty else None,
        geo=geo,
    )


def _nothing(held: Seen, heard: bool) -> str:
    if held.empty or not heard:
        return "No position of this ship is held, so no rule can read any."
    if held.events is None:
        return "The rules still read the positions. Look again in some seconds."
    return "The rules find none in the positions held. That is no proof that there was none."


def _lead(hull: Hull) -> str:
    lists = [f"{one.authority} ({', '.join(one.measures)})" for one in hull.listings]
    number = f"IMO {hull.imo}" if hull.imo else "no IMO number is public"
    if not lists:
        return f"{number}; {hull.status}; being named is no finding of wrongdoing."
    return f"{number}; listed by {'; '.join(lists)}."


def _badges(hull: Hull) -> tuple[Cell, ...]:
    found = [
        Cell(
            text=f"Listed {one.authority}" + (f" since {one.since.text()}" if one.since else ""),
            badge="listed",
        )
        for one in hull.listings
    ] or [Cell(text="named in a source", badge="named")]
    if hull.imo and not hull.imo_holds:
        found.append(Cell(text="check digit fails", badge="unverified"))
    return tuple(found)


def _glance(hull: Hull) -> tuple[tuple[str, Cell], ...]:
    check = "check digit holds" if hull.imo_holds else "check digit fails"
    lines = [("IMO number", Cell(text=hull.imo, note=check) if hull.imo else Cell(text="not public"))]
    for group, word in (
        ("types", "Type"),
        ("flags", "Flags shown"),
        ("mmsi", "MMSI"),
        ("call_signs", "Call sign"),
    ):
        values = dict.fromkeys(e.value for e in hull.facts[group] if not e.unverified)
        lines.append((word, Cell(text="; ".join(values) or "no source gives it")))
    lines += [
        (word.capitalize(), Cell(text="no source held", note="")) for word in NEVER_HELD if word != "track"
    ]
    lines.append(("Dossier", Cell(text="the party’s page", href=addresses.party(hull.ids[0]))))
    return tuple(lines)


def _scores(ask: Ask, held: Seen, query: str) -> Scores | None:
    """Both scores; None while the rules still run, and for a number of which nothing can be judged."""
    try:
        target = target_of(ask, held, query)
    except YaluError:
        return None
    return scores(target) if target else None


def _sent(sea: Sea, number: int, bearers: tuple[Hull, ...]) -> tuple[tuple[str, Cell], ...]:
    said = sea.said.get(number)
    lines = [
        ("Names sent", Cell(text="; ".join(said.names) if said else "none")),
        ("IMO numbers sent", Cell(text="; ".join(map(str, said.imo)) if said and said.imo else "none")),
        ("Types sent", Cell(text="; ".join(said.types) if said and said.types else "none")),
        ("Positions held", Cell(text=f"{sea.reports.get(number, 0):,}")),
    ]
    lines += [("MMSI of", Cell(text=h.name, href=f"/ship/{h.imo or h.ids[0]}")) for h in bearers]
    return tuple(lines)


def _sheet(ask: Ask, page: ShipPage) -> bytes:
    """The inspection sheet. Raises Gone where the ship cannot be judged."""
    try:
        return sheet(ask, seen(ask, wait=True), ask.path.rpartition("/")[2])
    except YaluError as error:
        raise Gone(
            error.what, "Ask for the sheet of a ship of the register, or of one with events."
        ) from None


def _geojson(ask: Ask, page: ShipPage) -> bytes:
    """What the map shows, as places."""
    params = ShipParams.model_validate(
        {"imo": ask.path.rpartition("/")[2]}
        | {k: v[-1] for k, v in ask.query.items() if k in ("at", "back", "box")}
    )
    whole = ship(ask, params, wait=True)
    return orjson.dumps(
        (whole.geo or {"type": "FeatureCollection", "features": []})
        | {"yalu": ask.says() | {"address": ask.permanent()}}
    )


ROUTES = (
    PageRoute(
        "/ship/{imo}",
        ship,
        ShipParams,
        "ship.html.j2",
        scripts=("sea",),
        styles=("sea",),
        exports={".geojson": ("application/geo+json", _geojson), ".pdf": ("application/pdf", _sheet)},
    ),
)
