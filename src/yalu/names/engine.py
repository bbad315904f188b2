"""The engine's face: ``prepare``, ``compare`` and ``keys``."""

from __future__ import annotations

from enum import StrEnum

from yalu.names import candidates, organizations, persons
from yalu.names.config import config
from yalu.names.organizations import OrganizationName
from yalu.names.persons import PersonName
from yalu.names.result import Comparison, Part, Parts
from yalu.names.text import LONGEST, clean


class Schema(StrEnum):
    """What a name names; it decides which rules read it."""

    PERSON = "Person"
    COMPANY = "Company"
    ORGANIZATION = "Organization"
    VESSEL = "Vessel"

    @classmethod
    def _missing_(cls, value: object) -> Schema | None:
        small = str(value).strip().lower()
        return next((s for s in cls if s.lower() == small), None)


class Prepared:
    """A name, read once. Cheap to compare with thousands of others; it holds no reference to any list."""

    __slots__ = ("_organization", "_person", "_vessel", "exact", "schema", "text", "whole")

    def __init__(self, text: str, schema: Schema) -> None:
        self.text = clean(text)
        self.schema = schema
        self.whole = len(text) <= LONGEST
        self.exact = self.text.casefold() if self.whole else text
        self._person: PersonName | None = None
        self._organization: OrganizationName | None = None
        self._vessel: OrganizationName | None = None

    @property
    def person(self) -> PersonName:
        """The name read as a person's."""
        if self._person is None:
            self._person = persons.prepare(self.text)
        return self._person

    @property
    def organization(self) -> OrganizationName:
        """The name read as a company's."""
        if self._organization is None:
            self._organization = organizations.prepare(self.text)
        return self._organization

    @property
    def vessel(self) -> OrganizationName:
        """The name read as a ship's."""
        if self._vessel is None:
            self._vessel = organizations.prepare(self.text, ship=True)
        return self._vessel

    def __repr__(self) -> str:
        return f"Prepared({self.text!r}, {self.schema.value})"


def prepare(text: str, schema: Schema | str = Schema.ORGANIZATION) -> Prepared:
    """Read a name of any language. Never fails: an empty name, or one of signs alone, meets nothing."""
    found = Prepared(text, schema if isinstance(schema, Schema) else Schema(schema))
    if found.schema is Schema.PERSON:
        _ = found.person
    elif found.schema is Schema.VESSEL:
        _ = found.vessel
    else:
        _ = found.organization
    return found


def likely_schema(*texts: str) -> Schema:
    """The schema that names without one most likely have: a company where a word says so, else a person."""
    kinds = ("legal", "generic", "topic", "number")
    found = (Prepared(text, Schema.ORGANIZATION).organization.tokens for text in texts)
    company = any(token.kind in kinds for tokens in found for token in tokens)
    return Schema.ORGANIZATION if company else Schema.PERSON


def compare(a: Prepared, b: Prepared) -> Comparison:
    """Compare two prepared names; symmetric. The same name scores 1, every other spelling less."""
    turned = b.exact < a.exact
    score, parts = _compare(b, a) if turned else _compare(a, b)
    if a.exact == b.exact:
        if a.schema is b.schema and any(c.isalnum() for c in a.text):
            score, parts = 1.0, parts or [Part(a.text, b.text, "the same name", 1.0)]
    elif score > 0.995:
        score = 0.995
    score = round(score, 4)
    if not (a.whole and b.whole):
        return _cut(score, parts, turned)
    return Comparison(score, score >= config().alert_line, parts, turned)


def _cut(score: float, parts: Parts, turned: bool) -> Comparison:
    note = Part("", "", f"only the first {LONGEST} letters were read", 1.0)
    found = Comparison(score, score >= config().alert_line, parts, turned)
    return Comparison(score, found.alert, [*found.parts, note])


def _compare(a: Prepared, b: Prepared) -> tuple[float, Parts]:
    if a.schema is Schema.PERSON and b.schema is Schema.PERSON:
        return persons.compare(a.person, b.person)
    if a.schema is Schema.VESSEL and b.schema is Schema.VESSEL:
        return organizations.compare(a.vessel, b.vessel, ship=True)
    return organizations.compare(a.organization, b.organization)


def keys(prepared: Prepared) -> frozenset[str]:
    """Keys for an index: two names that may alert share at least one, short typed-over words apart."""
    if prepared.schema is Schema.PERSON:
        return candidates.of_person(prepared.person)
    name = prepared.vessel if prepared.schema is Schema.VESSEL else prepared.organization
    return candidates.of_organization(name)
