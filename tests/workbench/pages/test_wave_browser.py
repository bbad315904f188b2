"""The wave page in a browser: without scripts, on a phone, in the dark, without a fault of access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.test_work import no_violation
from tests.workbench.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ASKED = "/wave?budget=4&by=US&by=JP&as_of=2017-06-13&other=budget%3D2%26by%3DUS"


def test_a_wave_is_chosen_and_changed_without_scripts(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}/wave?as_of=2017-06-13")
    page.get_by_label("Pairs").fill("3")
    for other in ("KR", "AU", "UK", "EU"):
        page.get_by_label(other, exact=True).uncheck()
    page.get_by_role("button", name="Choose a wave").click()
    page.locator("#wave tbody tr").first.wait_for(timeout=240_000)
    assert page.locator("#wave tbody tr").count() == 3 and "as_of=2017-06-13" in page.url
    page.locator("#wave tbody tr").first.get_by_role("link", name="take out").click()
    assert page.locator("#wave tbody tr").count() == 2
    page.get_by_role("link", name="put back").first.click()
    assert page.locator("#wave tbody tr").count() == 3
    page.get_by_role("link", name="Set aside to compare").click()
    assert "Both waves have the same pairs." in page.locator("main").inner_text()
    context.close()


def test_the_wave_fits_and_is_accessible(browser: Browser, served: Served) -> None:
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for width, dark in ((1280, False), (390, True)):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        page = context.new_page()
        page.goto(served.url + ASKED)
        page.locator(".chart svg polyline").first.wait_for(timeout=240_000)
        assert page.locator(".chart svg polyline").count() >= 2
        assert not page.evaluate(wide), width
        no_violation(page)
        context.close()
