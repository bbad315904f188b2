"""A report in three scripts, from ``yalu read`` to ``yalu cite``, ``yalu entity`` and the brief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.documents import made
from tests.running import yalu, yalu_json

COMMITTED = ("--public", "2019-03-05", "--publisher", "Invented Press", "--title", "Invented report")
QUOTE = "is a wholly owned subsidiary of Korea Mining Development Trading Corporation"
NEW = 'new:Company:"Blue Lagoon Shipping Limited"'
TIE = ("--quote", QUOTE, "--subject", NEW, "--tie", "subsidiary_of", "--object", "ofac-9345")


@pytest.fixture
def report(tmp_path: Path, home: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(made.pdf(*made.REPORT))
    return path


def read(report: Path, home: Path, *more: str) -> dict[str, Any]:
    return yalu_json("read", report, *COMMITTED, *more, workspace=home)


def cite(home: Path, report: Path, *more: str) -> dict[str, Any]:
    return yalu_json("cite", "add", report, *more, workspace=home)


def test_names_in_three_scripts_are_found_by_page(report: Path, home: Path) -> None:
    found = read(report, home, "--grade", "press")
    assert found["pages"] == 6 and found["unread"] == []
    pages = {m["page"]: m for m in found["mentions"] if "ofac-20157" in m["parties"]}
    assert {p: m["text"] for p, m in pages.items()} == {2: "KIM Jong Un", 4: "김정은", 5: "金正恩"}
    [ship] = [i for i in found["identifiers"] if i["kind"] == "imo"]
    assert (ship["page"], ship["value"], ship["valid"]) == (3, "8518780", True)
    assert {"page": 3, "currency": "USD", "amount": "1250000.5"}.items() <= found["amounts"][0].items()
    assert [d["value"] for d in found["dates"]] == ["2018-03-12", "2018-05-03"]
    assert read(report, home)["mentions"] == found["mentions"]
    early = yalu_json("read", report, "--as-of", "2000-01-01", workspace=home)
    assert early["mentions"] == [] and early["names"] < found["names"]


def test_a_passage_goes_to_the_entity_and_the_brief_with_its_page(
    report: Path, home: Path, tmp_path: Path
) -> None:
    read(report, home, "--grade", "un_panel")
    answer = cite(home, report, "--page", "3", *TIE, "--share", "51%", "--from", "2012")
    name, tie = answer["citations"]
    page = "".join(
        yalu("read", report, "--text", workspace=home).stdout.split("[page 3]\n")[1].split("[page 4]")[0]
    )
    assert page[tie["start"] : tie["end"]] == tie["passage"] and " ".join(tie["passage"].split()) == QUOTE
    assert cite(home, report, "--page", "3", *TIE, "--share", "51%", "--from", "2012")["outcome"] == "held"
    party = name["subject"]
    entity = yalu_json("entity", "Blue Lagoon Shipping Limited", "--as-of", "2019-03-05", workspace=home)
    assert entity["entity"]["id"] == party and entity["entity"]["listed"] == []
    [shown] = entity["entity"]["ties"]
    assert (shown["grade"], shown["known_lo"], shown["known_by"]) == (
        "un_panel",
        "2019-03-05",
        "public_since",
    )
    assert (shown["to"], shown["from"], shown["detail"]["share"]) == (party, "ofac-9345", "51%")
    assert f"page 3, characters {tie['start']} to {tie['end']}" in shown["locator"]
    work = entity["entity"]["citations"][shown["cites"]]
    assert (work["document"], work["page"], work["passage"]) == ("Invented report", "3", QUOTE)
    before = yalu_json("entity", party, "--as-of", "2019-03-04", workspace=home, check=False)
    assert before["matches"] == []
    assert "being named in a source is no finding" in yalu("entity", party, workspace=home).stdout
    for day, held in (("2019-03-05", True), ("2019-03-04", False)):
        yalu("brief", "--out", tmp_path / day, "--as-of", day, workspace=home)
        brief = orjson.loads((tmp_path / day / "brief.json").read_bytes())
        titles = [s["title"] for s in brief["sources"]]
        assert (f"Invented report, page 3: “{QUOTE}”" in titles) is held
        html = (tmp_path / day / "brief.html").read_text(encoding="utf-8")
        assert ("Blue Lagoon Shipping Limited" in html) is held and party not in html


def test_what_is_unverified_is_shown_and_counts_nowhere(report: Path, home: Path, tmp_path: Path) -> None:
    yalu("read", report, "--public", "2019-03-05", workspace=home)
    party = cite(home, report, *TIE)["citations"][0]["subject"]
    [tie] = yalu_json("entity", party, workspace=home)["entity"]["ties"]
    assert tie["grade"] == "unverified"
    yalu("brief", "--out", tmp_path / "brief", workspace=home)
    assert "Blue Lagoon" not in (tmp_path / "brief" / "brief.html").read_text(encoding="utf-8")


def test_a_document_of_an_unknown_day_is_known_when_it_was_brought(report: Path, home: Path) -> None:
    found = yalu_json("read", report, workspace=home)
    party = cite(home, report, *TIE)["citations"][0]["subject"]
    [tie] = yalu_json("entity", party, workspace=home)["entity"]["ties"]
    brought = found["document"]["brought"]
    assert (tie["known_hi"], tie["known_by"]) == (brought, "collector_date")
    assert "known_lo" not in tie
    yalu("read", report, *COMMITTED, workspace=home)
    [tie] = yalu_json("entity", party, "--as-of", "2019-03-05", workspace=home)["entity"]["ties"]
    assert tie["known_hi"] == "2019-03-05"


def test_proposals_wait_for_a_person(report: Path, home: Path) -> None:
    read(report, home)
    cite(home, report, *TIE, "--share", "51%")
    [proposal] = read(report, home)["proposals"]
    assert (proposal["tie"], proposal["page"]) == ("subsidiary_of", 3)
    listed = yalu_json("cite", "list", "--state", "proposed", workspace=home)["citations"]
    assert [row["proposal"]["id"] for row in listed] == [proposal["id"]]
    yalu("cite", "reject", proposal["id"], "--why", "seen already", workspace=home)
    assert yalu_json("cite", "list", "--state", "proposed", workspace=home)["citations"] == []
    done = yalu_json("cite", "accept", proposal["id"], "--why", "after all", "--who", "Bea", workspace=home)
    [accepted] = done["citations"]
    assert (accepted["who"], accepted["why"], accepted["proposal"]) == ("Bea", "after all", proposal["id"])
    yalu("cite", "reject", accepted["id"], "--why", "twice", workspace=home)
    rows = yalu_json("cite", "list", "--state", "rejected", workspace=home)["citations"]
    assert [r["citation"]["withdrawal"]["why"] for r in rows if "citation" in r] == ["twice"]
    assert len(yalu_json("entity", "Blue Lagoon Shipping Limited", workspace=home)["entity"]["ties"]) == 1


def test_build_makes_the_same_again(report: Path, home: Path) -> None:
    read(report, home)
    cite(home, report, *TIE)
    said = ("--quote", "Passport No. 472310082", "--prop", "passport", "--value", "472310082")
    cite(home, report, *said, "--subject", "ofac-20157")
    before = {p: p.read_bytes() for p in (home / "folds" / "documents").rglob("*") if p.is_file()}
    snapshot = (home / "CURRENT").read_text()
    for path in before:
        path.unlink()
    yalu("build", workspace=home)
    newest = max(before, key=lambda p: p.stat().st_mtime if p.exists() else 0).parent
    assert {p: p.read_bytes() for p in newest.iterdir()} == {
        p: c for p, c in before.items() if p.parent == newest
    }
    assert (home / "CURRENT").read_text() == snapshot


def test_rows_of_a_file_stand_or_fall_alone(report: Path, home: Path, tmp_path: Path) -> None:
    rows = tmp_path / "cites.csv"
    rows.write_text(
        "page,quote,subject,tie,object,prop,value\n"
        f'3,"{QUOTE}","new:Company:Blue Lagoon Shipping Limited",subsidiary_of,ofac-9345,,\n'
        "3,nowhere to be found,ofac-9345,,,address,Pyongyang\n"
        "6,office in Dandong,ofac-9345,,,address,Dandong\n",
        encoding="utf-8",
    )
    done = yalu("cite", "add", report, "--file", rows, "--json", workspace=home, check=False)
    outcomes = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert [o["outcome"] for o in outcomes] == ["added", "refused", "added"]
    assert "nearest" in outcomes[1]["error"] and outcomes[1]["where"] == "cites.csv line 3"
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--subject", "ofac-9345", "--prop", "alias", "--value", "Other"), "does not hold 'Other'"),
        (("--subject", "ofac-9345", "--prop", "name", "--value", "capital"), "has a name"),
        (("--subject", "ofac-9345", "--prop", "Sanction", "--value", "US"), "is nothing that a passage"),
        (("--subject", "ofac-9345", "--tie", "same_as", "--object", "ofac-20157"), "yalu decide"),
        (("--subject", "ofac-9345", "--tie", "owned_by", "--object", "ofac-9345"), "one party"),
        (("--subject", "nobody at all", "--prop", "notes", "--value", "x"), "new:Person"),
        (("--subject", "new:Person:Not There", "--prop", "notes", "--value", "x"), "does not hold the name"),
        (("--subject", "ofac-9345", "--tie", "paid", "--object", "ofac-20157", "--share", "130"), "no share"),
        (("--subject", "ofac-9345", "--prop", "address", "--value", "x", "--grade", "proof"), "no grade"),
        (("--subject", "ofac-9345"), "a tie or a property"),
    ],
)  # fmt: skip
def test_what_cannot_be_cited_is_told(words: tuple[str, ...], says: str, report: Path, home: Path) -> None:
    done = yalu("cite", "add", report, "--quote", "in the capital", *words, workspace=home, check=False)
    assert done.returncode == 2 and says in done.stderr
    assert not (home / "archive" / "copies" / "documents").exists()


def test_bad_files_end_with_five_and_are_not_kept(home: Path, tmp_path: Path) -> None:
    for name, content in (("a.pdf", made.encrypted()), ("b.pdf", b""), ("c.docx", b"PK\x03\x04x")):
        (tmp_path / name).write_bytes(content)
        assert yalu("read", tmp_path / name, workspace=home, check=False).returncode == 5
    assert not (home / "archive" / "documents").exists()


def test_a_scan_alone_ends_with_one(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(made.pdf("#image(bytes((" + ", ".join(map(str, made.png())) + ')), format: "png")'))
    done = yalu("read", path, workspace=home, check=False)
    assert done.returncode == 1 and "NOT READ" in done.stdout and "text recognition" in done.stderr


def test_the_journal_comes_in_by_citing_alone(report: Path, home: Path) -> None:
    cite(home, report, *TIE)
    done = yalu("sync", "documents", "--from", report, workspace=home, check=False)
    assert done.returncode == 2 and "yalu cite" in done.stderr
