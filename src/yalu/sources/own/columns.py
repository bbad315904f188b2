"""What a column of a user's own list can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yalu.errors import UsageError

FIELDS = {
    "name": "name",
    "alias": "alias",
    "id": "",
    "kind": "",
    "birth_date": "birthDate",
    "birth_place": "birthPlace",
    "nationality": "nationality",
    "country": "country",
    "address": "address",
    "passport": "passportNumber",
    "id_number": "idNumber",
    "registration": "registrationNumber",
    "imo": "imoNumber",
    "email": "email",
    "phone": "phone",
    "position": "position",
    "note": "notes",
    "reason": "",
    "since": "",
}
"""The word for a column, and the property that its values become; ``""`` where they become none."""

_NEXT = re.compile(r",\s*(?=\w+\s*=)")


def read_columns(given: Iterable[str]) -> dict[str, str]:
    """The mapping that a user typed: ``name=Full name,birth_date=DOB``. Raises UsageError.

    >>> read_columns(["name=Name, as given,country=Country"])
    {'name': 'Name, as given', 'country': 'Country'}
    """
    columns: dict[str, str] = {}
    for pair in (p for text in given for p in _NEXT.split(text)):
        field, equals, column = (x.strip() for x in pair.partition("="))
        if not equals or not column or field not in FIELDS or field in columns:
            raise UsageError(
                f"--columns: {pair[:80]!r}"
                + (" is given twice" if field in columns else " is not understood"),
                expected="FIELD=COLUMN, the fields being: " + ", ".join(FIELDS),
                do='--columns "name=Full name,birth_date=Born,id=Number"',
            )
        columns[field] = column
    if columns and "name" not in columns:
        raise UsageError("--columns names no column of names.", expected="at least name=COLUMN")
    return columns
