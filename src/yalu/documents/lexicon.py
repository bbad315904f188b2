"""The names of a day as two trees, by words and by letters: a page is read once, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from yalu.documents.words import GAP, Run, Word, east_letters, is_east, key, words
from yalu.screening.day import Day

SHORTEST_WORD = 4
"""Letters of a name of one word: shorter ones are words or initials more often than names."""

PART_OF_LONGER = 0.7
"""The score of a name that goes on: likely another's. It proposes no tie."""


@dataclass(slots=True)
class Name:
    """A name as listed, and the parties that bear it on the day, each by its first id."""

    text: str
    parties: list[str] = field(default_factory=list)
    ship: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A name met in a page as written: its place, the name, and how."""

    start: int
    end: int
    name: Name
    score: float
    how: str


class Lexicon:
    """The names of a day. ``heads`` maps each party's first id to all of its ids."""

    def __init__(self, day: Day) -> None:
        self.heads: dict[str, tuple[str, ...]] = {}
        self._by_word: dict[str, Any] = {}
        self._by_letters: dict[str, list[tuple[str, Name]]] = defaultdict(list)
        self._names: dict[str, Name] = {}
        index = day.index
        for number in range(index.names):
            if not day.named[number]:
                continue
            text = index.name(number)
            for row in index.rows_of_name(number):
                if day.shown[row] and not index.flagged[row]:
                    ids = day.ids(day.head(int(index.party[row])))
                    self.heads[ids[0]] = ids
                    self._add(text, ids[0], ship=index.kind_of(int(row)) in ("Vessel", "Airplane"))
        for some in self._by_letters.values():
            some.sort(key=lambda pair: -len(pair[0]))

    def __len__(self) -> int:
        return len(self._names)

    def _add(self, text: str, party: str, *, ship: bool) -> None:
        if is_east(text):
            form = east_letters(text)
            if len(form) < 2:
                return
            name = self._named(form, text)
            if len(name.parties) == 0:
                self._by_letters[form[:2]].append((form, name))
        else:
            keys = tuple(w.key for w in words(text))
            if not keys or len("".join(keys)) < SHORTEST_WORD or (len(keys) == 1 and keys[0].isdigit()):
                return
            name = self._named(" ".join(keys), text)
            branch = self._by_word
            for one in keys:
                branch = branch.setdefault(one, {})
            branch[""] = name
        name.ship = name.ship or ship
        if party not in name.parties:
            name.parties.append(party)

    def _named(self, form: str, text: str) -> Name:
        return self._names.setdefault(form, Name(text))

    def by_words(self, text: str, found: list[Word]) -> list[Found]:
        """The longest names at each place, none within another."""
        met = []
        at = 0
        while at < len(found):
            branch, best, stop = self._by_word.get(found[at].key), None, at
            here = at
            while branch is not None:
                if "" in branch:
                    best, stop = branch[""], here
                here += 1
                if here >= len(found) or not GAP.fullmatch(text, found[here - 1].end, found[here].start):
                    break
                branch = branch.get(found[here].key)
            if best is not None and (made := self._judged(text, found[at : stop + 2], stop + 1 - at, best)):
                met.append(made)
                at = stop
            at += 1
        return met

    @staticmethod
    def _judged(text: str, with_next: list[Word], size: int, name: Name) -> Found | None:
        """A match as it counts: less where a capitalized word goes on (``Kim Chol`` in ``Kim Chol Su``)."""
        span, after = with_next[:size], with_next[size:]
        start, end = span[0].start, span[-1].end
        if len(span) == 1:
            written = text[start:end]
            if not span[0].capital or len(written) < SHORTEST_WORD:
                return None
            before = text[max(0, start - 40) : start].casefold()
            called = any(w in before for w in ("vessel", "ship", "tanker", "m/v", "mv ", "m/t", "motor"))
            if name.ship and not (called or written.isupper() or "imo" in text[end : end + 20].casefold()):
                return None
            return Found(start, end, name, 0.8, "the name as listed, one word")
        if not any(w.capital for w in span):
            return None
        if after and after[0].capital and text[end : after[0].start] in (" ", "-", "\n"):
            return Found(start, end, name, PART_OF_LONGER, "the name as listed, within a longer one")
        return Found(start, end, name, 1.0, "the name as listed")

    def by_letters(self, run: Run) -> list[Found]:
        """The longest East Asian names at each place of a run."""
        met = []
        at = 0
        letters = run.letters
        while at < len(letters) - 1:
            for form, name in self._by_letters.get(letters[at : at + 2], ()):
                if letters.startswith(form, at) and not self._inside(run, at, len(form)):
                    last = at + len(form) - 1
                    score, how = (0.8, ", two letters") if len(form) == 2 else (1.0, "")
                    met.append(
                        Found(run.places[at], run.places[last] + 1, name, score, f"the name as listed{how}")
                    )
                    at = last
                    break
            at += 1
        return met

    @staticmethod
    def _inside(run: Run, at: int, size: int) -> bool:
        """Whether a short Hangul name would stand within a word: Korean puts blanks between words."""
        hangul = "가" <= run.letters[at] <= "힣"
        return hangul and size < 4 and at > 0 and run.places[at] == run.places[at - 1] + 1


__all__ = ["Found", "Lexicon", "Name", "key"]
