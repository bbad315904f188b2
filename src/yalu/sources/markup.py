"""XML files of a source, read without entities, without network and, where they are large, in a stream."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree

from yalu.errors import ContractError
from yalu.sources.delimited import plain

Element = etree._Element

_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""\A<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")


class XmlFile:
    """One XML file of a source: its name for messages, and its root element."""

    def __init__(self, source: str, file: str, root: str) -> None:
        self.source = source
        self.file = file
        self.root = root

    def where(self, element: Element | None = None) -> str:
        """``sdn.xml line 57``."""
        line: Any = 0 if element is None else element.sourceline
        return f"{self.file} line {line}" if line else self.file

    def refuse(self, what: str, expected: str, element: Element | None = None) -> ContractError:
        """The error for the file, or for one of its elements."""
        return ContractError(self.source, what, where=self.where(element), expected=expected)

    def head(self, content: bytes) -> Element:
        """The root element with its attributes, not its content; anything but this file is refused here."""
        body = self._checked(content)
        try:
            for _, found in etree.iterparse(io.BytesIO(body), events=("start",), **_SAFE):
                element: Element = found
                if name(element) != self.root:
                    raise self.refuse(f"the root element is <{name(element)}>", f"<{self.root}>", element)
                return element
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._broken(error) from error
        raise self.refuse("the file holds no element", f"<{self.root}>")

    def stream(self, content: bytes, tags: Collection[str]) -> Iterator[tuple[str, Element]]:
        """Each element of these names, whole, in the order of the file; it is gone when the next one comes.

        None of them stands within another. Raises ContractError at the place where the file breaks off.
        """
        body = self._checked(content)
        wanted = [f"{{*}}{tag}" for tag in tags]
        try:
            for _, element in etree.iterparse(io.BytesIO(body), events=("end",), tag=wanted, **_SAFE):
                yield name(element), element
                _forget(element)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._broken(error) from error

    def _checked(self, content: bytes) -> bytes:
        body = content.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not body:
            raise self.refuse("the file is empty", f"an XML document <{self.root}>")
        if body[:200].lower().startswith((b"<!doctype html", b"<html")):
            raise self.refuse("this is a web page (HTML), not the list", f"an XML document <{self.root}>")
        if found := _DECLARED.search(body):
            raise self.refuse(f"a declaration {found[0].decode()} stands in the file", "none in the list")
        declared = _ENCODING.match(body[:500])
        encoding = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
        if encoding.replace("_", "-") not in ("utf-8", "utf8", "us-ascii"):
            raise self.refuse(f"the file says that it is encoded as {encoding[:40]}", "UTF-8")
        return body

    def _broken(self, error: Exception) -> ContractError:
        what = f"the file breaks off, or is not XML ({error})"[:200]
        return self.refuse(what, f"a whole XML document that ends with </{self.root}>")


_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "encoding": "utf-8",
}


def _forget(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *path: str) -> Iterator[Element]:
    """The elements at the end of a path of names, whatever their namespace."""
    if not path:
        yield element
        return
    for child in element:
        if name(child) == path[0]:
            yield from children(child, *path[1:])


def child(element: Element, *path: str) -> Element | None:
    """The first element at the end of a path, or None."""
    return next(children(element, *path), None)


def text(element: Element | None, *path: str) -> str:
    """The text of the first element at the end of a path, in single spaces, or ``""``."""
    found = None if element is None else child(element, *path)
    return "" if found is None else plain(found.text or "")


def attribute(element: Element, key: str) -> str:
    """An attribute in single spaces, or ``""``."""
    return plain(element.get(key) or "")
