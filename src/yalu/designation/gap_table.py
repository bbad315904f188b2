"""Gaps as a table: CSV or a workbook, whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from yalu.designation.gaps import Gap
from yalu.errors import UsageError
from yalu.evidence.writing import replacing
from yalu.screening.results import neutral

ENDINGS = (".csv", ".xlsx")
HEADINGS = (
    *("rank", "name", "ids", "kind", "listed by", "not listed here", "may be", "other measures", "verdict"),
    *("criterion", "instrument", "provision", "what it says", "in force since", "met by", "missing"),
    *("to decide", "against", "does not count", "public ties", "sources"),
)


def check_ending(path: Path) -> None:
    """Raise UsageError for a file that gaps cannot be written as."""
    if path.suffix.casefold() not in ENDINGS:
        raise UsageError(
            f"--out {path.name}: no such kind of file", expected="an ending of " + ", ".join(ENDINGS)
        )


def write(path: Path, rows: Sequence[Gap]) -> None:
    """Write a row for each gap; text that a spreadsheet would run is made plain. Raises StorageError."""
    with replacing(path.absolute()) as new:
        if path.suffix.casefold() == ".csv":
            with new.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(HEADINGS)
                writer.writerows(list(map(neutral, cells)) for cells in _cells(rows))
        else:
            _workbook(new, rows)


def _cells(rows: Sequence[Gap]) -> Iterator[list[object]]:
    for rank, gap in enumerate(rows, 1):
        best = gap.best
        listed = "; ".join(f"{by} {s.clocks.from_.text()}".strip() for by, s in gap.listed.items())
        start: list[object] = [rank, gap.name, "; ".join(gap.ids), gap.kind, listed, gap.not_found]
        start += ["; ".join(gap.may_be), "; ".join(gap.measures), gap.verdict.value]
        if best is None:
            yield [*start, *[""] * 6, "; ".join(gap.missing), "", "", "", gap.ties, ""]
            continue
        works = {w for f in best.met for w in (*f.cites, *(x for s in f.rests_on for x in s.cited))}
        yield [
            *start,
            *(best.criterion, best.instrument, best.provision, best.text, best.since),
            "; ".join(f"{f.says} [{f.grade}, public {f.date}, {f.locator}]" for f in best.met),
            " ".join(gap.missing),
            best.to_decide,
            "; ".join(f.says for f in best.contrary),
            "; ".join(f"{f.says} ({f.why})" for f in best.leads),
            gap.ties,
            "; ".join(sorted(works | set(best.sources))),
        ]


def _workbook(path: Path, rows: Sequence[Gap]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("gaps")
    sheet.append(list(HEADINGS))
    for row in _cells(rows):
        cells = []
        for value in map(neutral, row):
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    book.save(path)
