"""XML of an entry: text made safe, and the same bytes for the same tree."""

from __future__ import annotations

import re

from lxml import etree

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def put(parent: etree._Element, tag: str, text: str = "") -> etree._Element:
    """Add an element with a text; what XML forbids is left out of it."""
    child = etree.SubElement(parent, tag)
    if text:
        child.text = plain(text)
    return child


def plain(text: str) -> str:
    """The text without letters that no XML file may hold."""
    return _FORBIDDEN.sub("", text)


def document(root: etree._Element) -> bytes:
    """The file: declared as UTF-8, indented."""
    etree.indent(root)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"
