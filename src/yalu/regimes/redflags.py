"""Red flags that advisories name, with the fields that are needed to see them."""

from __future__ import annotations

from typing import ClassVar

from yalu.regimes.rows import Row, SectionFile


class RedFlag(Row):
    """One indicator. Alone it proves nothing: advisories ask for flags to be weighed together."""

    statement_kind: ClassVar[str] = "RedFlag"
    text_fields: ClassVar[tuple[str, ...]] = ("program", "indicator", "threshold", "citation", "basis_note")

    program: str
    indicator: str
    observable_fields: list[str]
    threshold: str | None
    citation: str
    address: list[str] | None


class RedFlags(SectionFile):
    """The file ``redflags.yaml``."""

    red_flags: list[RedFlag] = []
