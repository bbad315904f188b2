"""Network: the ties of the regime's parties, as a table."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.evidence.scope import Scope
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.pages.common import named

SHOWN = 200


class NetworkParams(Params):
    """How many ties are shown."""

    most: Annotated[int, Field(ge=1, le=5000)] = SHOWN


def network(ask: Ask, params: NetworkParams) -> Page:
    """The page."""
    scope = ask.kept("scope", lambda: Scope(ask.view, ask.plan))
    found = ask.kept("ties", lambda: scope.ties)
    rows = [
        row(
            named(s.party, ask.view.name(s.party), s.kind),
            s.prop,
            named(s.value, ask.view.name(s.value)),
            s.known_hi,
            Cell(text="evidence", href=addresses.evidence(s.id)),
        )
        for s in found[: params.most]
    ]
    table = Table(
        id="ties",
        columns=(
            Column(key="from", label="From", head=True),
            Column(key="tie", label="Tie"),
            Column(key="to", label="To"),
            Column(key="public", label="Public by", kind="day"),
            Column(key="source", label="Source"),
        ),
        rows=tuple(rows),
        empty="No tie was known on this day. Ask a later day.",
        stack=True,
    )
    note = f"{len(rows):,} of {len(found):,}"
    return Page(title="Network", sections=(Section(id="all", title="Ties", note=note, table=table),))


ROUTES = (PageRoute("/network", network, NetworkParams, "network.html.j2", nav="Network", order=20, key="n"),)
