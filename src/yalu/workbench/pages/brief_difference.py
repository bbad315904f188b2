"""What differs between two briefs that were written here."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from yalu.model.words import STATUSES
from yalu.workbench.briefs.versions import content, sentences, verdicts
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row

JobId = Annotated[str, Field(pattern=r"^j[0-9a-f]{16}$")]


class DifferenceParams(Params):
    """The ids of two versions: ``old`` and ``new``."""

    old: JobId
    new: JobId


def difference(ask: Ask, params: DifferenceParams) -> Page:
    """The page. Raises Gone."""
    old, new = content(ask, params.old), content(ask, params.new)
    names = f"{_name(old)} and {_name(new)}"
    return Page(
        title="What differs between two briefs",
        kicker=(Cell(text="Brief", href="/brief"), Cell(text="/ Difference")),
        lead=f"The first is that as known on {_name(old)}; the second, on {_name(new)}.",
        sections=(
            Section(id="said", title="Sentences", table=_sentences(old, new, names)),
            Section(id="checked", title="Claims check", table=_verdicts(old, new, names)),
        ),
    )


def _name(brief: dict[str, Any]) -> str:
    return f"{brief['as_of']} ({brief['mode']}, {brief['snapshot']})"


def _sentences(old: dict[str, Any], new: dict[str, Any], names: str) -> Table:
    before, after = sentences(old), sentences(new)
    rows = []
    for title in dict.fromkeys([*before, *after]):
        was, now = before.get(title, []), after.get(title, [])
        rows += [row(title, "− only in the first", one) for one in was if one not in set(now)]
        rows += [row(title, "+ only in the second", one) for one in now if one not in set(was)]
    return Table(
        id="sentences",
        columns=(
            Column(key="section", label="Section", head=True),
            Column(key="where", label="Where"),
            Column(key="sentence", label="Sentence"),
        ),
        rows=tuple(rows),
        empty=f"The briefs of {names} say the same.",
        stack=True,
    )


def _verdicts(old: dict[str, Any], new: dict[str, Any], names: str) -> Table:
    before, after = verdicts(old), verdicts(new)
    ids = [c for c in dict.fromkeys([*before, *after]) if before.get(c) != after.get(c)]
    return Table(
        id="verdicts",
        columns=(
            Column(key="claim", label="Claim", head=True),
            Column(key="old", label="First"),
            Column(key="new", label="Second"),
        ),
        rows=tuple(row(c, _words(before.get(c)), _words(after.get(c))) for c in ids),
        empty=f"Every claim has the same verdict in {names}.",
        stack=True,
    )


def _words(status: str | None) -> str:
    return " ".join(STATUSES[status]) if status in STATUSES else "not in it"


ROUTES = (PageRoute("/brief/difference", difference, DifferenceParams),)
