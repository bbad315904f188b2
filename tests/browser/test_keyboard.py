"""All that can be done with a pointer can be done with keys, and single keys stay out of the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
MARK = f"""() => [...document.querySelectorAll({INTERACTIVE!r})]
    .filter(e => !e.disabled && e.checkVisibility() && !e.closest('dialog:not([open])') && e.tabIndex >= 0)
    .map((e, i) => (e.dataset.at = i, i)).length"""
FOCUSED = """() => { const e = document.activeElement, s = getComputedStyle(e);
    return [e.dataset.at ?? '', s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0]; }"""
HELD = "document.activeElement.matches('[data-search]')"


@pytest.fixture
def page(desk: Desk) -> Iterator[Page]:
    context = desk.context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ["/", "/search?q=kim", "/brief", "/sources/un_sc"])
def test_tab_reaches_everything_and_shows_where_it_is(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#made[hx-get]").wait_for(state="detached", timeout=90_000)
    page.wait_for_load_state("networkidle")
    count = page.evaluate(MARK)
    seen: set[str] = set()
    for step in range(min(count, 120)):
        page.keyboard.press("Tab")
        at, shown = page.evaluate(FOCUSED)
        assert shown, f"nothing shows the focus at step {step} of {address}"
        seen.add(at)
    assert len(seen) == min(count, 120), f"{address}: {len(seen)} of {count}"


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.goto("/about")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_keys_are_commands_until_they_are_switched_off(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    sheet = page.locator("#keys")
    sheet.wait_for(state="visible")
    page.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    page.keyboard.press("/")
    page.wait_for_function(HELD)
    page.keyboard.type("?g/t")
    assert page.input_value("[data-search]") == "?g/t" and not sheet.is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    page.keyboard.press("?")
    page.keyboard.press("/")
    assert not sheet.is_visible() and not page.evaluate(HELD)
    page.goto("/")
    page.keyboard.press("/")
    assert not page.evaluate(HELD)


def test_g_and_a_letter_go_to_a_page(page: Page) -> None:
    page.goto("/?as_of=2017-06-13")
    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_url("**/brief?as_of=2017-06-13")
