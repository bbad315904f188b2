"""Writes a plan into a folder: all of its files, or nothing."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from yalu.designation.strike.checklist import checklist
from yalu.designation.strike.packages import Made
from yalu.designation.strike.plan import ARCHIVE, Plan
from yalu.publish.annex import safe
from yalu.publish.package.archive import packed
from yalu.publish.package.pages import package_pdf
from yalu.publish.package.write import package_files
from yalu.publish.strike.calendar import strike_calendar
from yalu.publish.strike.cover import cover

COLUMNS = ("done", "authority", "due", "kind", "what", "rests_on", "sources")


@dataclass(frozen=True)
class Packed:
    """The archive of packages, its sha256, and each pair's folder with the sha256 of its package.json."""

    content: bytes
    files: dict[tuple[str, str], tuple[str, str]]

    @property
    def checksum(self) -> str:
        """The sha256 of the archive; ``""`` where no pair has a package."""
        return hashlib.sha256(self.content).hexdigest() if self.content else ""


def pack(pairs: Sequence[Made], works: Mapping[str, Mapping[str, str]]) -> Packed:
    """All packages in one archive, a folder for each pair; the same evidence gives the same bytes."""
    content: dict[str, bytes] = {}
    files: dict[tuple[str, str], tuple[str, str]] = {}
    for made in pairs:
        if made.package is None:
            continue
        some = package_files(made.package, works)
        folder = made.package.stem
        content |= {f"{folder}/{name}": one for name, one in some.items()}
        key = (made.pair.party, made.pair.authority)
        files[key] = (folder, hashlib.sha256(some["package.json"]).hexdigest())
    return Packed(packed(content) if content else b"", files)


def plan_files(plan: Plan, archive: bytes) -> dict[str, bytes]:
    """The files of a plan by name."""
    held = {ARCHIVE: archive} if archive else {}
    return {
        "plan.json": orjson.dumps(plan.as_json(), option=orjson.OPT_INDENT_2) + b"\n",
        "cover.pdf": package_pdf(cover(plan)),
        "checklist.csv": _csv(plan),
        "plan.ics": strike_calendar(plan),
        **held,
    }


def write_plan(files: Mapping[str, bytes], out: Path) -> None:
    """Write the files beside their place first; then each takes its name. An archive of before goes."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".plan-") as scratch:
        for name, content in files.items():
            (Path(scratch) / name).write_bytes(content)
        for name in files:
            shutil.move(Path(scratch) / name, out / name)
    if ARCHIVE not in files:
        (out / ARCHIVE).unlink(missing_ok=True)


def _csv(plan: Plan) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in checklist(plan):
        row = ("", item.authority, item.due, item.kind, item.text, item.basis, " ".join(item.works))
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue().encode()
