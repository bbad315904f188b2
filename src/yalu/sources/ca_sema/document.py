"""From bytes to the records of the list, or a ContractError that says what the file is instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from yalu.errors import ContractError
from yalu.sources.delimited import plain

SOURCE = "ca_sema"
FILE = "sema-lmes.xml"
ROOT = "data-set"
FIELDS = ("Country", "Entity", "Title", "LastName", "GivenName", "Aliases", "DateOfBirth", "Schedule", "Item")
_DECLARED = re.compile(rb"<!DOCTYPE|<!ENTITY")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its line in the file, its known fields, and those that are not known."""

    line: int
    fields: dict[str, str]
    unknown: dict[str, str]

    def get(self, name: str) -> str:
        """The field, or ``""``."""
        return self.fields.get(name, "")

    @property
    def where(self) -> str:
        """``sema-lmes.xml line 57``."""
        return f"{FILE} line {self.line}"


def read_records(content: bytes) -> list[Record]:
    """The records in the order of the file.

    Raises:
        ContractError: not XML, not this list, or a record without what every record has.
    """
    if found := _DECLARED.search(content):
        raise _refuse(
            f"a declaration {found[0].decode()} stands in the file", "the list, which declares none"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content.removeprefix(b"\xef\xbb\xbf"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        what = f"the file breaks off, or is not XML ({error})"[:160]
        raise _refuse(what, f"a whole XML document that ends with </{ROOT}>") from error
    if root.tag != ROOT:
        raise _refuse(f"the root element is <{root.tag}>", f"<{ROOT}>")
    records = [_record(element) for element in root]
    if not records:
        raise _refuse("the list holds no record", "<record> elements")
    return records


def _record(element: etree._Element) -> Record:
    if element.tag != "record":
        raise _refuse(f"<{element.tag}> stands in <{ROOT}>", "<record> only", _line(element))
    texts = {str(child.tag): plain(" ".join(map(str, child.itertext()))) for child in element}
    known = {name: text for name, text in texts.items() if name in FIELDS and text}
    unknown = {name: text for name, text in texts.items() if name not in FIELDS and text}
    if "Country" not in known or "Item" not in known or not {"Entity", "LastName", "GivenName"} & set(known):
        expected = "a Country, an Item, and an Entity or a LastName in every record"
        raise _refuse(f"the record has only {', '.join(known) or 'nothing'}", expected, _line(element))
    return Record(_line(element), known, unknown)


def _line(element: etree._Element) -> int:
    line: Any = element.sourceline
    return int(line or 0)


def _refuse(what: str, expected: str, line: int = 0) -> ContractError:
    return ContractError(SOURCE, what, where=f"{FILE} line {line}" if line else FILE, expected=expected)
