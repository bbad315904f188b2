"""What a bulletin keeps of the register of a day, and of what ships did."""

from __future__ import annotations

from yalu.fleet.behavior.event import Event
from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.bulletin.difference import difference
from yalu.fleet.bulletin.reading import fleet_state
from yalu.fleet.bulletin.state import FleetState, HullState
from yalu.fleet.register.register import Register

GAP = on(rule_book().gap, "2026-11-24")
JIE_SHUN = "8518780"


def event(*, imo: tuple[int, ...] = (), mmsi: int = 273000001) -> Event:
    start = 1_772_323_200
    return Event("gap", "strong", (mmsi,), start, start + 50_000, "silent for 13.9 h", GAP, imo=imo)


def of(state: FleetState, imo: str) -> HullState:
    [found] = [h for h in state.hulls if h.imo == imo]
    return found


def test_every_hull_stands_once_with_sources_and_no_lead(register: Register) -> None:
    state = fleet_state(register)
    assert len(state.hulls) == len(register.hulls)
    numbers = [h.number for h in state.hulls if h.number]
    assert len(numbers) == len(set(numbers)) and numbers == sorted(numbers)
    facts = [f for h in state.hulls for rows in h.facts.values() for f in rows]
    assert facts and all(f.sources for f in facts)
    assert not [s for f in facts for s in f.sources if s.grade == "unverified"]
    assert FleetState.model_validate_json(state.model_dump_json()) == state


def test_an_event_is_told_of_the_hull_whose_number_was_sent(register: Register) -> None:
    before, after = fleet_state(register, []), fleet_state(register, [event(imo=(int(JIE_SHUN),))])
    [change] = difference(before, after)
    assert (change.imo, change.text, change.day) == (JIE_SHUN, "new behavior at sea", "2026-03-01")
    assert "silent for 13.9 h" in change.after and "dark gap" in change.sources[0].locator
    assert not change.note


def test_a_radio_number_alone_is_said_to_be_no_proof(register: Register) -> None:
    state = fleet_state(register)
    hull, radio = next((h, f.value) for h in state.hulls for f in h.facts.get("mmsi", []) if h.number)
    changes = difference(state, fleet_state(register, [event(mmsi=int(radio))]))
    assert hull.imo in {c.imo for c in changes}
    assert {c.note for c in changes} == {"by its MMSI alone, which is no proof of the ship"}


def test_an_event_of_another_ship_is_not_told(register: Register) -> None:
    assert difference(fleet_state(register), fleet_state(register, [event(imo=(9074729,))])) == []
