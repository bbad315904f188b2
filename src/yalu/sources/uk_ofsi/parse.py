"""Read the UK's consolidated list in the ConList.csv format.

The listing and the primary name bear the day of Listed On; everything else that of Last Updated, which
covers the whole entry. UN references stand in the other information: they are quoted, and join nothing.
"""

from __future__ import annotations

from yalu.errors import ContractError
from yalu.model.dates import Interval
from yalu.sources.set_aside import set_aside_rows, two_parties
from yalu.sources.sighting import Parsed
from yalu.sources.uk_ofsi.group import read_group, whole_name
from yalu.sources.uk_ofsi.table import FILE, read_groups


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
        types = (r["Group Type"] for r in rows)
        names = (whole_name(r) for r in rows if r["Alias Type"] == "Prime Alias")
        if why := two_parties("Group ID", types, names):
            found = ((FILE.where(r.number), ",".join(r.fields.values())) for r in rows)
            set_aside_rows(parsed, f"gb-{group}", found, why)
        else:
            read_group(group, rows, stated, parsed)
    return parsed
