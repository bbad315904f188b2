"""One entry of a list while it is read: who it is, since when it is listed, what its values rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval
from yalu.model.vocabulary import LISTING
from yalu.sources.sighting import Parsed, Problem, sighting

Detail = Mapping[str, Any] | None


class Entry:
    """Adds the sightings of one party to ``parsed``, each value once.

    ``listed`` and ``amended`` are whole days as the entry itself gives them, or ``""``; ``copy`` is the
    day of the copy, where it gives one. A day that cannot be (an amendment before the listing, either of
    them after the copy) is reported and dates nothing.
    """

    def __init__(
        self,
        parsed: Parsed,
        party: str,
        kind: str,
        locator: str,
        *,
        listed: str = "",
        amended: str = "",
        copy: str = "",
    ) -> None:
        self.parsed = parsed
        self.party = party
        self.kind = kind
        self.locator = locator
        self._said: set[tuple[str, ...]] = set()
        self.listed = listed
        if listed and copy and listed > copy:
            self.problem("listed_after_copy", f"listed on {listed}, but the copy is of {copy}")
        self._not_before = Interval(listed if not copy or listed <= copy else "", "")
        self.amended = self._amended(amended, copy)

    def listing(self, authority: str, detail: Detail = None, listed: str = "", until: str = "") -> None:
        """Say that the authority lists it: since ``listed``, else the entry's day, else by its amendment.

        ``until`` is the day on which it was taken off, where the list keeps those that were.
        """
        since = listed or self.listed
        if since and until:
            day, end = Interval(since, since), Interval(until, until)
            self._add(LISTING, authority, detail, "", KnownBy.LISTING, day, day, to=end)
        elif until:
            self.problem("listing_ended", f"taken off on {until}, and no day says since when it was listed")
        elif since:
            self.since(since, LISTING, authority, detail)
        else:
            self.amendable(LISTING, authority, detail)

    def since(self, day: str, prop: str, value: str, detail: Detail = None) -> None:
        """Say what the list itself puts in force on that day: a listing, or one of its measures."""
        self._add(prop, value, detail, "", KnownBy.LISTING, Interval(day, day), Interval(day, day))

    def name(self, value: str, detail: Detail = None, lang: str = "", *, renamed: bool = False) -> None:
        """Say the primary name, which the listing dates unless the entry was renamed since."""
        if self.listed and not (renamed and self.amended):
            self._add("name", value, detail, lang, KnownBy.LISTING, Interval(self.listed, self.listed))
        else:
            self.amendable("name", value, detail, lang)

    def amendable(self, prop: str, value: str, detail: Detail = None, lang: str = "", flag: str = "") -> None:
        """Say what was public at the latest when the entry was last amended, where it says when."""
        if self.amended:
            self._add(prop, value, detail, lang, KnownBy.AMENDMENT, self.amended, flag=flag)
        else:
            self.say(prop, value, detail, lang, flag)

    def say(self, prop: str, value: str, detail: Detail = None, lang: str = "", flag: str = "") -> None:
        """Say what only the copies date, though not before the listing."""
        self._add(prop, value, detail, lang, KnownBy.COPIES, self._not_before, flag=flag)

    def by_instrument(
        self, prop: str, value: str, day: str, detail: Detail = None, lang: str = "", flag: str = ""
    ) -> None:
        """Say what an act published on that day contains; where the day is not given, the copies date it."""
        if day:
            self._add(prop, value, detail, lang, KnownBy.INSTRUMENT, Interval("", day), flag=flag)
        else:
            self.say(prop, value, detail, lang, flag)

    def note(self, field: str, value: str, of: str = "") -> None:
        """Keep a text as it stands, with the name of its field and of the value that it is about."""
        self.amendable("notes", value, {"field": field, "of": of})

    def problem(self, code: str, what: str) -> None:
        """Tell the reader of the list about it, once for the party; the run goes on."""
        if ("", code, what) not in self._said:
            self._said.add(("", code, what))
            self.parsed.problems.append(Problem(code, self.locator, what, self.party))

    def _amended(self, amended: str, copy: str) -> Interval:
        if not amended:
            return OPEN
        if amended < self.listed:
            self.problem("bad_amendment_date", f"amended on {amended}, before the listing of {self.listed}")
            return OPEN
        if copy and amended > copy:
            self.problem("bad_amendment_date", f"amended on {amended}, after the copy of {copy}")
            return OPEN
        return Interval(self.listed, amended)

    def _add(
        self,
        prop: str,
        value: str,
        detail: Detail,
        lang: str,
        known_by: KnownBy,
        known: Interval,
        from_: Interval = OPEN,
        flag: str = "",
        to: Interval = OPEN,
    ) -> None:
        value = value.strip()
        if not value:
            return
        made = sighting(
            self.party,
            self.kind,
            prop,
            value,
            detail=detail,
            known=known,
            from_=from_,
            to=to,
            ended_known=to,
            lang=lang,
            locator=self.locator,
            known_by=known_by,
            flag=flag,
        )
        key = (prop, value, lang, made.detail)
        if key not in self._said:
            self._said.add(key)
            self.parsed.sightings.append(made)
