"""Finds the page modules: each module of ``yalu.workbench.pages`` has its ``ROUTES``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

from yalu.workbench.frame.route import Action, PageRoute


@cache
def pages() -> tuple[PageRoute[Any], ...]:
    """Every page, in the order of the head."""
    found = [r for r in _routes() if isinstance(r, PageRoute)]
    return tuple(sorted(found, key=lambda p: (p.order, p.path)))


@cache
def actions() -> tuple[Action[Any], ...]:
    """Every action, by address."""
    return tuple(sorted((r for r in _routes() if isinstance(r, Action)), key=lambda a: a.path))


def _routes() -> list[PageRoute[Any] | Action[Any]]:
    package = importlib.import_module("yalu.workbench.pages")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    found: list[PageRoute[Any] | Action[Any]] = []
    for name in names:
        found += importlib.import_module(f"yalu.workbench.pages.{name}").ROUTES
    return found
