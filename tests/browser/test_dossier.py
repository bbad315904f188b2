"""Two journeys in a browser: a document to a changed finding, and a name in Hangul to a printed dossier."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import yalu
from tests.workbench import lists
from tests.workbench.browser import chromium
from tests.workbench.serving import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE = 90_000
"""Milliseconds for a snapshot to be taken up on a busy machine."""
OWNED = "Brackwater Example Trading Ltd is owned to 60 percent by RANGSOM Inventus since 2019."
TEXT = f"""A note on invented firms.

Brackwater Example Trading Ltd has its office at 5 Invented Quay, Nowhere.
{OWNED}
<script>document.title = "ran"</script> <img src=x onerror="document.title='ran'"> is text here.
"""


@pytest.fixture(scope="module")
def served(casebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on the casebook and an invented list."""
    folder = tmp_path_factory.mktemp("dossier")
    home = folder / "home"
    shutil.copytree(casebook, home)
    copy = lists.copy(folder / "list", lists.PERSON, lists.SHIP)
    yalu("sync", "ofac_sdn", "--from", copy, "--dated", lists.FIRST, workspace=home)
    with serving(home, folder / "stderr.txt") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def opened(browser: Browser, **how: bool) -> Page:
    page = browser.new_context(**how).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    return page


def state(page: Page, says: str, value: str, **more: str) -> None:
    """Fill the form of a passage, and send it."""
    page.select_option("select[name=says]", says)
    page.fill("input[name=value]", value)
    for name, text in more.items():
        field = page.locator(f"form.form [name={name}]")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)
    page.click("button:has-text('State it')")
    page.wait_for_selector("text=Stated:")


def taken_up(page: Page, address: str, words: str) -> None:
    """Ask for a page until the snapshot that holds the words is served."""
    for _ in range(120):
        page.goto(address)
        if words in page.content():
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"{address} does not say {words!r}")


def test_a_document_becomes_a_statement_that_changes_a_finding(browser: Browser, served: Served) -> None:
    page = opened(browser)
    page.goto(f"{served.url}/read")
    page.set_input_files(
        "input[type=file]", {"name": "note.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    page.fill("input[name=publisher]", "The Invented Gazette")
    page.fill("input[name=public]", "2024-05-01")
    page.select_option("select[name=grade]", "press")
    page.click("text=Bring and read it")
    page.wait_for_selector("#leaf")
    assert page.title() != "ran" and "<script>document.title" in page.inner_text("#leaf")
    read = page.url
    # a passage that is selected fills the form
    page.evaluate(
        """quote => {
          const leaf = document.querySelector('#leaf');
          const walk = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode()); ) {
            const at = node.data.indexOf(quote);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + quote.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            leaf.dispatchEvent(new Event('mouseup'));
            return;
          }
        }""",
        "has its office at 5 Invented Quay, Nowhere",
    )
    assert page.input_value("#quote") == "has its office at 5 Invented Quay, Nowhere"
    page.fill("#subject", "Brackwater Example Trading Ltd")
    state(page, "address", "5 Invented Quay, Nowhere", subject_new="Company")
    party = page.get_attribute(".notice a", "href") or ""
    assert party.startswith("/party/documents-")
    taken_up(page, f"{served.url}{party}?full=1", "5 Invented Quay")
    assert "OFAC 50 Percent Rule: not blocked" in page.content() and "named in a source" in page.content()

    page.goto(read)
    page.fill("#quote", OWNED)
    page.fill("#subject", party.rpartition("/")[2])
    state(page, "tie:owned_by", "ofac-90100", share="60%", since="2019")
    assert page.locator("mark.cited").count() >= 2
    taken_up(page, f"{served.url}{party}?full=1", "OFAC 50 Percent Rule: blocked")
    page.click("#findings ~ .finding a")
    page.wait_for_selector("text=In the archived document")
    assert OWNED in page.inner_text(".leaf mark") and "press report" in page.content()
    page.goto(page.url.partition("?")[0] + "?full=1")
    rests = page.inner_text("#rests")
    assert "Finding" in rests and "OFAC 50 Percent Rule: blocked" in rests
    page.context.close()


def test_a_sentence_is_picked_and_stated_without_scripts(browser: Browser, served: Served) -> None:
    page = opened(browser, java_script_enabled=False)
    page.goto(f"{served.url}/read")
    text = b"Elsewhere Example Ltd sails the INVENTED BREEZE. It is said to do so often."
    page.set_input_files("input[type=file]", {"name": "b.txt", "mimeType": "text/plain", "buffer": text})
    page.fill("input[name=public]", "2024-04-01")
    page.click("text=Bring and read it")
    page.click("summary:has-text('pick a sentence')")
    page.check("input[name=sentence][value='1']")
    page.fill("#subject", "Elsewhere Example Ltd")
    state(page, "notes", "sails a ship", subject_new="Company")
    assert page.locator("mark.cited").count() >= 1
    # what does not stand in the page is refused, and nothing is kept
    page.fill("#quote", "words that nobody wrote on this page")
    page.fill("#subject", "ofac-90101")
    page.select_option("select[name=says]", "notes")
    page.fill("input[name=value]", "x")
    page.click("button:has-text('State it')")
    assert "does not stand on page 1" in page.content()
    page.context.close()


def test_a_name_in_hangul_leads_to_a_printed_dossier(browser: Browser, served: Served) -> None:
    from yalu.documents.extract import extract

    page = opened(browser)
    page.goto(served.url)
    page.fill("main input[name=q]", "조선광선은행")
    page.press("main input[name=q]", "Enter")
    page.wait_for_selector(".hits")
    first = page.locator(".hits > li").first
    assert "alike" in first.inner_text() and first.locator("[lang=ko]").count() >= 1
    first.locator("h3 a").click()
    page.wait_for_selector("#criteria")
    assert page.locator("h1").inner_text().startswith("KOREA KWANGSON")
    address = page.url
    page.goto(f"{address}?as_of=2017-06-13&full=1")
    printed = page.pdf(format="A4", print_background=True)
    text = extract(printed, "dossier.pdf")
    whole = " ".join(" ".join(p.text for p in text.pages).split())
    assert len(text.pages) >= 2
    for words in (
        "KOREA KWANGSON BANKING CORP",
        "As known on 2017-06-13",
        "Listings",
        "Sources",
        "2009-08-11",
    ):
        assert words in whole, words
    assert "Make the package" not in whole and "On this page" not in whole
    assert io.BytesIO(printed).read(5) == b"%PDF-"
    page.context.close()


def test_results_come_while_typing_and_the_address_keeps_them(browser: Browser, served: Served) -> None:
    page = opened(browser)
    page.goto(f"{served.url}/search?as_of=2024-04-01")
    page.locator("#q").press_sequentially("inventus rangsom", delay=20)
    page.wait_for_selector(".hits >> text=RANGSOM")
    assert "as_of=2024-04-01" in page.url and "q=inventus" in page.url
    page.reload()
    assert page.locator(".hits > li").count() >= 1
    page.context.close()
