"""Read the UK's consolidated list in the ConList.csv format.

The listing and the primary name bear the day of Listed On; everything else that of Last Updated, which
covers the whole entry. UN references stand in the other information: they are quoted, and join nothing.
"""

from __future__ import annotations

from yalu.errors import ContractError
from yalu.model.dates import Interval
from yalu.sources.sighting import Parsed, Problem, Quarantined
from yalu.sources.uk_ofsi.group import read_group, whole_name
from yalu.sources.uk_ofsi.table import FILE, Row, read_groups


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. Records are groups, not rows.

    Raises:
        ContractError: the file is not the list, or is cut short.
    """
    if part != "list":
        raise ContractError(FILE.source, f"there is no part {part!r}", expected="the part 'list'")
    stated, groups = read_groups(content)
    parsed = Parsed(stated=Interval(stated, stated), records=len(groups))
    for group, rows in groups.items():
        if why := _two_parties(rows):
            _quarantine(group, rows, why, parsed)
        else:
            read_group(group, rows, stated, parsed)
    return parsed


def _two_parties(rows: list[Row]) -> str:
    """Why the rows of one Group ID cannot be one party; empty where they can."""
    types = {r["Group Type"] for r in rows}
    names = {whole_name(r) for r in rows if r["Alias Type"] == "Prime Alias"}
    if len(types) > 1:
        return f"one Group ID is {' and '.join(sorted(types))}"
    if len(names) > 1:
        return f"one Group ID has the primary names {' / '.join(sorted(names))}"
    return ""


def _quarantine(group: str, rows: list[Row], why: str, parsed: Parsed) -> None:
    party = f"gb-{group}"
    parsed.problems.append(Problem("id_on_two_parties", FILE.where(rows[0].number), why, party))
    for row in rows:
        text = ",".join(row.fields.values())
        parsed.quarantined.append(Quarantined(party, FILE.where(row.number), text, why))
