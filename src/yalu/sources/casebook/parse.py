"""Reads a regime's folder as one copy: its rows cite one register of sources, so they are read together."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from yalu.errors import ContractError, StorageError
from yalu.model.dates import Interval, partial
from yalu.regimes import Regime, RegimeError, load_regime, regime_path
from yalu.regimes.parties import Party
from yalu.regimes.ties import Tie
from yalu.regimes.vessels import Vessel
from yalu.sources.casebook.clocks import Calendar
from yalu.sources.casebook.parties import first_named, party_sightings, tie_sightings, vessel_sightings
from yalu.sources.casebook.rows import row_sightings
from yalu.sources.sighting import Parsed, Sighting


def packaged() -> dict[str, tuple[str, bytes]]:
    """The regime that comes with Yalu: part to file name and content, ``regime.yml`` first."""
    root = regime_path()
    files = sorted(root.rglob("*.y*ml"), key=lambda p: (p.name != "regime.yml", str(p)))
    return {
        _part(p.relative_to(root).as_posix()): (p.relative_to(root).as_posix(), p.read_bytes()) for p in files
    }


def parse_copy(documents: Mapping[str, bytes]) -> dict[str, Parsed]:
    """Parse the files of a regime, by part. Raises ContractError with file, item and field."""
    with tempfile.TemporaryDirectory(prefix="yalu-regime-") as folder:
        root = Path(folder)
        try:
            for part, content in documents.items():
                path = root / _file(part)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        except OSError as error:
            raise StorageError(
                f"The folder for temporary files, {root.parent}, cannot be written: {error.strerror}.",
                do="Make room there, or name another with the variable TMPDIR.",
            ) from error
        try:
            regime = load_regime(root)
        except RegimeError as error:
            raise ContractError("casebook", str(error)) from error
        return _parsed(regime, documents)


def _parsed(regime: Regime, documents: Mapping[str, bytes]) -> dict[str, Parsed]:
    calendar = Calendar(regime.sources, regime.compiled)
    named = first_named(regime, calendar)
    kinds = {p.id: p.kind for p in regime.parties.parties} | {v.id: "Vessel" for v in regime.vessels.vessels}
    by_file: dict[str, list[Sighting]] = defaultdict(list)
    count = 0
    for file, section, row in regime.rows():
        count += 1
        if isinstance(row, Party):
            by_file[file].extend(party_sightings(calendar, row, named.get(row.id), file))
        elif isinstance(row, Vessel):
            by_file[file].extend(vessel_sightings(calendar, row, named.get(row.id), file))
        elif isinstance(row, Tie):
            by_file[file].extend(tie_sightings(regime, calendar, row, kinds))
        elif row.statement_kind not in ("NameForm", "PlaceName", "Surname"):
            by_file[file].extend(row_sightings(calendar, row, f"{file} {section}"))
    parsed = {part: Parsed(sightings=by_file.get(_file(part), [])) for part in documents}
    head = parsed["regime"]
    head.records = count
    day = partial(regime.compiled)
    head.stated = Interval(day.hi, day.hi)
    head.citations = _citations(regime)
    return parsed


def _citations(regime: Regime) -> dict[str, dict[str, str]]:
    fields = ("title", "author", "publisher", "date", "date_first", "symbol", "url", "where", "basis")
    works = {
        name: {f: str(value) for f in fields if (value := getattr(doc, f)) is not None}
        for name, doc in regime.sources.items()
    }
    for work in works.values():
        if "date" not in work:
            # An undated work was there by then, and nobody can say since when.
            work["known"] = regime.compiled
    return works


def _part(file: str) -> str:
    return "regime" if file == "regime.yml" else file.removesuffix(".yaml").replace("/", "--")


def _file(part: str) -> str:
    return "regime.yml" if part == "regime" else part.replace("--", "/") + ".yaml"
