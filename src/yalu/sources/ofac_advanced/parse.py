"""Read OFAC's SDN list in the advanced XML edition, as a stream.

The listing and the primary name bear the day of the earliest event of the list's entry, each legal basis the
day of its own event; all else is dated by the copies. Two passes: what parties refer to, then the parties.
"""

from __future__ import annotations

from collections import Counter

from yalu.errors import ContractError
from yalu.model.dates import OPEN, Interval
from yalu.sources.markup import attribute
from yalu.sources.ofac_advanced.party import read_party
from yalu.sources.ofac_advanced.tables import FILE, PARTY, TAGS, read_tables
from yalu.sources.set_aside import report_unread, set_aside_element
from yalu.sources.sighting import Parsed


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. Records are parties.

    Raises:
        ContractError: the file is not the list, or is cut short.
    """
    if part != "list":
        raise ContractError(FILE.source, f"there is no part {part!r}", expected="the part 'list'")
    FILE.head(content)
    tables = read_tables(content)
    if not tables.standing:
        raise FILE.refuse("the list holds no party", f"<{PARTY}> elements")
    whole = len(tables.stated) == 10
    parsed = Parsed(stated=Interval(tables.stated, tables.stated) if whole else OPEN)
    parsed.records = sum(tables.standing.values())
    unread: Counter[str] = Counter()
    for tag, element in FILE.stream(content, TAGS):
        if tag != PARTY:
            continue
        if tables.standing[attribute(element, "FixedRef")] > 1:
            party = f"ofac-{attribute(element, 'FixedRef')}"
            set_aside_element(parsed, party, FILE, element, "party")
        else:
            unread.update(read_party(element, tables, parsed))
    report_unread(parsed, FILE, unread)
    return parsed
