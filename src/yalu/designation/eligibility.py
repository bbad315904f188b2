"""Eligibility: which criterion of an authority the public evidence on a party meets, on a day.

    from yalu.designation.eligibility import assess

    for one in assess(view, "x-fan-mintian", "US"):
        print(one.verdict, one.criterion, one.missing)

A verdict says how far the evidence goes, and is no finding about the party.
"""

from __future__ import annotations

from yalu.designation.answers import findings
from yalu.designation.assessment import Assessment, StatementFinding, Verdict, Weight
from yalu.designation.contrary import removals
from yalu.designation.held import Held, held
from yalu.designation.weighing import met, missing
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.regimes.criteria import Criterion

__all__ = ["Assessment", "StatementFinding", "Verdict", "Weight", "assess"]

NOT_READ = "The text of the criterion was read in no stored copy: read it before anything rests on it."

_RANK = {Verdict.SUFFICIENT: 0, Verdict.THIN: 1, Verdict.NONE: 2}


def assess(
    view: View, party_id: str, authority: str, day: str = "", *, although_listed: bool = False
) -> list[Assessment]:
    """Hold every criterion of an authority that was in force on the day against the view's statements.

    ``day`` is the day on which the criterion must be in force, by default the view's; it may not be later
    than the day by which the view knows things. The list has one entry for each criterion, the best met
    first, and is empty where the authority has no criterion in force, or lists the party already, unless the
    question is asked ``although_listed``: how far does what is public bear a listing out?
    """
    day = day or view.when.on
    if day > view.when.as_of:
        raise ValueError(f"{day} is later than {view.when.as_of}, by which the view knows things")
    known = held(view)
    party = known.joins.head(party_id)
    if known.listed_by(party, authority) and not although_listed:
        return []
    about = known.about(party)
    kinds = {s.kind for s in about}
    standing = [
        c
        for c in known.criteria.of(authority)
        if c.stands(day, view.when.mode) and (not c.kinds or kinds & set(c.kinds))
    ]
    against = removals(known, party) if standing else []
    made = [_assessment(known, party, about, criterion, against) for criterion in standing]
    return sorted(made, key=lambda a: (_RANK[a.verdict], -_strength(a)))


def _assessment(
    known: Held, party: str, about: list[Statement], criterion: Criterion, against: list[StatementFinding]
) -> Assessment:
    found: list[StatementFinding] = []
    lacking: list[str] = []
    verdicts: list[Verdict] = []
    for name in criterion.elements:
        element = known.criteria.element(name)
        answered = findings(known, party, about, criterion, element)
        verdicts.append(met(known, element, answered))
        lacking += missing(element, verdicts[-1], answered)
        found += answered
    verdict = _together(verdicts)
    if "text" in criterion.unverified:
        lacking.append(NOT_READ)
    if verdict is Verdict.SUFFICIENT and (criterion.weighed or "text" in criterion.unverified):
        verdict = Verdict.THIN
    nothing = [f for f in found if f.weight is Weight.NOTHING]
    acquitted = [f for f in nothing if f.grade in known.criteria.weights.nothing and not f.statement.lead]
    return Assessment(
        party=party,
        authority=criterion.by,
        criterion=criterion.id,
        instrument=criterion.instrument,
        provision=criterion.provision,
        text=criterion.text,
        since=criterion.since,
        until=criterion.ended(known.view.when.as_of),
        must=criterion.must,
        verdict=verdict,
        met=tuple(f for f in found if f.weight is not Weight.NOTHING),
        missing=tuple(lacking),
        contrary=(*acquitted, *against),
        leads=tuple(f for f in nothing if f not in acquitted),
        sources=tuple(criterion.src),
        doubts=tuple(criterion.unverified),
        to_decide=criterion.to_decide,
    )


def _together(verdicts: list[Verdict]) -> Verdict:
    """All elements must be met; without the first, the conduct itself, the others show nothing."""
    if verdicts[0] is Verdict.NONE:
        return Verdict.NONE
    return Verdict.SUFFICIENT if set(verdicts) == {Verdict.SUFFICIENT} else Verdict.THIN


def _strength(one: Assessment) -> int:
    return sum(2 if f.weight is Weight.STRONG else 1 for f in one.met)
