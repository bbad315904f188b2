"""The workspace of the benchmark of resolution: every shared list in a format that Yalu reads."""

from __future__ import annotations

from pathlib import Path

from benchmarks import _lists
from tests.acceptance.jp_workbook import official
from yalu.evidence import intake, packaged
from yalu.evidence.files import read_files
from yalu.evidence.workspace import Workspace
from yalu.model.dates import OPEN, Interval
from yalu.sources.registry import source

LISTS = (
    ("ofac_sdn", "ofac-2019-01-15", "2019-01-15"),
    ("ofac_sdn", "ofac-2022-01-31", "2022-01-31"),
    ("un_sc", "un/un_2018-06-08.xml", ""),
    ("un_1718_vessels", "un/un_1718_vessels_2020-06-04.html", "2020-06-04"),
    ("uk_ofsi", "uk/sanctionsconlist_2018-04-13.csv", "2018-04-13"),
    ("au_dfat", "au/regulation8_consolidated_2024-12-17.xlsx", "2024-12-17"),
    ("ca_sema", "ca/sema-lmes_2020-04-15.xml", "2020-04-15"),
    ("eu_1509", "eu-1509/32017R1509_2026-08-14.csv", "2026-08-14"),
    ("eu_fsf", "eu-fsf-sample/EUSanctionsShort_2018-07-04.csv", "2018-07-04"),
    ("us_csl", "us-csl/consolidated_csl_2022-05-16.csv.gz", "2022-05-16"),
)
JAPAN = ("jp_mof", "jp", "2026-03-05")
"""A third party's table of the DPRK and Iran rows, written into the official layout."""
CHANGED = ("un_sc", "un/un_2026-02-27.xml", "")
"""The copy that comes last, to measure what one changed list costs."""


def workspace(folder: Path) -> Workspace:
    """A workspace with the lists, but for the last copy."""
    made = Workspace(folder)
    packaged.ensure(made)
    for one in LISTS:
        load(made, *one)
    name, folder_of, dated = JAPAN
    written = folder / "shisantouketsu.xlsx"
    written.write_bytes(official(_lists.shared() / "data" / "lists" / folder_of))
    intake.take(made, source(name), read_files(source(name), [written], Interval(dated, dated)))
    return made


def load(made: Workspace, name: str, path: str, dated: str) -> None:
    """Take in one copy."""
    day = Interval(dated, dated) if dated else OPEN
    documents = read_files(source(name), [_lists.shared() / "data" / "lists" / path], day)
    intake.take(made, source(name), documents)
