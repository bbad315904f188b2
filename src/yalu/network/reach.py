"""What the brief tells of single parties: the paths that tell most, and who on no list is most exposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.dates import Interval
from yalu.model.section import Row, Table
from yalu.model.sentence import MUTATION, Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, Grade
from yalu.model.words import grade_words
from yalu.network.expansion.paths import Network, Path
from yalu.network.expansion.tie import ORDER
from yalu.network.next.exposure import Exposed, Ranking, ranking
from yalu.network.terminals import terminals
from yalu.network.ties import is_tie

PATHS = 5
ASKED = 40
"""Of so many parties the paths are looked at: banks outside the regime first, then the most exposed."""
NEXT, ROWS = 5, 10


class Reach:
    """The paths and the order of a day."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.ranking: Ranking = ranking(scope)

    def paths(self) -> list[Path]:
        """Paths through at least one other from a party on no list to a listed one, the best evidenced."""
        if not self.ranking.exposed:
            return []
        network = Network(self.scope)
        banks = terminals(self.scope).banks
        asked = dict.fromkeys((*banks, *(e.party for e in self.ranking.exposed if not e.beside)))
        found = []
        for party in list(asked)[:ASKED]:
            best = network.paths(party, limit=1).paths
            found += [p for p in best if len(p.steps) > 1]
        return sorted(found, key=lambda p: p.rank)[:PATHS]

    def sentences(self) -> list[Sentence]:
        """The best evidenced path, and the most exposed."""
        paths = [p for p in self.paths() if self._named(p.parties)]
        return [*(self._path(p) for p in paths[:1]), *self._next()]

    def tables(self) -> list[Table]:
        """The five paths, and the ten most exposed."""
        return [*self._path_table(), *self._next_table()]

    def _path(self, path: Path) -> Sentence:
        ties = [self._own(step[0].statement) for step in path.steps]
        names = self._named(path.parties)
        listed = [s for s in self._listed((path.parties[-1],)) if s]
        return sentence(
            "Of the paths from a party on no list through others to a listed one, the best evidenced is:"
            " {path}; the last is listed by {lists}. A path is no proof that anything went along it.",
            [*ties, *names, *listed],
            path=self._route(path),
            lists=lambda seen: f.joined(
                sorted(s.value for s in seen if s.prop == LISTING and not s.value.startswith(MUTATION))
            ),
        )

    def _route(self, path: Path) -> SlotFunction:
        ids = [step[0].statement.id for step in path.steps]
        of = {step[0].statement.id: (step[0].near, step[0].far) for step in path.steps}

        def told(seen: Sequence[Statement]) -> str:
            called = {s.party: s.value for s in seen if s.prop == "name"}
            held = {s.id: s for s in seen if is_tie(s)}
            parts = []
            for one in ids:
                near, far = of[one]
                role = held[one].details.get("role", held[one].prop)
                parts.append(f"{called.get(near, near)} {role} {called.get(far, far)}")
            return "; ".join(parts)

        return told

    def _path_table(self) -> list[Table]:
        rows = []
        for path in self.paths():
            ties = [self._own(step[0].statement) for step in path.steps]
            names = self._named(path.parties)
            start, end = path.parties[0], path.parties[-1]
            cells: tuple[SlotFunction, ...] = (
                self._name(start),
                self._route(path),
                self._name(end),
                lambda seen: grade_words(max(filter(is_tie, seen), key=_rank).grade),
                lambda seen: max(Interval(s.known_lo, s.known_hi).hi for s in seen if is_tie(s)),
            )
            rows.append(Row(cells, (*ties, *names)))
        if not rows:
            return []
        return [
            Table(
                id="paths",
                title="Paths from parties on no list to listed ones, the best evidenced first",
                columns=("From", "Ties", "To", "Weakest evidence", "All known"),
                rows=tuple(rows),
                note="Shortest paths with at least one party in between. Ordinary trade, a shared bank or a"
                " namesake gives the same path; it is no proof that anything went along it.",
            )
        ]

    def _next(self) -> list[Sentence]:
        first = [e for e in self.ranking.exposed if e.beside and self.scope.named(e.party)][:NEXT]
        if not first:
            return []
        return [
            sentence(
                "Of the parties that a source names and no list holds, those with the most public evidence"
                " of ties to listed parties are {parties}. That is no finding, and no forecast: most such"
                " parties are never listed.",
                dict.fromkeys(s for e in first for s in self._evidence(e)),
                parties=lambda seen: f.joined([self._exposure(e, seen) for e in first]),
            )
        ]

    def _evidence(self, one: Exposed) -> list[Statement]:
        name = self.scope.named(one.party)
        ties = [self._own(t.statement) for t in one.ties]
        return [*([name] if name else []), *ties, *self._listed(one.beside)]

    def _exposure(self, one: Exposed, seen: Sequence[Statement]) -> str:
        """``Chinpo Shipping (2 ties to 2 listed parties)``."""
        listed = {s.party for s in seen if s.prop == LISTING and not s.value.startswith(MUTATION)}
        ties = [s for s in seen if is_tie(s) and one.party in (s.party, s.value)]
        beside = ({p for s in ties for p in (s.party, s.value)} - {one.party}) & listed
        called = next(s.value for s in seen if s.prop == "name" and s.party == one.party)
        parties = f.counted(len(beside), "listed party", "listed parties")
        return f"{called} ({f.counted(len(ties), 'tie')} to {parties})"

    def _next_table(self) -> list[Table]:
        rows = [self._next_row(e) for e in self.ranking.exposed if e.beside][:ROWS]
        if not rows:
            return []
        return [
            Table(
                id="next",
                title="Parties on no list with the most public evidence of ties to listed ones",
                columns=("Place", "Party", "Tied to", "Best evidence", "Sources"),
                rows=tuple(rows),
                note="By listed parties beside it, best evidence, independent sources, listed parties two"
                " ties away. Being named is no finding of wrongdoing, and the order is no forecast.",
                numeric=frozenset({4}),
            )
        ]

    def _next_row(self, one: Exposed) -> Row:
        place = str(one.first) if one.first == one.last else f"{one.first}–{one.last}"
        cells: tuple[SlotFunction, ...] = (
            lambda _: place,
            self._name(one.party),
            lambda seen: self._beside(one, seen),
            lambda seen: grade_words(min(filter(is_tie, seen), key=_rank).grade),
            lambda _: f"{one.sources:,}",
        )
        return Row(cells, tuple(self._evidence(one)))

    def _beside(self, one: Exposed, seen: Sequence[Statement]) -> str:
        called = {s.party: s.value for s in seen if s.prop == "name"}
        ends = {p for s in seen if is_tie(s) for p in (s.party, s.value)} - {one.party}
        return "; ".join(sorted(called.get(p) or self.ranking.names.get(p, p) for p in ends))

    def _own(self, s: Statement) -> Statement:
        return replace(s, party=self.scope.head(s.party), value=self.scope.head(s.value))

    def _named(self, parties: Sequence[str]) -> list[Statement]:
        """The names of parties under their first ids."""
        found = [(p, self.scope.named(p)) for p in dict.fromkeys(parties)]
        return [replace(name, party=p) for p, name in found if name]

    def _listed(self, parties: Sequence[str]) -> list[Statement]:
        """One listing of each party, the earliest known."""
        wanted = set(parties)
        first: dict[str, Statement] = {}
        for s in sorted(self.scope.listings, key=lambda s: (s.known_hi, s.value)):
            if s.party in wanted:
                first.setdefault(s.party, s)
        return [first[p] for p in sorted(first)]

    def _name(self, party: str) -> SlotFunction:
        return lambda seen: next((s.value for s in seen if s.prop == "name" and s.party == party), party)


def _rank(s: Statement) -> int:
    """The place of its grade, the best first."""
    return ORDER.get(Grade(s.grade), len(ORDER))
