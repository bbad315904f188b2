"""Party: everything known about one party on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yalu.evidence.dossier import Dossier, dossier
from yalu.model.statement import Statement
from yalu.model.words import grade_words
from yalu.workbench.frame import Ask, Cell, Column, Gone, Page, PageRoute, Params, Section, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import row
from yalu.workbench.frame.route import Id
from yalu.workbench.pages.common import Cited, named

WHAT = (
    Column(key="what", label="What", head=True),
    Column(key="value", label="Value"),
    Column(key="since", label="Since", kind="day"),
    Column(key="public", label="Public by", kind="day"),
    Column(key="grade", label="Grade"),
    Column(key="source", label="Source"),
)


class PartyParams(Params):
    """The id of the party, its first or any other."""

    party_id: Id


def party(ask: Ask, params: PartyParams) -> Page:
    """The page. Raises Gone where the day shows nothing of the party."""
    found = ask.kept(("dossier", params.party_id), lambda: dossier(ask.view, params.party_id))
    if not (found.names or found.facts or found.listings or found.ties or found.own):
        raise Gone(
            f"Nothing was known of {params.party_id} on {ask.as_of}.", "Ask a later day, or search by name."
        )
    cited = Cited(ask.view)
    listed = [s.value for s in found.listings]
    kicker = (Cell(text="Parties", href="/search"), Cell(text=f"/ {', '.join(found.ids)} / {found.kind}"))
    return Page(
        title=found.name,
        kicker=kicker,
        lead=_lead(found, listed),
        sections=(
            _section("listings", "Listings", found.listings, cited, "No list held names it."),
            _section("names", "Names", found.names, cited),
            _section("facts", "Facts", [s for rows in found.facts.values() for s in rows], cited),
            _ties(found, cited),
        ),
        sources=cited.lines,
    )


def _lead(found: Dossier, listed: Sequence[str]) -> str:
    if listed:
        return f"On the lists of {', '.join(sorted(set(listed)))} on the day asked."
    return "Named in a source: on no list held on the day asked. Being named is no finding of wrongdoing."


def _section(name: str, title: str, rows: Iterable[Statement], cited: Cited, empty: str = "") -> Section:
    table = Table(
        id=name,
        columns=WHAT,
        rows=tuple(_row(s.prop, Cell(text=s.value), s, cited) for s in rows),
        empty=empty or "Nothing is known on this day.",
    )
    return Section(id=f"{name}-part", title=title, table=table)


def _ties(found: Dossier, cited: Cited) -> Section:
    rows = []
    for s in found.ties:
        far = s.value if s.party in found.ids else s.party
        rows.append(_row(s.prop, named(far, found.other_names.get(far, far)), s, cited))
    return Section(id="ties-part", title="Ties", table=Table(id="ties", columns=WHAT, rows=tuple(rows)))


def _row(what: str, value: Cell, s: Statement, cited: Cited) -> tuple[Cell, ...]:
    source = Cell(text="evidence", href=addresses.evidence(s.id), cites=cited.of(s))
    return row(what, value, s.from_lo, s.known_hi, grade_words(s.grade), source)


ROUTES = (PageRoute("/party/{party_id}", party, PartyParams, "party.html.j2"),)
