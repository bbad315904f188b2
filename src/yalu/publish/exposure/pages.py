"""The report as pages, by Typst: text goes in as data, so no name can act as markup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from yalu.model.dates import partial
from yalu.model.vocabulary import Grade
from yalu.model.words import DISCLAIMERS, MODES
from yalu.payments.banks.grounds import Speaking, works
from yalu.payments.banks.model import BankExposure, Case, Class, Exposure
from yalu.publish.citations import Citations
from yalu.publish.exposure import words
from yalu.publish.exposure.drawing import SHOWN, bars
from yalu.publish.exposure.tables import UNKNOWN, missed_sums, sum_of, sums
from yalu.publish.pdf import typeset_pdf
from yalu.publish.print_columns import breakable, columns_for
from yalu.publish.print_data import Data, source_data
from yalu.publish.print_text import runs

TEMPLATE = Path(__file__).parent.parent / "typst" / "exposure.typ"
ROWS = 25
"""Rows of a table that are printed; the workbook has all."""
TOGETHER = 20


def report_pages(found: Exposure, said: list[Speaking]) -> bytes:
    """The pages as bytes: the same for the same answer."""
    return typeset_pdf(print_data(found, said), TEMPLATE)


def print_data(found: Exposure, said: list[Speaking]) -> Data:
    """Everything that the template shows."""
    citations = Citations(found.as_of, works())
    known_of = sum(bank.missed is not None for bank in found.banks)
    one = found.banks[0] if len(found.banks) == 1 else None
    grounds = [_ground(g, citations) for g in said]
    return {
        "title": f"What {one.names[0] if one.names else one.id} carried" if one else "What each bank carried",
        "subtitle": "Payments that lists and ownership showed on their day, and what the banks did",
        "head": f"as known on {found.as_of}",
        "day": [int(part) for part in partial(found.as_of).hi.split("-")],
        "facts": [
            ["Period", found.period.told],
            ["As known on", found.as_of],
            ["Mode", f"{found.mode}: {MODES[found.mode]}"],
            ["Payments", f"{found.payments:,}, through {len(found.banks):,} banks"],
            ["Own alerts", f"of {known_of:,} of {len(found.banks):,} banks"],
            ["Snapshot", found.snapshot],
        ],
        "notice": words.NOTICE,
        "short": words.short(found),
        "drawing": bars(found.banks),
        "drawing_note": f"Alertable payments and hindsight, of {SHOWN} banks at most; the table has all.",
        "banks": _banks(found),
        "amounts": _amounts(found),
        "missed": _cases(found, [(b, c) for b in found.banks for c in b.cases if c.missed], "missed"),
        "unknown": _cases(
            found,
            [
                (b, c)
                for b in found.banks
                for c in b.cases
                if c.says.alertable and c.alerted is None and not c.refused
            ],
            "alertable at banks whose alerts are not known",
        ),
        "hindsight": _cases(
            found,
            [(b, c) for b in found.banks for c in b.cases if c.says.hindsight],
            "known only in hindsight",
        ),
        "until": found.as_of,
        "grounds": grounds,
        "not_shown": list(words.NOT_SHOWN),
        "left_out": words.left_out(found),
        "methods": [list(pair) for pair in words.METHODS],
        "sources": [source_data(c) for c in citations.numbered()],
        "disclaimers": list(DISCLAIMERS),
    }


def _ground(said: Speaking, citations: Citations) -> Data:
    numbers = citations.of_works(said.cites, Grade.GOVERNMENT_RECORD)
    shown, more = runs(numbers, 8)
    first, *rest = words.ground(said)
    return {
        "kind": said.ground.kind,
        "title": said.ground.title,
        "lead": {"text": first, "cites": {"runs": shown, "more": more}},
        "points": rest,
        "unverified": said.ground.unverified,
    }


def _banks(found: Exposure) -> Data:
    columns = [
        "Bank", "Processed", "Alertable", "on lists", "through owners", "Alerted", "Refused",
        "Missed", "Possible", "Hindsight",
    ]  # fmt: skip
    rows = []
    for b in found.banks:
        counts = (b.processed, b.alertable, b.count(Class.LISTS), b.count(Class.OWNERSHIP), b.alerted)
        more = (b.stopped, b.missed, b.count(Class.POSSIBLE), b.hindsight)
        name = f" {b.names[0]}" if b.names and b.names[0] != b.id else ""
        rows.append([b.id + name, *map(_shown, (*counts, *more))])
    note = "A payment counts once for each bank that it passed, so columns are not to be added up over banks."
    return _table("By bank", f"{note} A question mark: alerts not known.", columns, rows, range(1, 10))


def _amounts(found: Exposure) -> Data:
    rows = [
        [
            b.id,
            sums(b.sums(Class.LISTS, Class.OWNERSHIP)),
            UNKNOWN if b.missed is None else sums(missed_sums(b)),
            sums(b.sums(Class.HINDSIGHT_LISTS, Class.HINDSIGHT_OWNERSHIP)),
        ]
        for b in found.banks
        if b.alertable or b.hindsight
    ]
    note = "Exact; currencies are never added or converted. What was processed in all: report.xlsx, sums."
    return _table("Sums by bank and currency", note, ["Bank", "Alertable", "Missed", "Hindsight"], rows, ())


def _cases(found: Exposure, cases: list[tuple[BankExposure, Case]], what: str) -> Data:
    rows = [
        [c.day, b.id, c.role.value, sum_of(c), c.why, c.uetr or c.reference]
        for b, c in sorted(cases, key=lambda pair: (pair[1].day, pair[0].id, pair[1].uetr))
    ]
    columns = ["Day", "Bank", "Role", "Sum", "What the day showed", "UETR or reference"]
    if "hindsight" in what:
        columns[4] = f"What {found.as_of} shows"
    return _table(f"Payments {what}", "", columns, rows, (3,))


def _table(title: str, note: str, columns: list[str], rows: list[list[str]], numeric: Sequence[int]) -> Data:
    kept = rows[:ROWS]
    fitted = columns_for([columns, *kept], numeric)
    cut = (
        f"{len(kept):,} of {len(rows):,} rows are printed; report.xlsx has all."
        if len(rows) > len(kept)
        else ""
    )
    return {
        "title": title,
        "note": " ".join(filter(None, (note, cut))),
        "size": fitted.size,
        "widths": fitted.widths,
        "together": fitted.lines <= TOGETHER,
        "columns": [breakable(c, w, fitted.size) for c, w in zip(columns, fitted.widths, strict=True)],
        "numeric": [n in numeric for n in range(len(columns))],
        "rows": [[breakable(c, w, fitted.size) for c, w in zip(r, fitted.widths, strict=True)] for r in kept],
    }


def _shown(value: int | None) -> str:
    return "?" if value is None else f"{value:,}"
