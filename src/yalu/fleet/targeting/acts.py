"""What a ship did by the positions that are held, as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from yalu.fleet import radio
from yalu.fleet.ais.store import day_of
from yalu.fleet.arrivals.numbers import digits
from yalu.fleet.behavior.event import Event, Fix, moment
from yalu.fleet.behavior.ports import Place, meters_from, regime_places
from yalu.fleet.targeting.points import Rule, points_on
from yalu.fleet.targeting.reason import Finding
from yalu.fleet.targeting.ship import Joined, Ship
from yalu.model import countries

MARKS = "the number of a track is what the crew typed in; another ship may have sent it"


def acts(ship: Ship, joined: Joined, day: str, country: str) -> Iterator[Finding]:
    """The findings of a ship's events; an event begun after the day is not there."""
    for event in ship.events:
        grade, more = _grade(event, ship, joined, day, country)
        where = _where(event)
        text = f"{moment(event.t0)[:16].replace('T', ' ')} UTC: {event.text}{more}{where}"
        key = f"{event.grade}-{event.mmsi[0]}" if event.kind == "identity" else ""
        yield Finding(event.kind, grade, text, day_of(event.t0), (event.as_json(day),), doubt=MARKS, key=key)
    for number in _numbers(ship):
        if radio.state_of(str(number)) == country:
            text = f"MMSI {number} has the digits of {countries.state(country)}"
            yield Finding("flag", "digits", text, evidence=({"mmsi": number},), doubt=MARKS)
            return


def _numbers(ship: Ship) -> Sequence[int]:
    """The numbers that it sends, is registered under, or that its papers give."""
    given = digits(ship.line.get("mmsi")) if ship.line else ""
    return [*ship.mmsi, *([int(given)] if given.isdigit() and int(given) not in ship.mmsi else [])]


def _grade(event: Event, ship: Ship, joined: Joined, day: str, country: str) -> tuple[str, str]:
    rule = points_on(day).rules[event.kind]
    if event.kind == "gap":
        near = _near(event.positions, rule)
        if near:
            return "near strong" if event.grade == "strong" else "near", near
        return event.grade, ""
    if event.kind in ("meeting", "dark_meeting"):
        what, text = _other(event, ship, joined, country)
        if event.kind == "meeting":
            return f"{what} {event.grade}".strip(), text
        return what or event.grade, text
    return event.grade, ""


def _other(event: Event, ship: Ship, joined: Joined, country: str) -> tuple[str, str]:
    """What the other ship of a meeting is: listed, of the country, or nothing that is known."""
    others = [m for m in event.mmsi if m not in ship.mmsi]
    if not others:
        return "", ""
    mmsi = others[0]
    hull = joined.hull_at(mmsi, event.t0)
    name = joined.heard.name_of(mmsi)
    if hull and hull.listings:
        by = ", ".join(one.authority for one in hull.listings)
        return "listed", f"; the other is {hull.name} (IMO {hull.imo}), listed by {by}"
    if radio.state_of(str(mmsi)) == country:
        return "country", f"; the other is {name}, MMSI {mmsi} of {countries.state(country)}"
    return "", f"; the other is {name}, MMSI {mmsi}"


@cache
def _targets() -> list[Place]:
    return [place for place in regime_places() if place.target]


def _near(fixes: Sequence[Fix], rule: Rule) -> str:
    """The nearest port of the country to an end of a gap, where it lies within the rule's distance."""
    found = [(meters_from(p, f.lat, f.lon) / 1000, p.name, f.what) for f in fixes for p in _targets()]
    km, name, what = min(found, default=(float("inf"), "", ""))
    return f"; the {what} was {km:.0f} km from {name}" if km <= rule.km else ""


def _where(event: Event) -> str:
    shown = "; ".join(f"{p.lat:.3f}, {p.lon:.3f}" for p in event.positions[:2])
    return f" ({shown})" if shown else ""
