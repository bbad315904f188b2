"""``yalu iran watch``: both programs on one timeline, with the lists of both regimes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_scope,
    regime_plan,
    tell,
)
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.iran.brought import Given
    from yalu.iran.coincidence import Coincidence
    from yalu.iran.watch import Watch

Tests = Annotated[
    str,
    typer.Option(
        "--tests", metavar="FILE", help="Missile tests: CNS/NTI JSON, or CSV with date.", show_default=False
    ),
]
Visits = Annotated[
    str, typer.Option("--visits", metavar="FILE", help="Visits: CSV with date, what.", show_default=False)
]
Calls = Annotated[
    str,
    typer.Option(
        "--calls", metavar="FILE", help="Calls of ships: CSV with ship, country, date.", show_default=False
    ),
]


def run(
    tests: Tests = "",
    visits: Visits = "",
    calls: Calls = "",
    as_of: AsOf = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show parties of both programs, shared suppliers, visits, ports, carriers, ships, and one timeline.

    Each event stands with the authorities of the day that answer it. Lists of both regimes count once they
    are loaded (yalu sync). Whether visits come before tests is tested only with ten or more whole days of
    each; otherwise there is the timeline alone.

    Examples: yalu iran watch --as-of 2017-06-13 · yalu iran watch --tests tests.json --calls calls.csv --json
    """
    from yalu.iran import brought
    from yalu.iran.watch import Watch

    given = [
        read(Path(file).name, _content(file)) if file else []
        for file, read in ((tests, brought.tests), (visits, brought.dated), (calls, brought.calls))
    ]
    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet)
    watch = Watch(scope, regime_plan().partner_scope)
    if json:
        _json(watch, *given)
    else:
        _print(watch, *given)
    if not watch.partner_listed:
        tell("No list of the partner's program is loaded for that day.", quiet=quiet)
        tell("To do: yalu sync un_sc ofac_sdn, or ask a later day.", quiet=quiet)


def _content(file: str) -> bytes:
    from yalu.screening.customers import open_file

    return open_file(file)


def _json(watch: Watch, tests: list[Given], visits: list[Given], calls: list[Given]) -> None:
    from yalu.cli.answer import asked, write
    from yalu.evidence.cited import ids, works

    found, came, done = watch.statistic(tests, visits)
    both, between, line = watch.both(), watch.suppliers(), watch.timeline(tests, visits)
    named = [*watch.visits(), *watch.places("ProgramPort"), *watch.places("ProgramCarrier")]

    def rows(some: list[Any], *fields: str) -> list[dict[str, Any]]:
        return [
            {p: i.text(p) for p in fields if i.one(p)}
            | {"unverified": not i.verified, "sources": ids(i.statements)}
            for i in some
        ]

    cited = [s for x in (*both, *between) for s in x.statements]
    cited += [s for m in line for s in m.statements]
    write(
        asked(watch.view)
        | {
            "both": [b.as_json() for b in both],
            "suppliers": [b.as_json() for b in between],
            "visits": rows(watch.visits(), "kind", "who", "party", "place", "purpose", "date", "date_to"),
            "ports": rows(watch.places("ProgramPort"), "name", "un_locode", "note"),
            "carriers": rows(watch.places("ProgramCarrier"), "name", "kind", "role", "date"),
            "ships": [
                {"ship": s.ship, "calls": list(s.calls), "known_as": s.known} for s in watch.ships(calls)
            ],
            "timeline": [m.as_json() for m in line],
            "statistic": found.as_json() if found else None,
            "no_statistic": "" if found else _too_few(came, done),
            "sources": works(watch.view, [*cited, *(s for i in named for s in i.statements)]),
        }
    )


def _too_few(visits: int, tests: int) -> str:
    from yalu.iran.coincidence import LEAST

    return f"{visits} visits and {tests} tests with a whole day are held; {LEAST} of each are needed"


def _print(watch: Watch, tests: list[Given], visits: list[Given], calls: list[Given]) -> None:
    from yalu.cli.answer import head
    from yalu.evidence.cited import ids

    print(head(watch.view))
    for title, some in (("In both programs", watch.both()), ("Suppliers of both", watch.suppliers())):
        print(f"\n{title}: {len(some)}")
        for one in some:
            on = ", ".join(one.lists) or "no list of the one"
            other = ", ".join(one.partner_lists) or "no list of the other that is loaded"
            print(f"  {one.name} ({one.party}): {one.why}; {on}; {other} [{', '.join(ids(one.statements))}]")
    print(f"\nVisits and postings: {len(watch.visits())}")
    for i in watch.visits():
        when = " to ".join(i.text(p) for p in ("date", "date_to") if i.one(p)) or "day not stated"
        print(f"  {i.text('kind')}: {i.text('who')}, {i.text('place')}, {i.text('purpose')} ({when})")
        print(f"    [{', '.join(ids(i.statements))}]{_answers(watch.answer(i.text('kind')))}")
    for title, kind in (("Ports and airports", "ProgramPort"), ("Carriers", "ProgramCarrier")):
        print(f"\n{title}: {len(watch.places(kind))}")
        for i in watch.places(kind):
            mark = "" if i.verified else "UNVERIFIED "
            said = i.text("role") or i.text("note") or "role not stated"
            print(f"  {mark}{i.text('name')}: {said} [{', '.join(ids(i.statements))}]")
    if calls:
        print(f"\nShips that called in both countries: {len(watch.ships(calls))}")
        for ship in watch.ships(calls):
            known = f" ({ship.known})" if ship.known else ""
            print(f"  {ship.ship}{known}: " + ", ".join(f"{day} {country}" for day, country in ship.calls))
    print("\nTimeline")
    for m in watch.timeline(tests, visits):
        until = f" to {m.until}" if m.until else ""
        print(f"  {m.date}{until}  {m.kind.replace('_', ' ')}: {m.what}{_answers(m.answers)}")
    found, came, done = watch.statistic(tests, visits)
    print("\n" + (_told(found) if found else f"No statistic: {_too_few(came, done)}."))


def _answers(some: tuple[str, ...]) -> str:
    return f"\n      answered by {'; '.join(some)}" if some else ""


def _told(found: Coincidence) -> str:
    from yalu.iran.coincidence import ALPHA

    verdict = "shown" if found.p <= ALPHA else "not shown"
    return (
        f"Visits before tests: {verdict}. Of {found.visits} visits {found.followed} were followed by a test"
        f" within {found.window} days; chance gives {found.expected:.1f} (p = {found.p:.4f}, level {ALPHA})."
        " That the one follows the other is no proof that it led to it."
    )
