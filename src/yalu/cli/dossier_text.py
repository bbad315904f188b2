"""A dossier as a terminal shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from yalu.evidence.dossier import Dossier
from yalu.evidence.view import View
from yalu.model.dates import Interval
from yalu.model.statement import Statement
from yalu.model.words import grade_words

ORDER = (
    "imoNumber",
    "birthDate",
    "nationality",
    "country",
    "passportNumber",
    "idNumber",
    "position",
    "address",
)
"""Facts that identify a party come first."""


def print_dossier(view: View, d: Dossier) -> None:
    """Print listings, names, facts and ties, each with what it rests on and since when it was known."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 130)
    when = view.when
    console.print(f"[bold]{d.name}[/bold]  {d.kind}")
    console.print(f"ids: {', '.join(d.ids)}")
    console.print(
        f"as known on {when.as_of}, true on {when.on}, {when.mode}; snapshot {view.evidence.snapshot.id}\n"
    )
    _listings(console, d.listings)
    _own_lists(console, d.own)
    own = {s.source for s in d.own}
    _statements(console, "Names", d.names, own)
    facts = sorted(d.facts.items(), key=lambda kv: (ORDER.index(kv[0]) if kv[0] in ORDER else 99, kv[0]))
    _statements(console, "Facts", [s for prop, rows in facts if prop != "sameAs" for s in rows], own)
    _ties(console, d)
    _sources(console, view, [*d.listings, *d.names, *d.ties, *(s for rows in d.facts.values() for s in rows)])


def _listings(console: Console, listings: list[Statement]) -> None:
    if not listings:
        console.print("On no list that is held for this day; being named in a source is no finding.\n")
        return
    table = _table("Listed by", "since", "on the list until", "ground", "source")
    for s in listings:
        ground = s.details.get("authority") or s.details.get("list") or s.details.get("regime") or ""
        since = _span(s.from_lo, s.from_hi)
        if "date" in s.unverified.split(";"):
            since = f"{since} (unverified: the day rests on memory)"
        table.add_row(s.value, since, _span(s.to_lo, s.to_hi), str(ground), s.source)
    console.print(table, "")


def _own_lists(console: Console, own: list[Statement]) -> None:
    if not own:
        return
    table = _table("Own list", "since", "on it until", "reason", "source")
    for s in own:
        reason = str(s.details.get("reason", ""))
        table.add_row(
            s.value, _span(s.from_lo, s.from_hi), _span(s.to_lo, s.to_hi), reason, f"{s.source} (own list)"
        )
    console.print(table, "")


def _statements(console: Console, title: str, statements: list[Statement], own: set[str]) -> None:
    if not statements:
        return
    table = _table(title, "value", "known", "rule", "source")
    for s in statements:
        value = s.value if len(s.value) <= 220 else s.value[:217] + "..."
        marks = [_qualifiers(s), "unverified" if s.basis == "own_knowledge" else "", s.flag]
        shown = "  ".join([value, *(f"({m})" for m in marks if m)])
        table.add_row(
            s.prop, shown, _span(s.known_lo, s.known_hi), s.known_by.replace("_", " "), _source(s, own)
        )
    console.print(table, "")


def _source(s: Statement, own: set[str]) -> str:
    return f"{s.source} (own list)" if s.source in own else s.source


def _qualifiers(s: Statement) -> str:
    return ", ".join(f"{k} {v}" for k, v in s.details.items() if k != "as_of_basis")


def _ties(console: Console, d: Dossier) -> None:
    if not d.ties:
        return
    table = _table("Ties", "to", "held", "known", "grade", "source")
    for s in d.ties:
        other = s.value if s.party in d.ids else s.party
        details = s.details
        role = str(details.get("role", s.prop))
        # The role reads from "from" to "to" as the source has it; the arrow says on which side the party is.
        inward = (s.party in d.ids) == bool(details.get("reversed"))
        share = details.get("share") or ""
        table.add_row(
            f"{'←' if inward else '→'} {role}",
            f"{d.other_names[other]} ({other}) {share}".strip(),
            " to ".join(x for x in (_span(s.from_lo, s.from_hi), _span(s.to_lo, s.to_hi)) if x),
            _span(s.known_lo, s.known_hi),
            grade_words(s.grade),
            s.source,
        )
    console.print(table, "")


def _sources(console: Console, view: View, statements: Iterable[Statement]) -> None:
    cited = sorted({c for s in statements for c in s.cited})
    if not cited:
        return
    console.print("[bold]Sources cited[/bold]")
    for name in cited:
        work = view.work(name)
        parts = (work.get("publisher"), work.get("title"), work.get("date", "undated"), work.get("url"))
        console.print(f"  {name}: " + ", ".join(p for p in parts if p), soft_wrap=True)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=number == 0)
    return table


def _span(lo: str, hi: str) -> str:
    return Interval(lo, hi).text()
