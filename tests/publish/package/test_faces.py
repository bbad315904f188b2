"""PDF, DOCX and JSON of a package say the same, in the same order, and in the same bytes each time."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import orjson
import pypdfium2
import pytest
from docx.oxml.ns import qn

from yalu.designation.package.make import make_package
from yalu.designation.package.model import Package
from yalu.evidence.view import Evidence
from yalu.model.words import DISCLAIMERS
from yalu.publish.package.archive import packed
from yalu.publish.package.blocks import Bullets, Document, Drawing, Grid, Para, Section
from yalu.publish.package.document import document
from yalu.publish.package.pages import package_pdf
from yalu.publish.package.word import package_docx
from yalu.publish.package.write import archive, package_files, write_folders
from yalu.regimes import Regime

DAY = "2026-11-24"
PARTY = "jp-bank-of-dandong"
TITLES = [
    *("In short", "Who the party is", "Grounds and evidence", "Network within two steps"),
    *("Ownership and its consequences", "List-ready entries", "Contrary evidence", "What is not known"),
    *("Humanitarian and safety flags", "Ways off the list"),
]
ODD = "#set page(width: 1cm) $x$ *b* \\ <tag> & \x0b 조선광선은행 丹东 カタカナ" + "x" * 300


@pytest.fixture(scope="module")
def package(evidence: Evidence, regime: Regime) -> Package:
    assert regime.brief is not None
    return make_package(evidence.at(DAY), regime.brief, PARTY, "US")


@pytest.fixture(scope="module")
def shown(package: Package, evidence: Evidence) -> Document:
    return document(package, evidence.citations)


@pytest.fixture(scope="module")
def files(package: Package, evidence: Evidence) -> dict[str, bytes]:
    return package_files(package, evidence.citations)


@pytest.fixture(scope="module")
def odd() -> Document:
    """A package whose every text is hostile, and names in three scripts."""
    row = Grid(ODD, (ODD,), (), ODD)
    blocks = (Para(ODD), Bullets((Para(ODD, (), ODD),)), row)
    return Document(ODD, ODD, ODD, DAY, ((ODD, ODD),), ODD, (Section("one", ODD, blocks),), (), DISCLAIMERS)


def pages(pdf: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in opened]
    finally:
        opened.close()


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe-]+", "", text)


def headings(word: Any) -> list[str]:
    return [p.text for p in word.paragraphs if p.style.name == "Heading 1"]


def test_python_docx_reads_every_section(files: dict[str, bytes], package: Package) -> None:
    word = docx.Document(io.BytesIO(files["package.docx"]))
    assert headings(word) == [f"{n} {t}" for n, t in enumerate(TITLES, start=1)] + ["Sources"]
    below: dict[str, int] = {}
    current = ""
    for element in word.element.body:
        if element.tag == qn("w:p") and element.xpath("./w:pPr/w:pStyle[@w:val='Heading1']"):
            current = "".join(t.text for t in element.iter(qn("w:t")))
        elif "".join(t.text or "" for t in element.iter(qn("w:t"))).strip():
            below[current] = below.get(current, 0) + 1
    assert all(below.get(h) for h in headings(word))
    text = "\n".join(c.text for t in word.tables for r in t.rows for c in r.cells)
    for name in package.names:
        assert name.value in text
    for table in word.tables[1:]:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    [picture] = word.inline_shapes
    assert "Public ties within two steps" in picture._inline.docPr.get("descr")
    core = word.core_properties
    assert (core.created.date().isoformat(), core.author, core.language) == (DAY, "Yalu", "en-US")


def test_libreoffice_converts_the_word_file(files: dict[str, bytes], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice, Debian's libreoffice-writer-nogui) is not installed")
    (tmp_path / "package.docx").write_bytes(files["package.docx"])
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command: list[str | Path] = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "package.docx",
    ]
    done = subprocess.run(command, capture_output=True, timeout=120, env=os.environ | {"HOME": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    text = squeezed("".join(pages((tmp_path / "package.pdf").read_bytes())))
    found = [text.index(squeezed(f"{n} {title}")) for n, title in enumerate(TITLES, start=1)]
    assert found == sorted(found)


def test_the_pdf_has_every_section_and_no_heading_stands_alone(files: dict[str, bytes]) -> None:
    found = pages(files["package.pdf"])
    text = squeezed("".join(found))
    places = [text.index(squeezed(f"{n} {title}")) for n, title in enumerate(TITLES, start=1)]
    assert places == sorted(places)
    for number, page in enumerate(found, start=1):
        lines = [line for line in page.strip().splitlines() if line.strip()]
        body = lines[: -2 if number > 1 else None]  # the foot has the section and the page
        assert body[-1].strip() not in {f"{n} {t}" for n, t in enumerate(TITLES, start=1)}, number


def test_no_letter_of_the_pdf_leaves_the_page(files: dict[str, bytes]) -> None:
    opened = pypdfium2.PdfDocument(files["package.pdf"])
    for page in opened:
        width, height = page.get_size()
        letters = page.get_textpage()
        for i in range(0, letters.count_chars(), 7):
            left, bottom, right, top = letters.get_charbox(i)
            assert 50 <= left <= right <= width - 50 or left == right, (i, left, right)
            assert 20 <= bottom <= top <= height - 20 or bottom == top
    opened.close()


def test_the_same_package_gives_the_same_bytes(
    files: dict[str, bytes], package: Package, evidence: Evidence, regime: Regime
) -> None:
    assert regime.brief is not None
    again = make_package(evidence.at(DAY), regime.brief, PARTY, "US")
    assert package_files(again, evidence.citations) == files
    assert archive([(package, files)]) == archive([(again, files)])
    with zipfile.ZipFile(io.BytesIO(files["package.docx"])) as word:
        assert {info.date_time for info in word.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_json_holds_what_the_pages_show(files: dict[str, bytes], package: Package) -> None:
    found = orjson.loads(files["package.json"])
    assert (found["version"], found["id"], found["verdict"]) == (1, PARTY, package.verdict.value)
    known = found["statements"]
    used = [s for c in found["criteria"] for f in c["met"] for s in (f["statement"], *f["rests_on"])]
    used += [s for t in found["network"]["ties"] for s in t["statements"]]
    used += [
        s
        for key in ("names", "identifiers", "flags", "delisting")
        for x in found[key]
        for s in x["statements"]
    ]
    assert used and set(used) <= known.keys()
    assert len(found["criteria"]) == len(package.assessments)
    assert [s["number"] for s in found["sources"]] == list(range(1, len(found["sources"]) + 1))
    assert {e["layout"]: e["differences"] for e in found["entries"]} == {
        x: [] for x in ("OFAC", "UN", "EU", "UK")
    }
    assert {f for e in found["entries"] for f in e["files"]} == {
        name.removeprefix("entries/") for name in files if name.startswith("entries/")
    }


def test_every_row_of_evidence_has_its_source_grade_and_day(shown: Document) -> None:
    numbers = {c.number for c in shown.sources}
    for section in shown.sections:
        for block in section.blocks:
            if isinstance(block, Grid):
                assert all(set(row.cites) <= numbers for row in block.rows)
                if section.id in ("grounds", "network", "identity", "ownership", "delisting"):
                    assert all(row.cites for row in block.rows), (section.id, block.title)
                if block.title.startswith("Evidence under"):
                    assert all(row.cells[2] and re.match(r"\d{4}", row.cells[3]) for row in block.rows)
            elif isinstance(block, Drawing):
                assert block.words.cites and set(block.words.cites) <= numbers
    assert all(c.title and (c.date or c.publisher) for c in shown.sources)


def test_words_are_fair(shown: Document, package: Package) -> None:
    text = repr(shown.sections).lower()
    for word in ("criminal", "guilty", "evader", "sanctioned", "culprit"):
        assert word not in text.replace("guilty plea", "")
    assert "no finding" in shown.notice and package.listed
    unlisted = document(replace(package, listed=()), {})
    assert "named in a source, and on no list" in repr(unlisted.sections[0])


def test_hostile_text_stays_text(odd: Document) -> None:
    text = squeezed("".join(pages(package_pdf(odd))))
    assert squeezed("#set page(width: 1cm) $x$ *b*") in text and "조선광선은행" in text
    word = docx.Document(io.BytesIO(package_docx(odd)))
    [head] = [h for h in headings(word) if h != "Sources"]
    assert head.startswith("1 #set page(width: 1cm)") and "\x0b" not in head
    langs = {e.get(qn("w:eastAsia")) for e in word.element.body.iter(qn("w:lang"))}
    assert langs == {"ko-KR", "zh-CN", "ja-JP"}


def test_an_archive_does_not_tell_when_it_was_made() -> None:
    one = packed({"a/b.txt": b"x", "c.txt": b"y"})
    assert one == packed({"a/b.txt": b"x", "c.txt": b"y"})
    with zipfile.ZipFile(io.BytesIO(one)) as found:
        assert found.namelist() == ["a/b.txt", "c.txt"] and found.read("a/b.txt") == b"x"


def test_a_folder_is_replaced_as_a_whole(
    package: Package, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [folder] = write_folders([(package, files)], tmp_path)
    (folder / "stray.txt").write_text("of an earlier package")
    assert write_folders([(package, files)], tmp_path) == [folder]
    assert not (folder / "stray.txt").exists()
    assert {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} == set(files)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    before = (folder / "package.json").read_bytes()
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_folders([(package, {"package.json": b"{}"})], tmp_path)
    assert (folder / "package.json").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [folder.name]
