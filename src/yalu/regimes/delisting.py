"""How a listed party may ask to be taken off, and what a designation must leave room for."""

from __future__ import annotations

from typing import ClassVar

from yalu.regimes.authorities import AuthorityId
from yalu.regimes.rows import Jurisdiction, PartialDate, Row, SectionFile


class DelistingRoute(Row):
    """A way off a list: who may ask whom, how, and which court may look at it."""

    statement_kind: ClassVar[str] = "DelistingRoute"
    own_date_fields: ClassVar[tuple[str, ...]] = ("since",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = (
        "instrument",
        "body",
        "who",
        "how",
        "court",
        "term",
        "basis_note",
    )

    jurisdiction: Jurisdiction
    instrument: str
    since: PartialDate
    until: PartialDate | None = None
    body: str
    who: str
    how: str
    court: str | None = None
    term: str | None = None
    """When the listing ends or is looked at again without anybody asking."""


class Safeguard(Row):
    """What a designation must leave room for. ``kinds`` and ``words`` say of which parties; empty means all.

    ``words`` are looked for in what is known of the party. ``jurisdictions`` are those whose measures it
    bounds.
    """

    statement_kind: ClassVar[str] = "Safeguard"
    own_date_fields: ClassVar[tuple[str, ...]] = ("since",)
    own_date_is_public: ClassVar[bool] = True
    text_fields: ClassVar[tuple[str, ...]] = ("instrument", "text", "check", "basis_note")

    instrument: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    text: str
    check: str
    jurisdictions: list[Jurisdiction] = []
    kinds: list[str] = []
    words: list[str] = []
    authority: AuthorityId | None = None


class Delisting(SectionFile):
    """The file ``delisting.yaml``."""

    routes: list[DelistingRoute] = []
    safeguards: list[Safeguard] = []
