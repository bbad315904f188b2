"""A supply chain or contractor list against employers, hosts, sectors, joint ventures and red flags.

Only workers of the country make the presumption of CAATSA s.321; host, sector or flag is a reason to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from yalu.evidence.cited import ids
from yalu.evidence.scope import Scope
from yalu.evidence.view import items
from yalu.labor.intake import best, of_country
from yalu.labor.rows import WORLD, rows_of, state_name
from yalu.labor.table import Line, lines
from yalu.labor.watched import Watched, watched
from yalu.model.dates import partial
from yalu.model.statement import Statement

COLUMNS = {
    "name": ("supplier", "contractor", "company", "party"),
    "country": ("host", "site_country"),
    "sector": ("industry",),
    "worker_nationality": ("nationality", "workers_from"),
    "partner": ("joint_venture", "jv_partner", "owner", "owners"),
}
YES = frozenset({"yes", "y", "true", "1", "x"})
PRESUMPTION = "CAATSA s.321"
SCOPE_NOTE = (
    "The presumption is about goods for the United States, mined or made wholly or in part by such labor."
)


@dataclass(frozen=True)
class Sign:
    """Something that speaks for looking, with what it rests on."""

    kind: str
    text: str
    statements: tuple[Statement, ...]

    def as_json(self) -> dict[str, Any]:
        """The sign and its sources."""
        return {"kind": self.kind, "text": self.text, "sources": ids(self.statements)}


@dataclass
class Checked:
    """A row: ``presumed``, ``named``, ``look``, ``nothing found`` or ``not read``."""

    row: int
    name: str
    verdict: str = "nothing found"
    signs: list[Sign] = field(default_factory=list)
    presumption: str = ""
    rebut: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Knowledge:
    """What the day knows that a row can meet."""

    watched: Sequence[Watched]
    hosts: dict[str, tuple[Statement, ...]]
    sectors: dict[str, Statement]
    flags: dict[str, tuple[str, tuple[Statement, ...]]]
    ventures: Sequence[Watched]
    law: tuple[Statement, ...]
    since: str
    on: str


def knowledge(scope: Scope) -> Knowledge:
    """Hosts with a backed estimate, sectors of the advisory, red flags on labor, joint ventures, the law."""
    hosts: dict[str, list[Statement]] = {}
    for i in rows_of(scope, "LaborEstimate"):
        if i.verified and i.text("host") != WORLD:
            hosts.setdefault(i.text("host"), []).extend(i.all("host", "estimator"))
    sectors = {
        s.value.casefold(): s
        for i in rows_of(scope, "NamedList")
        if i.verified and "sector" in i.text("name")
        for s in i.all("list")
    }
    flags: dict[str, tuple[str, tuple[Statement, ...]]] = {}
    for i in items(scope.view, "RedFlag"):
        if i.verified and i.id.startswith("rf-l18") and i.one("indicator"):
            for key in (i.id, *(s.value for s in i.all("observable_fields"))):
                flags.setdefault(key.replace(".", "_"), (i.text("indicator"), tuple(i.all("indicator"))))
    law = next((i for i in rows_of(scope, "Authority") if i.text("instrument") == PRESUMPTION), None)
    return Knowledge(
        watched(scope),
        {host: tuple(some) for host, some in hosts.items()},
        sectors,
        flags,
        _ventures(scope),
        tuple(law.all("instrument", "date", "effect")) if law and law.verified else (),
        law.text("date") if law else "",
        scope.view.when.on,
    )


def _ventures(scope: Scope) -> list[Watched]:
    """Both ends of each tie that a source calls a joint venture."""
    found = {}
    for tie in scope.ties:
        if "joint venture" not in str(tie.details.get("role", "")):
            continue
        for party in (tie.party, tie.value):
            named = scope.named(party)
            if named:
                head = scope.head(party)
                found[head] = Watched(head, named.value, "", (named.value,), (), (), True, (named, tie))
    return list(found.values())


def check(name: str, content: bytes, known: Knowledge) -> Iterator[Checked]:
    """Check each row of a table. Raises UsageError for a table without names."""
    for line in lines(name, content, COLUMNS, ("name",)):
        yield _checked(line, known)


def _checked(line: Line, known: Knowledge) -> Checked:
    made = Checked(line.row, line.get("name"), problem=line.problem)
    if line.problem:
        made.verdict = "not read"
        return made
    for column, title in (("name", "employer"), ("partner", "partner")):
        if line.get(column) and (hit := best(line.get(column), known.watched)):
            on = f"on {', '.join(hit.lists)}" if hit.lists else "on no list: named in a source"
            made.signs.append(Sign(title, f"{hit.name} ({hit.id}), {on}", hit.statements))
            made.verdict = "named"
        if line.get(column) and (hit := best(line.get(column), known.ventures)):
            made.signs.append(Sign("joint venture", f"{hit.name} ({hit.id})", hit.statements))
    host = line.get("country").upper()
    if host in known.hosts:
        text = f"a source counts such workers in {state_name(host)}"
        made.signs.append(Sign("host", text, known.hosts[host]))
    sector = known.sectors.get(line.get("sector").casefold())
    if sector:
        made.signs.append(Sign("sector", f"{sector.value}: named in the advisory", (sector,)))
    seen = set()
    for column, cell in line.cells.items():
        flag = known.flags.get(column.replace(".", "_"))
        if flag and cell.casefold() in YES and flag[0] not in seen:
            seen.add(flag[0])
            made.signs.append(Sign("red flag", flag[0], flag[1]))
    if made.signs and made.verdict == "nothing found":
        made.verdict = "look"
    _presume(made, line, known)
    return made


def _presume(made: Checked, line: Line, known: Knowledge) -> None:
    if not of_country(line.get("worker_nationality")):
        made.presumption = "not shown: the row does not say that workers are of the country"
        return
    if not known.law or partial(known.since).hi > known.on:
        made.presumption = f"not in force on {known.on}"
        made.verdict = "look" if made.verdict == "nothing found" else made.verdict
        made.signs.append(Sign("workers", "the row says that workers are of the country", ()))
        return
    made.verdict = "presumed"
    made.presumption = f"applies since {known.since}: goods are presumed barred"
    made.rebut = _unless(next(s.value for s in known.law if s.prop == "effect"))
    made.signs.append(Sign("presumption", PRESUMPTION, known.law))


def _unless(effect: str) -> str:
    """What rebuts it, in the words of the row: the first exception."""
    return effect.partition("unless ")[2].partition(";")[0]
