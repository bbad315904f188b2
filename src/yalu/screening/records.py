"""What of a snapshot screening needs, as columns of integers and one table of texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from yalu.evidence.table import connect, reads
from yalu.evidence.view import SAME
from yalu.model.vocabulary import LISTING, NAME_PROPS, OWN_KNOWLEDGE, OWN_LISTING, PARTY_KINDS, Grade
from yalu.screening.clock import COLUMNS
from yalu.screening.identifiers import OF_PROP

COUNTRY_PROPS = ("country", "nationality", "citizenship", "flag", "jurisdiction")
LIST_PROPS = {LISTING: "sanction", "exportControl": "export control", "repeatedListing": "repeated"}
BIRTH = "birthDate"
NUMBER_OF_LIST = "ofacNumber"
"""The other list's own number of a party, in a source that repeats that list."""
PROPS: tuple[str, ...] = (
    *NAME_PROPS, *LIST_PROPS, BIRTH, *COUNTRY_PROPS, *OF_PROP, NUMBER_OF_LIST, SAME,
    OWN_LISTING,
)  # fmt: skip
KINDS: tuple[str, ...] = ("", *sorted(PARTY_KINDS))

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Records:
    """Statements by party: integer columns, and texts to which ``party``, ``value`` and ``detail`` point."""

    columns: dict[str, npt.NDArray[np.integer]]
    texts: list[str]
    sources: list[str]


def read(tables: Sequence[Path], name: str = "The snapshot") -> Records:
    """Read the statement tables of a snapshot; rows are sorted by party. Raises StorageError."""
    files = ", ".join("'" + str(p).replace("'", "''") + "'" for p in tables)
    kinds = _list(sorted(PARTY_KINDS))
    with reads(name), connect() as engine:
        engine.execute(
            "CREATE TABLE picked AS SELECT * EXCLUDE (detail), CASE WHEN prop IN "
            f"{_list([*LIST_PROPS, BIRTH, *OF_PROP])} THEN detail ELSE '' END AS detail"
            f" FROM (SELECT party, kind, prop, value, lang, detail, source, basis, grade, flag, id,"
            f" {', '.join(COLUMNS)}"
            f" FROM read_parquet([{files}]))"
            f" WHERE prop IN {_list(PROPS)} AND (kind IN {kinds} OR prop = '{SAME}')"
        )
        for what, query in (
            (
                "text",
                "SELECT party AS x FROM picked UNION SELECT value FROM picked"
                " UNION SELECT detail FROM picked",
            ),
            ("source", "SELECT source AS x FROM picked"),
        ):
            engine.execute(f"CREATE TABLE {what}s AS SELECT row_number() OVER (ORDER BY x) - 1 AS n, x"
                           f" FROM (SELECT DISTINCT x FROM ({query}))")  # fmt: skip
        texts = [row[0] for row in engine.execute("SELECT x FROM texts ORDER BY n").fetchall()]
        sources = [row[0] for row in engine.execute("SELECT x FROM sources ORDER BY n").fetchall()]
        days = ", ".join(f"CAST(rpad(replace({c}, '-', ''), 8, '0') AS INTEGER) AS {c}" for c in COLUMNS)
        found = engine.execute(
            "SELECT CAST(p.n AS INTEGER) AS party, CAST(v.n AS INTEGER) AS value,"
            " CAST(d.n AS INTEGER) AS detail,"
            f" {_position(PROPS, 'prop')} AS prop, {_position(KINDS, 'kind')} AS kind,"
            " CAST(s.n AS UTINYINT) AS source,"
            f" CAST(basis = '{OWN_KNOWLEDGE}' OR grade = '{Grade.UNVERIFIED}' AS UTINYINT) AS own,"
            f" CAST(flag <> '' AS UTINYINT) AS flagged, {days}"
            " FROM picked JOIN texts p ON p.x = party JOIN texts v ON v.x = value"
            " JOIN texts d ON d.x = detail"
            " JOIN sources s ON s.x = source ORDER BY party, prop, from_lo, picked.value, lang, source, id"
        ).fetchnumpy()
    columns = {name: np.ascontiguousarray(np.asarray(column)) for name, column in found.items()}
    return Records(columns, texts, sources)


def _list(values: Sequence[str]) -> str:
    return "(" + ", ".join(f"'{v}'" for v in values) + ")"


def _position(values: Sequence[str], column: str) -> str:
    listed = ", ".join(f"'{v}'" for v in values)
    return f"CAST(coalesce(list_position([{listed}], {column}), 1) - 1 AS UTINYINT)"
