"""Party: everything known about one party on a day, as a dossier that can be printed and handed on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from yalu.errors import UsageError
from yalu.evidence import dossier as finding
from yalu.model.words import DISCLAIMERS
from yalu.workbench.dossier import criteria, facts, joined, listings, names, ties, timeline, verdicts
from yalu.workbench.dossier.known import Known, known
from yalu.workbench.dossier.words import prop_words
from yalu.workbench.frame import (
    Action,
    ActionRequest,
    Ask,
    Cell,
    Column,
    Done,
    Gone,
    Notice,
    Page,
    PageRoute,
    Params,
    Table,
)
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import SHAPES, Shape, row
from yalu.workbench.frame.route import Id, Moved
from yalu.workbench.pages.common import Cited

_ACCUSED = frozenset({"charge_or_complaint_allegation", "charge_later_acquitted"})


class PartyParams(Params):
    """The id of the party, its first or any other; ``full`` computes what takes long at its first use."""

    party_id: Id
    full: bool = False


class PackageForm(Params):
    """For whom the package is made."""

    party: Id
    by: Annotated[str, Field(pattern="^(US|UN|EU|UK|JP|KR|AU)$")]


class PartyPage(Page):
    """The dossier. ``pending``: verdicts and criteria were not computed; ask again with ``full``."""

    id: str
    ids: tuple[str, ...]
    kind: str
    shape: Shape
    stands: str
    badges: tuple[Cell, ...]
    scripts: tuple[Cell, ...]
    glance: tuple[tuple[str, Cell], ...]
    facts: tuple[facts.Fact, ...]
    fact_table: Table
    findings: tuple[verdicts.Finding, ...]
    grounds: tuple[criteria.Ground, ...]
    timeline: tuple[timeline.Event, ...]
    pending: bool
    accused: bool

    def tables(self) -> dict[str, Table]:
        """The tables of the sections, the facts, and the timeline."""
        rows = tuple(row(e.happened, e.public, e.what) for e in self.timeline)
        columns = (
            Column(key="happened", label="Happened", kind="day"),
            Column(key="public", label="Became public", kind="day"),
            Column(key="what", label="What"),
        )
        dated = Table(id="timeline", columns=columns, rows=rows)
        return super().tables() | {"facts": self.fact_table, "timeline": dated}


def party(ask: Ask, params: PartyParams) -> PartyPage:
    """The page. Raises Moved for another id of the party, Gone where the day shows nothing of it."""
    found = known(ask, params.party_id)
    if found.empty:
        raise _other(ask, params.party_id)
    if found.id != params.party_id:
        raise Moved(addresses.party(found.id))
    cited = Cited(ask.view)
    full = params.full or (verdicts.ready(ask) and criteria.ready(ask))
    sections = {
        "listings": listings.section(ask, found, cited),
        "names": names.section(found, cited),
        "ties": ties.section(ask, found, cited),
    }
    shown = facts.facts(found, cited)
    given = verdicts.verdicts(ask, found, cited) if full else ()
    met = criteria.grounds(ask, found, cited) if full else ()
    events = timeline.timeline(ask, found, cited)
    statements = (*found.now, *found.inbound)
    return PartyPage(
        title=found.name,
        kicker=(Cell(text="Parties", href="/search"), Cell(text=f"/ {found.id} / {prop_words(found.kind)}")),
        lead=listings.sentences(found),
        sections=(*sections.values(), joined.section(ask, found)),
        id=found.id,
        ids=found.ids,
        kind=found.kind,
        shape=SHAPES.get(found.kind, "group"),
        stands=found.status,
        badges=listings.badges(ask, found),
        scripts=names.other_scripts(found),
        glance=_glance(found),
        facts=shown,
        fact_table=facts.table(found, cited),
        findings=given,
        grounds=met,
        timeline=events,
        pending=not full,
        accused=any(s.grade in _ACCUSED for s in statements),
        notices=(Notice(text=DISCLAIMERS[1]),) if any(s.grade in _ACCUSED for s in statements) else (),
        sources=cited.lines,
    )


def _glance(found: Known) -> tuple[tuple[str, Cell], ...]:
    """The few facts that the right column has."""
    lines: list[tuple[str, Cell]] = [("Type", Cell(text=prop_words(found.kind)))]
    for prop, word in (("country", "Country"), ("nationality", "Nationality"), ("flag", "Flag"),
                       ("imoNumber", "IMO number"), ("birthDate", "Born")):  # fmt: skip
        values = dict.fromkeys(s.value for s in found.now if s.prop == prop and not s.lead)
        if values:
            lines.append((word, Cell(text="; ".join(list(values)[:4]))))
    lines.append(("Ids", Cell(text=" ".join(found.ids))))
    first = min((s.known_hi for s in (*found.now, *found.inbound) if s.known_hi and not s.lead), default="")
    if first:
        lines.append(("First public", Cell(text=first)))
    return tuple(lines)


def _other(ask: Ask, asked: str) -> Exception:
    """Where else the party stands: under an id in other letters, or the one that a number means; else 404."""
    matches = [m for m in finding.find(ask.view, asked) if m.exact] if len(asked) < 200 else []
    heads = list(dict.fromkeys(m.ids[0] for m in matches))
    if len(heads) == 1 and heads[0] != asked and not known(ask, heads[0]).empty:
        return Moved(addresses.party(heads[0]))
    what = f"Nothing was known of {asked[:80]} on {ask.as_of}."
    if heads:
        return Gone(what, f"{len(heads)} parties bear it: {', '.join(heads[:6])}.")
    return Gone(what, "Check the id, ask a later day, or search by a name in any script or a number.")


def package(request: ActionRequest[PackageForm]) -> Done:
    """Queue a designation package of the page's day. Raises UsageError for a party that is not there."""
    ask, form = request.ask, request.form
    found = known(ask, form.party)
    if found.empty:
        raise UsageError(f"Nothing was known of {form.party[:80]} on {ask.as_of}.", expected="a party")
    params = {
        "party": found.id,
        "authority": form.by,
        "as_of": ask.as_of,
        "mode": ask.mode.value,
        "snapshot": ask.snapshot,
    }
    return Done(f"/jobs/{ask.jobs.submit('package', params, who=request.who).id}")


ROUTES = (
    PageRoute("/party/{party_id}", party, PartyParams, "party.html.j2", styles=("dossier",)),
    Action("/party/package", package, PackageForm),
)
