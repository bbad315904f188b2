"""``yalu changes``: who was added to the lists, amended, and taken off, between two days."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from yalu.cli.options import (
    Json,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    regime_plan,
    tell,
    today,
)
from yalu.errors import UsageError
from yalu.evidence.changes.change import What

if TYPE_CHECKING:
    from yalu.evidence.changes import Changes

From = Annotated[
    str,
    typer.Option("--from", metavar="DATE", help="Changes after this day (YYYY-MM-DD).", show_default=False),
]
To = Annotated[
    str,
    typer.Option("--to", metavar="DATE", help="Changes up to this day. Default: today.", show_default=False),
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="SOURCE", help="Only this list; may be repeated.", show_default=False),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only Person, Organization, Vessel ...; may be repeated.",
        show_default=False,
    ),
]
WhatOption = Annotated[
    list[What] | None,
    typer.Option("--what", help="Only such changes; may be repeated.", show_default=False),
]
RegimeOnly = Annotated[
    bool, typer.Option("--regime-only/--all", help="Only the parties of the regime, or all parties.")
]
Format = Annotated[
    Literal["text", "json", "atom"], typer.Option("--format", help="How to print; --json is --format json.")
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help="Write to this file. Default: standard output.", show_default=False
    ),
]


def run(
    start: From = "",
    end: To = "",
    source: SourceOption = None,
    kind: KindOption = None,
    what: WhatOption = None,
    regime_only: RegimeOnly = True,
    form: Format = "text",
    out: Out = None,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show what changed on the lists between two days: added, amended, delisted, listed again.

    A listing counts on its own day, where it has one. Everything else counts when a copy shows it, and
    happened between that copy and the one before. What a copy cannot say is no change: it is unknown.

    Examples: yalu changes --from 2018-01-26 --to 2019-01-15 · yalu changes --from 2026-01-01 --format atom
    --out changes.xml
    """
    from yalu.evidence.changes import find
    from yalu.model.dates import day
    from yalu.sources import registry

    if not start:
        raise UsageError(
            "There is no first day.", expected="--from DATE", do="yalu changes --from 2026-01-01"
        )
    try:
        start, end = day(start), day(end or today())
    except ValueError as error:
        raise UsageError(str(error), expected="a day such as 2017-06-13") from None
    wanted = [registry.source(name).id for name in source or []]
    place, evidence = open_evidence(workspace, snapshot, quiet=quiet)

    def step(message: str) -> None:
        if sys.stderr.isatty():
            tell(message, quiet=quiet)

    plan = regime_plan() if regime_only else None
    found = find(place, evidence, start, end, wanted=wanted, plan=plan, step=step)
    found.changes[:] = [
        c for c in found.changes if (not kind or c.kind in kind) and (not what or c.what in what)
    ]
    _write(_printed(found, wanted, "json" if json else form), out, quiet=quiet)
    if not found.changes:
        _why_none(found, regime_only=regime_only, quiet=quiet)


def _printed(found: Changes, wanted: list[str], form: str) -> bytes:
    if form == "atom":
        from yalu.publish.atom import feed

        return feed(found, wanted)
    if form == "json":
        import orjson

        lines = [*(c.as_json() for c in found.changes), *(u.as_json() for u in found.unknown)]
        return b"".join(orjson.dumps(line) + b"\n" for line in lines)
    return "".join(f"{line}\n" for line in _lines(found)).encode("utf-8", "replace")


def _lines(found: Changes) -> list[str]:
    from yalu.evidence.changes.find import counts
    from yalu.publish.atom import when

    lines = [f"Changes after {found.start} and by {found.end}"]
    for source, by_what in counts(found.changes).items():
        copies = ", ".join(found.copies.get(source, [])) or "none by that day"
        said = ", ".join(f"{n:,} {what}" for what, n in sorted(by_what.items()))
        lines.append(f"  {source:<16} {said}" + ("" if source == "casebook" else f"  (copies: {copies})"))
    for c in found.changes:
        listed = "" if c.lists_as in ("", "Sanction") else f"  [{c.lists_as}, no listing]"
        lines.append("")
        lines.append(f"{c.what:<9} {c.source:<12} {c.party}  {c.name}  ({c.kind or 'kind unknown'}){listed}")
        early = ", perhaps before the first day" if c.earliest and c.earliest <= found.start else ""
        lines.append(f"          {when(c)}{early if not c.day else ''}")
        lines += [f"          {f.text()}" for f in c.fields]
    if found.unknown:
        lines += ["", "Unknown, and so no change:"]
        lines += [f"  {u.source} {u.copy}: {u.party or u.part}: {u.why}" for u in found.unknown]
    return lines


def _write(content: bytes, out: Path | None, *, quiet: bool) -> None:
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    from yalu.evidence.writing import write_whole

    write_whole(out, content)
    tell(f"written to {out}", quiet=quiet)


def _why_none(found: Changes, *, regime_only: bool, quiet: bool) -> None:
    held = ", ".join(f"{source} {days[-1]}" for source, days in found.copies.items() if days)
    tell(f"No change is known after {found.start} and by {found.end}.", quiet=quiet)
    tell(f"The last copies by then: {held or 'none is held'}.", quiet=quiet)
    more = "--all for parties outside the regime, " if regime_only else ""
    tell(f"To do: try {more}other days, or load more copies with yalu sync.", quiet=quiet)
