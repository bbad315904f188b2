"""References that records quote: by which number a list says that another list has the same party."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from yalu.evidence.view import View
from yalu.model.statement import Statement

QUOTES = "quotes"
"""The property by which a source itself says that a record quotes another list's reference."""

OFAC_NUMBER = "ofacNumber"
NOTES = "notes"

_IN_TEXT = re.compile(
    r"\bUN\b\W{0,2}ref(?:erence)?\b[\s.:]*(?:(?:no|number)\b[\s.:]*)?"
    r"(?P<series>[A-Z]{2}[ie])[\s.]*(?P<number>\d{1,3})\b",
    re.ASCII | re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:UN-)?(?P<series>[A-Z]{2}[ie])[\s.]*(?P<number>\d{1,3})", re.ASCII | re.IGNORECASE)
_WHOLE_FIELDS = frozenset({"国連参照番号", "unitedNationId"})
"""Fields of notes that hold a UN reference and nothing else."""

_OFAC = re.compile(r"(?:ofac-)?(\d+)", re.ASCII | re.IGNORECASE)


_MAY_QUOTE = (
    "prop IN (?, ?) OR (prop = ? AND source NOT IN ('un_sc', 'casebook') AND"
    " (value ILIKE '%UN%ref%' OR json_extract_string(nullif(detail, ''), '$.field') IN (?, ?)))"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A record quotes a reference. ``target`` is the id it means, or ``""`` where no held record has it."""

    statement: Statement
    reference: str
    target: str

    @property
    def party(self) -> str:
        """The record that quotes."""
        return self.statement.party


def un_reference(text: str, *, whole: bool = False) -> str:
    """The UN reference that a text quotes as the record's own, in the UN's spelling, or ``""``.

    Lists write it in many ways; a reference that stands in the text without the words "UN Ref" is
    another party's and is not read.

    >>> un_reference("Annex XIII. UN listing. UN Ref.KPI. 076. Ri Chun Song is")
    'KPi.076'
    >>> un_reference("Associated with Al-Qaida (QDe.004)")
    ''
    """
    match = _WHOLE.fullmatch(text.strip()) if whole else _IN_TEXT.search(text)
    if not match:
        return ""
    series = match["series"]
    return f"{series[:2].upper()}{series[2].lower()}.{int(match['number']):03d}"


def quotes(view: View) -> list[Quote]:
    """Every reference that a record quotes, as the view shows it, once for each record and reference."""
    rows = view.meeting(_MAY_QUOTE, [QUOTES, OFAC_NUMBER, NOTES, *sorted(_WHOLE_FIELDS)])
    read = [(s, wanted) for s in rows if (wanted := _quoted(s))]
    held = _held(view, {wanted for _, wanted in read})
    found: dict[tuple[str, str], Quote] = {}
    for s, wanted in read:
        target = wanted if wanted in held else ""
        found.setdefault((s.party, wanted), Quote(s, wanted.partition("-")[2], target))
    return [q for q in found.values() if q.target != q.party]


def _quoted(s: Statement) -> str:
    """The id that a statement quotes, as Yalu spells it, or ``""``."""
    if s.prop == OFAC_NUMBER:
        return f"ofac-{s.value}" if _OFAC.fullmatch(s.value) else ""
    if s.prop == QUOTES:
        if un := un_reference(s.value, whole=True):
            return f"un-{un}"
        match = _OFAC.fullmatch(s.value)
        return f"ofac-{match[1]}" if match else s.value
    whole = str(s.details.get("field", "")) in _WHOLE_FIELDS
    un = un_reference(s.value, whole=whole)
    return f"un-{un}" if un else ""


def _held(view: View, wanted: Iterable[str]) -> set[str]:
    """Which of the ids the view knows, from a list or from a curator's ``sameAs``."""
    ids = tuple(sorted(wanted))
    if not ids:
        return set()
    named = {s.party for s in view.statements(party=ids)}
    return named | {i for i in ids if len(view.ids(i)) > 1}
