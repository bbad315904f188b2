"""``yalu package``: from a document to a package, several at once, and what has none."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import orjson
import pypdfium2
import pytest

from tests.documents import made
from tests.running import yalu
from yalu.cli import package, read
from yalu.cli.cite import add
from yalu.documents.extract import extract
from yalu.errors import YaluError

DAY = "2026-11-24"
PUBLIC = "2019-03-05"
NAME = "Blue Lagoon Shipping Limited"
KOREAN, CHINESE = "푸른호수해운회사", "蓝湖航运有限公司"
OWNED = "is a wholly owned subsidiary of Korea Mining Development Trading Corporation"
PAGES = (
    "This report is invented. It tells of no real event.",
    f"{NAME} {OWNED}.",
    f"Its Korean name is {KOREAN}, as its seal shows.",
    f"其中文名称为{CHINESE}，设在大连。",
    "Registration Number 201318227 was shown at the port. Harbor Agents acts for Tanchon Commercial Bank.",
    "Its office is Room 5, 12 Invented Street, Dalian.",
)
CITED = (
    (2, OWNED, {"tie": "subsidiary_of", "object": "ofac-9345", "share": "100%"}),
    (3, KOREAN, {"prop": "alias", "value": KOREAN, "lang": "ko"}),
    (4, CHINESE, {"prop": "alias", "value": CHINESE, "lang": "zh"}),
    (5, "Registration Number 201318227", {"prop": "registration", "value": "201318227"}),
    (
        6,
        "Room 5, 12 Invented Street, Dalian",
        {"prop": "address", "value": "Room 5, 12 Invented Street, Dalian"},
    ),
)


def test_a_report_in_three_scripts_goes_to_a_package_with_page_exact_passages(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(made.pdf(*PAGES))
    read.run(
        str(report),
        public=PUBLIC,
        publisher="Invented Panel",
        title="Invented report",
        grade="un_panel",
        quiet=True,
    )
    rows = [{"page": p, "quote": q, "subject": f'new:Company:"{NAME}"'} | more for p, q, more in CITED]
    lead = {"page": 5, "quote": "Harbor Agents acts for Tanchon Commercial Bank", "grade": "unverified"}
    rows.append(lead | {"subject": 'new:Company:"Harbor Agents"', "tie": "acts_for", "object": "ofac-9346"})
    (tmp_path / "cites.yaml").write_bytes(orjson.dumps(rows))
    add.run(str(report), file=tmp_path / "cites.yaml", quiet=True)
    capsys.readouterr()

    package.run(
        [NAME], "us", as_of=PUBLIC, out=tmp_path / "out", zip_=tmp_path / "all.zip", json=True, quiet=True
    )
    answer = orjson.loads(capsys.readouterr().out)
    [one] = answer["packages"]
    assert (answer["authority"], answer["as_of"]) == ("US", PUBLIC)
    assert one["differences"] == {"OFAC": [], "UN": [], "EU": [], "UK": []}
    [folder] = map(Path, answer["folders"])
    found: dict[str, Any] = orjson.loads((folder / "package.json").read_bytes())
    assert {(n["value"], n["lang"]) for n in found["names"]} == {(NAME, ""), (KOREAN, "ko"), (CHINESE, "zh")}
    met = next(f for c in found["criteria"] for f in c["met"])
    assert (met["passage"], met["grade"]) == (OWNED, "un_panel")
    for page, quote, _ in CITED:
        [work] = [
            s for s in found["sources"] if s["title"].startswith(f"Invented report, page {page}: “{quote}")
        ]
        assert (work["date"], work["publisher"]) == (PUBLIC, "Invented Panel")
        assert quote in " ".join(opened_page(report, page).split())
    place = re.search(r"page 2, characters (\d+) to (\d+)", met["locator"])
    assert place
    text = next(p for p in extract(report.read_bytes(), "report.pdf").pages if p.number == 2).text
    assert " ".join(text[int(place[1]) : int(place[2])].split()) == OWNED

    word = docx.Document(str(folder / "package.docx"))
    cells = {c.text for t in word.tables for r in t.rows for c in r.cells}
    assert f"“{OWNED}” ({place[0]})" in cells and {NAME, KOREAN, CHINESE} <= cells
    pdf = "".join(opened_page(folder / "package.pdf", n) for n in (1, 2))
    assert KOREAN in pdf and CHINESE in pdf
    sdn = (folder / "entries" / "sdn.csv").read_text()
    assert sdn.startswith(f'99999,"{NAME}"') and "Registration Number 201318227" in sdn
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            f"{folder.name}/{p.relative_to(folder).as_posix()}": p.read_bytes()
            for p in folder.rglob("*")
            if p.is_file()
        }
    for who, day, says in (
        (NAME, "2019-03-04", "No party is known"),
        ("Harbor Agents", PUBLIC, "unverified lead"),
    ):
        with pytest.raises(YaluError) as refused:
            package.run([who], "US", as_of=day, out=tmp_path / "none", quiet=True)
        assert refused.value.exit_code == 1 and says in str(refused.value)
    assert not (tmp_path / "none").exists()


def opened_page(path: Path, number: int) -> str:
    opened = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return str(opened[number - 1].get_textpage().get_text_range())
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("parties", "authority", "day", "code", "says"),
    [
        (["ofac-9345"], "US", DAY, 1, "is listed by US already, since 2005-06-29"),
        (["x-bank-afriland-cm"], "US", DAY, 1, "even in part"),
        (["nobody-known"], "US", DAY, 1, "No party is known as"),
        (["Korea"], "US", DAY, 1, "parties fit"),
        (["ofac-9345"], "FR", DAY, 2, "is no authority here"),
        (["ofac-9345"], "US", "2017-02-30", 2, "2017-02-30"),
        (["jp-bank-of-dandong", "ofac-9345", "ofac-9346"], "US", DAY, 1, "(?s)ofac-9345.*ofac-9346"),
    ],
)
def test_without_a_package_nothing_is_written(
    casebook: Path, tmp_path: Path, parties: list[str], authority: str, day: str, code: int, says: str
) -> None:
    out, archive = tmp_path / "out", tmp_path / "all.zip"
    with pytest.raises(YaluError, match=says) as refused:
        package.run(parties, authority, as_of=day, out=out, zip_=archive, workspace=casebook, quiet=True)
    assert refused.value.exit_code == code
    assert not out.exists() and not archive.exists()


def test_the_command_ends_as_its_error_says(casebook: Path, tmp_path: Path) -> None:
    call = ("package", "ofac-9345", "--authority", "US", "--out", tmp_path / "out")
    done = yalu(*call, workspace=casebook, check=False)
    assert (done.returncode, done.stdout) == (1, "") and "To do:" in done.stderr


def test_several_parties_are_one_archive_with_the_same_bytes_each_time(
    casebook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parties = ["jp-bank-of-dandong", "eu-choe-kwang-hyok"]
    for name in ("one.zip", "two.zip"):
        package.run(parties, "US", as_of="2026-11-24", zip_=tmp_path / name, workspace=casebook, quiet=True)
        assert capsys.readouterr().out.splitlines()[-1] == str(tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != "home") == ["one.zip", "two.zip"]
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        folders = {name.split("/")[0] for name in archive.namelist()}
        assert folders == {"us-jp-bank-of-dandong", "us-eu-choe-kwang-hyok"}
        for folder in folders:
            docx.Document(io.BytesIO(archive.read(f"{folder}/package.docx")))
            assert orjson.loads(archive.read(f"{folder}/package.json"))["as_of"] == "2026-11-24"


def test_a_place_that_cannot_be_written_is_told(casebook: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(YaluError, match="cannot be written"):
        package.run(["jp-bank-of-dandong"], "US", out=tmp_path / "file", workspace=casebook, quiet=True)
    assert (tmp_path / "file").read_text() == "in the way"
