"""All hulls of a day, and which of them a number or name means."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from yalu.errors import UsageError, YaluError
from yalu.evidence import dossier
from yalu.evidence.numbers import number_key
from yalu.evidence.scope import Scope
from yalu.fleet.identity import check_digit_holds
from yalu.fleet.register.hull import Hull
from yalu.fleet.ships import VESSEL, Fleet
from yalu.model.statement import Statement


class Register:
    """The hulls that the lists and the casebook put under the regime, each once."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.fleet = Fleet(scope)

    @cached_property
    def _rows(self) -> dict[str, list[Statement]]:
        """The statements of all ships by the first id of the hull."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in self.scope.view.statements(kind=VESSEL):
            found[self.scope.head(s.party)].append(s)
        return dict(found)

    @cached_property
    def heads(self) -> list[str]:
        """The first id of each hull, those that nothing joins to another list counted apart."""
        loose = {self.scope.head(s.party) for s in self.scope.loose if s.kind == VESSEL}
        remembered = {self.scope.head(s.party) for s in self.fleet.remembered}
        listed = {self.scope.head(s.party) for s in self.fleet.listings}
        return sorted((self.fleet.hulls - (remembered - listed)) | loose)

    @cached_property
    def hulls(self) -> list[Hull]:
        """Every hull, by name."""
        return sorted((self.hull(head) for head in self.heads), key=lambda h: (h.name.casefold(), h.ids))

    def hull(self, party: str) -> Hull:
        """The hull to which an id belongs."""
        ids = self.scope.joins.ids(party)
        return Hull(self.fleet, ids, self._rows.get(ids[0], []))

    def find(self, query: str) -> Hull:
        """The hull that an IMO number, name or id means. Raises YaluError where it is not one."""
        found = [m for m in dossier.find(self.scope.view, query) if m.kind in (VESSEL, "")]
        exact = [m for m in found if m.exact] or found
        heads = dict.fromkeys(self.scope.head(m.ids[0]) for m in exact)
        number = number_key(query)
        if not heads and len(number) == 7 and number.isdigit():
            heads = dict.fromkeys(
                self.scope.head(m.ids[0]) for m in dossier.find(self.scope.view, f"imo-{number}")
            )
        if len(heads) == 1:
            return self.hull(next(iter(heads)))
        if heads:
            some = "; ".join(f"{head} {self.scope.view.name(head)}" for head in list(heads)[:10])
            raise UsageError(
                f"{len(heads)} ships fit {query!r}: {some}.", expected="the IMO number of one of them"
            )
        raise YaluError(
            f"No ship is known as {query[:60]!r} on {self.scope.view.when.as_of}.{_hint(number)}",
            expected="an IMO number, a name, or an id",
            do="Ask a later day with --as-of, or load lists with yalu sync.",
        )


def _hint(number: str) -> str:
    if len(number) == 7 and number.isdigit() and not check_digit_holds(number):
        return f" {number} fails its check digit: it is the IMO number of no ship."
    return ""
