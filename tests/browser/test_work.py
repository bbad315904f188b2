"""Work done in a browser: a file screened and marked, a merge and its undo, a gap to a package."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import yalu
from tests.workbench.browser import chromium
from tests.workbench.serving import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PARTNERS = """Name,Type,Country,Birth
DANDONG HONGXIANG INDUSTRY DEVELOPMENT CO,Company,CN,
MA Xiao Hong,Person,CN,
KIM Chol Sam,Person,KP,1971
"""
CUSTOMERS = """Customer ID,Full name,Date of birth
c-1,Kim Chol Sam,1971
c-2,조선광선은행,
c-3,Wholly Unlisted Person,1990
c-4,Somebody,not a day
"""
OFAC = "ofac-16084"
PATIENCE = 90_000
"""Milliseconds for a job on a busy machine."""


@pytest.fixture(scope="module")
def served(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on the casebook and a list of partners, resolved."""
    folder = tmp_path_factory.mktemp("work")
    home, partners = folder / "home", folder / "partners.csv"
    shutil.copytree(casebook, home)
    partners.write_text(PARTNERS)
    columns = "name=Name,kind=Type,country=Country,birth_date=Birth"
    yalu("sync", "own", "--name", "partners", "--from", partners, "--columns", columns, workspace=home)
    yalu("resolve", workspace=home)
    with serving(home, folder / "stderr.txt") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    try:
        yield context.new_page()
    finally:
        context.close()


def no_violation(page: Page) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]


def sent(page: Page, served: Served, file: Path) -> None:
    """Screen a file and wait for its results."""
    page.goto(f"{served.url}/screening")
    page.set_input_files("input[name=customers]", file)
    page.get_by_role("button", name="Screen the file").click()
    page.get_by_role("link", name="All results as CSV").wait_for(timeout=PATIENCE)


def saved(page: Page, link: str) -> bytes:
    with page.expect_download() as started:
        page.get_by_role("link", name=link).first.click()
    return Path(started.value.path()).read_bytes()


def test_a_mark_on_a_hit_of_a_file_returns_with_the_next(page: Page, served: Served, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(CUSTOMERS)
    sent(page, served, file)
    first = page.locator("article.judged").first
    name = first.locator("h3").inner_text()
    no_violation(page)
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("another birthplace")
    page.keyboard.press("Enter")
    said = page.get_by_text("Marked false").first
    said.wait_for()
    assert "another birthplace" in page.locator(".said").first.inner_text()
    assert b"marked false on" not in saved(page, "All results as CSV"), "a file of results is not changed"

    sent(page, served, file)
    again = page.locator("article.judged", has=page.locator(".said"))
    assert again.count() == 1 and name in again.first.inner_text()
    assert b"marked false on" in saved(page, "All results as CSV")
    assert saved(page, "XLSX").startswith(b"PK")
    page.get_by_role("link", name="1 not screened").click()
    assert "Not screened" in page.locator("main").inner_text()
    no_violation(page)

    page.goto(f"{served.url}/screening?q=KIM+chol+sam&birth=1971")
    assert "another birthplace" in page.locator(".said").first.inner_text()
    page.keyboard.press("j")
    page.keyboard.press("z")
    page.locator(".said").wait_for(state="detached")


def test_a_merge_shows_at_once_and_its_undo_too(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/queue?q=kim+chol+sam")
    pair = page.locator("article.judged")
    assert pair.count() == 1 and OFAC in pair.inner_text()
    no_violation(page)
    page.keyboard.press("j")
    page.keyboard.press("y")
    page.keyboard.type("same name and birth year")
    page.keyboard.press("Enter")
    page.locator("section > .said").first.wait_for()
    assert page.locator("article.judged").count() == 0
    assert "same name and birth year" in page.locator("section > .said").first.inner_text()
    assert partner_in(served), "every page takes the merge up"
    page.keyboard.press("z")
    page.locator("article.judged").wait_for()
    assert page.locator("section > .said").count() == 0
    assert not partner_in(served)


def partner_in(served: Served) -> bool:
    """Whether the page of the OFAC record says that the partners' record is the same party."""
    return "partners-" in served.get(f"/party/{OFAC}.json").text


def test_a_gap_becomes_a_package(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/gaps?authority=US&evidence=sufficient&listed_by=JP")
    no_violation(page)
    name = page.locator("article h3 a").first.inner_text()
    page.get_by_role("button", name="Make the package").first.click()
    page.get_by_role("heading", name="Documents").wait_for(timeout=PATIENCE)
    assert name in page.locator("h1").inner_text()
    no_violation(page)
    assert saved(page, "PDF, to read and print").startswith(b"%PDF")
    assert saved(page, "Word, to edit").startswith(b"PK")
    assert page.get_by_role("link", name="Entry:").count() >= 4


def test_screening_and_marking_need_no_script(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}/screening?q=Korea+Kwangson+Banking+Corp")
    form = page.locator("form.judge").first
    form.get_by_label("unsure").check()
    form.get_by_placeholder("reason").fill("asked the bank")
    form.get_by_role("button", name="Keep").click()
    assert "Marked unsure" in page.locator(".said").first.inner_text()
    context.close()


@pytest.mark.parametrize("path", ["/coalition", "/coalition/state/NA", "/queue", "/screening?q=kim", "/gaps"])
def test_pages_fit_and_are_accessible(browser: Browser, served: Served, path: str) -> None:
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for width, scheme in ((1280, "light"), (390, "dark")):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
        )
        page = context.new_page()
        page.goto(served.url + path)
        assert not page.evaluate(wide), width
        no_violation(page)
        context.close()
