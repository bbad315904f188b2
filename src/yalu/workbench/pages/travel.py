"""Travel: may this passport be used, by which rule; how great the risk is; restriction and statute."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.errors import UsageError
from yalu.model.dates import day
from yalu.travel import detentions, passport, risk, statute
from yalu.travel.verdict import PURPOSES, decide
from yalu.workbench.duty import travel_shown as shown
from yalu.workbench.duty.ranges import Ranges
from yalu.workbench.duty.scoped import scope_of
from yalu.workbench.frame import Ask, Page, PageRoute, Params, Section, Table
from yalu.workbench.pages.common import Cited


class TravelParams(Params):
    """The journey; without a passport none is asked about."""

    passport: Annotated[str, Field(max_length=40)] = ""
    on: Annotated[str, Field(max_length=20)] = ""
    purpose: Annotated[str, Field(max_length=40)] = ""


class TravelPage(Page):
    """The answer on a journey, if one is asked about, and what is the same for all."""

    asked: dict[str, str]
    purposes: tuple[str, ...] = tuple(PURPOSES)
    answer: shown.Answered | None = None
    drawing: Ranges | None = None

    def tables(self) -> dict[str, Table]:
        """Those of the sections, and the numbers that are drawn."""
        return super().tables() | ({"risk": self.drawing.table()} if self.drawing else {})


def travel(ask: Ask, params: TravelParams) -> TravelPage:
    """The page. Raises UsageError for a day that is none."""
    on = _day(params.on) if params.passport.strip() else ""
    return ask.kept(("travel", params), lambda: _made(ask, params, on))


def _made(ask: Ask, params: TravelParams, on: str) -> TravelPage:
    scope, cited = scope_of(ask), Cited(ask.view)
    rules = passport.read(ask.view)
    answer, sections = None, []
    if on:
        made = decide(rules, params.passport, on, params.purpose or "tourism", ask.as_of)
        answer = shown.answered(made, cited)
        sections.append(shown.advice(made, cited))
    else:
        sections.append(shown.standing_advice(rules.advice, rules.leads, cited))
    cases = detentions.read(scope)
    rates = risk.risks(scope, cases)
    sections += [
        shown.risks(rates, cited),
        *shown.held(cases, cited),
        shown.compared(statute.instruments(scope), cited),
        shown.did(statute.record(rules.notices, ask.as_of)),
        *_purposes(rules),
        shown.reached(statute.reached(cases, scope)),
    ]
    return TravelPage(
        title="Travel",
        lead="Whether a passport may be used for a journey, by the rules that were public on the day asked;"
        " what no rule covers is unknown, never allowed.",
        asked={
            "passport": params.passport or "US",
            "on": params.on or ask.as_of,
            "purpose": params.purpose or "tourism",
        },
        answer=answer,
        drawing=shown.drawing(rates, cited),
        sections=tuple(sections),
        sources=cited.lines,
    )


def _purposes(rules: passport.Rules) -> tuple[Section, ...]:
    return (shown.reach(statute.purposes(rules)),) if rules.grounds else ()


def _day(text: str) -> str:
    try:
        return day(text.strip())
    except ValueError:
        raise UsageError(
            f"{text[:40]!r} is no day of a journey.", expected="a day such as 2018-05-01"
        ) from None


ROUTES = (
    PageRoute(
        "/travel", travel, TravelParams, "travel.html.j2", nav="Travel", order=62, key="v", styles=("duty",)
    ),
)
