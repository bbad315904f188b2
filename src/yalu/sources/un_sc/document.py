"""From bytes to a safe XML tree: everything that is not the consolidated list is refused here."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from yalu.errors import ContractError
from yalu.model.dates import day

SOURCE = "un_sc"
ROOT = "CONSOLIDATED_LIST"
SECTIONS = {"INDIVIDUALS": ("INDIVIDUAL", "Person"), "ENTITIES": ("ENTITY", "Organization")}

_WEB_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html[\s>])")
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?")
_AGAIN = "Fetch the file again from its publisher; the last good copy stays in use."


def day_of(text: str) -> str:
    """The day of ``2018-06-07``, ``2016-05-31-04:00`` or ``2018-06-07T19:03:43.97-04:00``, as written.

    The day is not moved to another time zone. Raises ValueError for any other form.
    """
    match = _DAY.fullmatch(text.strip())
    if not match or not text.isascii():
        raise ValueError(f"{text!r} is not a day of the form YYYY-MM-DD")
    return day(match[1])


def line_of(element: etree._Element) -> int:
    """The line on which the element begins; 0 if it is not known."""
    line: Any = element.sourceline
    return int(line or 0)


def read_document(content: bytes) -> etree._Element:
    """Return the root of the list, or raise ContractError that says what the file is instead.

    A document type declaration is refused before the XML parser sees it, so that no entity of any
    kind is ever expanded or fetched.
    """
    body = content.removeprefix(b"\xef\xbb\xbf")
    start = body[:2000].lstrip().lower()
    if not start:
        raise _refused("the file is empty", expected=f"an XML document <{ROOT}>")
    if _WEB_PAGE.match(start):
        raise _refused("this is a web page (HTML), not the list", expected=f"an XML document <{ROOT}>")
    _check_encoding(body)
    for mark in (b"<!DOCTYPE", b"<!ENTITY"):
        if mark in body:
            raise _refused(
                f"a document type or entity declaration ({mark.decode()}) stands in the file",
                where=f"line {_line(body, body.index(mark))}",
                expected="the list as published, which declares none",
                do="Do not open the file elsewhere; fetch the list from its publisher again.",
            )
    root = _tree(body)
    if root.tag != ROOT:
        raise _refused(f"the root element is <{root.tag}>", where="line 1", expected=f"<{ROOT}>")
    _check_sections(root)
    return root


def stated_day(root: etree._Element) -> str:
    """The day in the attribute ``dateGenerated``, as written."""
    text = root.get("dateGenerated", "")
    try:
        return day_of(text)
    except ValueError as error:
        raise _refused(
            f"dateGenerated: {error}",
            where=f"{ROOT} line {line_of(root)}",
            expected="the day and time at which the list was made, such as 2018-06-07T19:03:43-04:00",
        ) from None


def _check_encoding(body: bytes) -> None:
    declared = _DECLARED.match(body[:500])
    name = declared[1].decode("ascii", "replace") if declared else "UTF-8"
    if name.lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii", "ascii"):
        raise _refused(f"the file says that it is encoded as {name}", where="line 1", expected="UTF-8")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused(
            f"the byte 0x{body[error.start]:02x} does not fit the encoding UTF-8",
            where=f"line {_line(body, error.start)}",
            expected="the file as published, in UTF-8",
            do=f"It may have been saved by another program. {_AGAIN}",
        ) from None


def _tree(body: bytes) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        cut = f"</{ROOT}>".encode() not in body[-200:]
        raise _refused(
            ("the file breaks off" if cut and f"<{ROOT}".encode() in body else "the file is not XML")
            + f" ({error.msg})",
            where=f"line {error.lineno or 1}",
            expected=f"a whole XML document that ends with </{ROOT}>",
            do=_AGAIN,
        ) from None


def _check_sections(root: etree._Element) -> None:
    found = [section.tag for section in root]
    expected = " and ".join(f"<{tag}>" for tag in SECTIONS)
    for tag in SECTIONS:
        if found.count(tag) != 1:
            raise _refused(
                f"<{tag}> stands {found.count(tag)} times in the list",
                where=f"{ROOT} line {line_of(root)}",
                expected=f"{expected}, once each",
            )
    for section in root:
        if section.tag not in SECTIONS:
            raise _refused(
                f"there is a new section <{section.tag}>, whose parties would be missed",
                where=f"line {line_of(section)}",
                expected=expected,
                do="Yalu's reader of this list must learn the section; until then the last good copy stays.",
            )
        for child in section:
            if child.tag != SECTIONS[section.tag][0]:
                raise _refused(
                    f"<{child.tag}> stands in <{section.tag}>",
                    where=f"line {line_of(child)}",
                    expected=f"<{SECTIONS[section.tag][0]}> only",
                )


def _line(body: bytes, offset: int) -> int:
    return body.count(b"\n", 0, offset) + 1


def _refused(what: str, *, where: str = "", expected: str, do: str = "") -> ContractError:
    return ContractError(SOURCE, what, where=where, expected=expected, do=do or _AGAIN)
