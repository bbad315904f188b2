"""Parties that others list and an authority does not: the ground that would allow it, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yalu.coalition.coverage.listings import TAKEN_OVER, Listings, is_craft
from yalu.coalition.coverage.lists import last_copy, standing
from yalu.designation.assessment import Assessment, Verdict
from yalu.designation.eligibility import assess
from yalu.designation.held import Held, held
from yalu.designation.namesakes import Namesakes
from yalu.evidence.view import View
from yalu.model.statement import Statement
from yalu.regimes.brief import BriefPlan

RANKED_BY = (
    "not possibly listed already",
    "a copy of the list that lacks it",
    "verdict of eligibility",
    "how many authorities list it",
    "how many public ties it has",
    "since when it has been listed",
)
"""What the order of the rows rests on, the first first."""

NO_CRITERION = "no criterion of {by} that was in force on that day is held"

_VERDICTS = (Verdict.SUFFICIENT, Verdict.THIN, Verdict.NONE)


@dataclass(frozen=True, slots=True)
class Gap:
    """One party that stands on others' lists and is not found on the list of ``by``.

    ``best`` is the criterion that the evidence meets best, or the first in force where it meets none;
    None where no criterion is held. ``may_be`` says in words under which entry it may stand already.
    """

    ids: tuple[str, ...]
    name: str
    kind: str
    by: str
    listed: dict[str, Statement]
    not_found: str
    unknown: bool
    """Whether nothing held can show that the list lacks it: no copy, or one older than its first listing."""
    may_be: tuple[str, ...]
    measures: tuple[str, ...]
    """Measures of the authority on it that are no listing, such as a rule on accounts."""
    ties: int
    best: Assessment | None
    others: tuple[Assessment, ...]
    """Further criteria that the evidence meets at least in part."""

    @property
    def verdict(self) -> Verdict:
        """How far the best criterion is met."""
        return self.best.verdict if self.best else Verdict.NONE

    @property
    def partners(self) -> list[str]:
        """The authorities that list it, each once, the part that takes over the UN list not counted."""
        return [a for a in self.listed if not a.endswith(TAKEN_OVER)]

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be shown for the best criterion."""
        return self.best.missing if self.best else (NO_CRITERION.format(by=self.by) + ".",)

    @property
    def since(self) -> str:
        """The earliest day on which anybody listed it, or ``""``."""
        return min((s.from_lo for s in self.listed.values() if s.from_lo), default="")

    def as_json(self) -> dict[str, Any]:
        """The row as ``yalu gaps --json`` shows it."""
        return {
            "ids": list(self.ids),
            "name": self.name,
            "kind": self.kind,
            "by": self.by,
            "not_found": self.not_found,
            "unknown": self.unknown,
            "may_be": list(self.may_be),
            "measures": list(self.measures),
            "listed_by": [
                {
                    "by": column,
                    "since": s.clocks.from_.text(),
                    "source": s.source,
                    "cites": s.cited,
                    "where": s.locator,
                    "statement": s.id,
                }
                for column, s in self.listed.items()
            ],
            "ties": self.ties,
            "verdict": self.verdict.value,
            "missing": list(self.missing),
            "authority": self.best.as_json() if self.best else None,
            "also": [one.as_json() for one in self.others],
        }


class Gaps:
    """The gaps of an authority on the day of a view; ``listed_by`` narrows the lists that are looked at."""

    def __init__(self, view: View, plan: BriefPlan, by: str, listed_by: Sequence[str] = ()) -> None:
        self.view = view
        self.by = by
        self.known: Held = held(view)
        self.listings = Listings(view, plan, self.known.joins)
        self.listed_by = [a for a in listed_by if a != by]
        self.copy = {craft: last_copy(self.listings, by, craft=craft) for craft in (False, True)}

    @cached_property
    def rows(self) -> list[Gap]:
        """The gaps, ranked."""
        aggregates = {self.known.joins.head(s.party) for s in self.view.statements(prop="aggregate")}
        wanted = {
            party: listed
            for party, listed in self.listings.by_party.items()
            if party not in aggregates and self.lacks(party) and self._listed_there(listed)
        }
        self.known.read(wanted)
        return sorted((self._gap(party, listed) for party, listed in wanted.items()), key=_rank)

    @property
    def lists(self) -> list[dict[str, str]]:
        """What each list that was looked at rests on; one that is not loaded says so."""
        wanted = self.listed_by or [c for c in self.listings.columns if TAKEN_OVER not in c and c != self.by]
        found = []
        for column in (self.by, *wanted):
            loaded = sorted(r.source for r in self.listings.of(column))
            rests = standing(self.listings, column)
            if not loaded:
                said = "no list loaded; " + (
                    "the listings are those that the casebook gives"
                    if rests.survivors
                    else "no listing known"
                )
            else:
                said = rests.text()
            found.append({"list": column, "sources": ", ".join(loaded), "copy": rests.copy, "rests_on": said})
        return found

    def not_joined(self) -> int:
        """Records of the lists looked at that nobody has joined to a party: they are in no row."""
        wanted = set(self.listed_by) or {r.authority for r in self.listings.records.values()} - {self.by}
        held_apart = {s.party for row in self.listings.by_party.values() for s in row.values()}
        return sum(len(r.loose - held_apart) for r in self.listings.records.values() if r.authority in wanted)

    def lacks(self, party: str) -> bool:
        """Whether no list of the authority is known to hold a party."""
        listed = self.listings.by_party.get(party, {})
        here = self.by in listed or self.by + TAKEN_OVER in listed
        return not here and self.known.listed_by(party, self.by) is None

    def may_be(self, party: str) -> tuple[str, ...]:
        """In words: under which entry of the authority, or by which law, a party may be listed already."""
        listed = self.listings.by_party.get(party, {})
        return (*self._by_law(listed), *self._namesakes.of(party))

    def _listed_there(self, listed: dict[str, Statement]) -> bool:
        columns = {c.removesuffix(TAKEN_OVER) for c in listed}
        return bool(columns & set(self.listed_by)) if self.listed_by else bool(columns)

    def _gap(self, party: str, listed: dict[str, Statement]) -> Gap:
        ids = self.known.joins.ids(party)
        assessed = assess(self.view, party, self.by)
        best, rest = (assessed[0], assessed[1:]) if assessed else (None, [])
        kinds = [s.kind for s in listed.values()]
        first = min((s.from_hi for s in listed.values() if s.from_hi), default="")
        said, unknown = self._said(first, craft=any(map(is_craft, listed.values())))
        return Gap(
            ids=tuple(ids),
            name=self.view.name(party),
            kind=max(sorted(set(kinds)), key=kinds.count),
            by=self.by,
            listed=dict(listed),
            not_found=said,
            unknown=unknown,
            may_be=self.may_be(party),
            measures=tuple(self._measures.get(party, ())),
            ties=sum(not t.statement.lead for t in self.known.ties.get(party, ())),
            best=best,
            others=tuple(a for a in rest if a.verdict is not Verdict.NONE),
        )

    @cached_property
    def _measures(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for s in self.view.statements(prop="specialMeasure", value=self.by):
            if not s.lead:
                said = f"{s.details.get('authority', 'a special measure')}, {s.clocks.from_.text()}".strip(
                    ", "
                )
                found.setdefault(self.known.joins.head(s.party), []).append(said)
        return found

    def _said(self, first: str, *, craft: bool) -> tuple[str, bool]:
        """What can be said of the absence, and whether it is unknown: by a copy that lacks it, or by none."""
        copy = self.copy[craft]
        if not copy:
            return f"no listing by {self.by} known; no list of it is loaded that holds such parties", True
        if first and first > copy:
            said = f"unknown: the last copy of the {self.by} list ({copy}) is older than its first listing"
            return said, True
        return f"not found on the {self.by} list; last copy held: {copy}", False

    def _by_law(self, listed: dict[str, Statement]) -> list[str]:
        """That the authority's law takes the UN list over as it stands."""
        if "UN" not in listed:
            return []
        return [
            f"the UN lists it, and {law.instrument} takes the UN list over as it stands"
            for law in self.known.criteria.taken_over
            if law.by == self.by and law.since <= self.view.when.on
        ]

    @cached_property
    def _namesakes(self) -> Namesakes:
        return Namesakes(self.known, self.listings, self.by)


def _rank(gap: Gap) -> tuple[Any, ...]:
    return (
        bool(gap.may_be),
        gap.unknown,
        _VERDICTS.index(gap.verdict),
        -len(gap.partners),
        -gap.ties,
        gap.since or "9999",
        gap.name.casefold(),
        gap.ids,
    )
