"""One error of a list, with both values, where they stand, and what else could explain them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from yalu.model.statement import Statement


class Code(NamedTuple):
    """What a code means. ``certainty`` is ``wrong`` where the value cannot be right, else ``possible``."""

    certainty: str
    says: str
    innocent: str


CODES = {
    "wrong_reference": Code(
        "possible",
        "a record quotes the reference of another party",
        "the other list may have changed its record since, or a birth date may be wrong instead",
    ),
    "unknown_reference": Code(
        "possible",
        "a record quotes a reference that no held copy of that list has on the day",
        "the party may have been delisted, or given a new reference, since the record was written",
    ),
    "reference_twice": Code(
        "possible",
        "two records of one list quote the same reference",
        "the list may hold the party twice, once for each of its own regimes",
    ),
    "passport_on_two_people": Code(
        "possible",
        "one passport number stands on two people whose names do not fit",
        "two states may have issued the same number, or one person may be listed under two names",
    ),
    "birth_date_of_neighbor": Code(
        "possible",
        "two records next to each other have the same full birth date and names that do not fit",
        "two people may be born on the same day, as twins are, or be one person under two names",
    ),
    "imo_not_a_number": Code(
        "wrong",
        "the field for the IMO number holds something else",
        "the ship may never have been given an IMO number, as is usual for small or unregistered ships",
    ),
    "imo_check_digit": Code(
        "wrong",
        "an IMO number fails its check digit",
        "the ship itself may use a false number, which the list then repeats faithfully",
    ),
    "imo_on_two_records": Code(
        "possible",
        "one IMO number stands on two records of one list",
        "the list may hold one ship twice, under its old and its new name",
    ),
    "mmsi_on_two_ships": Code(
        "possible",
        "one MMSI stands on two ships with different IMO numbers",
        "the number may have passed from one ship to the other, or one ship may have used the other's",
    ),
    "id_on_two_parties": Code(
        "wrong",
        "one id of a list means two parties in one copy; neither is used",
        "a third party may have edited the copy; the publisher's own file may be sound",
    ),
}


@dataclass(frozen=True, slots=True)
class ListError:
    """A finding about one list, or about two that disagree. It changes nothing in the evidence."""

    code: str
    sources: tuple[str, ...]
    parties: tuple[str, ...]
    values: tuple[str, ...]
    places: tuple[str, ...]
    what: str

    @property
    def certainty(self) -> str:
        """``wrong`` or ``possible``."""
        return CODES[self.code].certainty

    @property
    def innocent(self) -> str:
        """What would explain it without a mistake of the list."""
        return CODES[self.code].innocent

    def as_json(self) -> dict[str, Any]:
        """The finding as ``yalu sources --problems --json`` prints it."""
        return {
            "code": self.code,
            "certainty": self.certainty,
            "sources": list(self.sources),
            "ids": list(self.parties),
            "values": list(self.values),
            "where": list(self.places),
            "what": self.what,
            "innocent": self.innocent,
        }


def about(code: str, statements: list[Statement], what: str, *, values: tuple[str, ...] = ()) -> ListError:
    """A finding that rests on statements."""
    return ListError(
        code,
        sources=tuple(dict.fromkeys(s.source for s in statements)),
        parties=tuple(dict.fromkeys(s.party for s in statements)),
        values=values or tuple(dict.fromkeys(s.value for s in statements)),
        places=tuple(dict.fromkeys(place(s) for s in statements)),
        what=what,
    )


def place(s: Statement) -> str:
    """Where a statement stands, for a reader of the file."""
    return f"{s.source}: {s.locator}"
