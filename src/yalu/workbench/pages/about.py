"""About: methods, limits, licences, keys."""

from __future__ import annotations

from yalu import __version__
from yalu.evidence.registered import all_sources
from yalu.model.words import DISCLAIMERS, MODES
from yalu.publish.methods import METHODS
from yalu.workbench.frame import Ask, Cell, Column, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame.page import row

PARTS = (
    ("htmx", "Zero-Clause BSD", "requests of parts of a page"),
    ("Source Sans 3, Source Serif 4", "SIL Open Font License 1.1", "Adobe; subsets"),
    ("Noto Sans CJK (Yalu Hangul, Yalu Han)", "SIL Open Font License 1.1", "Adobe and Google; subsets"),
    ("Outline of land on maps", "public domain", "Natural Earth, 1:50m, by world-atlas"),
)
SHOWN = ("Clocks", "Quarantine", "Fair words")
"""The methods that hold for pages as for the brief, in its words."""


class AboutParams(Params):
    """Nothing."""


def about(ask: Ask, params: AboutParams) -> Page:
    """The page."""
    licences = Table(
        id="licences",
        columns=(
            Column(key="what", label="What", head=True),
            Column(key="licence", label="Licence"),
            Column(key="note", label="Note"),
        ),
        rows=(
            row(f"Yalu {__version__}", "Apache-2.0", ""),
            *(row(*part) for part in PARTS),
            *(row(s.title, s.licence, s.publisher) for s in all_sources(ask.workspace).values()),
        ),
        sortable=False,
        stack=True,
    )
    limits = (
        *(Cell(text=one) for one in DISCLAIMERS),
        Cell(
            text="Nobody logs in: the server answers on this machine alone, and whoever uses the machine may"
            " read and decide. What a source or a document names is never fetched."
        ),
    )
    return Page(
        title="About, limits, licences",
        lead="Facts and lists go in; dated, cited answers come out. Each can be asked as known on a day.",
        sections=(
            Section(id="limits", title="Limits", text=limits),
            Section(
                id="modes",
                title="Two modes",
                text=tuple(Cell(text=f"{mode.capitalize()}: {words}.") for mode, words in MODES.items()),
            ),
            Section(
                id="methods",
                title="Methods",
                text=tuple(Cell(text=f"{head}. {text}") for head, text in METHODS if head in SHOWN),
            ),
            Section(id="licences-part", title="Licences", table=licences),
        ),
    )


ROUTES = (PageRoute("/about", about, AboutParams, "about.html.j2"),)
