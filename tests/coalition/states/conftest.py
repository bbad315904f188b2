"""The rows on obligations, as days show them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from yalu.coalition.states.grid import Grid, grid
from yalu.coalition.states.held import Held, held
from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.regimes import Duties, load_duties

GridOf = Callable[..., Grid]


@pytest.fixture(scope="session")
def duties() -> Duties:
    return load_duties()


@pytest.fixture(scope="session")
def held_on(evidence: Evidence, duties: Duties) -> Callable[..., Held]:
    @cache
    def made(day: str, mode: Mode = Mode.STRICT) -> Held:
        return held(evidence.at(day, mode=mode), duties)

    return made


@pytest.fixture(scope="session")
def of(held_on: Callable[..., Held]) -> GridOf:
    """The grid of a state on a day."""
    return lambda state, day, mode=Mode.STRICT: grid(held_on(day, mode), state)
