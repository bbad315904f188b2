"""The printed brief: what it says, that it says it as written, and that it is always the same."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from yalu.evidence.view import Evidence, When
from yalu.model.section import Row, Section, Table
from yalu.model.sentence import sentence
from yalu.model.words import DISCLAIMERS
from yalu.publish.brief import Brief, make_brief
from yalu.publish.citations import Citations
from yalu.publish.claims import ClaimCheck
from yalu.publish.pdf import LACKING, brief_pdf
from yalu.publish.print_data import print_data
from yalu.publish.print_text import MISSING, covered, printable
from yalu.regimes import Regime

DAY = "2017-06-13"
ODD = [
    "#set page(width: 1cm)",
    "$ x^2 $ *bold* _it_ @label <tag> `code`",
    "back\\slash \"quoted\" 'single' // no comment /* none */",
    "= no heading, ~ tilde, -- dashes, ... dots",
    "#sys.inputs & [brackets] {braces} https://example.org/a_b#c",
]
NAMES = ["丹东鸿祥实业发展有限公司", "香港興業長島公司", "조선광선은행", "ООО «Восток»", "Müller ŠŽőǔ Ệ"]
MAX_BYTES = 3_000_000
LEFT, RIGHT = 55, 541
"""The margins, in points."""


def pdftotext(pdf: bytes, tmp_path: Path, form: str = "-layout") -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = tmp_path / "brief.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", form, file, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text)


@pytest.fixture(scope="module", params=[DAY, "2026-11-24"])
def brief(request: pytest.FixtureRequest, evidence: Evidence, regime: Regime) -> Brief:
    return make_brief(evidence, regime, When.at(request.param))


@pytest.fixture(scope="module")
def pdf(brief: Brief) -> bytes:
    return brief_pdf(brief)


@pytest.fixture(scope="module")
def text(pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    return pdftotext(pdf, tmp_path_factory.mktemp("pdf"))


@pytest.fixture
def small(evidence: Evidence, regime: Regime) -> Brief:
    """A brief whose only section holds odd names: in a sentence and in a table."""
    assert regime.brief is not None
    one = evidence.at(DAY).statements(prop="name")[0]
    named = [replace(one, value=name, id=f"odd-{i}") for i, name in enumerate([*ODD, *NAMES])]
    said = [sentence("{name}", [s], name=lambda seen: seen[0].value) for s in named]
    rows = tuple(Row((lambda seen: seen[0].value, lambda _: ""), (s,)) for s in named)
    section = Section(
        id="facilitators",
        title="Odd names #1 $2",
        question="*Who?*",
        findings=said[:5],
        uncertain=said[5:],
        next_steps=[],
        tables=[Table("odd", "A table of _odd_ names", ("Name", "Empty"), rows)],
    )
    when = When.at(DAY)
    return Brief(
        plan=regime.brief,
        when=when,
        snapshot="s-test",
        sections=[section],
        claims=[ClaimCheck("q99", "not_yet_public")],
        listed={},
        copies=[],
        citations=Citations(DAY, evidence.citations),
    )


def test_it_has_pages_and_a_size_that_can_be_mailed(pdf: bytes) -> None:
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 5
    assert len(pdf) <= MAX_BYTES


def test_the_same_brief_gives_the_same_bytes(brief: Brief, pdf: bytes) -> None:
    assert brief_pdf(brief) == pdf
    day = brief.when.as_of.replace("-", "").encode()
    assert b"D:" + day in pdf


def test_every_sentence_and_every_source_is_printed(brief: Brief, text: str) -> None:
    found = squeezed(text)
    for number in range(1, len(brief.sources) + 1):
        assert f"[{number}]" in found
    for disclaimer in DISCLAIMERS:
        assert found.count(squeezed(disclaimer)[:40]) >= 2
    plain = squeezed(re.sub(r"\[[\d, –+\u2060]+\]", "", text))
    for section in brief.sections:
        assert squeezed(section.title) in plain
        for one in section.findings:
            start = squeezed(one.text)[:30]
            assert plain.count(start) >= 1, one.text


def test_nothing_runs_off_the_page(pdf: bytes, tmp_path: Path) -> None:
    boxes = re.findall(
        r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', pdftotext(pdf, tmp_path, "-bbox")
    )
    assert len(boxes) > 1000
    assert min(float(left) for left, _ in boxes) > LEFT
    assert max(float(right) for _, right in boxes) < RIGHT


def test_claims_of_a_later_day_are_named_by_id_alone(brief: Brief, text: str, evidence: Evidence) -> None:
    later = [c.id for c in brief.claims if c.status == "not_yet_public"]
    said = {s.party: s.value for s in evidence.rows("prop = 'claim'")}
    for claim in later:
        assert claim in text
        assert squeezed(said[claim]) not in squeezed(text)
    assert later or brief.when.as_of > DAY


def test_no_letter_of_the_brief_is_missing(brief: Brief) -> None:
    letters = set(str(print_data(brief)))
    assert {c for c in letters if not c.isspace() and c != "\u200b" and ord(c) not in covered()} <= {"\u00ad"}


def test_names_come_out_as_they_are(small: Brief, tmp_path: Path) -> None:
    found = squeezed(pdftotext(brief_pdf(small), tmp_path))
    for name in [*ODD, *NAMES]:
        assert found.count(squeezed(name)) >= 1, name
    assert "Oddnames#1$2" in found and "*Who?*" in found and "q99" in found


def test_a_letter_without_a_glyph_is_shown_as_missing_and_told(small: Brief, tmp_path: Path) -> None:
    assert printable("Ĳ 丹 조 Б —") == "Ĳ 丹 조 Б —"
    assert printable("a🚢b") == f"a{MISSING}b"
    odd = replace(small, snapshot="s-🚢")
    found = squeezed(pdftotext(brief_pdf(odd), tmp_path))
    assert f"s-{MISSING}" in found
    assert squeezed(LACKING) in found


def test_it_needs_no_home_and_no_network(
    small: Brief, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = brief_pdf(small)
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.setenv("XDG_CACHE_HOME", "/nonexistent")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.chdir(tmp_path)
    assert brief_pdf(small) == before
    assert list(tmp_path.iterdir()) == []
