"""``yalu travel check``: may this passport be used for the journey, on that day, for that purpose?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.answer import asked, head, write
from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    tell,
    view_at,
)
from yalu.errors import UsageError
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.evidence.view import View
    from yalu.travel.travelers import Traveler
    from yalu.travel.verdict import Reason, Verdict

Passport = Annotated[
    str, typer.Option("--passport", metavar="CODE", help="Whose passport: ISO 3166, two letters.")
]
OnDay = Annotated[
    str,
    typer.Option("--on", metavar="DATE", help="The day of the journey; with --file for rows without one."),
]
Purpose = Annotated[
    str,
    typer.Option(
        "--purpose",
        metavar="PURPOSE",
        help="tourism, journalism, humanitarian, red_cross, national_interest, family, business, official"
        " or other.",
    ),
]
File = Annotated[
    str,
    typer.Option(
        "--file",
        metavar="FILE",
        help="Travelers, CSV or XLSX: columns passport, on, purpose, and if wished name. - is stdin (CSV).",
        show_default=False,
    ),
]
NOT_ALLOWED = 3
"""The exit code where somebody may not simply go: what ``yalu screen`` gives for a hit."""


def run(
    passport: Passport = "",
    on: OnDay = "",
    purpose: Purpose = "",
    file: File = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Say whether a passport may be used for a journey: allowed, needs_validation, prohibited or unknown.

    By the notices and the regulation as known on --as-of (default: today), each cited with its days. What no
    rule covers is unknown, with what is missing, and never allowed; advice of governments stands beside it.
    Ends with 0 where everybody is allowed, with 3 where anybody is not, or the answer is unknown.

    Examples: yalu travel check --passport US --on 2018-05-01 --purpose journalism · yalu travel check --file
    travelers.csv --json
    """
    if file and (passport or purpose):
        raise UsageError(
            "--file brings its own passports and purposes.", do="Leave out --passport, --purpose."
        )
    given = {"--passport": passport, "--on": on, "--purpose": purpose}
    lacking = [] if file else [name for name, value in given.items() if not value.strip()]
    if lacking:
        raise UsageError(
            f"{' and '.join(lacking)} {'is' if len(lacking) == 1 else 'are'} missing.",
            expected="a passport, a day and a purpose, or --file",
            do="Example: yalu travel check --passport US --on 2018-05-01 --purpose journalism",
        )
    when = _day(on) if on else ""
    _, evidence = open_evidence(workspace, snapshot, quiet=quiet)
    view = view_at(evidence, as_of, "", mode)
    from yalu.travel import passport as rules_of
    from yalu.travel.verdict import decide

    rules = rules_of.read(view)
    if file:
        from yalu.screening.customers import open_file
        from yalu.travel import travelers

        content = open_file(file, sys.stdin.buffer.read() if file == "-" else None)
        name = "standard input" if file == "-" else Path(file).name
        rows = list(travelers.read(name, content, rules, view.when.as_of, when))
        clear = _file(view, rows, json=json)
    else:
        made = decide(rules, passport, when, purpose, view.when.as_of)
        _one(view, made, json=json)
        clear = made.verdict == "allowed"
    if not clear:
        sys.exit(NOT_ALLOWED)


def _day(text: str) -> str:
    from yalu.model.dates import day

    try:
        return day(text)
    except ValueError as error:
        raise UsageError(f"--on: {error}", expected="a day such as 2018-05-01") from None


def as_json(view: View, made: Verdict) -> dict[str, Any]:
    """The answer with its reasons, and the works that it cites."""
    from yalu.evidence.cited import ids, works
    from yalu.travel.verdict import LIMITS

    def told(some: Any) -> list[dict[str, Any]]:
        return [
            {
                "state": a.state,
                "measure": a.measure,
                "date": a.date,
                "in_part_from_memory": a.in_part,
                "sources": ids(a.statements),
            }
            for a in some
        ]

    return asked(view) | {
        "verdict": made.verdict,
        "passport": made.passport,
        "on": made.on,
        "purpose": made.purpose,
        "reasons": [r.as_json() for r in made.reasons],
        "missing": made.missing,
        "apply_for": [r.as_json() for r in made.apply_for],
        "advice": told(made.advice),
        "unverified": told(made.leads),
        "limits": list(LIMITS),
        "sources": works(view, made.statements),
    }


def _one(view: View, made: Verdict, *, json: bool) -> None:
    if json:
        write(as_json(view, made))
        return
    from yalu.evidence.cited import cited
    from yalu.model.countries import state
    from yalu.travel.verdict import LIMITS

    print(f"{made.verdict.upper()}: passport {made.passport}, {made.purpose}, on {made.on}")
    print(head(view))
    for title, some in (("Why", made.reasons), ("What to apply for", made.apply_for)):
        if some:
            print(f"\n{title}")
        for reason in some:
            _print(view, reason)
    if made.missing:
        print("\nMissing")
    for line in made.missing:
        print(f"  {line}")
    own = [a for a in made.advice if a.state == made.passport]
    others = [a for a in made.advice if a not in own]
    for title, given in (
        (f"What {state(made.passport)} tells its people", own),
        ("What other states tell theirs", others),
        ("Unverified, so it decides nothing", made.leads),
    ):
        if given:
            print(f"\n{title}")
        for a in given:
            part = " (in part from memory)" if a.in_part else ""
            print(f"  {state(a.state)}, {a.date or 'undated'}: {a.measure}{part}")
            print(f"    {cited(view, a.statements)}")
    print(f"\n{LIMITS[0]}")


def _print(view: View, reason: Reason) -> None:
    from yalu.evidence.cited import cited

    days = f" ({reason.since} to {reason.until or 'the day of the text'})" if reason.since else ""
    cite = f" [{reason.citation}]" if reason.citation else ""
    print(f"  {reason.text}{days}{cite}\n    {reason.rule}: {cited(view, reason.statements)}")


def _file(view: View, rows: list[Traveler], *, json: bool) -> bool:
    """Print the rows; whether everybody is allowed and every row could be read."""
    from collections import Counter

    counts: Counter[str] = Counter()
    for row in rows:
        counts[row.verdict.verdict if row.verdict else "not read"] += 1
        if row.verdict is None:
            tell(f"row {row.row} is not answered: {row.problem}")
        if json:
            body = as_json(view, row.verdict) if row.verdict else {"version": 1, "verdict": "unknown"}
            problem = {} if row.verdict else {"problem": row.problem, "missing": [row.problem]}
            write({"row": row.row, "name": row.name} | body | problem)
        elif row.verdict:
            one = row.verdict
            why = (one.missing or [r.text for r in one.reasons] or [""])[0]
            print(f"{row.row:>6}  {one.verdict:<16}  {row.name} {one.passport} {one.on} {one.purpose}: {why}")
        else:
            print(f"{row.row:>6}  {'not read':<16}  {row.name}: {row.problem}")
    if not json:
        print(", ".join(f"{n:,} {name}" for name, n in sorted(counts.items())) or "no travelers in the file")
    return not set(counts) - {"allowed"}
