"""Strict reading: each field is taken out of its element, and what is left is reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from yalu.sources.un_sc.document import line_of


class Text(NamedTuple):
    """The text of one field and the line on which it stands; white space is single spaces."""

    text: str
    line: int

    def __bool__(self) -> bool:
        return bool(self.text)


class Unread(NamedTuple):
    """Something that stands in a record and that this reader does not know."""

    path: str
    text: str
    line: int


def plain(text: str | None) -> str:
    """Text with single spaces: the publisher wraps lines anew in each copy."""
    return " ".join((text or "").split())


class Fields:
    """The child elements of one element, taken out by tag.

    ``path`` is empty for a record itself. Everything that nobody took is in ``unread`` after ``close``.
    """

    def __init__(self, element: etree._Element, path: str = "", unread: list[Unread] | None = None) -> None:
        self.line = line_of(element)
        self.path = path
        self.unread: list[Unread] = [] if unread is None else unread
        self._children: dict[str, list[etree._Element]] = {}
        self._note_extras(element, path, mixed=True)
        for child in element:
            self._children.setdefault(str(child.tag), []).append(child)

    def all(self, tag: str) -> list[Text]:
        """Every text of that tag that is not empty."""
        found = []
        for element in self._children.pop(tag, []):
            path = self.inside(tag)
            self._note_extras(element, path, mixed=False)
            for child in element:
                self._leave(child, f"{path}/{child.tag}")
            if text := plain(element.text):
                found.append(Text(text, line_of(element)))
        return found

    def one(self, tag: str) -> Text:
        """The first text of that tag, or an empty one; a second text is left as unread."""
        found = self.all(tag)
        for extra in found[1:]:
            self.unread.append(Unread(self.inside(tag), extra.text, extra.line))
        return found[0] if found else Text("", self.line)

    def groups(self, tag: str) -> Iterator[Fields]:
        """The elements of that tag that hold fields themselves; each is closed after its turn."""
        for element in self._children.pop(tag, []):
            group = Fields(element, self.inside(tag), self.unread)
            yield group
            group.close()

    def drop(self, *tags: str) -> None:
        """Pass over fields that say nothing about the party."""
        for tag in tags:
            self._children.pop(tag, None)

    def close(self) -> None:
        """Report what nobody took."""
        for tag, elements in self._children.items():
            for element in elements:
                self._leave(element, self.inside(tag))
        self._children = {}

    def inside(self, tag: str) -> str:
        """The path of a field, such as ``INDIVIDUAL_DOCUMENT/NOTE``."""
        return f"{self.path}/{tag}" if self.path else tag

    def _note_extras(self, element: etree._Element, path: str, *, mixed: bool) -> None:
        line = line_of(element)
        for name, value in element.attrib.items():
            self.unread.append(Unread(f"{path}/@{name!s}".lstrip("/"), plain(str(value)), line))
        texts = [element.text, *(child.tail for child in element)] if mixed else [c.tail for c in element]
        for text in texts:
            if loose := plain(text):
                self.unread.append(Unread(f"{path}/#text".lstrip("/"), loose, line))

    def _leave(self, element: etree._Element, path: str) -> None:
        self._note_extras(element, path, mixed=False)
        if len(element) == 0 or plain(element.text):
            self.unread.append(Unread(path, plain(element.text), line_of(element)))
        for child in element:
            self._leave(child, f"{path}/{child.tag}")
