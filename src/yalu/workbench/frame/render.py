"""Renders the model of a page with its template. Whatever stands in a value, it is text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from yalu import __version__
from yalu.model.words import DISCLAIMERS, MODES, grade_words
from yalu.sources.language import language
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.ask import Ask
from yalu.workbench.frame.page import SHAPES, Page
from yalu.workbench.frame.registry import pages
from yalu.workbench.frame.route import PageRoute
from yalu.workbench.frame.static import asset

TEMPLATES = Path(__file__).parent.parent / "templates"
TAGS = {"zh": "zh-Hans"}


@cache
def environment() -> Environment:
    """Jinja2 with autoescape for every template whatever its name, and no value that is not there."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "asset": asset,
        "disclaimer": DISCLAIMERS[0],
        "modes": MODES,
        "party_href": addresses.party,
        "evidence_href": addresses.evidence,
        "shape_of": lambda kind: SHAPES.get(kind, "group"),
        "version": __version__,
        "data_island": _island,
    }
    made.filters |= {"tongue": tongue, "grade": grade_words}
    return made


def render(route: PageRoute[Any], page: Page, ask: Ask) -> str:
    """The page as HTML."""
    return environment().get_template(route.template).render(**values(page, ask, route))


def values(page: Page, ask: Ask, route: PageRoute[Any] | None) -> dict[str, Any]:
    """What a template may use: ``page`` (the model), ``ask``, ``link``, ``nav``, ``citation``, ``token``."""
    return {
        "page": page,
        "ask": ask,
        "link": ask.link,
        "nav": [p for p in pages() if p.nav],
        "here": route.path if route else "",
        "scripts": route.scripts if route else (),
        "styles": route.styles if route else (),
        "citation": citation(page, ask),
        "token": ask.csrf,
    }


def citation(page: Page, ask: Ask) -> str:
    """How to cite the page: what it says, of which snapshot, as known on which day, in which mode."""
    return (
        f"Yalu {__version__}, “{page.title}”, as known on {ask.as_of} ({ask.mode.value}),"
        f" snapshot {ask.snapshot}, read on {ask.today}. {ask.permanent()}"
    )


def tongue(text: str) -> Markup:
    """The text, in a span with its language where its script says it: Korean, Chinese, Japanese ..."""
    if text.isascii():
        return escape(text)
    found = language(text)
    if not found:
        return escape(text)
    way = ' dir="rtl"' if found == "ar" else ""
    return Markup('<span lang="{}"{}>{}</span>').format(TAGS.get(found, found), Markup(way), text)


def _island(name: str, data: Any) -> Markup:
    """Data for a script: JSON in an element that no browser runs, without a sign that could end it."""
    text = orjson.dumps(data).decode().replace("<", "\\u003c").replace("&", "\\u0026").replace(">", "\\u003e")
    return Markup('<script type="application/json" id="{}">{}</script>').format(name, Markup(text))
