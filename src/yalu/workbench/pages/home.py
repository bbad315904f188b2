"""Home: the questions, what changed, what is stale, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from yalu.coalition.dates.gather import events
from yalu.errors import YaluError
from yalu.evidence.status import State
from yalu.regimes import load_duties
from yalu.workbench.briefs.behind import behind
from yalu.workbench.frame import Ask, Cell, Column, Notice, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import Model, row
from yalu.workbench.frame.registry import pages
from yalu.workbench.pages.common import named
from yalu.workbench.pages.gaps import By, ranked
from yalu.workbench.pages.sources import source_states

SEEN = "yalu_seen"
"""The cookie with the days of the last two visits."""
NAMED = 4
"""Gaps that are named."""
BACK = 30
"""Days that a first visit looks back."""
QUESTIONS = (
    (
        "Who serves the regime, and where does the network break?",
        "/network",
        "Facilitators, owners, banks; ties",
    ),
    ("How many workers abroad, and who pays for them?", "/labor", "Estimates with low and high; payers"),
    ("May this person travel, on that day, for that purpose?", "/travel", "Rules by date; risk of detention"),
    ("What is this ship, what did it do, what must a port do?", "/fleet", "Identity, flags, incidents"),
    ("Who works for both programs, and who met whom?", "/iran", "Iran and North Korea, by date"),
    (
        "Who has not acted, and under which law could they?",
        "/coalition",
        "Lists, lag after the first listing",
    ),
)
SECTIONS = {"/labor": "labor", "/travel": "travel", "/fleet": "ships", "/iran": "iran"}
"""The section of the brief that answers a question which has no page of its own."""


class Held(Model):
    """One list in the panel beside the text."""

    authority: str
    source: str
    newest: str
    state: str


class Question(Model):
    """One of the six questions; ``href`` is a section of the brief where no page answers it alone."""

    text: str
    href: str
    about: str


class HomePage(Page):
    """``since`` is the day after which changes are shown; ``gaps`` a few, empty until they are ranked."""

    since: str
    questions: tuple[Question, ...]
    gaps: tuple[Cell, ...]
    held: tuple[Held, ...]


class HomeParams(Params):
    """``since`` is the day of the last visit, where the reader's own is not meant."""

    since: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""


def home(ask: Ask, params: HomeParams) -> HomePage:
    """The page."""
    last, before = _visits(ask)
    since = params.since or before or _earlier(ask.as_of, BACK)
    if since >= ask.as_of:
        since = _earlier(ask.as_of, BACK)
    there = {p.path for p in pages()}
    states = source_states(ask)
    held = [
        Held(authority=s.source.authority, source=s.source.id, newest=s.copies[-1]["date"], state=s.state)
        for s in states
        if s.copies and not s.source.packaged
    ]
    refused = [
        Notice(
            text=f"{s.source.title}: the last run was refused; the last good copy stays in use.",
            kind="stale",
            href="/sources",
            link="Sources",
        )
        for s in states
        if s.state == "refused"
    ]
    notices = [*refused, *_old(states)]
    return HomePage(
        title="Find, prove and help to break sanctions evasion",
        since=since,
        questions=tuple(
            Question(text=text, href=href if href in there else f"/brief#{SECTIONS[href]}", about=about)
            for text, href, about in QUESTIONS
        ),
        gaps=_worth_a_look(ask),
        held=tuple(held),
        notices=tuple(notices),
        sections=(_deadlines(ask),),
        remember={SEEN: f"{ask.today}.{before if last == ask.today else last}"},
    )


def _old(states: Sequence[State]) -> list[Notice]:
    """One remark for all lists whose newest copy is old, the oldest first."""
    old = sorted((s for s in states if s.state == "stale"), key=lambda s: -(s.age_days or 0))
    if not old:
        return []
    if len(old) == 1:
        text = f"{old[0].source.title}: the newest copy is {old[0].age_days:,} days old."
    else:
        named = ", ".join(f"{s.source.id} {s.age_days:,}" for s in old)
        text = f"The newest copies of {len(old)} lists are old, in days: {named}."
    return [Notice(text=text, kind="stale", href="/sources", link="Sources")]


def _worth_a_look(ask: Ask) -> tuple[Cell, ...]:
    """The first gaps as they are ranked, each with who lists the party; ranked behind the page."""
    found = behind(ask, "home gaps", lambda: ranked(ask, By.US)[:NAMED], patience=0)
    if found is None or isinstance(found, YaluError):
        return ()
    return tuple(
        named(g.ids[0], g.name, g.kind).model_copy(update={"note": f"listed by {', '.join(g.partners)}"})
        for g in found
    )


def _visits(ask: Ask) -> tuple[str, str]:
    """The day of the last visit, and that before today: today's own visits change nothing."""
    last, _, before = ask.cookies.get(SEEN, "").partition(".")
    last, before = _day(last), _day(before)
    return last, before if last == ask.today else last


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _earlier(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _deadlines(ask: Ask) -> Section:
    found = ask.kept("events", lambda: events(ask.view, load_duties()))
    coming = [e for e in found if e.day and e.day.hi >= ask.as_of][:6]
    table = Table(
        id="deadlines",
        columns=(
            Column(key="day", label="Day", kind="day"),
            Column(key="kind", label="Kind"),
            Column(key="what", label="What"),
        ),
        rows=tuple(row(e.day.text(), e.kind, Cell(text=e.what)) for e in coming),
        empty="No coming date is known on this day.",
        stack=True,
        sortable=False,
    )
    return Section(id="dates", title="Deadlines and expiries", note="the next six", table=table)


ROUTES = (PageRoute("/", home, HomeParams, "home.html.j2", key=""),)
