"""Invented hulls and states of the fleet, as short as a test needs."""

from __future__ import annotations

from yalu.fleet.bulletin.state import Fact, FleetState, HullState, Source

A, B, C = "9074729", "8814275", "9241061"
"""Numbers whose check digits are right."""


def fact(value: str, detail: str = "", source: str = "ofac_sdn") -> Fact:
    return Fact(key=value.casefold(), value=value, detail=detail, sources=[Source(source=source)])


def hull(number: str, called: str = "EXAMPLE", ids: tuple[str, ...] = (), **facts: list[Fact]) -> HullState:
    held = {"name": [fact(called)]} | facts
    return HullState(imo=number, name=called, ids=list(ids or (f"x-{number}",)), facts=held)


def listing(authority: str = "US", measure: str = "asset freeze", *sources: str) -> Fact:
    told = [Source(source=s) for s in sources or ("ofac_sdn",)]
    return Fact(key=authority, value=authority, detail=measure, sources=told)


def fleet(
    *hulls: HullState, copy: str = "2024-05-01", positions: bool = False, as_of: str = ""
) -> FleetState:
    lists = {"ofac_sdn": copy} if copy else {}
    return FleetState(as_of=as_of or copy, mode="strict", lists=lists, positions=positions, hulls=list(hulls))
