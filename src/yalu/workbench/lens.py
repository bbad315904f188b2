"""One snapshot as a day shows it: screening, entities and what stands around them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import replace
from functools import cached_property
from typing import Any

from yalu.evidence.party_rows import PartyRows
from yalu.evidence.view import Evidence, View, When
from yalu.evidence.workspace import Workspace
from yalu.model.clock import Clocks
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING
from yalu.screening import Screener
from yalu.screening.countries import code, known
from yalu.workbench import party_table
from yalu.workbench.ftm.around import Around, around
from yalu.workbench.ftm.entity import EXPORT_CONTROL, REPEATED, Entity, Party, entity
from yalu.workbench.limits import ENTITIES
from yalu.workbench.text_search import TextSearch

_UNREAD: Entity = {}
_LISTS = (LISTING, EXPORT_CONTROL, REPEATED)


class Lens:
    """A view of one snapshot, with what a server needs ready beside it.

    ``screener`` and ``text`` are each for one thread at a time; the rest may be read by many.
    """

    def __init__(self, workspace: Workspace, evidence: Evidence, rows: PartyRows, when: When) -> None:
        self.when = when
        self.snapshot = evidence.snapshot.id
        self.datasets = tuple(sorted(evidence.snapshot.folds))
        self._rows = rows
        self._evidence = evidence
        self._view = View(evidence, when)
        self._view.ids("")  # reads who is the same as whom, now and not within some request
        self._kept: OrderedDict[str, Entity | None] = OrderedDict()
        self.screener = Screener.open(
            workspace, when.as_of, when.on, when.mode, self.snapshot, grouping=evidence.grouping
        )

    @cached_property
    def text(self) -> TextSearch:
        """The full-text search of this view; made at the first use."""
        return TextSearch(party_table.read(self._evidence.snapshot, self.when, self.head))

    def says(self) -> dict[str, str]:
        """What every answer says of itself."""
        return {
            "snapshot": self.snapshot,
            "as_of": self.when.as_of,
            "on": self.when.on,
            "mode": self.when.mode.value,
        }

    def head(self, party: str) -> str:
        """The id by which the party of this id is called."""
        return self._view.ids(party)[0]

    def entity(self, party: str) -> Entity | None:
        """The entity with this id or referent; None where the day shows nothing of it. Not to be changed."""
        head = self.head(party)
        kept = self._kept.get(head, _UNREAD)
        if kept is not _UNREAD:
            return kept
        found = self.party(head)
        made = entity(found) if found.stated or found.ended else None
        self._kept[head] = made
        if len(self._kept) > ENTITIES:
            self._kept.popitem(last=False)
        return made

    def party(self, head: str) -> Party:
        """What the day shows of a party under all of its ids."""
        ids = tuple(self._view.ids(head))
        rows = [s for i in ids for s in self._rows.own(i)]
        stated = [self._view.as_known(s) for s in rows if self._shows(s)]
        return Party(ids, stated, [s for s in rows if s.prop in _LISTS and self._ended(s)])

    def around(self, party: Party) -> Around:
        """The listings and ties of a party, the parties at the far ends as entities."""
        inbound = [self._view.as_known(s) for i in party.ids for s in self._rows.inbound(i) if self._shows(s)]
        return around(party, inbound, self._far)

    def with_value(self, props: Collection[str], value: str) -> frozenset[str]:
        """The parties of which one of these properties is stated to have this value, by their first ids."""
        found = party_table.values(self._evidence.snapshot, self.when, props)
        wanted = value.casefold()
        return frozenset(
            self.head(party)
            for party, stated in found
            if stated.casefold() == wanted or (known(code(stated)) and code(stated).casefold() == wanted)
        )

    def _far(self, party: str) -> Entity | str:
        return self.entity(party) or self.head(party)

    def _shows(self, s: Statement) -> bool:
        return s.shows(self.when.as_of, self.when.on, self.when.mode)

    def _ended(self, s: Statement) -> bool:
        """Whether it stood once and was over by the day."""
        if not s.to_hi or not s.clocks.over(self.when.as_of, self.when.on):
            return False
        clocks = replace(s.clocks, **_OPEN_END)
        return clocks.shows(self.when.as_of, self.when.on, self.when.mode)


_OPEN_END: dict[str, Any] = {"to": Clocks.__dataclass_fields__["to"].default}
