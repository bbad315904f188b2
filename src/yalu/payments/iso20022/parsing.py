"""lxml, made harmless: no document type, no entity, no network, no element or text without bound."""

from __future__ import annotations

from typing import Any

from lxml import etree

from yalu.errors import YaluError
from yalu.payments.model import Source


class Refused(YaluError):
    """A document that is not read; the message says why."""


DTD = (
    "it declares a document type (DTD), which no payment message has: entities in one can read files or grow"
    " without end, so it is not read"
)


def parser() -> Any:
    """A parser for messages that are held whole. libxml2's own limits on depth and text stay in force."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


_PARSER = parser()


def tree(content: bytes) -> Any:
    """The root element of a document. Raises Refused."""
    if b"<!DOCTYPE" in content[:4096]:
        raise Refused(DTD)
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise Refused(f"it is no well-formed XML: {_short(error)}") from None
    except ValueError as error:  # a declared encoding that does not exist
        raise Refused(f"it cannot be read: {str(error)[:120]}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(DTD)
    return root


def events(stream: Source, tags: list[str]) -> Any:
    """Begin and end of elements of a stream. ``huge_tree`` stays off: an entry has a bound, a file none."""
    return etree.iterparse(
        stream,
        events=("start", "end"),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _short(error: Exception) -> str:
    return str(error).replace("\n", " ")[:160]


def syntax(error: Exception) -> str:
    """What is wrong with a document, in a line."""
    return f"it is no well-formed XML: {_short(error)}"


SyntaxFault = etree.XMLSyntaxError
