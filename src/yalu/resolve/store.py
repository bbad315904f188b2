"""Where resolutions lie: a file for each snapshot and set of rules, written whole, made anew where lost.

::

    resolve/<snapshot>-<rules>.json                     records in short, pairs, edges, fingerprints
    resolve/<snapshot>-<rules>-<ledger head>.parties.jsonl   the parties, with the judgements of that head
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import StorageError
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.ledger.chain import Head
from yalu.resolve.config import rules_hash
from yalu.resolve.grouping import Grouped
from yalu.resolve.pair import Edge, Pair
from yalu.resolve.record import Name, Record, Since
from yalu.resolve.resolution import Counts, Resolution
from yalu.screening.birth import Date

FORMAT = 1
KEPT = 3
"""How many resolutions of other snapshots stay beside the newest."""
FOLDER = "resolve"


def path_of(workspace: Workspace, snapshot: str) -> Path:
    """The file of a snapshot under the rules of this version."""
    return workspace.root / FOLDER / f"{snapshot}-{rules_hash()}.json"


def read(workspace: Workspace, snapshot: str) -> Resolution | None:
    """The resolution of a snapshot, or None where there is none that this version wrote whole."""
    return _read(path_of(workspace, snapshot))


def newest(workspace: Workspace) -> Resolution | None:
    """The last resolution by the same rules, of whatever snapshot."""
    held = (workspace.root / FOLDER).glob(f"s*-{rules_hash()}.json")
    ordered = sorted(held, key=lambda p: p.stat().st_mtime, reverse=True)
    return next((found for path in ordered if (found := _read(path))), None)


def last_snapshot(workspace: Workspace) -> str:
    """The snapshot that was resolved last by the same rules, or ``""``."""
    held = (workspace.root / FOLDER).glob(f"s*-{rules_hash()}.json")
    newest_first = sorted(held, key=lambda p: p.stat().st_mtime, reverse=True)
    return next((path.name.partition("-")[0] for path in newest_first), "")


def write(workspace: Workspace, made: Resolution) -> None:
    """Keep a resolution; it appears whole or not at all. Raises StorageError."""
    path = path_of(workspace, made.snapshot)
    write_whole(path, orjson.dumps(_as_json(made), default=tuple))
    others = [p for p in path.parent.glob("s*.json") if p != path]
    for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
        for parties in path.parent.glob(f"{old.stem}-*.parties.jsonl"):
            parties.unlink(missing_ok=True)


def write_parties(workspace: Workspace, grouped: Grouped, head: Head | None) -> Path:
    """Keep the parties under a head of the ledger, a line each. The name says both, so it never changes."""
    place = path_of(workspace, grouped.resolution.snapshot)
    at = f"{head.seq}-{head.hash[:12]}" if head else "none"
    path = place.with_name(f"{place.stem}-{at}.parties.jsonl")
    if not path.exists():
        lines = (orjson.dumps({"version": 1, "id": ids[0], "ids": ids}) for ids in grouped.groups())
        write_whole(path, b"".join(line + b"\n" for line in lines))
    return path


def _read(path: Path) -> Resolution | None:
    try:
        raw = orjson.loads(path.read_bytes())
        return _from_json(raw) if raw["format"] == FORMAT else None
    except (FileNotFoundError, NotADirectoryError, orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        return None
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}.") from error


def _as_json(r: Resolution) -> dict[str, Any]:
    c = r.counts
    return {
        "format": FORMAT,
        "snapshot": r.snapshot,
        "counts": [c.records, c.changed, c.compared, c.kept, c.removed],
        "records": [_record(one) for one in r.records.values()],
        "pairs": [(p.a, p.b, p.odds, p.since, p.reasons, p.score, p.rival) for p in r.pairs.values()],
        "edges": r.edges,
        "refused": r.refused,
        "prints": r.prints,
    }


def _record(r: Record) -> list[Any]:
    names = [n for n in r.names if n.text == r.name][:1]
    numbers = [(*key, s) for key, s in r.numbers.items() if key[0] in ("imo", "lei")]
    births = [(*date, s) for date, s in r.births.items()]
    return [r.id, r.group, r.kinds, sorted(r.lists), r.repeats, names, births, numbers]


def _from_json(raw: Mapping[str, Any]) -> Resolution:
    records = {}
    for id_, group, kinds, lists, repeats, names, births, numbers in raw["records"]:
        records[id_] = Record(
            id_,
            group,
            tuple(kinds),
            frozenset(lists),
            repeats,
            names=[Name(t, n, tuple(w), weak, primary, Since(*s)) for t, n, w, weak, primary, s in names],
            births={Date(text, circa, to): Since(*s) for text, circa, to, s in births},
            numbers={(kind, plain): Since(*s) for kind, plain, s in numbers},
        )
    pairs = {
        (a, b): Pair(a, b, odds, Since(*since), reasons, score, rival)
        for a, b, odds, since, reasons, score, rival in raw["pairs"]
    }
    edges, refused = (
        [Edge(a, b, rule, score, text, Since(*since)) for a, b, rule, score, text, since in raw[name]]
        for name in ("edges", "refused")
    )
    counts = Counts(*raw["counts"])
    return Resolution(raw["snapshot"], records, pairs, edges, refused, raw["prints"], counts)
