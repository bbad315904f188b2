"""Which column of a table means what: by its heading in known layouts, or as the user says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yalu.errors import UsageError

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "mmsi": ("mmsi",),
    "time": ("timestamp", "basedatetime", "time", "datetime", "datetimeutc", "msgtime", "ts", "timeutc"),
    "lat": ("latitude", "lat"),
    "lon": ("longitude", "lon", "lng", "long"),
    "sog": ("sog", "speed", "speedoverground"),
    "cog": ("cog", "course", "courseoverground"),
    "heading": ("heading", "trueheading"),
    "status": ("status", "navigationalstatus", "navstatus"),
    "imo": ("imo", "imonumber"),
    "name": ("name", "vesselname", "shipname"),
    "callsign": ("callsign",),
    "type": ("shiptype", "vesseltype"),
    "length": ("length",),
    "beam": ("width", "beam"),
    "draught": ("draught", "draft"),
    "destination": ("destination",),
    "eta": ("eta",),
    "mobile": ("typeofmobile", "transceiverclass", "transceiver"),
}
"""Headings of the Danish Maritime Authority, of NOAA's MarineCadastre, and of common exports.

Case, spaces, signs and underlines do not count.
"""

TRACK = "track"
"""A field for tables whose ships bear numbers that are no MMSI: identity rules pass over them."""

NEEDED = ("time", "lat", "lon")
FIELDS = (*HEADINGS, TRACK)


@dataclass(frozen=True)
class Layout:
    """The columns of a table by field. ``time_format`` is that of a user, as strftime has it."""

    columns: tuple[str, ...]
    place: Mapping[str, int]
    time_format: str = ""

    @property
    def tracks(self) -> bool:
        """Whether ships bear numbers of the table's own."""
        return TRACK in self.place


def layout(headings: Sequence[str], said: str = "") -> Layout:
    """Find the fields; ``said`` is FIELD=COLUMN,... and may hold time_format=FORMAT.

    Raises UsageError where a needed field has no column, or several.
    """
    told = _told(said)
    time_format = told.pop("time_format", "")
    place: dict[str, int] = {}
    for field in FIELDS:
        if field in told:
            fits = [i for i, h in enumerate(headings) if h.strip().casefold() == told[field].casefold()]
            if len(fits) != 1:
                raise UsageError(
                    f"{len(fits) or 'No'} column is called {told[field]!r}; the headings are"
                    f" {', '.join(headings)}.",
                    do=f"Name it with --map {field}=HEADING.",
                )
        else:
            fits = [i for i, h in enumerate(headings) if _plain(h) in HEADINGS.get(field, ())]
            if field == "mmsi" and TRACK in told:
                continue
        if fits:
            place[field] = fits[0]
    missing = [f for f in NEEDED if f not in place]
    if not {"mmsi", TRACK} & set(place):
        missing.insert(0, "mmsi")
    if missing:
        raise UsageError(
            f"No column for {', '.join(missing)}; the headings are {', '.join(headings)}.",
            expected="a table of positions: mmsi, time, lat, lon",
            do=f"Name it with --map {missing[0]}=HEADING"
            + (f"; --map {TRACK}=HEADING where the numbers are no MMSI." if "mmsi" in missing else "."),
        )
    return Layout(tuple(headings), place, time_format)


def _told(said: str) -> dict[str, str]:
    told = {}
    for part in filter(None, (p.strip() for p in said.split(","))):
        field, equals, column = part.partition("=")
        if not equals or field not in (*FIELDS, "time_format"):
            raise UsageError(
                f"{part!r} names no column.",
                expected=f"FIELD=COLUMN, where FIELD is one of {', '.join(FIELDS)}, or time_format=FORMAT",
            )
        told[field] = column
    return told


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", heading.casefold())
