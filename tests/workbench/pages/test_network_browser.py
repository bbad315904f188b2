"""The drawing of the network as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tests.workbench.serving import Served
from yalu.evidence.scope import Scope
from yalu.evidence.view import Evidence
from yalu.network.explore import Seeing
from yalu.regimes import load_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BANK = "ofac-15603"


def test_what_is_drawn_is_listed_and_keys_work(served: Served, browser: Browser) -> None:
    faults: list[str] = []
    page = browser.new_context().new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(f"{served.url}/network?open={BANK}")
    page.wait_for_selector("[data-drawn]")
    drawn = int(page.get_attribute("#stage", "data-nodes") or 0)
    assert drawn == page.locator("#parties tbody tr").count() > 20
    page.click("[data-select=person]")
    page.wait_for_selector("#net-panel .ways a")
    page.click("#net-panel .ways a")
    page.wait_for_url(lambda url: "hide=" in url)
    page.wait_for_selector("[data-drawn]")
    assert int(page.get_attribute("#stage", "data-nodes") or 0) < drawn
    hidden = page.url.count("hide=")
    page.keyboard.press("z")
    page.wait_for_url(lambda url: url.count("hide=") == hidden - 1)
    page.wait_for_selector("[data-drawn]")
    page.keyboard.press("[")
    page.wait_for_url(lambda url: "as_of=" in url)
    assert not faults
    page.close()


def test_without_scripts_the_list_stands_alone(served: Served, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served.url}/network")
    assert page.locator("#parties tbody tr").count() > 2 and not page.locator("#net").is_visible()
    assert "needs scripts" in (page.text_content("main") or "")
    page.close()


def test_500_parties_are_drawn(served: Served, browser: Browser, evidence: Evidence) -> None:
    ids = Seeing(Scope(evidence.at("2026-01-01"), load_plan())).graph.ids[:500]
    page = browser.new_context().new_page()
    page.goto(f"{served.url}/network?{urlencode([('show', one) for one in ids])}")
    page.wait_for_selector("[data-drawn]", timeout=60_000)
    assert page.get_attribute("#stage", "data-nodes") == "500"
    page.close()
