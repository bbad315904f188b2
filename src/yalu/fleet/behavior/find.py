"""All rules over one world, in the order in which they need each other, as events."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from yalu.fleet.behavior import (
    calls,
    coverage,
    identity,
    jumps,
    loitering,
    meetings,
    silence,
    telling,
    tracks,
)
from yalu.fleet.behavior.event import Event
from yalu.fleet.behavior.rules import RuleBook, on

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from yalu.fleet.behavior.world import World

KINDS = ("gap", "jump", "meeting", "dark_meeting", "loitering", "call", "identity")
"""Kinds of events, each a rule; detections of satellites are asked for apart."""


class Found:
    """The tables of a world, each made when it is first asked for."""

    def __init__(self, world: World, book: RuleBook, day: str = "") -> None:
        self.world = world
        self.gap, self.jump = on(book.gap, day), on(book.jump, day)
        self.meeting, self.loitering = on(book.meeting, day), on(book.loitering, day)
        self.dark, self.call = on(book.dark_meeting, day), on(book.call, day)
        self.identity = on(book.identity, day)
        self._held: dict[str, Any] = {}

    def _once(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._held:
            self._held[name] = make()
        return self._held[name]

    def tracks(self) -> tuple[ir.Table, ir.Table, ir.Table, ir.Table]:
        """notable, stretches, links, excursions."""

        def make() -> tuple[ir.Table, ir.Table, ir.Table, ir.Table]:
            world, jump = self.world, self.jump.thresholds
            notable = tracks.notable(world, self.gap.thresholds, jump)
            stretches = tracks.stretches(world, notable)
            links = tracks.links(world, stretches, jump)
            return notable, stretches, links, tracks.excursions(world, stretches, links)

        held: tuple[ir.Table, ir.Table, ir.Table, ir.Table] = self._once("tracks", make)
        return held

    def silences(self) -> ir.Table:
        """Every silence, before coverage is asked for."""
        return self._once(
            "silences", lambda: silence.silences(self.world, *self.tracks(), self.gap.thresholds)
        )

    def gaps(self) -> ir.Table:
        """The silences with their grade."""
        return self._once("gaps", lambda: coverage.coverage(self.world, self.silences(), self.gap.thresholds))

    def jumps(self) -> ir.Table:
        """Impossible moves."""
        return self._once("jumps", lambda: jumps.jumps(self.world, *self.tracks()[1:]))

    def meetings(self) -> ir.Table:
        """Meetings, firm and probable."""

        def make() -> ir.Table:
            rule = self.meeting.thresholds
            return meetings.meetings(self.world, meetings.slow_bins(self.world, rule), rule)

        return self._once("meetings", make)

    def loiters(self) -> ir.Table:
        """Loitering far from shore."""
        rule = self.loitering.thresholds
        return self._once(
            "loitering",
            lambda: loitering.loitering(
                self.world, rule, away=rule.shore, lasting=rule.lasting, name="loitering"
            ),
        )

    def dark_meetings(self) -> ir.Table:
        """Stays beside gaps; a stay here need only be away from ports."""

        def make() -> ir.Table:
            rule, dark = self.loitering.thresholds, self.dark.thresholds
            stays = loitering.loitering(
                self.world, rule, away=self.gap.thresholds.port, lasting=dark.lasting, name="stays"
            )
            return loitering.dark_meetings(self.world, self.gaps(), stays, dark)

        return self._once("dark_meetings", make)

    def identities(
        self, register: Mapping[int, identity.Hull], *, partial: bool = False
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Events on single numbers, and IMO numbers that two ships bear at once."""
        rule, read = self.identity.thresholds, self.world.engine.read
        spells = read(identity.spells(self.world))
        return (
            identity.judged(spells, read(self.gaps()), register, rule, partial=partial),
            read(identity.together(self.world, rule)),
        )


def events(
    found: Found,
    kinds: Collection[str] = KINDS,
    *,
    register: Mapping[int, identity.Hull] | None = None,
    partial: bool = False,
    every: bool = False,
    step: Callable[[str], None] = lambda kind: None,
) -> list[Event]:
    """The events of the kinds asked for, in order of time.

    A ``partial`` register does not hold all ships, so that a number it lacks is no event. With ``every``
    also the silences that are no finding: in port, of ships that reported rarely, and where
    the place fell silent.
    """
    read = found.world.engine.read
    places = found.world.places
    made: list[Event] = []
    for kind in kinds:
        step(kind)
        if kind == "gap":
            rows = [r for r in read(found.gaps()) if every or r["grade"] in ("gap", "strong")]
            made += [telling.gap(r, found.gap) for r in rows]
        elif kind == "jump":
            made += [telling.jump(r, found.jump) for r in read(found.jumps())]
        elif kind == "meeting":
            made += [telling.meeting(r, found.meeting, len(places)) for r in read(found.meetings())]
        elif kind == "loitering":
            made += [telling.loitering(r, found.loitering) for r in read(found.loiters())]
        elif kind == "dark_meeting":
            made += [telling.dark_meeting(r, found.dark) for r in read(found.dark_meetings())]
        elif kind == "call":
            rule = found.call
            made += [telling.call(r, rule, places) for r in read(calls.seen(found.world, rule.thresholds))]
            headed = read(calls.inferred(found.world, found.gaps(), rule.thresholds))
            made += [telling.inferred_call(r, rule, places) for r in headed]
        else:
            single, twice = found.identities(register or {}, partial=partial)
            made += [telling.identity(r, found.identity) for r in single]
            made += [telling.imo_twice(r, found.identity) for r in twice]
    return sorted(telling.named(made, read(found.world.voyages)), key=Event.order)
