"""A target's history: when it was listed, amended and taken off."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.model.dates import day
from yalu.sources.markup import Element, attribute, children

LISTED, AMENDED, TAKEN_OFF = "listed", "amended", "de-listed"


@dataclass(frozen=True, slots=True)
class History:
    """The days of the target: in force since ``listed``, last amended, and taken off, each or ``""``.

    ``again`` tells that it had been taken off before ``listed``.
    """

    listed: str
    amended: str
    taken_off: str
    again: bool


def history(target: Element) -> History:
    """The listing that is in force, or the last one with the day of its end.

    A modification counts from the later of its publication and its effect: before, it was unknown or not
    in force. A target that was taken off and listed again is listed since then.
    """
    found = sorted(
        (when, kind)
        for m in children(target, "modification")
        if (kind := attribute(m, "modification-type")) in (LISTED, AMENDED, TAKEN_OFF)
        and (when := max(_day(m, "publication-date"), _day(m, "effective-date")))
    )
    ends = [when for when, kind in found if kind == TAKEN_OFF]
    starts = [when for when, kind in found if kind == LISTED]
    taken_off = ends[-1] if ends and not any(start > ends[-1] for start in starts) else ""
    before = [end for end in ends if end != taken_off]
    since = [start for start in starts if not before or start > before[-1]]
    changes = [when for when, kind in found if kind != TAKEN_OFF]
    return History(
        since[0] if since else "", changes[-1] if changes else "", taken_off, bool(before and since)
    )


def _day(element: Element, key: str) -> str:
    try:
        return day(attribute(element, key)[:10])
    except ValueError:
        return ""
