"""Eligibility: which criterion of an authority the public evidence on a party meets, on a day."""

from __future__ import annotations

from yalu.designation.assessment import Assessment, StatementFinding, Verdict, Weight
from yalu.evidence.view import View

__all__ = ["Assessment", "StatementFinding", "Verdict", "Weight", "assess"]


def assess(view: View, party_id: str, authority: str, day: str = "") -> list[Assessment]:
    """Hold every criterion of an authority that was in force on the day against the view's statements.

    ``day`` is the day on which the criterion must be in force, by default the view's; it may not be later
    than the day by which the view knows things. The list has one entry for each criterion, the best met
    first, and is empty where the authority lists the party already, or has no criterion in force.
    """
    raise NotImplementedError
