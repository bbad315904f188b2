"""Read: the documents that were brought, to be read page by page."""

from __future__ import annotations

from yalu.documents.shelf import held
from yalu.workbench.frame import Ask, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row


class ReadParams(Params):
    """Nothing yet."""


def read(ask: Ask, params: ReadParams) -> Page:
    """The page."""
    found = [d for d in held(ask.workspace) if d.brought <= ask.as_of]
    table = Table(
        id="documents",
        columns=(
            Column(key="title", label="Document", head=True),
            Column(key="publisher", label="Publisher"),
            Column(key="public", label="Public", kind="day"),
            Column(key="brought", label="Brought", kind="day"),
            Column(key="sha256", label="sha256", kind="id"),
        ),
        rows=tuple(row(d.title or d.file, d.publisher, d.public, d.brought, d.sha256[:12]) for d in found),
        empty="No document was brought by this day. Bring one with: yalu read FILE",
        stack=True,
    )
    return Page(title="Documents", sections=(Section(id="held", title="Held", table=table),))


ROUTES = (PageRoute("/read", read, ReadParams, "read.html.j2", nav="Read", order=60, key="r"),)
