"""Pressure: what the six levers take from which stream, alone and together, with shares that can be set."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from pydantic import Field

from yalu.errors import YaluError
from yalu.evidence.scope import Scope
from yalu.pressure import shares
from yalu.pressure.answer import Pressure, answer
from yalu.pressure.assumptions import LEVERS, Assumption, assumed
from yalu.pressure.model import span as middle
from yalu.pressure.streams import flows
from yalu.workbench.duty import pressure_shown as shown
from yalu.workbench.duty.foretold_shown import foretold
from yalu.workbench.duty.ranges import Ranges
from yalu.workbench.duty.scoped import scope_of
from yalu.workbench.frame import Ask, Notice, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import Model
from yalu.workbench.pages.common import Cited

Name = Annotated[str, Field(max_length=80)]
Share = Annotated[str, Field(max_length=12)]
MOST = 100


class PressureParams(Params):
    """Which levers, and the shares that a reader sets: as ``assume`` NAME=LOW..HIGH, or by the form's fields.

    ``name``, ``low`` and ``high`` are parallel: the form sends every share, and those left alone set nothing.
    """

    lever: Annotated[tuple[Annotated[str, Field(max_length=20)], ...], Field(max_length=len(LEVERS))] = ()
    assume: Annotated[tuple[Name, ...], Field(max_length=MOST)] = ()
    name: Annotated[tuple[Name, ...], Field(max_length=MOST)] = ()
    low: Annotated[tuple[Share, ...], Field(max_length=MOST)] = ()
    high: Annotated[tuple[Share, ...], Field(max_length=MOST)] = ()
    verified: Annotated[bool, Field()] = False


class ShareField(Model):
    """A share that can be set: its ends as the form shows them, and whose it is."""

    name: str
    words: str
    low: str
    high: str
    basis: str


class PressurePage(Page):
    """The answer; ``short`` is the address of this view with nothing in it but what was set."""

    levers: dict[str, str] = shown.LEVERS
    chosen: tuple[str, ...]
    verified: bool
    shares: tuple[tuple[str, tuple[ShareField, ...]], ...] = ()
    set: tuple[str, ...] = ()
    short: str = ""
    drawings: tuple[Ranges, ...] = ()

    def tables(self) -> dict[str, Table]:
        """Those of the sections, and the numbers that are drawn."""
        return super().tables() | {one.id: one.table() for one in self.drawings}


def pressure(ask: Ask, params: PressureParams) -> PressurePage:
    """The page. Raises UsageError for a lever or a share that is none."""
    scope = scope_of(ask)
    chosen = tuple(one for one in LEVERS if one in params.lever) if params.lever else LEVERS
    if strange := set(params.lever) - set(LEVERS):
        assumed([min(strange)])  # says which there are
    settings = _settings(scope, params)
    return ask.kept(
        ("pressure", chosen, settings, params.verified), lambda: _made(ask, chosen, settings, params)
    )


def _settings(scope: Scope, params: PressureParams) -> tuple[str, ...]:
    """What was set, in the order of the names. Raises UsageError where a share does not fit."""
    usual = assumed((), shares.stated(scope, verified=params.verified))
    found = list(params.assume)
    for name, low, high in zip(params.name, params.low, params.high, strict=False):
        if name not in usual or (low.strip(), high.strip()) != shown.default(usual[name]):
            found.append(f"{name}={low.strip()}..{high.strip()}")
    assumed(found)
    return tuple(sorted(found))


def _made(
    ask: Ask, chosen: tuple[str, ...], settings: tuple[str, ...], params: PressureParams
) -> PressurePage:
    scope, cited = scope_of(ask), Cited(ask.view)
    try:
        made = answer(scope, chosen, settings, verified=params.verified)
    except YaluError as error:
        return PressurePage(
            title="Pressure",
            lead=f"Nothing is added up on {ask.as_of}.",
            chosen=chosen,
            verified=params.verified,
            notices=(Notice(text=f"{error.what} What no source bounds is not counted as nothing."),),
            sections=(shown.flows(flows(scope), cited), foretold(scope, cited)),
            sources=cited.lines,
        )
    sections: tuple[Section, ...] = (
        shown.ranking(made),
        shown.streams(made, cited),
        foretold(scope, cited),
        shown.law(made, cited),
        shown.assumptions(made, cited),
        shown.flows(made.flows, cited),
    )
    return PressurePage(
        title="Pressure",
        lead=_lead(made, len(chosen)),
        chosen=chosen,
        verified=params.verified,
        shares=_fields(made),
        set=settings,
        short=_short(chosen, settings, verified=params.verified),
        drawings=shown.drawings(made, cited),
        sections=sections,
        sources=cited.lines,
    )


def _lead(made: Pressure, levers: int) -> str:
    base, net = (shown.amount(middle(made.total(f)), "USD") for f in ("base", "net"))
    many = "all six levers" if levers == len(LEVERS) else f"{levers} levers" if levers > 1 else "one lever"
    return (
        f"Together, {many} would take {net} million US dollars a year, after adaptation, of {base} that come"
        " in by streams with a range. Shares are judgments or stated by sources, and each can be set below."
    )


def _fields(made: Pressure) -> tuple[tuple[str, tuple[ShareField, ...]], ...]:
    groups: dict[str, list[ShareField]] = {}
    for name in made.used:
        one: Assumption = made.assumed[name]
        group, _, stream = name.partition(".")
        low, high = shown.default(one)
        words = shown.words(stream) if stream else "theft against the loss"
        groups.setdefault(group, []).append(
            ShareField(name=name, words=words, low=low, high=high, basis=one.basis)
        )
    order = [*(g for g in LEVERS if g in groups), *sorted(set(groups) - set(LEVERS))]
    return tuple((shown.LEVERS.get(g, f"Adaptation: {shown.words(g)}"), tuple(groups[g])) for g in order)


def _short(chosen: tuple[str, ...], settings: tuple[str, ...], *, verified: bool) -> str:
    pairs = [("lever", one) for one in chosen] if chosen != LEVERS else []
    pairs += [("assume", one) for one in settings] + ([("verified", "true")] if verified else [])
    return f"/pressure?{urlencode(pairs)}" if pairs else "/pressure"


ROUTES = (
    PageRoute(
        "/pressure",
        pressure,
        PressureParams,
        "pressure.html.j2",
        nav="Pressure",
        order=64,
        key="p",
        styles=("duty",),
    ),
)
