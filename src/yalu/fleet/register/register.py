"""All hulls of a day, and which of them a number or name means."""

from __future__ import annotations

import re
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

_KEY = re.compile(r"imo-(\d{7})", re.ASCII)


class Register:
    """The hulls that the lists and the casebook put under the regime, each once.

    Beside what joins records on the day, a list's own key joins: a record that a list keeps under an IMO
    number (``imo-8518780``) is the hull of that number, even on a day on which no copy that is held shows it.
    """

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.fleet = Fleet(scope)

    @cached_property
    def _rows(self) -> dict[str, list[Statement]]:
        """The statements of all ships by the first id of the party."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in self.scope.view.statements(kind=VESSEL):
            found[self.scope.head(s.party)].append(s)
        return dict(found)

    @cached_property
    def _roots(self) -> dict[str, str]:
        """The parties that are one hull by a list's own key, each to the first of them."""
        numbers: dict[str, set[str]] = defaultdict(set)
        for head, rows in self._rows.items():
            given = [s.value for s in rows if s.prop == "imoNumber" and not s.lead]
            keys = [m[1] for one in self.scope.joins.ids(head) if (m := _KEY.fullmatch(one))]
            for number in {*given, *keys}:
                if check_digit_holds(number):
                    numbers[number].add(head)
        roots: dict[str, str] = {}
        for heads in numbers.values():
            first, *others = sorted(heads, key=lambda h: (-len(self.scope.joins.ids(h)), h))
            lists = [{s.source for s in self._rows[h]} for h in (first, *others)]
            if sum(map(len, lists)) == len(set().union(*lists)):  # a list that keeps two hulls is believed
                roots |= dict.fromkeys(others, roots.get(first, first))
        return roots

    def head(self, party: str) -> str:
        """The id by which the hull of an id is counted once."""
        first = self.scope.head(party)
        return self._roots.get(first, first)

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for other, root in self._roots.items():
            found[root].append(other)
        return dict(found)

    @cached_property
    def heads(self) -> list[str]:
        """The first id of each hull, those that nothing joins to another list counted apart."""
        loose = {s.party for s in self.scope.loose if s.kind == VESSEL}
        listed = {s.party for s in self.fleet.listings} | loose
        remembered = {self.head(s.party) for s in self.fleet.remembered} - {self.head(p) for p in listed}
        return sorted({self.head(p) for p in (*self.fleet.hulls, *loose)} - remembered)

    @cached_property
    def hulls(self) -> list[Hull]:
        """Every hull, by name."""
        return sorted((self.hull(head) for head in self.heads), key=lambda h: (h.name.casefold(), h.ids))

    def hull(self, party: str) -> Hull:
        """The hull to which an id belongs."""
        head = self.head(party)
        parties = [head, *self._members.get(head, [])]
        ids = [one for p in parties for one in self.scope.joins.ids(p)]
        return Hull(self.fleet, ids, [s for p in parties for s in self._rows.get(p, [])])

    def reported(self, number: str) -> Hull:
        """The hull of a number that no record has, and of which an authority reported a result."""
        return Hull(self.fleet, [f"imo-{number}"], [], number)

    def find(self, query: str) -> Hull:
        """The hull that an IMO number, name or id means. Raises YaluError where it is not one."""
        view = self.scope.view
        if not query.strip():
            raise UsageError("No ship was given.", expected="an IMO number, a name, or an id")
        found = [m for m in dossier.find(view, query) if m.kind in (VESSEL, "")]
        exact = [m for m in found if m.exact] or found
        number = number_key(query)
        if not exact and len(number) == 7 and number.isdigit():
            exact = dossier.find(view, f"imo-{number}")
        heads = dict.fromkeys(self.head(m.ids[0]) for m in exact)
        if len(heads) == 1:
            return self.hull(next(iter(heads)))
        if not heads and number in self.fleet.results:
            return self.reported(number)
        if heads:
            some = "; ".join(f"{head} {view.name(head)}" for head in list(heads)[:10])
            raise UsageError(
                f"{len(heads)} ships fit {query!r}: {some}.", expected="the IMO number of one of them"
            )
        raise YaluError(
            f"No ship is known as {query[:60]!r} on {view.when.as_of}.{_hint(number)}",
            expected="an IMO number, a name, or an id",
            do="Ask a later day with --as-of, or load lists with yalu sync.",
        )


def _hint(number: str) -> str:
    if len(number) == 7 and number.isdigit() and not check_digit_holds(number):
        return f" {number} fails its check digit: it is the IMO number of no ship."
    return ""
