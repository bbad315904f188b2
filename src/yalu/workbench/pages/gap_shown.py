"""A gap as the page shows it: who lists the party, the ground, what meets it, what is missing."""

from __future__ import annotations

from yalu.coalition.coverage.listings import TAKEN_OVER
from yalu.designation.assessment import Assessment, StatementFinding
from yalu.designation.gaps import Gap
from yalu.model.words import grade_words
from yalu.workbench.frame import Cell
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model
from yalu.workbench.frame.route import Routes
from yalu.workbench.pages.common import Cited, named


class Point(Model):
    """A statement for or against, with its grade, day and source."""

    says: Cell
    grade: str
    day: str
    passage: str
    why: str
    evidence: str


class GroundShown(Model):
    """One criterion held against the party."""

    criterion: str
    verdict: str
    where: str
    text: Cell
    must: bool
    met: tuple[Point, ...]
    contrary: tuple[Point, ...]
    leads: tuple[Point, ...]
    missing: tuple[str, ...]
    doubts: tuple[str, ...]
    to_decide: str


class GapShown(Model):
    """One party that the authority does not list."""

    id: str
    party: Cell
    kind: str
    listed: tuple[Cell, ...]
    not_found: str
    unknown: bool
    may_be: tuple[str, ...]
    measures: tuple[str, ...]
    ties: int
    verdict: str
    ground: GroundShown | None
    missing: tuple[str, ...]
    others: tuple[str, ...]


def shown(gap: Gap, cited: Cited) -> GapShown:
    """A gap with its sources numbered."""
    listed = tuple(
        Cell(
            text=f"Listed {by.removesuffix(TAKEN_OVER)} since {s.clocks.from_.text() or 'a day not known'}",
            badge="listed",
            cites=cited.of(s),
        )
        for by, s in gap.listed.items()
        if not by.endswith(TAKEN_OVER)
    )
    return GapShown(
        id=gap.ids[0],
        party=named(gap.ids[0], gap.name, gap.kind),
        kind=gap.kind,
        listed=listed,
        not_found=gap.not_found,
        unknown=gap.unknown,
        may_be=gap.may_be,
        measures=gap.measures,
        ties=gap.ties,
        verdict=gap.verdict.value,
        ground=_ground(gap.best, cited) if gap.best else None,
        missing=gap.missing,
        others=tuple(f"{a.instrument}, {a.provision} ({a.verdict.value})" for a in gap.others),
    )


def _ground(one: Assessment, cited: Cited) -> GroundShown:
    return GroundShown(
        criterion=one.criterion,
        verdict=one.verdict.value,
        where=", ".join(part for part in (one.instrument, one.provision) if part),
        text=Cell(text=one.text, cites=cited.works(one.sources)),
        must=one.must,
        met=tuple(_point(f, cited) for f in one.met),
        contrary=tuple(_point(f, cited) for f in one.contrary),
        leads=tuple(_point(f, cited) for f in one.leads),
        missing=one.missing,
        doubts=one.doubts,
        to_decide=one.to_decide,
    )


def _point(f: StatementFinding, cited: Cited) -> Point:
    return Point(
        says=Cell(text=f.says, cites=cited.of(f.statement, *f.rests_on)),
        grade=grade_words(f.grade),
        day=f.date,
        passage=f.passage,
        why=f.why,
        evidence=addresses.evidence(f.id),
    )


ROUTES: Routes = ()
