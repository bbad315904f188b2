"""What a file that is handed on says of itself: snapshot, day, sources, and how its words are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yalu.model.words import DISCLAIMERS

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Stamp:
    """``address`` shows the same again in a workbench that holds the snapshot."""

    title: str
    snapshot: str
    as_of: str
    mode: str
    address: str
    sources: tuple[str, ...]
    notice: str = " ".join(DISCLAIMERS)

    @property
    def line(self) -> str:
        """Day and snapshot on a line."""
        return f"{self.title}, as known on {self.as_of} ({self.mode}), snapshot {self.snapshot}"

    def text(self) -> str:
        """All of it, for a field of a file."""
        return f"{self.line}. {self.address}\nSources: {'; '.join(self.sources) or 'none'}.\n{self.notice}"


def plain(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)
