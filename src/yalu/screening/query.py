"""What is asked: names, and what else is known of the customer, ship or payment party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from yalu.errors import UsageError
from yalu.model.dates import partial
from yalu.screening.countries import code
from yalu.screening.identifiers import KINDS, kind_of, normal

MOST_NAMES = 50
"""Names of one query that are read."""

FAMILIES = {
    "": "",
    "person": "Person",
    "individual": "Person",
    "company": "Organization",
    "organization": "Organization",
    "organisation": "Organization",
    "entity": "Organization",
    "publicbody": "Organization",
    "bankaccount": "Organization",
    "vessel": "Vessel",
    "ship": "Vessel",
    "airplane": "Vessel",
    "aircraft": "Vessel",
    "legalentity": "LegalEntity",
}
"""What a schema may be called, and how names under it are read."""

_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_SLASHED = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Query:
    """One party to screen. All fields but a name or an identifier may be empty.

    Raises UsageError for a schema, date or kind of identifier that does not exist. A country that is not
    known is kept and compared as written.
    """

    names: Sequence[str] = ()
    schema: str = ""
    """Person, Company, Organization, Vessel, Airplane, LegalEntity; empty: judged from what is met."""
    birth_dates: Sequence[str] = ()
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    countries: Sequence[str] = ()
    """ISO codes or English names: nationality, country or flag."""
    identifiers: Sequence[tuple[str, str]] = ()
    """Kind and number, such as ``("imo", "9187629")``; the kinds are those of ``identifiers.KINDS``."""
    id: str = ""
    """The asker's own name for the query, given back untouched."""
    family: str = field(init=False, default="")

    def __post_init__(self) -> None:
        names = _texts(self.names, "names")
        put = object.__setattr__
        put(self, "names", tuple(dict.fromkeys(n.strip() for n in names if n.strip()))[:MOST_NAMES])
        put(self, "family", _family(self.schema))
        put(
            self,
            "birth_dates",
            tuple(dict.fromkeys(birth_date(d) for d in _texts(self.birth_dates, "dates") if d.strip())),
        )
        put(
            self,
            "countries",
            tuple(dict.fromkeys(code(c) for c in _texts(self.countries, "countries") if c.strip())),
        )
        pairs = tuple(
            dict.fromkeys((kind_of(k), str(v).strip()) for k, v in self.identifiers if str(v).strip())
        )
        put(self, "identifiers", pairs)

    @property
    def empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.names and not self.identifiers

    @property
    def problems(self) -> list[str]:
        """What of the query cannot be compared, in words: an IMO number given as ``Does not exist``."""
        return [
            f"{kind} {value!r} is no number that can be compared"
            for kind, value in self.identifiers
            if not normal(kind, value)
        ]

    def as_dict(self) -> dict[str, Any]:
        """The query as JSON shows it, without what is empty."""
        found = {
            "id": self.id,
            "names": [n.encode("utf-8", "replace").decode() for n in self.names],
            "schema": self.schema,
            "birth_dates": list(self.birth_dates),
            "countries": list(self.countries),
            "identifiers": [list(pair) for pair in self.identifiers],
        }
        return {key: value for key, value in found.items() if value}


def _texts(given: Iterable[str], what: str) -> list[str]:
    if isinstance(given, str):
        raise UsageError(f"{what} is one text", expected=f"a list of {what}")
    return [str(text) for text in given]


def _family(schema: str) -> str:
    try:
        return FAMILIES[schema.strip().casefold()]
    except KeyError:
        known = "Person, Company, Organization, Vessel, Airplane, LegalEntity"
        raise UsageError(f"There is no schema {schema[:80]!r}.", expected=known) from None


def birth_date(text: str) -> str:
    """A date of birth as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; also reads 2016/3/9 and 09.03.2016.

    Where day and month could be either, the first is the day. Raises UsageError.
    """
    plain = text.strip()
    if match := _SLASHED.fullmatch(plain):
        plain = f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    elif match := _DOTTED.fullmatch(plain):
        day, month = int(match[1]), int(match[2])
        if month > 12 >= day:
            day, month = month, day
        plain = f"{match[3]}-{month:02d}-{day:02d}"
    elif re.fullmatch(r"\d{4}-\d{2}-\d{2}[T ]00:00(:00)?", plain):
        plain = plain[:10]
    try:
        partial(plain)
    except ValueError as error:
        raise UsageError(
            f"No date of birth: {error}",
            expected="YYYY, YYYY-MM or YYYY-MM-DD",
            do="Correct it, or leave it out.",
        ) from None
    return plain


__all__ = ["FAMILIES", "KINDS", "Query", "birth_date"]
