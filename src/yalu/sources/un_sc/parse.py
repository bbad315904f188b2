"""Read the UN Security Council's consolidated list (XML).

What each value's date rests on: the listing, its regime and the primary name on LISTED_ON; other names,
birth, nationality and document numbers on LAST_DAY_UPDATED where the record has one; the rest on the
copies. DATAID, VERSIONNUM, the sort keys and LIST_TYPE (always "UN List") say nothing about the party.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from yalu.errors import ContractError
from yalu.model.dates import Interval
from yalu.sources.sighting import Parsed, Problem, Quarantined
from yalu.sources.un_sc.document import ROOT, SECTIONS, SOURCE, line_of, read_document, stated_day
from yalu.sources.un_sc.fields import Text, plain
from yalu.sources.un_sc.names import read_names
from yalu.sources.un_sc.particulars import read_particulars
from yalu.sources.un_sc.record import Record, reference

AUTHORITY = "UN"
_ABOUT_THE_FILE = ("DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "LIST_TYPE")


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy of the list; ``part`` is ``list``.

    Raises ContractError, with the line, for a file that is not the whole list, for a required field that
    is missing and for a listing without a day. A field that is new is kept as a note and reported.
    """
    if part != "list":
        raise ContractError(SOURCE, f"there is no part {part!r}", expected="the part 'list'")
    root = read_document(content)
    generated = stated_day(root)
    parsed = Parsed(stated=Interval(generated, generated))
    records = [(element, SECTIONS[str(section.tag)][1]) for section in root for element in section]
    parsed.records = len(records)
    standing = Counter(reference(element) for element, _ in records)
    unread: Counter[str] = Counter()
    for element, kind in records:
        if standing[reference(element)] > 1:
            _quarantine(element, parsed)
        else:
            unread.update(_read_record(Record(element, kind, generated, parsed)))
    if unread:
        what = ", ".join(f"{path} ({count})" for path, count in sorted(unread.items()))
        parsed.problems.append(Problem("unread_fields", ROOT, f"{what}: unknown, kept as notes"))
    return parsed


def _read_record(record: Record) -> list[str]:
    """Read one record and return the paths of the fields in it that are unknown."""
    record.fields.drop(*_ABOUT_THE_FILE)
    record.listing("Sanction", Text(AUTHORITY, record.listed_line), {"regime": record.regime.text})
    read_names(record)
    read_particulars(record)
    record.fields.close()
    for left in record.fields.unread:
        record.note(left.path, Text(left.text, left.line))
    return [left.path for left in record.fields.unread]


def _quarantine(element: etree._Element, parsed: Parsed) -> None:
    number = reference(element)
    party, where = f"un-{number}", f"{number} line {line_of(element)}"
    row = plain(etree.tostring(element, encoding="unicode", with_tail=False))
    why = f"the reference {number} stands on more than one record"
    parsed.quarantined.append(Quarantined(party, where, row, why))
    parsed.problems.append(Problem("id_on_two_parties", where, why, party))
