"""A FIN message as its blocks and fields, by tag; nothing is interpreted and nothing thrown away.

{1:F01BANKBEBBAXXX0000000000}{2:I103BANKDEFFXXXXN}{3:{121:...}}{4:
:20:REFERENCE
-}{5:{CHK:...}}
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FIELD = re.compile(r"(?:\A|\n):(\d\d[A-Z]?):")
_BLOCKS = re.compile(r"(?:\{[^{}]*\}\s*)*")
_INNER = re.compile(r"\{(\w{1,8}):([^{}]*)\}?")
_TYPE_IN, _TYPE_OUT = re.compile(r"I(\d{3})(\w{12})"), re.compile(r"O(\d{3})\d{4}\d{6}(\w{12})")


@dataclass(slots=True)
class Fin:
    """Blocks by their label; ``fields`` of block 4 in order, each a tag and its text of one or more lines."""

    blocks: dict[str, str] = field(default_factory=dict)
    fields: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The three digits of the message type; ``""`` where block 2 is missing or says none."""
        two = self.blocks.get("2", "")
        return two[1:4] if two[:1] in ("I", "O") and two[1:4].isdigit() else ""

    @property
    def service(self) -> str:
        """The service of block 1: ``01`` for messages of users, ``21`` for acknowledgements."""
        return self.blocks.get("1", "")[1:3]

    @property
    def outgoing(self) -> bool:
        """Whether it is as its receiver got it (``O``), not as its sender gave it in."""
        return self.blocks.get("2", "")[:1] == "O"

    @property
    def sender(self) -> str:
        """The sender's BIC."""
        two = self.blocks.get("2", "")
        return bic_of(two[14:26]) if self.outgoing else bic_of(self.blocks.get("1", "")[3:15])

    @property
    def receiver(self) -> str:
        """The receiver's BIC."""
        if self.outgoing:
            return bic_of(self.blocks.get("1", "")[3:15])
        return bic_of(self.blocks.get("2", "")[4:16])

    def tags(self, label: str) -> dict[str, str]:
        """The inner blocks of block 3, 5 or S: ``{"121": uetr, "119": "STP"}``."""
        return dict(_INNER.findall(self.blocks.get(label, "")))

    def first(self, *tags: str) -> tuple[str, str] | None:
        """The first field with one of these tags."""
        return next((pair for pair in self.fields if pair[0] in tags), None)

    def text(self, tag: str) -> str:
        """The text of the first field with a tag; ``""`` where there is none."""
        return next((value for name, value in self.fields if name == tag), "")


def bic_of(terminal: str) -> str:
    """The BIC of a logical terminal's address: its ninth letter names the terminal and goes.

    >>> bic_of("BANKBEBBAXXX"), bic_of("BANKBEBB")
    ('BANKBEBB', 'BANKBEBB')
    """
    branch = terminal[9:12]
    return terminal[:8] + (branch if branch and branch != "XXX" else "")


def split(text: str) -> Fin:
    """Split one message. Text with ``\\r\\n`` or ``\\n`` between lines; faults are told and never raised."""
    found = Fin()
    blocks = found.blocks
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    at, size = text.find("{"), len(text)
    while 0 <= at < size and text[at] == "{":
        colon = text.find(":", at, at + 10)
        if colon < 0:
            found.faults.append(f"block at character {at} has no label")
            break
        label = text[at + 1 : colon]
        if text.startswith("{", colon + 1) and label != "4":
            end = _nested(text, colon + 1)
        elif label == "4":
            end = _text_end(text, colon + 1)
        else:
            end = text.find("}", colon)
        if end < 0:
            found.faults.append(f"block {label} is not closed")
            end = size
        if label in blocks:
            found.faults.append(f"block {label} stands twice")
        else:
            blocks[label] = text[colon + 1 : end]
        at = end + 1
        while at < size and text[at] in "\n \t\x03\x01":
            at += 1
    rest = text[at:] if 0 <= at < size else ""
    if rest.strip("\n \t\x03\x01$"):
        found.faults.append(f"{len(rest)} characters after the last block are no block")
        blocks.setdefault("rest", rest)
    if four := blocks.get("4", ""):
        _fields(four, found)
    return found


def _nested(text: str, at: int) -> int:
    """The place of the brace that closes a block of blocks; -1 where none does."""
    found = _BLOCKS.match(text, at)
    end = found.end() if found else at
    return end if text.startswith("}", end) else -1


def _text_end(text: str, at: int) -> int:
    """The place of the brace that closes block 4: after ``-``, or after inner blocks in system messages."""
    if text.startswith("{", at):
        return _nested(text, at)
    end = text.find("\n-}", at)
    if end >= 0:
        return end + 2
    end = text.find("-}", at)
    return end + 1 if end >= 0 else -1


def _fields(four: str, found: Fin) -> None:
    if four.startswith("{"):
        found.fields = _INNER.findall(four)
        return
    if four.endswith("\n-"):
        body = four[:-2]
    elif four.endswith("-"):
        body = four[:-1]
    else:
        body = four
    body = body.lstrip("\n")
    parts = _FIELD.split(body)
    if parts[0].strip():
        found.faults.append("block 4 does not begin with a field")
        found.fields.append(("", parts[0].strip("\n")))
    found.fields += [(parts[i], parts[i + 1].rstrip("\n")) for i in range(1, len(parts), 2)]
