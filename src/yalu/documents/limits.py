"""What of a document is read at most, so that no file takes the machine down."""

from __future__ import annotations

from typing import Final

BYTES: Final = 300_000_000
"""Of the file."""
PAGES: Final = 10_000
PAGE_LETTERS: Final = 1_000_000
"""Of one page; what stands after them is not read, and that is told."""
LETTERS: Final = 100_000_000
"""Of the document."""
UNPACKED: Final = 200_000_000
"""Bytes to which one part of a packed document may unpack."""
SECONDS: Final = 600
"""On the clock, for the text of one document."""
MEMORY: Final = 4_000_000_000
"""Bytes of address space of the process that reads."""
