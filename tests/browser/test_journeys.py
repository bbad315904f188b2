"""Whole journeys at the desk, as a reader makes them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.browser.conftest import Desk
from tests.workbench import lists

DAY = "2017-06-13"
PATIENCE = 120_000
"""Milliseconds for a job on a busy machine."""


def test_an_as_of_brief(desk: Desk, tmp_path: Path) -> None:
    """The day is set in the head, its brief is read, checked at a statement, written and saved."""
    context = desk.context(accept_downloads=True)
    page = context.new_page()
    page.goto("/brief")
    page.get_by_label("As of").fill(DAY)
    page.get_by_role("button", name="Show", exact=True).click()
    assert f"As known on {DAY}." in page.locator(".band").inner_text()
    page.locator(".part").first.wait_for(timeout=PATIENCE)
    proof = page.locator(".proofs").first
    proof.locator("summary").click()
    assert proof.locator('a[href^="/party/"]').first.is_visible()
    href = proof.locator('a[href^="/evidence/"]').first.get_attribute("href")
    assert href and f"as_of={DAY}" in href
    page.get_by_role("button", name="Write the brief").click()
    page.wait_for_url("**/jobs/j*")
    link = page.get_by_role("link", name="brief.json", exact=True)
    link.wait_for(timeout=PATIENCE)
    page.goto(f"/brief?as_of={DAY}")
    row = page.locator("#versions tbody tr").first
    assert DAY in row.inner_text()
    with page.expect_download() as started:
        row.get_by_role("link", name="JSON").click()
    started.value.save_as(tmp_path / "brief.json")
    brief = json.loads((tmp_path / "brief.json").read_bytes())
    assert brief["as_of"] == DAY and brief["uncited"] == 0
    said = brief["sections"][0]["findings"][0]["text"]
    assert said in " ".join(page.locator(".part .findings").first.inner_text().split())
    context.close()


def test_a_list_change_to_its_effects(desk: Desk) -> None:
    """A second copy is read as a job; home tells what changed; the party has its new listing."""
    context = desk.context()
    page = context.new_page()
    page.goto("/sources/ofac_sdn")
    page.get_by_text("Or read a copy from a file").click()
    page.locator('input[name="copy"]').set_input_files(desk.second / "sdn.csv")
    page.get_by_label("Day of the copy").fill(lists.SECOND)
    page.get_by_role("button", name="Read the copy").click()
    page.wait_for_url("**/jobs/j*")
    page.locator("#polled:not([hx-get])").wait_for(timeout=PATIENCE)
    assert "done" in page.locator("#polled").inner_text()
    for _ in range(60):
        page.goto(f"/?since={lists.FIRST}")
        changed = page.locator("#since-found")
        changed.locator(".tw, .empty").first.wait_for(timeout=PATIENCE)
        if "NOVELTY HARBOR" in changed.inner_text():
            break
        page.wait_for_timeout(1000)
    assert "QUONDAM" in changed.inner_text()
    changed.get_by_role("link", name="NOVELTY HARBOR").first.click()
    assert "NOVELTY HARBOR" in page.locator("h1").inner_text()
    assert "Listed US" in page.locator("main").inner_text()
    context.close()


def test_a_page_of_text_works_without_scripts(desk: Desk) -> None:
    context = desk.context(java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator("#q").fill("dandong hongxiang")
    page.get_by_role("button", name="Search").click()
    page.locator('main a[href^="/party/"]').first.click()
    assert "/party/" in page.url and page.locator("h1").inner_text()
    page.locator('main a[href^="/evidence/"]').first.click()
    assert "/evidence/" in page.url and page.locator("h1").inner_text()
    page.goto(f"/brief?as_of={DAY}")
    for _ in range(90):
        if page.locator(".part").count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    assert page.locator(".part").count() == 7
    page.goto("/changes?since=2017-01-01")
    assert page.locator("main h1").inner_text() == "Changes of the lists"
    context.close()
