"""Read the UK Sanctions List (CSV).

The listing and the primary name bear the day of Date Designated; everything else that of Last Updated, which
covers the whole entry. Each sanction imposed is a program. OFSI's Group ID and the UN's reference are quoted.
"""

from __future__ import annotations

from yalu.errors import ContractError
from yalu.model.dates import Interval
from yalu.sources.sighting import Parsed, Problem, Quarantined
from yalu.sources.uk_sanctions_list.party import read_party, whole_name
from yalu.sources.uk_sanctions_list.table import FILE, Row, read_table


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. Records are Unique IDs, not rows.

    Raises:
        ContractError: the file is not the list, or is cut short.
    """
    if part != "list":
        raise ContractError(FILE.source, f"there is no part {part!r}", expected="the part 'list'")
    table = read_table(content)
    parsed = Parsed(stated=Interval(table.stated, table.stated), records=len(table.parties))
    for code, columns, what in (
        ("missing_fields", table.missing, "not in this copy, and unknown for it"),
        ("unread_fields", table.unknown, "unknown, kept as notes"),
    ):
        if columns:
            parsed.problems.append(Problem(code, FILE.where(2), f"{', '.join(columns)}: {what}"))
    for unique_id, rows in table.parties.items():
        if why := _two_parties(rows):
            _quarantine(f"gb-{unique_id}", rows, why, parsed)
        else:
            read_party(f"gb-{unique_id}", rows, table.stated, parsed)
    return parsed


def _two_parties(rows: list[Row]) -> str:
    """Why the rows of one Unique ID cannot be one party; empty where they can."""
    types = {r["Designation Type"] for r in rows}
    names = {whole_name(r) for r in rows if r["Name type"] == "Primary Name"}
    if len(types) > 1:
        return f"one Unique ID is {' and '.join(sorted(types))}"
    if len(names) > 1:
        return f"one Unique ID has the primary names {' / '.join(sorted(names))}"
    return ""


def _quarantine(party: str, rows: list[Row], why: str, parsed: Parsed) -> None:
    parsed.problems.append(Problem("id_on_two_parties", FILE.where(rows[0].number), why, party))
    for row in rows:
        text = ",".join(row.fields.values())
        parsed.quarantined.append(Quarantined(party, FILE.where(row.number), text, why))
