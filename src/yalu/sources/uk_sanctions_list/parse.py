"""Read the UK Sanctions List (CSV).

The listing and the primary name bear the day of Date Designated; everything else that of Last Updated, which
covers the whole entry. Each sanction imposed is a program. OFSI's Group ID and the UN's reference are quoted.
"""

from __future__ import annotations

from yalu.errors import ContractError
from yalu.model.dates import Interval
from yalu.sources.set_aside import set_aside_rows, two_parties
from yalu.sources.sighting import Parsed, Problem
from yalu.sources.uk_sanctions_list.party import read_party, whole_name
from yalu.sources.uk_sanctions_list.table import FILE, read_table


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
        types = (r["Designation Type"] for r in rows)
        names = (whole_name(r) for r in rows if r["Name type"] == "Primary Name")
        if why := two_parties("Unique ID", types, names):
            found = ((FILE.where(r.number), ",".join(r.fields.values())) for r in rows)
            set_aside_rows(parsed, f"gb-{unique_id}", found, why)
        else:
            read_party(f"gb-{unique_id}", rows, table.stated, parsed)
    return parsed
