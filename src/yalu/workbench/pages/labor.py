"""Labor: how many workers and how much money, what measures take away, who pays, and a check of suppliers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.errors import UsageError, YaluError
from yalu.evidence.scope import Scope
from yalu.jobs.folder import plain_name
from yalu.labor import block, criteria, intake, pledges
from yalu.labor.chain import COLUMNS, SCOPE_NOTE
from yalu.labor.model import Estimate, estimate
from yalu.labor.rows import WORLD, state_name
from yalu.labor.table import lines
from yalu.labor.watched import watched
from yalu.workbench.duty import labor_acts as acts
from yalu.workbench.duty import labor_figures as figures
from yalu.workbench.duty.ranges import Ranges, span
from yalu.workbench.duty.scoped import scope_of
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Done,
    Notice,
    Page,
    PageRoute,
    Params,
    Section,
    Table,
)
from yalu.workbench.pages.common import Cited

MOST_BYTES = 8 * 2**20


class LaborParams(Params):
    """Of which host, from which year on, and whether only verified rows count."""

    country: Annotated[str, Field(pattern="^([A-Z]{2}|WORLD|)$")] = ""
    since: Annotated[str, Field(pattern=r"^(\d{4})?$")] = ""
    verified: Annotated[bool, Field()] = False


class LaborPage(Page):
    """The estimate of a host, and what is the same for all of them."""

    host: str
    since: str
    verified: bool
    hosts: dict[str, str]
    drawings: tuple[Ranges, ...] = ()
    limits: str = SCOPE_NOTE

    def tables(self) -> dict[str, Table]:
        """The numbers that are drawn, then those of the sections."""
        return {one.id: one.table() for one in self.drawings} | super().tables()


def labor(ask: Ask, params: LaborParams) -> LaborPage:
    """The page."""
    return ask.kept(("labor", params), lambda: _made(ask, params))


def _made(ask: Ask, params: LaborParams) -> LaborPage:
    scope, cited = scope_of(ask), Cited(ask.view)
    host = params.country or WORLD
    notices: list[Notice] = []
    drawings: tuple[Ranges, ...] = ()
    sections: list[Section] = []
    try:
        made = _estimate(scope, host, params, verified=params.verified)
    except YaluError as error:
        notices.append(Notice(text=f"{error.what} {EMPTY}"))
        lead = f"No interval is drawn for {state_name(host)} on {ask.as_of}."
    else:
        drawings = figures.drawings(made, cited)
        lead = _lead(made, ask.as_of)
        sections = [figures.disagree(made, cited), figures.moves(made)]
        if params.verified:
            other = _estimate(scope, host, params, verified=False)
            sections.insert(0, figures.switched(made, other))
    return LaborPage(
        title="Labor",
        lead=lead,
        host=host,
        since=params.since,
        verified=params.verified,
        hosts=figures.hosts(scope) | ({host: state_name(host)} if host != WORLD else {}),
        drawings=drawings,
        notices=tuple(notices),
        sections=(*sections, *_standing(scope, cited, host, verified=params.verified)),
        sources=cited.lines,
    )


EMPTY = "Ask an earlier first year, a later day, another host, or the world."


def _estimate(scope: Scope, host: str, params: LaborParams, *, verified: bool) -> Estimate:
    return estimate(scope, host, verified=verified, since=int(params.since or 0))


def _lead(made: Estimate, as_of: str) -> str:
    where, low, high = state_name(made.host), round(made.workers.low), round(made.workers.high)
    if made.alone:
        some = made.pools["workers"].figures
        said = span(min(f.low for f in some), max(f.high for f in some))
        return (
            f"Figures of one root alone count for {where} on {as_of}: {said} workers. No interval is drawn."
        )
    roots = len(made.pools["workers"].lineages)
    said = f"By {roots} independent estimates, {span(low, high)} workers in {where} as known on {as_of}"
    if made.revenue:
        said += (
            f"; they earn the regime {span(round(made.revenue.low / 1e6), round(made.revenue.high / 1e6))}"
        )
        said += " million US dollars a year"
    return f"{said}. The interval shows how far sources disagree, not the error of a count."


def _standing(scope: Scope, cited: Cited, host: str, *, verified: bool) -> tuple[Section, ...]:
    on = scope.view.when.on
    blocks = []
    for measure in block.measures(scope):
        try:
            blocks.append(block.block(scope, measure, verified=verified))
        except YaluError:  # none of its hosts has an estimate on this day: it takes nothing that is known
            continue
    found, rules = watched(scope), criteria.rules(scope.view)
    return (
        acts.measures(blocks, cited),
        acts.reported(blocks, cited),
        acts.payers(intake.known(found, rules, on), found, cited, on),
        acts.criteria(rules, cited, on),
        acts.pledged(pledges.pledges(scope), cited),
        figures.every(scope, cited, host),
    )


class CheckForm(Params):
    """Nothing but the file, which comes as ``suppliers``."""


def check(request: ActionRequest[CheckForm]) -> Done:
    """See that the file can be read, then queue its check. Raises UsageError."""
    upload, ask = request.files.get("suppliers"), request.ask
    if upload is None or not upload.content:
        raise UsageError("No file was sent.", expected="a CSV or XLSX file with a column name")
    name = plain_name(upload.name, "suppliers.csv")
    if not any(True for _ in lines(name, upload.content, COLUMNS, ("name",))):
        raise UsageError(f"{name} holds no row under its heading.", expected="one supplier a row")
    params = {"file": name, "as_of": ask.as_of, "mode": ask.mode.value, "snapshot": ask.snapshot}
    job = ask.jobs.submit("labor-check", params, who=request.who, files={name: upload.content})
    return Done(f"/labor/check/{job.id}")


ROUTES = (
    PageRoute(
        "/labor", labor, LaborParams, "labor.html.j2", nav="Labor", order=61, key="l", styles=("duty",)
    ),
    Action("/labor/check", check, CheckForm, max_body=MOST_BYTES, files=("suppliers",)),
)
