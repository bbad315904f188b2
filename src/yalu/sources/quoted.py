"""References to another list's records, in the form of that source's ids.

What a list quotes is what it says, and may be wrong: see docs/concepts/quoted-references.md.
"""

from __future__ import annotations

import re

_UN = r"[A-Z]{2}[ie]\.\d{3}|[A-Z]{1,2}\.[A-Z]\.\d{1,3}\.\d{2}"
_UN_REFERENCE = re.compile(_UN, re.ASCII)
_LABELLED_UN = re.compile(
    rf"\bUN\s+(?:list\s+)?(?:ref(?:erence)?(?:\s+(?:no|number))?)[.:)\s]*(?:[(]?[a-z0-9][)]\s*)?({_UN})",
    re.IGNORECASE | re.ASCII,
)
_OFAC_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


def un_record(reference: str) -> str:
    """The id of a UN record by its reference; ``""`` for what is no reference.

    >>> un_record(" KPi.001."), un_record("none")
    ('un-KPi.001', '')
    """
    plain = "".join(reference.split()).strip(".;,()")
    return f"un-{plain}" if _UN_REFERENCE.fullmatch(plain) else ""


def un_records(text: str) -> list[str]:
    """The UN records that a text calls the party's own. A reference in passing is that of another party.

    >>> un_records("(UN Ref):KPi.001. Works for KOMID (KPe.001). UN Ref. QI.A.12.01")
    ['un-KPi.001', 'un-QI.A.12.01']
    """
    found = (un_record(match[1]) for match in _LABELLED_UN.finditer(text))
    return list(dict.fromkeys(filter(None, found)))


def ofac_record(number: str) -> str:
    """The id of a record of OFAC's lists by its number; ``""`` for what is none.

    >>> ofac_record("9345"), ofac_record("-0-")
    ('ofac-9345', '')
    """
    return f"ofac-{number}" if _OFAC_NUMBER.fullmatch(number) else ""
