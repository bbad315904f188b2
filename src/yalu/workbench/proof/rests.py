"""What rests on a statement: parties, ties, verdicts, criteria, and the briefs and packages written here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from yalu.jobs.folder import folder_of, out
from yalu.jobs.job import State
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING
from yalu.workbench.dossier import criteria, verdicts
from yalu.workbench.dossier.known import known
from yalu.workbench.dossier.words import prop_words
from yalu.workbench.frame import Ask, Cell, Column, Table
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import named

_LARGEST = 20_000_000
"""Bytes of a file of a brief that is searched."""
Row = tuple[Cell, ...]


def table(ask: Ask, s: Statement, *, full: bool) -> Table:
    """A row for each thing that rests on it; verdicts and criteria with ``full`` alone, as they take long."""
    found = [*_parties(ask, s), *_same(ask, s)]
    if full:
        found += [*_verdicts(ask, s), *_criteria(ask, s)]
    found += _written(ask, s)
    columns = (
        Column(key="what", label="What", head=True),
        Column(key="where", label="Where"),
        Column(key="how", label="How it rests on it"),
    )
    return Table(id="rests", columns=columns, rows=tuple(found), sortable=False, stack=True)


def _ends(s: Statement) -> list[str]:
    return [s.party, s.value] if s.prop in EDGE_KINDS else [s.party]


def _parties(ask: Ask, s: Statement) -> Iterator[Row]:
    for number, party in enumerate(_ends(s)):
        kind = s.kind if number == 0 else known(ask, party).kind
        how = f"its {prop_words(s.prop)}"
        if s.prop in EDGE_KINDS:
            how = "one end of the tie"
        elif s.prop == LISTING:
            how = f"listed by {s.value}"
        yield row("Party", named(party, ask.view.name(party), kind), how)


def _same(ask: Ask, s: Statement) -> Iterator[Row]:
    """What other sources say alike or otherwise of the same property."""
    if s.prop in EDGE_KINDS:
        return
    for other in known(ask, s.party).now:
        if (
            other.prop == s.prop
            and other.id != s.id
            and (other.value == s.value or s.prop not in ("alias", LISTING))
        ):
            word = "says the same" if other.value == s.value else f"says {other.value[:80]}"
            yield row(
                "Statement", Cell(text=other.id, href=f"/evidence/{other.id}"), f"{other.source} {word}"
            )


def _verdicts(ask: Ask, s: Statement) -> Iterator[Row]:
    for party in _ends(s):
        for answer in verdicts.answers(ask, ask.view.ids(party)[0]):
            if any(s.id in step.statements for step in answer.verdict.proof):
                said = f"{answer.verdict.rule.name}: {answer.verdict.says}"
                where = named(party, ask.view.name(party), known(ask, party).kind)
                yield row("Finding", where.model_copy(update={"href": f"{where.href}#findings"}), said)


def _criteria(ask: Ask, s: Statement) -> Iterator[Row]:
    for party in _ends(s):
        for one in criteria.assessed(ask, ask.view.ids(party)[0]):
            uses = [f for f in (*one.met, *one.contrary) if s.id in (f.id, *(r.id for r in f.rests_on))]
            if uses:
                where = named(party, ask.view.name(party), known(ask, party).kind)
                how = f"{one.authority} {one.provision}, evidence {one.verdict.value}: {uses[0].weight.value}"
                yield row("Criterion", where.model_copy(update={"href": f"{where.href}#criteria"}), how)


def _written(ask: Ask, s: Statement) -> Iterator[Row]:
    """The claims of briefs and the sections of packages that jobs wrote here."""
    for job in ask.jobs.newest(200):
        if job.kind not in ("brief", "package") or job.state is not State.DONE:
            continue
        place = out(folder_of(ask.workspace, job.id))
        for name in job.files:
            for where in _within(place / name, s.id):
                yield row(job.kind.capitalize(), Cell(text=job.id, href=f"/jobs/{job.id}"), where)


def _within(path: Path, statement: str) -> list[str]:
    """The places of a file that cite it, each once."""
    try:
        if path.name not in ("statements.csv", "package.json") or path.stat().st_size > _LARGEST:
            return []
        content = path.read_bytes()
    except OSError:
        return []
    if statement.encode() not in content:
        return []
    if path.name == "package.json":
        data: dict[str, Any] = orjson.loads(content)
        return [
            f"section {name}" for name, part in data.items()
            if name != "statements" and statement.encode() in orjson.dumps(part)
        ]  # fmt: skip
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return list(
        dict.fromkeys(f"{r['place']}: {r['sentence']}" for r in rows if r.get("statement") == statement)
    )
