"""Port calls: expected ships are sent from here to be ranked; which ships lay at a port, by positions."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.errors import UsageError
from yalu.fleet.arrivals.layout import ARRIVALS
from yalu.fleet.behavior.ports import Place
from yalu.fleet.behavior.rules import on, rule_book
from yalu.fleet.files.columns import read
from yalu.fleet.plot.portcalls import RADIUS, named, stays
from yalu.jobs.folder import plain_name
from yalu.workbench.fleet import telling
from yalu.workbench.fleet.known import Hulls, Seen, hulls, notices, places, port_file, seen
from yalu.workbench.fleet.moment import DAY, At, moment, told
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.frame.page import row
from yalu.workbench.frame.route import Text

MOST_BYTES = 8 * 2**20
MOST_ROWS = 5000
RUNS = 10
DAYS = 30


class PortParams(Params):
    """The port by its id or name, and the last moment; calls are those of the 30 days before."""

    port: Text = ""
    at: At = ""


class PortPage(Page):
    """The board: ``ports`` are all that are known, those of the country first."""

    port: str
    ports: dict[str, str]
    at: str
    reading: bool = False


class ArrivalsForm(Params):
    """How the file is read; the file itself comes as ``arrivals``."""

    columns: Annotated[str, Field(max_length=1000)] = ""


def board(ask: Ask, params: PortParams) -> PortPage:
    """The page. Raises UsageError for a port that is not known."""
    known, held = hulls(ask), seen(ask)
    ports = sorted(places(ask), key=lambda p: (not p.target, p.name.casefold()))
    place = named(ports, params.port.strip()) if params.port.strip() else None
    if params.port.strip() and place is None:
        raise UsageError(
            f"It is not known where the port {params.port[:60]!r} lies.",
            expected="one of the list; more ports stand in the workspace's ports.csv",
        )
    sections = [Section(id="runs-part", title="Arrivals ranked before", table=_runs(ask))]
    if place:
        sections.insert(0, _calls(ask, known, held, place, moment(params.at, held.sea, ask.as_of)))
    return PortPage(
        title=f"Port calls: {place.name}" if place else "Port calls",
        kicker=(Cell(text="Ships", href="/fleet"), Cell(text="/ port")),
        lead="Send the list of ships that a port expects: each is held against the register, the lists and"
        " the positions, and ranked with its reasons.",
        notices=notices(ask, held),
        sections=tuple(sections),
        port=place.id if place else "",
        ports={p.id: f"{p.name} ({p.country})" if p.country else p.name for p in ports},
        at=params.at,
        reading=held.reading,
    )


def _calls(ask: Ask, known: Hulls, held: Seen, place: Place, last: int) -> Section:
    rule = on(rule_book().call, ask.as_of).thresholds
    found = ask.kept(
        ("stays", held.state, place, last),
        lambda: stays(held.positions, place, rule, last - DAYS * DAY, last),
    )
    rows = tuple(
        row(
            Cell(text=telling.called(s.mmsi, known, held.sea), href=telling.hull_address(s.mmsi, known)),
            telling.short(s.first),
            telling.short(s.last),
            f"{s.speed:.1f}",
            round(s.nearest),
            s.reports,
            _standing(s.mmsi, known),
        )
        for s in found
    )
    columns = (
        Column(key="ship", label="Name sent, MMSI", head=True),
        Column(key="from", label="From", kind="day"),
        Column(key="to", label="To", kind="day"),
        Column(key="speed", label="Slowest, knots", kind="number"),
        Column(key="nearest", label="Nearest, meters", kind="number"),
        Column(key="reports", label="Positions", kind="number"),
        Column(key="register", label="Register"),
    )
    km = (place.radius or RADIUS) / 1000
    rule_text = (
        f"A stay: a report at {rule.speed:g} knots or less within {km:g} km of the port's point; reports"
        f" less than {rule.apart // 3600} h apart are one. A circle is no harbor: ships at anchor"
        " nearby count too."
    )
    empty = (
        "No position is held, so no call can be seen."
        if held.empty
        else f"No ship is seen to lie there in the {DAYS} days before {told(last)}; that is no proof of none."
    )
    table = Table(id="calls", columns=columns, rows=rows, empty=empty, stack=True)
    return Section(
        id="calls-part",
        title=f"Calls at {place.name}",
        note=f"{len(rows):,} in the {DAYS} days before {told(last)}",
        text=(Cell(text=rule_text),),
        table=table,
    )


def _standing(number: int, known: Hulls) -> Cell:
    bearers = known.by_mmsi.get(number, ())
    if not bearers:
        return Cell(text="not on the register")
    if len(bearers) > 1:
        return Cell(text=f"MMSI of {len(bearers)} hulls, so of none for sure")
    lists = ", ".join(one.authority for one in bearers[0].listings)
    if lists:
        return Cell(text=f"Listed {lists}", badge="listed")
    return Cell(text="named in a source", badge="named")


def _runs(ask: Ask) -> Table:
    jobs = [job for job in ask.jobs.newest() if job.kind == "arrivals"][:RUNS]
    rows = tuple(
        row(
            Cell(text=str(job.params.get("file", "")), href=f"/fleet/port/{job.id}"),
            job.state.value,
            job.created[:16].replace("T", " "),
            job.who,
        )
        for job in jobs
    )
    columns = (
        Column(key="file", label="File", head=True),
        Column(key="state", label="State"),
        Column(key="queued", label="Sent", kind="day"),
        Column(key="who", label="By"),
    )
    return Table(
        id="runs", columns=columns, rows=rows, empty="No list of arrivals was ranked here yet.", stack=True
    )


def send(request: ActionRequest[ArrivalsForm]) -> Done:
    """Check that the file can be read, then queue its ranking. Raises UsageError."""
    upload, ask = request.files.get("arrivals"), request.ask
    if upload is None or not upload.content:
        raise UsageError("No file was sent.", expected="a CSV or XLSX file with the ships that are expected")
    name = plain_name(upload.name, "arrivals.csv")
    sheet = read(name, upload.content, ARRIVALS, request.form.columns)
    if not sheet.lines:
        raise UsageError(f"{name} holds no row under its heading.", expected="one ship a row")
    if len(sheet.lines) > MOST_ROWS:
        raise UsageError(
            f"{name} holds {len(sheet.lines):,} ships.", expected=f"at most {MOST_ROWS:,} in one file"
        )
    params = {
        "file": name,
        "columns": request.form.columns,
        "ports": port_file(ask).exists(),
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
    }
    job = ask.jobs.submit("arrivals", params, who=request.who, files={name: upload.content})
    return Done(f"/fleet/port/{job.id}")


ROUTES = (
    PageRoute("/fleet/port", board, PortParams, "fleet_port.html.j2", styles=("judge", "sea")),
    Action("/fleet/port/arrivals", send, ArrivalsForm, max_body=MOST_BYTES, files=("arrivals",)),
)
