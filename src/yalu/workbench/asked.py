"""What every request may ask: the dataset, the day, and the filters that endpoints share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated

from fastapi import Path, Query, Request

from yalu.evidence.view import When
from yalu.model.clock import Mode
from yalu.sources.registry import sources
from yalu.workbench.held import Held
from yalu.workbench.lens import Lens
from yalu.workbench.problems import refuse, safe
from yalu.workbench.turns import Turns

DAY = r"^(\d{4}-\d{2}-\d{2})?$"
DEFAULT = "default"
"""The dataset of everything."""

DatasetPath = Annotated[
    str, Path(description="`default` for everything, or the id of one source", examples=["default"])
]
AsOf = Annotated[
    str, Query(pattern=DAY, description="Yalu: answer as known on this day (YYYY-MM-DD); by default today")
]
On = Annotated[
    str,
    Query(
        pattern=DAY, description="Yalu: what was true on this day, as known by `as_of`; by default the same"
    ),
]
ModeQuery = Annotated[
    Mode, Query(description="Yalu: `strict`, what was certainly public; `likely`, also what may have been")
]
ChangedSince = Annotated[
    str | None,
    Query(
        pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?$",
        title="Only entities of which something was new after this moment",
    ),
]


async def held(request: Request) -> Held:
    """The snapshot that this request is answered from, to its end."""
    found: Held | None = request.app.state.holder.held
    if found is None:
        raise refuse(503, "Index not ready.")
    return found


async def turns(request: Request) -> Turns:
    """The threads in which the work of requests is done."""
    found: Turns = request.app.state.turns
    return found


async def viewed(
    in_turn: Callable[..., Awaitable[Lens]], taken: Held, as_of: str, on: str, mode: Mode
) -> Lens:
    """The view of the day that is asked for; another day than today is opened in the thread that asks.

    An answer 400 for what is no day, or one that has not come.
    """
    try:
        asked = When.at(as_of or taken.day, on, mode)
    except ValueError as error:
        raise refuse(400, safe(str(error))) from None
    if asked.as_of > taken.day:
        raise refuse(400, f"as_of={asked.as_of} has not come: nothing is known by it")
    return taken.today if asked == taken.today.when else await in_turn(taken.lens, asked)


def scope(taken: Held, dataset: str, include: Sequence[str], exclude: Sequence[str]) -> frozenset[str] | None:
    """The sources that count, or None where all do; an answer 404 for a dataset that is not held.

    yente answers an included dataset that it does not know with no results. In screening that reads like a
    customer who is on no list, so here it is an error.
    """
    held_sources = frozenset(taken.today.datasets)
    named = frozenset(d for d in (dataset, *include) if d != DEFAULT)
    for name in sorted(named - held_sources):
        known = name in sources()
        why = f" It is a source that nothing was loaded of: run yalu sync {name}." if known else ""
        raise refuse(404, f"No such dataset: {safe(name)!r}.{why}")
    found = held_sources if dataset == DEFAULT else frozenset({dataset})
    if include and DEFAULT not in include:
        found &= frozenset(include)
    found -= frozenset(exclude)
    return None if found == held_sources else found
