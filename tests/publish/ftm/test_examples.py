"""The examples in the docstrings of what imports and exports of FollowTheMoney share hold."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "module", ["yalu.model.ftm_lists", "yalu.publish.ftm.values", "yalu.publish.ftm.parties"]
)
def test_examples(module: str) -> None:
    found = doctest.testmod(import_module(module))
    assert found.attempted and not found.failed
