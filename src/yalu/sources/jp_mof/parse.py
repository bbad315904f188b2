"""Read Japan's asset-freeze list (xlsx), one sheet for each regime.

The listing and the name, in Japanese and in English, bear the day of the notice (告示日付). A party's id is
its sheet and its number in the notice (告示番号). A second number in that cell refers to another sheet: it is
kept as a note and, where the sheet is known, quoted; it joins nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from yalu.errors import ContractError
from yalu.model.dates import OPEN, Interval
from yalu.sources.jp_mof.dates import days
from yalu.sources.jp_mof.headings import NAME_EN, NAME_JA, NUMBER
from yalu.sources.jp_mof.party import read_party
from yalu.sources.jp_mof.sheets import FILE, SOURCE, Row, Sheet, read_workbook
from yalu.sources.sighting import Parsed, Problem, Quarantined

_CURRENT = re.compile(r"[^（(\n]*?現在")


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. A sheet that is no list is passed over and reported.

    Raises:
        ContractError: the file is no workbook, or none of its sheets has the known headings.
    """
    if part != "list":
        raise ContractError(SOURCE, f"there is no part {part!r}", expected="the part 'list'")
    sheets, others = read_workbook(content)
    parsed = Parsed(stated=_stated(sheets))
    for title in others:
        parsed.problems.append(Problem("sheet_passed_over", f"{FILE} {title}", "no row of known headings"))
    standing = Counter(_party(sheet, row) for sheet in sheets for row in sheet.rows)
    for sheet in sheets:
        parsed.records += len(sheet.rows)
        if sheet.unknown:
            what = f"{', '.join(sheet.unknown)}: unknown, kept as notes"
            parsed.problems.append(Problem("unread_fields", sheet.where(), what))
        for row in sheet.rows:
            party = _party(sheet, row)
            if not _number(row):
                _quarantine(party, "no_id", "告示番号 is missing", sheet, row, parsed)
            elif standing[party] > 1:
                why = f"告示番号 {_number(row)} stands on {standing[party]} rows"
                _quarantine(party, "id_on_two_parties", why, sheet, row, parsed)
            else:
                read_party(party, sheet, row, parsed.stated.hi, parsed)
    return parsed


def _quarantine(party: str, code: str, why: str, sheet: Sheet, row: Row, parsed: Parsed) -> None:
    where = sheet.where(row.number)
    text = " | ".join(" ".join(cell.split()) for cell in row.fields.values() if cell)
    parsed.quarantined.append(Quarantined(party, where, text, why))
    named = row.get(NAME_EN) or row.get(NAME_JA)
    parsed.problems.append(Problem(code, where, f"{why}: {named}", party))


def _party(sheet: Sheet, row: Row) -> str:
    return f"jp-{sheet.key}-{_number(row) or f'row{row.number}'}"


def _number(row: Row) -> str:
    """The number in the notice: the first one in the cell."""
    match = re.search(r"\d+", unicodedata.normalize("NFKC", row.get(NUMBER)))
    return str(int(match[0])) if match else ""


def _stated(sheets: list[Sheet]) -> Interval:
    """The day in "as of" (現在) above the headings, where a sheet has it."""
    named = [d for sheet in sheets for m in _CURRENT.findall(sheet.before) for d in days(m)]
    return Interval(max(named), max(named)) if named else OPEN
