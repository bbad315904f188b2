"""One party with all that was public of it by a day, read without a query."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from yalu.evidence.party_rows import PartyRows
from yalu.evidence.view import View, When
from yalu.model.clock import Mode
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING, OWN_LISTING, PARTY_KINDS
from yalu.workbench.frame import Ask


@dataclass(frozen=True, slots=True)
class Known:
    """A party under all of its ids. ``now`` and ``inbound`` the day shows; ``over`` had ended by it."""

    ids: tuple[str, ...]
    name: str
    kind: str
    now: tuple[Statement, ...]
    over: tuple[Statement, ...]
    inbound: tuple[Statement, ...]
    """Ties that other parties have to it."""

    @property
    def id(self) -> str:
        """The id by which it is called."""
        return self.ids[0]

    @property
    def empty(self) -> bool:
        """Whether nothing was public of it."""
        return not (self.now or self.over or self.inbound)

    @property
    def listed(self) -> list[Statement]:
        """The listings that stand; the compiler's own knowledge lists nobody."""
        return [s for s in self.now if s.prop == LISTING and not s.lead]

    @property
    def delisted(self) -> list[Statement]:
        """The listings that ended, of authorities that list it no longer."""
        standing = {s.value for s in self.listed}
        return [s for s in self.over if s.prop == LISTING and not s.lead and s.value not in standing]

    @property
    def status(self) -> str:
        """``listed``, ``delisted``, ``own list`` or ``named in a source``."""
        if self.listed:
            return "listed"
        if self.delisted:
            return "delisted"
        return "own list" if any(s.prop == OWN_LISTING for s in self.now) else "named in a source"


def rows(ask: Ask) -> PartyRows:
    """The statements of every party of the snapshot, mapped once."""
    return ask.reader.kept("party rows", lambda: PartyRows.open(ask.workspace, ask.evidence.snapshot))


def known(ask: Ask, party: str) -> Known:
    """What was public of a party by the day; it may be nothing."""
    view, held = ask.view, rows(ask)
    ids = tuple(view.ids(party))
    own = [s for one in ids for s in held.own(one)]
    now = [s for s in own if _shows(s, ask.when)]
    return Known(
        ids=ids,
        name=view.name(party),
        kind=kind_of(now or own),
        now=tuple(view.as_known(s) for s in now),
        over=tuple(_over(view, own, ask.when)),
        inbound=tuple(
            view.as_known(s)
            for one in ids
            for s in held.inbound(one)
            if s.party not in ids and _shows(s, ask.when)
        ),
    )


def kind_of(statements: list[Statement]) -> str:
    """The kind that most of its statements call it by."""
    counts = Counter(s.kind for s in statements if s.kind in PARTY_KINDS)
    return max(sorted(counts), key=lambda kind: counts[kind], default="")


def public(s: Statement, when: When) -> bool:
    """Whether it was public by the day, be it over by then or not."""
    known_on = s.known_hi if when.mode is Mode.STRICT else s.known_lo or s.known_hi
    return bool(known_on) and known_on <= when.as_of


def _shows(s: Statement, when: When) -> bool:
    return s.shows(when.as_of, when.on, when.mode)


def _over(view: View, own: list[Statement], when: When) -> list[Statement]:
    """What had ended by the day, and was known to have."""
    return [view.as_known(s) for s in own if public(s, when) and s.clocks.over(when.as_of, when.on)]
