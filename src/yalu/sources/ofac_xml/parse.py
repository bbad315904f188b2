"""Read OFAC's SDN list in the classic XML edition.

A value is written as the CSV edition writes it, so that both editions say the same of one party. The file
bears the day of publication; its entries bear none, so the copies date them.
"""

from __future__ import annotations

from collections import Counter

from yalu.errors import ContractError
from yalu.model.dates import OPEN, Interval
from yalu.sources.markup import Element, XmlFile, text
from yalu.sources.ofac_sdn.linked import Names
from yalu.sources.ofac_xml.entry import KINDS, read_entry, whole_name
from yalu.sources.set_aside import report_unread, set_aside_element
from yalu.sources.sighting import Parsed, Problem
from yalu.sources.written_dates import iso

FILE = XmlFile("ofac_xml", "sdn.xml", "sdnList")
_ENTRY, _ABOUT = "sdnEntry", "publshInformation"  # spelled so in the official schema


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``.

    Raises:
        ContractError: the file is not the list, or is cut short.
    """
    if part != "list":
        raise ContractError(FILE.source, f"there is no part {part!r}", expected="the part 'list'")
    FILE.head(content)
    parsed = Parsed()
    primary: list[tuple[str, str]] = []
    told = 0
    for tag, element in FILE.stream(content, (_ENTRY, _ABOUT)):
        if tag == _ABOUT:
            parsed.stated, told = _about(element)
        else:
            primary.append((_uid(element), whole_name(element)))
    if not primary:
        raise FILE.refuse("the list holds no entry", f"<{_ENTRY}> elements")
    parsed.records = len(primary)
    if told and told != len(primary):
        expected = f"{told}, which the file itself tells"
        raise FILE.refuse(f"the file holds {len(primary)} entries", expected)
    shared = {uid for uid, n in Counter(uid for uid, _ in primary).items() if n > 1}
    names, unread = Names(primary, shared), Counter[str]()
    for tag, element in FILE.stream(content, (_ENTRY, _ABOUT)):
        if tag == _ENTRY and _uid(element) in shared:
            party = f"ofac-{text(element, 'uid')}"
            set_aside_element(parsed, party, FILE, element, "entry", whole_name(element))
        elif tag == _ENTRY:
            unread.update(read_entry(element, FILE.where(element), names, parsed))
    _report(parsed, names, unread)
    return parsed


def _about(element: Element) -> tuple[Interval, int]:
    day, count = iso(_iso_order(text(element, "Publish_Date"))), text(element, "Record_Count")
    return Interval(day, day) if len(day) == 10 else OPEN, int(count) if count.isdecimal() else 0


def _iso_order(american: str) -> str:
    """``01/15/2019`` as ``2019-01-15``."""
    month, _, rest = american.partition("/")
    day, _, year = rest.partition("/")
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}"


def _uid(element: Element) -> str:
    uid = text(element, "uid")
    if not (uid.isascii() and uid.isdecimal()):
        raise FILE.refuse(f"uid is {uid[:40]!r}", "a number in every entry", element)
    if text(element, "sdnType") not in KINDS:
        expected = ", ".join(KINDS)
        raise FILE.refuse(f"sdnType is {text(element, 'sdnType')[:40]!r}", expected, element)
    return uid


def _report(parsed: Parsed, names: Names, unread: Counter[str]) -> None:
    if loose := names.unresolved():
        parsed.problems.append(Problem("link_unresolved", FILE.file, loose))
    report_unread(parsed, FILE, unread)
