"""The examples in the docstrings of what sources share, and of the sources, hold."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

from yalu.sources.registry import FOLDER

MODULES = sorted(
    ".".join(("yalu", "sources", *path.relative_to(FOLDER).with_suffix("").parts))
    for path in FOLDER.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    found = doctest.testmod(import_module(module))
    assert found.attempted and not found.failed
