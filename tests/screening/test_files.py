"""Customers' files: columns by heading, bad rows told, runs resumed, results that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import orjson
import pytest

from yalu.errors import ContractError, UsageError, YaluError
from yalu.screening import columns, customers, results
from yalu.screening.journal import Journal


def queries(text: str, **more: str) -> list[Any]:
    return [row.query for row in customers.read("c.csv", text.encode(), **more)]


def test_columns_are_guessed_by_heading() -> None:
    headings = [
        "Customer ID",
        "Full_Name",
        "D.O.B",
        "Date of Birth",
        "Nationality",
        "IMO No.",
        "Remarks",
        "성명",
    ]
    chosen = columns.choose(headings)
    assert chosen == {0: "id", 1: "name", 3: "birth_date", 4: "country", 5: "imo", 7: "name"}
    assert "name from 'Full_Name'" in columns.told(headings, chosen)
    assert "not read: 'D.O.B', 'Remarks'" in columns.told(headings, chosen)


def test_columns_are_chosen_by_the_user() -> None:
    assert columns.choose(["A", "B"], "name=b, birth_date=A") == {1: "name", 0: "birth_date"}
    for wrong in ("name=C", "hat=A", "name"):
        with pytest.raises(UsageError):
            columns.choose(["A", "B"], wrong)
    with pytest.raises(UsageError, match="No column holds a name"):
        columns.choose(["A", "Country"])


def test_names_are_put_together() -> None:
    [query] = queries("First name;Surname;Also known as\nHong Sop;Ri;Ri Hong-sop\n")
    assert query.names == ("Hong Sop Ri", "Ri Hong-sop")
    [query] = queries("name\taliases\tcountry\nAnn\tA. Ames; Annie\tKP;ru\n")
    assert query.names == ("Ann", "A. Ames", "Annie")
    assert query.countries == ("KP", "RU")


def test_bad_rows_say_why_and_the_rest_goes_on() -> None:
    text = 'name,dob,schema\nAnn,1962,\n,,\nBen,someday,\n"Cy, C.",1970-01-01,Dog\nDan,,,x,y\nEve,,Person\n'
    rows = list(customers.read("c.csv", text.encode()))
    assert [(row.number, row.query is not None) for row in rows] == [
        (2, True), (3, False), (4, False), (5, False), (6, False), (7, True),
    ]  # fmt: skip
    assert "someday" in rows[2].problem and "Dog" in rows[3].problem and "5 fields" in rows[4].problem


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a\0b\n", b"PK\x03\x04 torn"])
def test_what_is_no_file_of_customers_is_refused(content: bytes) -> None:
    with pytest.raises(YaluError):
        customers.read("c.csv", content)


def test_a_workbook_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "DOB"])
    book.active.append(["리홍섭", "1940-01-01"])
    book.save(tmp_path / "c.xlsx")
    [row] = customers.read("c.xlsx", (tmp_path / "c.xlsx").read_bytes())
    assert row.query is not None
    assert (row.query.names, row.query.birth_dates) == (("리홍섭",), ("1940-01-01",))
    with pytest.raises(ContractError):
        customers.read("c.xlsx", b"no workbook")


def line(row: int, name: str = "x", hits: int = 1) -> dict[str, Any]:
    hit = {
        "id": "h", "ids": ["h"], "name": "=cmd|' /C calc'!A0", "matched": "@x", "score": 0.9, "alert": True,
        "status": "listed", "kind": "Person", "reasons": ["-1+1"],
        "lists": [{"authority": "US", "list": "SDN", "until": "", "delisted": False}],
    }  # fmt: skip
    return {"row": row, "query": {"names": [name]}, "hits": [hit] * hits}


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    lines = [line(2, "=1+1"), line(3, "\t=2", 0), line(4, "a\x01b"), {**line(5, hits=0), "problem": "bad"}]
    for name in ("r.csv", "r.xlsx", "r.jsonl"):
        results.write(tmp_path / name, lines)
    rows = list(csv.reader(io.StringIO((tmp_path / "r.csv").read_text("utf-8-sig"))))
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    other = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    assert [len(rows), len(other)] == [5, 5]
    for cells in (*rows[1:], *other[1:]):
        assert not [c for c in cells if c and c[0] in "=+-@\t"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert "not screened" in rows[4] and "no hit" in rows[2]
    assert [orjson.loads(x)["row"] for x in (tmp_path / "r.jsonl").open()] == [2, 3, 4, 5]
    with pytest.raises(UsageError):
        results.check_ending(tmp_path / "r.doc")


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    out, run = tmp_path / "deep" / "r.csv", {"version": 1, "as_of": "2026-01-01"}
    with pytest.raises(KeyboardInterrupt), Journal(out, run) as journal:
        journal.add(line(2))
        journal.add(line(3))
        raise KeyboardInterrupt
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole + b'{"row": 4, "que')
    with Journal(out, run) as journal:
        assert journal.done == {2, 3}
        journal.add(line(4))
        assert [row["row"] for row in journal.lines()] == [2, 3, 4]
    with pytest.raises(UsageError, match="another run"), Journal(out, run | {"as_of": "2026-01-02"}):
        pass
    journal.remove()
    assert not journal.path.exists()
