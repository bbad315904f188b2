"""Where in a document its messages begin, whatever it is wrapped in, and what the header says of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yalu.payments.iso20022 import parts
from yalu.payments.iso20022.tags import definition, local, type_of

DEEPEST = 12
"""How deep within envelopes a message is looked for; those in use need three."""


class Header:
    """A business application header (head.001): sender, receiver, and which message follows."""

    __slots__ = ("created", "definition", "receiver", "sender", "service")

    def __init__(self, element: Any = None) -> None:
        self.sender = self.receiver = self.definition = self.service = self.created = ""
        for child in element if element is not None else ():
            name = local(child)
            if name == "Fr":
                self.sender = _bic(child)
            elif name == "To":
                self.receiver = _bic(child)
            elif name == "MsgDefIdr":
                self.definition = parts.text(child)
            elif name == "BizSvc":
                self.service = parts.text(child)
            elif name in ("CreDt", "CreDtTm"):
                self.created = parts.text(child)


def _bic(element: Any) -> str:
    for kind in element:
        if local(kind) == "FIId":
            return parts.institution(kind, "").bic
        for child in kind:
            for inner in child:
                for leaf in inner:
                    if local(leaf) in ("AnyBIC", "BICOrBEI"):
                        return parts.text(leaf)
    return ""


def found(root: Any) -> Iterator[tuple[str, Any, Header, str]]:
    """Each message of a document: its type or ``""``, its element, its header, the envelope's name.

    What is in a ``Document`` but of no type that is read comes with the type ``""`` and its own element.
    """
    yield from _within(root, Header(), "", 0)


def _within(
    element: Any, header: Header, envelope: str, depth: int
) -> Iterator[tuple[str, Any, Header, str]]:
    name = local(element)
    if kind := type_of(name):
        yield kind, element, header, envelope
        return
    if name == "Document":
        inner = next((child for child in element if local(child)), None)
        if inner is not None and (kind := type_of(local(inner))):
            yield kind, inner, header, envelope
        elif definition(element) or (inner is not None and definition(inner)):
            yield "", element, header, envelope
        return
    if depth > DEEPEST:
        return
    for child in element:
        inner_name = local(child)
        if inner_name == "AppHdr":
            header = Header(child)
        elif inner_name:
            yield from _within(child, header, envelope or name, depth + 1)
