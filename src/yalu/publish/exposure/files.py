"""Writes the report into a folder, each file whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import orjson

from yalu.evidence.writing import replacing, write_whole
from yalu.payments.banks.as_json import bank_dict, run_dict
from yalu.payments.banks.grounds import Speaking, speaking
from yalu.payments.banks.model import Exposure
from yalu.publish.exposure import tables, words
from yalu.publish.exposure.pages import report_pages
from yalu.publish.exposure.tables import Row
from yalu.publish.exposure.workbook import write_workbook
from yalu.screening.results import neutral

FILES = ("report.pdf", "report.xlsx", "banks.csv", "payments.csv", "report.json")


def report_pdf(found: Exposure) -> bytes:
    """The pages alone."""
    return report_pages(found, speaking(found))


def write(found: Exposure, out: Path) -> None:
    """Write all of ``FILES`` under ``out``. Raises StorageError."""
    said = speaking(found)
    folder = out.absolute()
    write_whole(folder / "report.pdf", report_pages(found, said))
    with replacing(folder / "report.xlsx") as new:
        write_workbook(
            new,
            [
                ("banks", tables.BANKS, tables.banks(found)),
                ("sums", tables.AMOUNTS, tables.amounts(found)),
                ("payments", tables.PAYMENTS, tables.payments(found)),
                ("grounds", tables.GROUNDS, tables.grounds(said)),
                ("notes", ("what",), [[text] for text in _notes(found)]),
            ],
        )
    write_whole(folder / "banks.csv", _csv(tables.BANKS, tables.banks(found)))
    write_whole(folder / "payments.csv", _csv(tables.PAYMENTS, tables.payments(found)))
    write_whole(folder / "report.json", report_json(found, said))


def report_json(found: Exposure, said: list[Speaking]) -> bytes:
    """Everything as one object."""
    answer = run_dict(found) | {
        "notice": words.NOTICE,
        "by_bank": [bank_dict(bank, found) for bank in found.banks],
        "grounds": [
            {
                "ground": s.ground.id,
                "kind": s.ground.kind,
                "title": s.ground.title,
                "instrument": s.authority.instrument,
                "provision": s.authority.provision,
                "since": s.since,
                "effect": s.effect,
                "asks": s.ground.asks,
                "unverified": s.ground.unverified,
                "open": s.ground.open,
                "sources": s.cites,
                "payments": len(s.cases),
                "missed": s.missed,
                "alerts_not_known": s.unknown,
                "banks": s.banks,
            }
            for s in said
        ],
        "not_shown": list(words.NOT_SHOWN),
    }
    return orjson.dumps(answer, option=orjson.OPT_INDENT_2) + b"\n"


def _notes(found: Exposure) -> list[str]:
    methods = [f"{head}: {text}" for head, text in words.METHODS]
    return [words.NOTICE, *words.short(found), *methods, *words.NOT_SHOWN, *words.left_out(found)]


def _csv(headings: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8", "replace")
