"""Read Switzerland's complete list of sanctions targets (XML).

The listing and the primary name bear the day on which the target was listed, the later of publication and
effect; all else that of its last modification. The listing of a target that was taken off ends on that day.
"""

from __future__ import annotations

from collections import Counter

from yalu.errors import ContractError
from yalu.model.dates import OPEN, Interval, day
from yalu.sources.ch_seco.party import read_target
from yalu.sources.ch_seco.tables import FILE, TAGS, TARGET, read_tables
from yalu.sources.markup import Element, attribute
from yalu.sources.set_aside import report_unread, set_aside_element
from yalu.sources.sighting import Parsed


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. Records are targets, those taken off included.

    Raises:
        ContractError: the file is not the list, or is cut short.
    """
    if part != "list":
        raise ContractError(FILE.source, f"there is no part {part!r}", expected="the part 'list'")
    stated = _stated(FILE.head(content))
    tables = read_tables(content)
    if not tables.standing:
        raise FILE.refuse("the list holds no target", f"<{TARGET}> elements")
    parsed = Parsed(stated=Interval(stated, stated) if stated else OPEN)
    parsed.records = sum(tables.standing.values())
    unread: Counter[str] = Counter()
    for tag, element in FILE.stream(content, TAGS):
        if tag != TARGET:
            continue
        if tables.standing[attribute(element, "ssid")] > 1:
            party = f"ch-{attribute(element, 'ssid')}"
            set_aside_element(parsed, party, FILE, element, "target")
        else:
            unread.update(read_target(element, tables, stated, parsed))
    report_unread(parsed, FILE, unread)
    return parsed


def _stated(root: Element) -> str:
    try:
        return day(attribute(root, "date")[:10])
    except ValueError:
        return ""
