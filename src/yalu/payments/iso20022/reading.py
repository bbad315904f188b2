"""A document of ISO 20022: held whole where it is small, element by element where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yalu.payments.iso20022 import messages, parsing
from yalu.payments.iso20022.envelope import Header, found
from yalu.payments.iso20022.tags import TYPES, definition, local, type_of
from yalu.payments.model import NOT_A_PAYMENT, Agent, Finding, Message, Payment, Read, Reject, Source
from yalu.payments.originator import check

_STREAMED = [
    f"{{*}}{name}"
    for name in (
        *("Document", "AppHdr", "GrpHdr", "PmtInf", "Rpt", "Stmt", "Ntfctn", "Ntry"),
        *sorted(messages.TRANSACTIONS),
    )
]


def read_tree(content: bytes, file: str) -> Iterator[Read]:
    """The messages of a document that is held whole."""
    try:
        root = parsing.tree(content)
    except parsing.Refused as error:
        yield Reject(file, error.what)
        return
    count = 0
    for kind, element, header, envelope in found(root):
        count += 1
        place = f"message {count}" if count > 1 else ""
        if not kind:
            yield _other(element, file, place)
            continue
        message = _message(kind, element, header, envelope, file, place)
        message.payments = [_done(p, message) for p in messages.payments(element, message)]
        _named(message, header)
        yield message
    if not count:
        yield _none(root, file)


def _message(kind: str, element: Any, header: Header, envelope: str, file: str, place: str) -> Message:
    full = definition(element) or header.definition
    made = Message(file, kind, full or kind, place=place, variant=header.service, envelope=envelope)
    made.sender, made.receiver, made.created = header.sender, header.receiver, header.created
    if header.definition and full and header.definition != full:
        made.findings.append(
            Finding("definition_differs", f"the header says {header.definition[:40]}, the document is {full}")
        )
    return made


def _named(message: Message, header: Header) -> None:
    """Call a cover a cover; the number of transactions said must be that found."""
    held = message.payments
    if isinstance(held, list):
        if message.type == "pacs.009" and any(p.cover for p in held):
            message.type = "pacs.009COV"
        if not held:
            message.findings.append(Finding("no_transaction", "the message holds no transaction"))


def _done(payment: Payment, message: Message) -> Payment:
    for bic, role in ((message.sender, "sender"), (message.receiver, "receiver")):
        if bic:
            payment.agents.append(Agent(role, bic))
    if payment.date and not _is_day(payment.date):
        payment.findings.append(Finding("date_unreadable", f"{payment.date!r} is no day"))
        payment.date = ""
    elif not payment.date and message.created[:10] > "0001-01-01":
        payment.date = message.created[:10]
    check(payment, message.type)
    return payment


def _is_day(text: str) -> bool:
    try:
        return text[4:8:3] == "--" and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _other(element: Any, file: str, place: str) -> Reject:
    inner = next((child for child in element if local(child)), element)
    name = definition(element) or definition(inner) or local(inner)
    return Reject(file, f"{name} is no payment message", NOT_A_PAYMENT, name, place)


def _none(root: Any, file: str) -> Reject:
    name = local(root)
    if name == "AppHdr":
        full = definition(root) or "head.001"
        return Reject(file, f"{full} alone: a header without its message", NOT_A_PAYMENT, full)
    if full := _header_of(root):
        return Reject(file, f"{full} is no payment message", NOT_A_PAYMENT, full)
    return Reject(
        file,
        f"no ISO 20022 message is in it: its root element is {name[:60]!r}; expected one of"
        f" {', '.join(sorted(TYPES))}, bare or in an envelope",
    )


def _header_of(root: Any) -> str:
    for element in root.iter("{*}AppHdr"):
        return Header(element).definition
    return ""


def read_stream(stream: Source, file: str) -> Iterator[Read]:
    """The messages of a document that is read element by element; their payments come as a stream."""
    reader = _Stream(stream, file)
    yield from reader.messages()


class _Stream:
    """One pass over a document. Each entry or transaction is forgotten when its payment was made."""

    def __init__(self, stream: Source, file: str) -> None:
        self.file = file
        self._events = iter(parsing.events(stream, _STREAMED))
        self._header = Header()
        self._message: Message | None = None
        self._shared = Payment()
        self._of: Payment | None = None
        self._number = 0
        self._count = 0
        self._held: Any = None
        self._root = ""

    def messages(self) -> Iterator[Read]:
        """The messages in order."""
        while (found := self._next_message()) is not None:
            yield found
            if isinstance(found, Message):
                for _ in found.payments:  # what the reader of the message left unread
                    pass
        if not self._count:
            yield Reject(self.file, self._fault or "no ISO 20022 message is in it")
        elif self._fault:
            yield Reject(self.file, f"{self._fault}; what came before it was read", place="its end")

    _fault = ""

    def _step(self) -> tuple[str, Any] | None:
        try:
            event, element = next(self._events)
        except StopIteration:
            return None
        except parsing.SyntaxFault as error:
            self._fault = parsing.syntax(error)
            return None
        if not self._root:
            self._root = local(element)
            if element.getroottree().docinfo.internalDTD is not None:
                self._fault = parsing.DTD
                return None
        return event, element

    def _next_message(self) -> Read | None:
        while (step := self._step()) is not None:
            event, element = step
            name = local(element)
            if event == "end" and name == "AppHdr":
                self._header = Header(element)
            elif event == "start" and name in ("GrpHdr", *messages.BOOKS, *messages.TRANSACTIONS):
                made = self._begin(element)
                if made is not None:
                    self._start(name, element)
                    return made
            elif event == "end" and name == "Document":
                inner = next((c for c in element if local(c)), None)
                if inner is not None and not type_of(local(inner)):
                    self._count += 1
                    return _other(element, self.file, "")
                element.clear()
        return None

    def _begin(self, element: Any) -> Message | None:
        root = element.getparent()
        if root is None or not (kind := type_of(local(root))):
            return None
        self._count += 1
        place = f"message {self._count}" if self._count > 1 else ""
        self._message = _message(kind, root, self._header, "", self.file, place)
        self._shared, self._of, self._number = Payment(), None, 0
        self._message.payments = self._payments(self._message)
        return self._message

    def _start(self, name: str, element: Any) -> None:
        if name in messages.BOOKS:
            self._of = None

    def _payments(self, message: Message) -> Iterator[Payment]:
        while (step := self._step()) is not None:
            event, element = step
            name = local(element)
            if event == "start":
                if name in messages.BOOKS or name == "PmtInf":
                    self._of = None
                continue
            if name == "GrpHdr":
                self._shared = messages.head(element, message)
            elif name in messages.TRANSACTIONS:
                parent = element.getparent()
                group = self._shared
                if local(parent) == "PmtInf":
                    self._of = self._of or messages.of_group(parent, self._shared)
                    group = self._of
                self._number += 1
                yield _done(messages.transaction(element, group, self._number, message), message)
                self._forget(element)
            elif name == messages.ENTRY:
                self._of = self._of or messages.of_book(element.getparent(), self._shared, message)
                for made in messages.entry(element, self._of, message):
                    self._number += 1
                    made.number = self._number
                    yield _done(made, message)
                self._forget(element)
            elif name == "Document":
                element.clear()
                return
            elif name in messages.BOOKS or name == "PmtInf":
                self._forget(element)

    def _forget(self, element: Any) -> None:
        """Empty an element, and take the one before it out of the tree: its own end is still to come."""
        element.clear()
        before = element.getprevious()
        while before is not None and len(before) == 0 and local(before) == local(element):
            parent = element.getparent()
            parent.remove(before)
            before = element.getprevious()
