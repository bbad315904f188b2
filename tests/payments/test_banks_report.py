"""The supervisor's report: the same figures everywhere, nothing executed, no verdict."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import openpyxl
import orjson
import pytest

from tests.payments.conftest import AS_OF
from tests.payments.made import pacs8
from yalu.payments import read_bytes
from yalu.payments.banks import Alerts, Exposure, exposure
from yalu.payments.banks.grounds import grounds, speaking
from yalu.payments.chain import Chain
from yalu.publish.exposure import FILES, words, write
from yalu.publish.exposure.pages import print_data

LISTED = "Dandong Hongxiang Industrial Development Co Ltd"
EVIL = '=HYPERLINK("http://x.example","y")'


@pytest.fixture(scope="module")
def answer(opened_chain: Chain) -> Exposure:
    """A listed payee, an earlier one, and a bank whose name is a formula."""
    middle = f"<IntrmyAgt1><FinInstnId><Nm>{EVIL}</Nm></FinInstnId></IntrmyAgt1>".replace('"', "&quot;")
    contents = (
        pacs8(creditor=LISTED, creditor_country="CN", date="2018-01-02", uetr="a", creditor_bic="BANKUS33"),
        pacs8(creditor=LISTED, creditor_country="CN", date="2016-01-02", uetr="b", intermediary=middle),
    )
    alerts = Alerts({"BANKUS33": {}})
    return exposure((m for c in contents for m in read_bytes(c, EVIL)), opened_chain.anew(), alerts=alerts)


@pytest.fixture(scope="module")
def folder(answer: Exposure, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report") / "out"
    write(answer, out)
    return out


def test_every_file_is_there_and_the_same_twice(answer: Exposure, folder: Path, tmp_path: Path) -> None:
    assert {p.name for p in folder.iterdir()} == set(FILES)
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    write(answer, tmp_path)
    for name in ("report.pdf", "report.json", "banks.csv", "payments.csv"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


def test_figures_agree_in_every_form(answer: Exposure, folder: Path) -> None:
    held = {b["bank"]: b for b in orjson.loads((folder / "report.json").read_bytes())["by_bank"]}
    with (folder / "banks.csv").open(encoding="utf-8-sig") as file:
        rows = {row["bank"]: row for row in csv.DictReader(file)}
    sheet = openpyxl.load_workbook(folder / "report.xlsx")["banks"]
    table = list(sheet.values)
    book = {row[0]: dict(zip(table[0], row, strict=True)) for row in table[1:]}
    assert rows["BANKUS33"]["missed"] == "1" == str(book["BANKUS33"]["missed"])
    assert held["BANKUS33"]["missed"] == 1
    assert rows["BANKDEFF"]["missed"] == "not known" == book["BANKDEFF"]["missed"]
    assert held["BANKDEFF"]["missed"] is None
    assert (held["BANKDEFF"]["alertable"], held["BANKDEFF"]["hindsight"]) == (1, 1)


def test_no_cell_is_a_formula(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "report.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    for name in ("banks.csv", "payments.csv"):
        with (folder / name).open(encoding="utf-8-sig") as file:
            assert not [c for row in csv.reader(file) for c in row if c.startswith(("=", "+", "-", "@"))]


def test_the_words_accuse_nobody(answer: Exposure) -> None:
    shown = print_data(answer, speaking(answer))
    said = orjson.dumps({k: v for k, v in shown.items() if k not in ("disclaimers", "sources")}).decode()
    assert not re.search(r"\b(guilty|violated|laundered|criminal|complicit|culpable)\b", said, re.IGNORECASE)
    assert "no finding" in said
    assert "counts against nobody" in (Path(words.__file__).parents[1] / "typst" / "exposure.typ").read_text()


def test_a_ground_counts_from_its_own_day_and_by_its_own_authority(answer: Exposure) -> None:
    said = {s.ground.id: s for s in speaking(answer)}
    assert {g.id for g in grounds()} == said.keys()
    assert [(b.id, c.day) for b, c in said["us-510"].cases] == [("BANKUS33", "2018-01-02")]
    assert said["us-otto"].cases == ()  # from 2020-04-18 on
    assert (said["us-510"].missed, said["us-510"].unknown) == (1, 0)
    assert (said["us-311"].missed, said["us-311"].unknown) == (0, 1)
    assert all(s.cites for s in said.values())


def test_a_law_of_a_later_day_is_not_shown(answer: Exposure) -> None:
    early: Any = Exposure(answer.period, "2016-03-01", answer.mode, answer.snapshot, [], 0, [], False)
    known = {s.ground.id: s for s in speaking(early)}
    assert known.keys() == {"us-510", "us-311", "un-2094"}
    assert known["us-510"].effect == ""  # its words speak of 2018 and 2020
    assert "2018" not in orjson.dumps(print_data(early, list(known.values()))["grounds"]).decode()
    assert answer.as_of == AS_OF


def test_nothing_to_show_says_so(answer: Exposure, tmp_path: Path) -> None:
    empty = Exposure(answer.period, AS_OF, answer.mode, answer.snapshot, [], 0, [], False)
    write(empty, tmp_path)
    assert words.short(empty) == ["No bank is named in a payment of these days."]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
