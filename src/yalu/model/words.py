"""Fixed words: grades of evidence, claim statuses, modes and disclaimers."""

from __future__ import annotations

from yalu.model.clock import Mode
from yalu.model.vocabulary import Grade

GRADES: dict[str, str] = {
    Grade.COURT_FINDING: "finding of a court",
    Grade.PLEA: "guilty plea",
    Grade.REGULATOR_FINDING: "finding of a regulator",
    Grade.GOVERNMENT_LISTING: "sanctions list",
    Grade.GOVERNMENT_LISTING_NARRATIVE: "listing release, no finding",
    Grade.GOVERNMENT_RECORD: "government record",
    Grade.UN_PANEL: "UN Panel report",
    Grade.ALLEGATION: "charge or complaint, an accusation",
    Grade.ACQUITTED: "charge that ended in acquittal",
    Grade.COMPANY_DISCLOSURE: "a company’s own disclosure",
    Grade.THINK_TANK: "research report",
    Grade.PRESS: "press report",
    Grade.REGISTER: "register",
    Grade.SOURCED: "named source, not graded",
    Grade.UNVERIFIED: "unverified, decides nothing",
}

STATUSES: dict[str, tuple[str, str]] = {
    "confirmed": ("✓", "confirmed"),
    "differs": ("≠", "differs"),
    "cannot_be_checked": ("?", "cannot be checked"),
    "not_yet_public": ("○", "not yet public"),
}
"""The sign and the words of each status of a claim."""

MODES: dict[str, str] = {
    Mode.STRICT: "only what was certainly public on the day; an inexact date counts at its latest",
    Mode.LIKELY: "also what may have been public on the day; an inexact date counts at its earliest",
}

DISCLAIMERS = (
    "“Listed” means on the named list on the date asked. A party “named in a source” is on no list that Yalu"
    " holds; being named is not a finding of wrongdoing. Facts marked “unverified” never decide a verdict."
    " Yalu gives evidence, not legal advice.",
    "An indictment or a complaint is an accusation. A listing by one state does not oblige another. A tie in"
    " a source is not a finding of wrongdoing.",
)


def grade_words(grade: str) -> str:
    """A grade of evidence in words."""
    return GRADES.get(grade, grade.replace("_", " "))
