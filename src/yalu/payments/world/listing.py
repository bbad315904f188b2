"""The fictional list with its register of owners, as a file of FollowTheMoney. Each fact has its own day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from yalu.payments.world.actors import ALREADY, Actor, Cast

NOTE = "Fictional: an entry of an invented list for an exercise. No such party exists."


def entities(cast: Cast, last: str) -> Iterator[bytes]:
    """An entity a line. ``last`` is the day of the copy."""
    for one in cast.known:
        since = ALREADY if one.owner is not None or not one.listed else one.listed
        yield _line(
            one.id, "Company", since, last,
            {"name": [one.name], "country": [one.country.lower()], "notes": [NOTE]},
        )  # fmt: skip
        if one.listed:
            yield _line(
                f"{one.id}-listing", "Sanction", one.listed, last,
                {
                    "entity": [one.id], "authority": ["Office of Foreign Assets Control"],
                    "program": ["DPRK (fictional)"], "startDate": [one.listed], "summary": [NOTE],
                },
            )  # fmt: skip
        if one.owner is not None:
            yield _line(
                f"{one.id}-owner", "Ownership", one.owned, last,
                {"owner": [one.owner.id], "asset": [one.id], "percentage": ["100"], "startDate": [ALREADY]},
            )  # fmt: skip


def _line(id_: str, schema: str, since: str, last: str, properties: dict[str, list[str]]) -> bytes:
    held: dict[str, Any] = {
        "id": id_, "schema": schema, "datasets": ["fictional_exercise"], "first_seen": since,
        "last_change": since, "last_seen": last, "properties": properties,
    }  # fmt: skip
    return orjson.dumps(held) + b"\n"


def party(one: Actor) -> str:
    """A party as the truth names it."""
    return one.id or one.account
