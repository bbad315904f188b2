"""Every fixed address in both schemes and at both widths: axe finds no violation, nothing is too wide."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Desk
from yalu.workbench.frame.registry import pages

SIZES = ({"width": 1280, "height": 900}, {"width": 390, "height": 844})
OF_TWO = "/brief/difference"
"""Two briefs must have been written before it can be asked."""

MOST = 8
SHORTEN = f"""() => {{ for (const e of document.querySelectorAll('tbody, ul, ol'))
    [...e.children].slice({MOST}).forEach(row => row.remove()); }}"""
"""Rows beyond the first few come of the same template; without them axe takes a tenth of the time."""


def fixed() -> list[str]:
    """The addresses that need no id, and some with a question."""
    plain = [p.path for p in pages() if "{" not in p.path and p.path != OF_TWO]
    return [
        *plain,
        "/search?q=kim",
        "/screening?q=kim",
        "/sources/un_sc",
        "/coalition?as_of=2017-06-13",
        "/ship/8518780",
    ]


@pytest.fixture(scope="module")
def script() -> str:
    """The text of axe, which the tests carry along."""
    base = pytest.importorskip("axe_playwright_python.base", reason="no axe: it comes with the extra [dev]")
    found: str = base.AXE_SCRIPT
    return found


@pytest.fixture(scope="module")
def rooms(desk: Desk) -> Any:
    """A page for each width; the policy of the server would refuse the script of axe."""
    contexts = [desk.context(viewport=size, bypass_csp=True) for size in SIZES]
    yield [one.new_page() for one in contexts]
    for one in contexts:
        one.close()


@pytest.mark.parametrize("address", [*fixed(), "party", "evidence"])
def test_axe_finds_no_violation(desk: Desk, rooms: list[Any], script: str, address: str) -> None:
    if address in ("party", "evidence"):
        party = desk.first("/search?q=dandong", r'href="(/party/[^"?]+)')
        address = party if address == "party" else desk.first(party, r'href="(/evidence/[^"?]+)')
    wrong = []
    for page in rooms:
        answer = page.goto(desk.url + address)
        assert answer.status == 200
        page.locator("#made[hx-get]").wait_for(state="detached", timeout=90_000)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{address} is {over} px too wide at {page.viewport_size}"
        page.evaluate(SHORTEN)
        page.evaluate(script)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
            wrong += [(scheme, v["id"], v["nodes"][0]["html"][:200]) for v in found]
    assert not wrong
