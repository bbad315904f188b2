"""A mark on a hit of screening: is the customer the party? Said by whom, when, why, of what record."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import orjson

from yalu.errors import UsageError
from yalu.evidence.view import Evidence
from yalu.ledger.judgement import TEXT_LENGTH, canonical, checked
from yalu.ledger.writing import MARK
from yalu.screening import Query
from yalu.screening.identifiers import normal


class Verdict(StrEnum):
    """Whether the customer is the party. ``withdrawn`` takes an earlier mark back."""

    TRUE = "true"
    FALSE = "false"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody said of one customer and one party. ``at`` is UTC with microseconds.

    ``customer`` follows from what the customer is called and known by; ``query`` is that, as JSON.
    ``print`` is the fingerprint of all that the snapshot said of the party then.
    """

    id: str
    customer: str
    query: str
    party: str
    print: str
    verdict: Verdict
    who: str
    at: str
    why: str

    def holds(self, fingerprint: str) -> bool:
        """Whether the party is still what it was when the mark was made."""
        return self.print == fingerprint

    def words(self, fingerprint: str) -> str:
        """``marked false on 2026-11-24 by Ann: another birth date``; says where the party changed since."""
        changed = "" if self.holds(fingerprint) else ", but the party changed since"
        return f"marked {self.verdict} on {self.at[:10]} by {self.who}{changed}: {self.why}"

    def as_json(self, fingerprint: str) -> dict[str, Any]:
        """As the results of screening show it."""
        said = {name: str(getattr(self, name)) for name in ("id", "verdict", "who", "at", "why")}
        return {**said, "changed": not self.holds(fingerprint)}


def make(query: Query, party: str, fingerprint: str, verdict: str, *, who: str, at: str, why: str) -> Mark:
    """Make a mark; its id follows from what it says. Raises UsageError."""
    if verdict not in list(Verdict):
        raise UsageError(f"{verdict!r} is no verdict on a hit.", expected="true, false or unsure")
    if query.empty:
        raise UsageError("The mark names no customer.", expected="a name or a number that was screened")
    said = {
        "customer": customer_id(query),
        "query": canonical(facts(query)),
        "party": checked("a party's id", party),
        "print": fingerprint,
        "verdict": str(verdict),
        "who": checked("the name of who decides", who),
        "at": at,
        "why": checked("a reason", why, TEXT_LENGTH),
    }
    name = f"m-{hashlib.sha256(canonical(said).encode()).hexdigest()[:16]}"
    return from_fields({"id": name, **said})


def payload(mark: Mark) -> dict[str, str]:
    """The fields as the audit records them."""
    return {"type": MARK, **{name: str(value) for name, value in asdict(mark).items()}}


def from_fields(fields: dict[str, str]) -> Mark:
    """A mark of the fields of its row."""
    rest = {name: value for name, value in fields.items() if name != "verdict"}
    return Mark(**rest, verdict=Verdict(fields["verdict"]))


def facts(query: Query) -> dict[str, Any]:
    """What makes a customer the same one: names and facts in one spelling and order, no id of a file."""
    numbers = {(kind, normal(kind, value) or value.casefold()) for kind, value in query.identifiers}
    found: dict[str, Any] = {
        "names": sorted({_plain(name) for name in query.names}),
        "family": query.family,
        "birth_dates": sorted(query.birth_dates),
        "countries": sorted({c.casefold() for c in query.countries}),
        "identifiers": sorted(list(pair) for pair in numbers),
    }
    return {name: value for name, value in found.items() if value}


def customer_id(query: Query) -> str:
    """The id of a customer: the same whatever case, order or width the names were typed in."""
    return f"c-{hashlib.sha256(canonical(facts(query)).encode()).hexdigest()[:16]}"


def fingerprints(evidence: Evidence, parties: Sequence[Sequence[str]]) -> dict[str, str]:
    """The fingerprint of all that the snapshot says of each party (the ids of one each), by its first id.

    When a list was seen again does not change it; what it says, or which records are the party, does.
    """
    ids = sorted({one for party in parties for one in party})
    said: dict[str, list[str]] = {one: [] for one in ids}
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        columns = "party, kind, prop, value, detail, flag, from_lo, from_hi, to_lo, to_hi"
        rows = evidence.query(
            f"SELECT DISTINCT {columns} FROM statement WHERE party IN ({', '.join('?' * len(some))})", some
        )
        for row in rows:
            said[row[0]].append(orjson.dumps(row).decode())
    return {party[0]: _digest(x for i in party for x in said[i]) for party in parties if party}


def _digest(said: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(said)).encode()).hexdigest()[:24]


def _plain(name: str) -> str:
    text = name.encode("utf-8", "replace").decode()
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
