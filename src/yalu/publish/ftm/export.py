"""The evidence of a day as lines of FollowTheMoney, party by party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from yalu.evidence.view import View
from yalu.model.ftm import schemata
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, OWN_KNOWLEDGE
from yalu.publish.ftm.entity import Entity
from yalu.publish.ftm.losses import Losses
from yalu.publish.ftm.parties import party, schema_of
from yalu.publish.ftm.ties import sanction, tie

RANGES = {"Ownership": ("LegalEntity", "Asset"), "Directorship": ("LegalEntity", "Organization")}
RANGES |= {"Membership": ("LegalEntity", "Organization"), "Employment": ("Person", "Organization")}
RANGES |= {"Family": ("Person", "Person"), "Associate": ("Person", "Person")}
"""The schemata that the format foresees at the ends of a tie, where it does not take any."""


class Export:
    """One export; ``written`` and ``losses`` are whole once :meth:`lines` has been read to its end."""

    def __init__(self, view: View, sources: tuple[str, ...]) -> None:
        self.view = view
        self.sources = sources
        self.written: Counter[str] = Counter()
        self.losses = Losses()

    def lines(self) -> Iterator[bytes]:
        """Each entity, a party before its ties and listings, by id: the same evidence, the same bytes."""
        schema = self._schemata()
        for head, statements in self.view.by_party(self.sources):
            shown = [s for s in statements if self._may_show(s)]
            made = party(head, self.view.ids(head), shown, self.losses, self.view.when.as_of)
            if made is None:
                if shown:
                    kind = next((s.kind for s in shown if s.kind), "")
                    self.losses.note("no_schema" if kind else "ends_missing", kind)
                if not any(s.prop in EDGE_KINDS or s.prop == LISTING for s in shown):
                    continue
            entities = ([made] if made else []) + self._of_party(shown, schema)
            for entity in entities:
                self.written[entity.schema] += 1
                yield entity.line()

    def report(self) -> dict[str, Any]:
        """What was written, and what was left behind."""
        when = self.view.when
        return {
            "version": 1,
            "format": "ftm",
            "as_of": when.as_of,
            "on": when.on,
            "mode": when.mode,
            "snapshot": self.view.evidence.snapshot.id,
            "sources": list(self.sources),
            "entities": self.written.total(),
            "by_schema": dict(sorted(self.written.items())),
            "not_held": self.losses.as_json(),
        }

    def _head(self, party_id: str) -> str:
        return self.view.ids(party_id)[0]

    def _may_show(self, s: Statement) -> bool:
        """A lead decides nothing, and a garbled value is no value; the format could not say so."""
        if s.basis == OWN_KNOWLEDGE:
            self.losses.note("unverified_statements", s.prop)
            return False
        if s.flag:
            self.losses.note("flagged_values", s.flag)
            return False
        return True

    def _of_party(self, statements: Sequence[Statement], schema: dict[str, str]) -> list[Entity]:
        found: dict[str, Entity] = {}
        for s in statements:
            made = None
            if s.prop in EDGE_KINDS:
                made = tie(self.view, s, self._head, self.losses)
                if made:
                    self._check_ends(s, schema)
            elif s.prop == LISTING:
                made = sanction(self.view, s, self._head, self.losses)
            if made:
                found.setdefault(made.id, made)
        return [found[i] for i in sorted(found)]

    def _check_ends(self, s: Statement, schema: dict[str, str]) -> None:
        for end, wanted in zip((s.party, s.value), RANGES.get(s.prop, ("", "")), strict=True):
            name = schema.get(self._head(end), "")
            if not name:
                self.losses.note("ends_missing", s.prop)
            elif wanted and not schemata()[name].is_a(wanted):
                self.losses.note("ends_of_another_kind", f"{s.prop}: {name} for {wanted}")

    def _schemata(self) -> dict[str, str]:
        """The schema of each party by its first id; of every kind that the day shows, once."""
        kinds: dict[str, list[str]] = {}
        for party_id, kind in self.view.kinds(self.sources):
            kinds.setdefault(self._head(party_id), []).append(kind)
        return {head: name for head, found in kinds.items() if (name := schema_of(found))}
