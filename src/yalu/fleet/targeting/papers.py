"""What a port's file shows of an expected ship, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.fleet.arrivals.check import Checked
from yalu.fleet.arrivals.layout import PARTIES
from yalu.fleet.arrivals.reason import LISTED, Reason
from yalu.fleet.targeting.reason import Finding

_OWNER = {"owner": "owner", "manager": "operator or manager", "operator": "operator or manager"}
_NUMBERS = {
    "imo_form": "form",
    "imo_check_digit": "imo checksum",
    "mmsi_form": "form",
    "mmsi_state": "mid",
    "mmsi_flag": "flag",
}


def papers(checked: Checked, day: str) -> Iterator[Finding]:
    """The findings of a line, but for the hull that it may be, which is judged by the register."""
    for reason in checked.reasons:
        found = _finding(reason, day, checked.line.number)
        if found:
            yield found


def _finding(reason: Reason, day: str, row: int) -> Finding | None:
    evidence = ({"row": row, **reason.as_json()},)
    key = reason.parties[0] if reason.parties else ""
    if reason.code in PARTIES:
        if reason.kind == LISTED:
            grade = _OWNER.get(reason.code, "link")
            return Finding("party_listed", grade, reason.text, "", evidence, key=key)
        return Finding("named_party", "named", reason.text, "", evidence, key=key)
    if reason.code in ("last_port", "next_port"):
        return Finding("call", reason.code, reason.text, day, evidence)
    if reason.code == "flag":
        return Finding("flag", "flown", reason.text, "", evidence)
    if reason.code in _NUMBERS:
        grade = _NUMBERS[reason.code]
        return Finding("identity", grade, reason.text, day, evidence, key=grade)
    return None
