"""A folder of sheets: PDF, JSON and CSV of each ship with a reason, and an index of all ships, or nothing.

::

    index.json, index.csv    every ship that was asked about, ranked; those without a reason too
    form.csv                 the result form, one row a sheet, to be filled in and read back
    sheets/KEY-NAME.pdf      the page
    sheets/KEY-NAME.json     all of it, nothing cut
    sheets/KEY-NAME.csv      its reasons, one a row
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from yalu.errors import UsageError
from yalu.evidence.writing import TEMPORARY, make_folder, unwritten
from yalu.fleet.inspection.form import COLUMNS
from yalu.fleet.sheet.model import Sheet
from yalu.fleet.targeting.targets import Target
from yalu.publish.sheet.pages import Press
from yalu.screening.results import neutral

INDEX = "index.json"
REASONS = ("points", "rule", "title", "text", "day", "law", "innocent_explanation", "unknown", "note")
RANKED = (
    "rank", "name", "imo", "row", "verdict", "sanctions_points", "reasons", "safety_profile", "safety_points",
    "safety_inputs_missing", "sheet", "notes", "problem",
)  # fmt: skip


def write_sheets(
    out: Path,
    ranked: Sequence[Target],
    sheets: Iterable[Sheet],
    about: dict[str, object],
    step: Callable[[int], None] = lambda n: None,
) -> list[Path]:
    """Write a folder of sheets in one step; one that Yalu wrote before is replaced whole.

    ``about`` opens the index (day, snapshot). Raises UsageError where the folder holds anything else, and
    StorageError where it cannot be written; what stood there before still stands then.
    """
    _check(out)
    try:
        make_folder(out.absolute().parent)
        with TemporaryDirectory(dir=out.absolute().parent, prefix=TEMPORARY) as scratch:
            new = Path(scratch) / "new"
            (new / "sheets").mkdir(parents=True)
            names = _sheets(new / "sheets", sheets, step)
            _index(new, ranked, names, about)
            if out.exists():
                out.replace(Path(scratch) / "old")
            new.replace(out)
    except OSError as error:
        raise unwritten(out, error) from error
    return [out / "sheets" / f"{name}.pdf" for name, _ in names.values()]


def _check(out: Path) -> None:
    if out.exists() and not (out.is_dir() and ((out / INDEX).exists() or not any(out.iterdir()))):
        raise UsageError(
            f"{out} is there and holds no sheets.",
            expected="a new or empty folder, or one of sheets to replace",
        )


def _sheets(
    folder: Path, sheets: Iterable[Sheet], step: Callable[[int], None]
) -> dict[int, tuple[str, Sheet]]:
    """Write each sheet's files; the names of the files and the sheet by the identity of its target."""
    press, found = Press(), {}
    used: set[str] = set()
    for number, sheet in enumerate(sheets, 1):
        name = sheet.name
        if name in used:
            name = f"{name}-{sheet.target.ship.line.number if sheet.target.ship.line else number}"
        used.add(name)
        (folder / f"{name}.pdf").write_bytes(press.pdf(sheet))
        (folder / f"{name}.json").write_bytes(
            orjson.dumps(sheet.as_json(), option=orjson.OPT_INDENT_2) + b"\n"
        )
        (folder / f"{name}.csv").write_bytes(reasons_csv(sheet))
        found[id(sheet.target)] = (name, sheet)
        step(number)
    return found


def _index(
    folder: Path,
    ranked: Sequence[Target],
    names: dict[int, tuple[str, Sheet]],
    about: dict[str, object],
) -> None:
    rows = [ranked_row(n, t, names[id(t)][0] if id(t) in names else "") for n, t in enumerate(ranked, 1)]
    told = about | {"columns": list(RANKED), "ships": [dict(zip(RANKED, row, strict=True)) for row in rows]}
    (folder / INDEX).write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    (folder / "index.csv").write_bytes(_csv(RANKED, rows))
    forms = [[sheet.form[column] for column in COLUMNS] for _, sheet in names.values()]
    (folder / "form.csv").write_bytes(_csv(COLUMNS, forms))


def ranked_row(rank: int, target: Target, sheet: str) -> list[object]:
    """A ship as a row of the index, under ``RANKED``."""
    safety = target.safety
    return [
        rank, target.ship.name, target.ship.imo, target.ship.line.number if target.ship.line else "",
        target.verdict, target.sanctions.points,
        "; ".join(f"{r.points} {r.rule}: {r.finding.text}" for r in target.sanctions.reasons),
        safety.profile, safety.range, "; ".join(safety.missing), f"sheets/{sheet}.pdf" if sheet else "",
        "; ".join(target.notes), target.problem,
    ]  # fmt: skip


def reasons_csv(sheet: Sheet) -> bytes:
    """The reasons of a sheet, one a row, under its issue number."""
    issue, ship = sheet.issue, sheet.target.ship
    rows = []
    for reason in sheet.target.sanctions.reasons:
        told = reason.as_json() | {"law": reason.law}
        rows.append([issue.number, issue.as_of, ship.imo, ship.name, *(told[key] or "" for key in REASONS)])
    return _csv(("issue", "as_of", "imo", "name", *REASONS), rows)


def _csv(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A table that no spreadsheet runs as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
