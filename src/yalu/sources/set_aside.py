"""What a parser sets aside and reports, in the same words for every list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from yalu.sources.markup import Element, XmlFile
from yalu.sources.sighting import Parsed, Problem, Quarantined

SHOWN = 10
"""How many kinds of unread fields a message names."""


def two_parties(id_name: str, types: Iterable[str], names: Iterable[str]) -> str:
    """Why the rows of one id cannot be one party, or ``""``: they have two types, or two primary names."""
    kinds, called = sorted(set(types)), sorted(set(names))
    if len(kinds) > 1:
        return f"one {id_name} is {' and '.join(kinds)}"
    if len(called) > 1:
        return f"one {id_name} has the primary names {' / '.join(called)}"
    return ""


def set_aside_rows(parsed: Parsed, party: str, rows: Iterable[tuple[str, str]], why: str) -> None:
    """Quarantine the rows of an id, each with its place, and report it once."""
    held = list(rows)
    parsed.problems.append(Problem("id_on_two_parties", held[0][0], why, party))
    parsed.quarantined.extend(Quarantined(party, where, text, why) for where, text in held)


def set_aside_element(
    parsed: Parsed, party: str, file: XmlFile, element: Element, what: str, named: str = ""
) -> None:
    """Quarantine an element whose id stands on more than one ``what``; ``named`` is whom it calls so."""
    where, why = file.where(element), f"{party} stands on more than one {what}"
    row = " ".join(etree.tostring(element, encoding="unicode", with_tail=False).split())
    parsed.problems.append(Problem("id_on_two_parties", where, f"{why}: {named}" if named else why, party))
    parsed.quarantined.append(Quarantined(party, where, row, why))


def report_unread(parsed: Parsed, file: XmlFile, unread: Counter[str]) -> None:
    """Report fields that nothing reads; they are kept as notes."""
    if unread:
        shown = ", ".join(f"{what} ({n})" for what, n in unread.most_common(SHOWN))
        parsed.problems.append(Problem("unread_fields", file.file, f"kept as notes: {shown}"))
