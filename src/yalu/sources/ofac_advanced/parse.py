"""Read OFAC's SDN list in the advanced XML edition, as a stream.

The listing and the primary name bear the day of the earliest event of the list's entry, each legal basis the
day of its own event; all else is dated by the copies. Two passes: what parties refer to, then the parties.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from yalu.errors import ContractError
from yalu.model.dates import OPEN, Interval
from yalu.sources.markup import Element, attribute
from yalu.sources.ofac_advanced.party import read_party
from yalu.sources.ofac_advanced.tables import FILE, PARTY, TAGS, read_tables
from yalu.sources.sighting import Parsed, Problem, Quarantined

_SHOWN = 10


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
            _quarantine(element, parsed)
        else:
            unread.update(read_party(element, tables, parsed))
    if unread:
        shown = ", ".join(f"{what} ({n})" for what, n in unread.most_common(_SHOWN))
        parsed.problems.append(Problem("unread_fields", FILE.file, f"kept as notes: {shown}"))
    return parsed


def _quarantine(element: Element, parsed: Parsed) -> None:
    party, where = f"ofac-{attribute(element, 'FixedRef')}", FILE.where(element)
    why = f"{party} stands on more than one party"
    row = " ".join(etree.tostring(element, encoding="unicode", with_tail=False).split())
    parsed.problems.append(Problem("id_on_two_parties", where, why, party))
    parsed.quarantined.append(Quarantined(party, where, row, why))
