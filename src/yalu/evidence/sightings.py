"""What each archived document says, kept once parsed: one Parquet file per document of a run."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import StorageError
from yalu.evidence import archive, failpoints
from yalu.evidence.archive import Copy
from yalu.evidence.table import read_parquet, write_parquet
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.model.dates import Interval
from yalu.model.statement import statement_id
from yalu.sources.registry import Source
from yalu.sources.sighting import SIGHTING_COLUMNS, Parsed, Problem, Quarantined, Sighting


@dataclass(frozen=True, slots=True)
class Report:
    """What the parser said of one document of a run, without its sightings."""

    part: str
    records: int
    stated: Interval
    problems: list[Problem]
    quarantined: list[Quarantined]
    citations: dict[str, dict[str, str]]


def run_id(source: Source, documents: dict[str, str]) -> str:
    """Names the reading of these documents by this version of the parser."""
    parts = (f"{p}={s}" for p, s in sorted(documents.items()))
    return statement_id(source.id, str(source.parser_version), *parts)


def store(workspace: Workspace, source: Source, documents: dict[str, str], parsed: dict[str, Parsed]) -> None:
    """Keep what was parsed. The report is written last, so that it stands only beside whole tables."""
    folder = _folder(workspace, source, documents)
    for part, result in parsed.items():
        write_parquet(folder / f"{part}.parquet", SIGHTING_COLUMNS, result.sightings)
    reports = {part: _report(result) for part, result in parsed.items()}
    write_whole(folder / "report.json", orjson.dumps(reports, option=orjson.OPT_SORT_KEYS))
    failpoints.reach("written")


def ensure(workspace: Workspace, source: Source, copy: Copy) -> None:
    """Parse a copy from the archive unless its sightings are kept already."""
    if not kept(workspace, source, copy.documents):
        rebuild(workspace, source, copy)


def kept(workspace: Workspace, source: Source, documents: dict[str, str]) -> bool:
    """Whether these documents were read by this version of the parser, and what they say is kept."""
    return (_folder(workspace, source, documents) / "report.json").exists()


def rebuild(workspace: Workspace, source: Source, copy: Copy) -> None:
    """Parse a copy from the archive, whatever is kept of it."""
    contents = {part: archive.document(workspace, sha) for part, sha in copy.documents.items()}
    parsed = source.parse(contents)
    failpoints.reach("parsed")
    store(workspace, source, copy.documents, parsed)


def load(workspace: Workspace, source: Source, copy: Copy) -> dict[str, list[Sighting]]:
    """The sightings of a copy, by part."""
    ensure(workspace, source, copy)
    return load_run(workspace, source, run_id(source, copy.documents), sorted(copy.documents))


def load_run(
    workspace: Workspace, source: Source, run: str, parts: Sequence[str], where: str = ""
) -> dict[str, list[Sighting]]:
    """The sightings of a run, by part. Writes nothing, so it is what a reader asks.

    ``where`` is an SQL condition over their columns.
    """
    folder = workspace.sightings / source.id / run
    return {
        part: [Sighting(*row) for row in read_parquet(folder / f"{part}.parquet", SIGHTING_COLUMNS, where)]
        for part in parts
    }


def reports(workspace: Workspace, source: Source, copy: Copy) -> dict[str, Report]:
    """What the parser said of each document of a copy."""
    ensure(workspace, source, copy)
    return reports_of(workspace, source, run_id(source, copy.documents))


def reports_of(workspace: Workspace, source: Source, run: str) -> dict[str, Report]:
    """What the parser said in a run, by part. Writes nothing, so it is what a reader asks."""
    path = workspace.sightings / source.id / run / "report.json"
    try:
        raw = orjson.loads(path.read_bytes())
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read: {error.strerror}.", do="Run yalu build to make it again."
        ) from error
    return {part: _read(part, found) for part, found in raw.items()}


def _folder(workspace: Workspace, source: Source, documents: dict[str, str]) -> Path:
    return workspace.sightings / source.id / run_id(source, documents)


def _report(parsed: Parsed) -> dict[str, Any]:
    return {
        "records": parsed.records,
        "stated": list(parsed.stated),
        "problems": [dataclasses.asdict(p) for p in parsed.problems],
        "quarantined": [dataclasses.asdict(q) for q in parsed.quarantined],
        "citations": parsed.citations,
    }


def _read(part: str, raw: dict[str, Any]) -> Report:
    return Report(
        part=part,
        records=raw["records"],
        stated=Interval(*raw["stated"]),
        problems=[Problem(**p) for p in raw["problems"]],
        quarantined=[Quarantined(**q) for q in raw["quarantined"]],
        citations=raw["citations"],
    )
