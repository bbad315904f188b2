"""Which criterion of each authority that does not list a party the evidence meets, and what is missing."""

from __future__ import annotations

from yalu.designation.assessment import Assessment, StatementFinding, Verdict
from yalu.designation.eligibility import assess
from yalu.workbench.dossier.known import Known
from yalu.workbench.dossier.words import AUTHORITY
from yalu.workbench.frame import Ask, Cell
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model
from yalu.workbench.pages.common import Cited

BY = ("US", "UN", "EU", "UK", "JP", "KR", "AU")
"""The authorities for which grounds are held."""
MOST = 8


class Ground(Model):
    """The criterion of one authority that the evidence meets best. ``package``: whether one can be made."""

    by: str
    title: str
    text: str
    verdict: str
    met: tuple[Cell, ...]
    missing: tuple[Cell, ...]
    package: bool


def ready(ask: Ask) -> bool:
    """Whether :func:`grounds` would answer at once."""
    return ask.ready("criteria read")


def grounds(ask: Ask, party: Known, cited: Cited) -> tuple[Ground, ...]:
    """One for each authority that does not list the party and has a criterion in force."""
    found = ask.kept(("criteria", party.id), lambda: _assessed(ask, party.id))
    ask.kept("criteria read", lambda: True)
    return tuple(_ground(one, cited) for one in found)


def assessed(ask: Ask, party: str) -> list[Assessment]:
    """The best criterion of each authority, for other pages."""
    return ask.kept(("criteria", party), lambda: _assessed(ask, party))


def _assessed(ask: Ask, party: str) -> list[Assessment]:
    found = []
    for by in BY:
        best = assess(ask.view, party, by)[:1]
        found += best
    return found


def _ground(one: Assessment, cited: Cited) -> Ground:
    met = [_met(f, cited) for f in one.met[:MOST]]
    against = [
        Cell(text=f"Speaks against it: {f.says}", href=addresses.evidence(f.id), cites=cited.of(f.statement))
        for f in one.contrary[:MOST]
    ]
    missing = [Cell(text=text) for text in one.missing]
    if one.to_decide:
        missing.append(Cell(text=one.to_decide, note="the authority decides"))
    where = ", ".join(x for x in (one.instrument, one.provision) if x)
    return Ground(
        by=one.authority,
        title=f"{AUTHORITY.get(one.authority, one.authority)}: {where}",
        text=one.text,
        verdict=one.verdict.value,
        met=tuple(met),
        missing=(*against, *missing),
        package=one.verdict is not Verdict.NONE,
    )


def _met(f: StatementFinding, cited: Cited) -> Cell:
    note = f.weight.value + (f", {f.why}" if f.why else "")
    return Cell(text=f.says, href=addresses.evidence(f.id), note=note, cites=cited.of(f.statement))
