"""One record of the list: who it is, since when it is listed, and how its values are dated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from yalu.errors import ContractError
from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval
from yalu.model.vocabulary import Grade
from yalu.sources.sighting import Parsed, Problem, Sighting, sighting
from yalu.sources.un_sc.document import SOURCE, day_of, line_of
from yalu.sources.un_sc.fields import Fields, Text, plain

FOUNDED = "1945-10-24"
"""The day of the UN's founding: no listing is older."""

_REFERENCE = re.compile(r"[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)+")


def reference(element: etree._Element) -> str:
    """The record's REFERENCE_NUMBER without spaces."""
    found = [t for e in element.iterfind("REFERENCE_NUMBER") if (t := "".join((e.text or "").split()))]
    where = f"{element.tag} line {line_of(element)}"
    if len(found) != 1 or not _REFERENCE.fullmatch(found[0]):
        what = f"REFERENCE_NUMBER is {' and '.join(found)}" if found else "REFERENCE_NUMBER is missing"
        name = plain(element.findtext("FIRST_NAME"))
        raise ContractError(
            SOURCE,
            f"{what} in the record of {name or 'an unnamed party'}",
            where=where,
            expected="one reference such as KPi.001 in every record",
        )
    return found[0]


class Record:
    """One INDIVIDUAL or ENTITY with its dates; ``say`` and its kin add sightings to ``parsed``.

    ``listed`` is the day in LISTED_ON; ``amended`` runs from it to the last LAST_DAY_UPDATED, and is
    open where the record has no usable one. ContractError where a required field is missing or the
    listing has no day.
    """

    def __init__(self, element: etree._Element, kind: str, generated: str, parsed: Parsed) -> None:
        self.fields = Fields(element)
        self.tag = str(element.tag)
        self.kind = kind
        self.reference = reference(element)
        self.party = f"un-{self.reference}"
        self.parsed = parsed
        self._said: set[tuple[str, ...]] = set()
        self.fields.drop("REFERENCE_NUMBER")
        self.regime = self.required("UN_LIST_TYPE", "the regime, such as DPRK")
        listed = self.required("LISTED_ON", "the day of listing, YYYY-MM-DD")
        self.listed = self._listed_on(listed, generated)
        self.listed_line = listed.line
        self.amended = self._amended(generated)
        self._not_before = Interval(self.listed if self.listed <= generated else "", "")

    def required(self, tag: str, expected: str) -> Text:
        """The text of a field that every record has, exactly once."""
        found = self.fields.all(tag)
        if len(found) != 1:
            stands = "is missing" if not found else f"stands {len(found)} times"
            raise ContractError(
                SOURCE, f"{tag} {stands}", where=self.where(self.fields.line), expected=expected
            )
        return found[0]

    def where(self, line: int) -> str:
        """The place of a value for a reader of the file: ``KPi.001 line 8868``."""
        return f"{self.reference} line {line}"

    def problem(self, code: str, line: int, what: str) -> None:
        """Tell the reader of the list about it; the run goes on."""
        self.parsed.problems.append(Problem(code, self.where(line), what, self.party))

    def listing(self, prop: str, text: Text, detail: Mapping[str, Any] | None = None) -> None:
        """Say what stands since the day of listing: the listing itself and the primary name."""
        listed = Interval(self.listed, self.listed)
        from_ = listed if prop == "Sanction" else OPEN
        self._add(prop, text, detail, "", KnownBy.LISTING, listed, from_)

    def amendable(
        self, prop: str, text: Text, detail: Mapping[str, Any] | None = None, lang: str = ""
    ) -> None:
        """Say what was public at the latest when the record was last amended, where it says when."""
        if self.amended:
            self._add(prop, text, detail, lang, KnownBy.AMENDMENT, self.amended)
        else:
            self.say(prop, text, detail, lang)

    def say(self, prop: str, text: Text, detail: Mapping[str, Any] | None = None, lang: str = "") -> None:
        """Say what only the copies date, though not before the listing."""
        self._add(prop, text, detail, lang, KnownBy.COPIES, self._not_before)

    def note(self, field: str, text: Text, of: str = "") -> None:
        """Keep a text as it stands, with the name of its field and of the value that it is about."""
        self.say("notes", text, {"field": field, "of": of})

    def _add(
        self,
        prop: str,
        text: Text,
        detail: Mapping[str, Any] | None,
        lang: str,
        known_by: KnownBy,
        known: Interval,
        from_: Interval = OPEN,
    ) -> None:
        if not text:
            return
        made: Sighting = sighting(
            self.party,
            self.kind,
            prop,
            text.text,
            detail=detail,
            known=known,
            from_=from_,
            lang=lang,
            locator=self.where(text.line),
            known_by=known_by,
            grade=Grade.GOVERNMENT_LISTING,
        )
        identity = (made.prop, made.value, made.lang, made.detail)
        if identity not in self._said:
            self._said.add(identity)
            self.parsed.sightings.append(made)

    def _listed_on(self, text: Text, generated: str) -> str:
        try:
            listed = day_of(text.text)
            if listed < FOUNDED:
                raise ValueError(f"{text.text!r} is before the UN was founded")
        except ValueError as error:
            raise ContractError(
                SOURCE,
                f"LISTED_ON: {error}",
                where=self.where(text.line),
                expected="the day of listing, YYYY-MM-DD",
            ) from None
        if listed > generated:
            self.problem("listed_after_copy", text.line, f"LISTED_ON {listed}, but dateGenerated {generated}")
        return listed

    def _amended(self, generated: str) -> Interval:
        given = [text for group in self.fields.groups("LAST_DAY_UPDATED") for text in group.all("VALUE")]
        days = []
        for text in given:
            try:
                days.append(day_of(text.text))
            except ValueError as error:
                self.problem("bad_amendment_date", text.line, f"LAST_DAY_UPDATED: {error}")
                return OPEN
            if not self.listed <= days[-1] <= generated:
                self.problem(
                    "bad_amendment_date",
                    text.line,
                    f"LAST_DAY_UPDATED {days[-1]} is not between LISTED_ON {self.listed}"
                    f" and dateGenerated {generated}",
                )
                return OPEN
        return Interval(self.listed, max(days)) if days else OPEN
