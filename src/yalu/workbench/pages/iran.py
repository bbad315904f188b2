"""Iran: what sources and lists tell of work for both missile programs, on one timeline."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.iran.watch import Moment, Watch
from yalu.workbench.duty import iran_shown as shown
from yalu.workbench.duty.scoped import scope_of
from yalu.workbench.frame import Ask, Page, PageRoute, Params
from yalu.workbench.pages.common import Cited


class IranParams(Params):
    """Which kind of event the timeline shows; all of them for ``""``."""

    kind: Annotated[str, Field(pattern="^[a-z_]{0,40}$")] = ""


class IranPage(Page):
    """The timeline, and what stands on it."""

    kind: str
    kinds: tuple[str, ...]


def iran(ask: Ask, params: IranParams) -> IranPage:
    """The page."""
    return ask.kept(("iran", params), lambda: _made(ask, params))


def _made(ask: Ask, params: IranParams) -> IranPage:
    watch: Watch = ask.kept("iran watch", lambda: Watch(scope_of(ask), ask.plan.partner_scope))
    line = ask.kept("iran line", watch.timeline)
    cited = Cited(ask.view)
    found, came, done = watch.statistic((), ())
    return IranPage(
        title="Iran",
        lead=_lead(line, len(watch.both()), ask.as_of),
        kind=params.kind,
        kinds=tuple(sorted({m.kind for m in line})),
        sections=(
            shown.timeline([m for m in line if params.kind in ("", m.kind)], cited),
            *shown.parties(watch, cited),
            shown.visits(watch, cited),
            *shown.places(watch, cited),
            shown.statistic(shown.plainly(found, came, done)),
            shown.lists(watch),
        ),
        sources=cited.lines,
    )


def _lead(line: list[Moment], both: int, as_of: str) -> str:
    if not line:
        return f"By {as_of} no source that is held tells of work between the two missile programs."
    many = f"{len(line):,} events" if len(line) > 1 else "One event"
    parties = f"{both:,} parties" if both != 1 else "one party"
    return (
        f"{many} that bear on both missile programs were public by {as_of}, and {parties} of the regime that"
        " sources put into the other program as well. Each event stands with the authorities of that day."
    )


ROUTES = (
    PageRoute("/iran", iran, IranParams, "iran.html.j2", nav="Iran", order=63, key="i", styles=("duty",)),
)
