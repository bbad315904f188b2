"""Rows of a table of positions, by the engine: CSV in blocks of bytes, Parquet in blocks of rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb

from yalu.fleet.ais.layouts import TRACK, Layout
from yalu.fleet.ais.rows import EARLIEST, LEAD, POINTS, VOYAGES, Batch, Reject

TIME_FORMATS = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M")
"""Beside ISO 8601 and seconds or milliseconds since 1970. Day before month, as the Danish files have it."""

NO_SHIP = ("base station", "aton", "sar airborne", "man overboard device", "search and rescue transponder")
"""Kinds of sender (the Danish column "Type of mobile") that are no ship."""

_UNKNOWN = ("", "unknown", "undefined", "null", "none", "n/a")


class Table:
    """Reads blocks of one table in any order."""

    def __init__(self, layout: Layout, now: Callable[[], int], scratch: Path, delimiter: str = ",") -> None:
        self.layout = layout
        self.now = now
        self.scratch = scratch
        self.delimiter = delimiter

    def read_csv(self, block: bytes, engine: duckdb.DuckDBPyConnection) -> Batch:
        """Fill new_points and new_voyages from lines without the heading."""
        path = self.scratch / "block.csv"
        path.write_bytes(block)
        columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(self.layout.columns)))
        engine.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans")
        engine.execute(
            "CREATE OR REPLACE TEMP TABLE raw AS SELECT row_number() OVER () AS line, * FROM"
            f" read_csv('{_quoted(path)}', columns={{{columns}}}, header=false, auto_detect=false,"
            f" delim='{self.delimiter}', quote='\"', escape='\"', parallel=false, store_rejects=true,"
            " rejects_limit=0, max_line_size=1000000, strict_mode=true)"
        )
        batch = self._split(engine)
        for line, text in engine.execute(
            "SELECT DISTINCT line, csv_line FROM reject_errors ORDER BY 1"
        ).fetchall():
            batch.rejects.append(Reject("row", int(line), (text or "").rstrip("\r\n")))
            batch.lines += 1
        return batch

    def read_parquet(self, path: Path, first: int, last: int, engine: duckdb.DuckDBPyConnection) -> Batch:
        """Fill the tables from rows ``first`` up to but not with ``last`` of a Parquet file."""
        names = ", ".join(
            f'CAST("{c.replace(chr(34), chr(34) * 2)}" AS VARCHAR) AS c{i}'
            for i, c in enumerate(self.layout.columns)
        )
        engine.execute(
            f"CREATE OR REPLACE TEMP TABLE raw AS SELECT file_row_number - {first} + 1 AS line, {names} FROM"
            f" read_parquet('{_quoted(path)}', file_row_number=true)"
            f" WHERE file_row_number >= {first} AND file_row_number < {last}"
        )
        return self._split(engine)

    def _split(self, engine: duckdb.DuckDBPyConnection) -> Batch:
        now = self.now()
        engine.execute(
            f"CREATE OR REPLACE TEMP TABLE typed AS SELECT *, {_reason(now)} AS why FROM ({self._typed()})"
        )
        points = ", ".join(f"CAST({_POINT.get(c, c)} AS {t}) AS {c}" for c, t in POINTS.items())
        engine.execute(
            f"CREATE OR REPLACE TEMP TABLE new_points AS SELECT {points} FROM typed WHERE why = ''"
        )
        # static data that stands in every row of a ship is kept once an hour
        said = [c for c in VOYAGES if c not in ("mmsi", "ts", "kind", "clock")]
        voyages = ", ".join(f"CAST({_VOYAGE.get(c, c)} AS {t}) AS {c}" for c, t in VOYAGES.items())
        engine.execute(
            f"CREATE OR REPLACE TEMP TABLE new_voyages AS SELECT {voyages} FROM (SELECT mmsi, min(ts) AS ts,"
            f" {', '.join(said)} FROM typed WHERE why IN ('', 'no position', 'position') AND"
            f" coalesce({', '.join(f'CAST({c} AS VARCHAR)' for c in said)}) IS NOT NULL"
            f" GROUP BY mmsi, ts // 3600, {', '.join(said)})"
        )
        batch = Batch(lines=_one(engine, "SELECT count(*) FROM raw"))
        if stations := _one(engine, "SELECT count(*) FROM typed WHERE why = 'station'"):
            batch.passed["no ship"] = stations
        width = len(self.layout.columns)
        cells = ", ".join(f"raw.c{i}" for i in range(width))
        for line, why, *values in engine.execute(
            f"SELECT line, why, {cells} FROM typed JOIN raw USING (line) WHERE why NOT IN ('', 'station')"
            " ORDER BY line"
        ).fetchall():
            batch.rejects.append(Reject(why, line, self._shown(values)))
        return batch

    def _typed(self) -> str:
        place = self.layout.place

        def cell(field: str) -> str:
            if field not in place:
                return "NULL"
            text = f"trim(c{place[field]})"
            unknown = ", ".join(f"'{u}'" for u in _UNKNOWN)
            return f"CASE WHEN lower({text}) IN ({unknown}) THEN NULL ELSE {text} END"

        def number(field: str, low: float, high: float) -> str:
            value = f"TRY_CAST({cell(field)} AS DOUBLE)"
            return f"CASE WHEN {value} >= {low} AND {value} <= {high} THEN {value} END"

        imo = f"TRY_CAST(regexp_replace({cell('imo')}, '^(?i)imo ?', '') AS INTEGER)"
        texts = ("name", "callsign", "type", "destination", "eta")
        return (
            f"SELECT line, TRY_CAST({cell(TRACK if self.layout.tracks else 'mmsi')} AS BIGINT) AS mmsi,"
            f" {self._time(cell('time'))} AS ts, {cell('time')} AS time_text,"
            f" TRY_CAST({cell('lat')} AS DOUBLE) AS lat, TRY_CAST({cell('lon')} AS DOUBLE) AS lon,"
            f" {number('sog', 0, 102.2)} AS sog, {number('cog', 0, 359.99)} AS cog,"
            f" {number('heading', 0, 359)} AS heading, {number('status', 0, 15)} AS status,"
            f" nullif({imo}, 0) AS imo, {', '.join(f'{cell(t)} AS {t}' for t in texts)},"
            f" {number('length', 1, 600)} AS length, {number('beam', 1, 100)} AS beam,"
            f" {number('draught', 0.1, 40)} AS draught, lower({cell('mobile')}) AS mobile,"
            f" {str(self.layout.tracks).lower()} AS tracks FROM raw"
        )

    def _time(self, text: str) -> str:
        """Whole seconds in UTC; a time without a zone is UTC."""
        formats = (self.layout.time_format,) if self.layout.time_format else TIME_FORMATS
        listed = "[" + ", ".join("'" + f.replace("'", "''") + "'" for f in formats) + "]"
        tried = [f"epoch(try_strptime({text}, {listed}))"]
        if not self.layout.time_format:
            number = f"TRY_CAST({text} AS DOUBLE)"
            tried = [
                f"CASE WHEN {number} > 99999999999 THEN {number} / 1000 ELSE {number} END",
                *tried,
                f"CASE WHEN {text} SIMILAR TO '.*(Z|[+-][0-9]{{2}}:?[0-9]{{2}})'"
                f" THEN epoch(TRY_CAST({text} AS TIMESTAMPTZ)) ELSE epoch(TRY_CAST({text} AS TIMESTAMP)) END",
            ]
        return f"CAST(floor(coalesce({', '.join(tried)})) AS BIGINT)"

    def _shown(self, values: list[str | None]) -> str:
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator="").writerow(
            ["" if v is None else v for v in values]
        )
        return out.getvalue()


_POINT = {"kind": "0", "clock": "'stated'"}
_VOYAGE = {"kind": "0", "clock": "'stated'"}


def _reason(now: int) -> str:
    stations = ", ".join(f"'{s}'" for s in NO_SHIP)
    return (
        f"CASE WHEN mobile IN ({stations}) THEN 'station'"
        " WHEN mmsi IS NULL OR mmsi < 0 OR mmsi > 2147483647"
        " OR (NOT tracks AND (mmsi < 200000000 OR mmsi > 799999999)) THEN 'mmsi'"
        " WHEN time_text IS NULL THEN 'no time' WHEN ts IS NULL THEN 'time'"
        f" WHEN ts > {now + LEAD} THEN 'clock ahead' WHEN ts < {EARLIEST} THEN 'clock behind'"
        " WHEN lat IS NULL OR lon IS NULL OR abs(lat - 91) < 1e-4 OR abs(lon - 181) < 1e-4 THEN 'no position'"
        " WHEN NOT (abs(lat) <= 90 AND abs(lon) <= 180) THEN 'position' ELSE '' END"
    )


def _one(engine: duckdb.DuckDBPyConnection, query: str) -> int:
    row = engine.execute(query).fetchone()
    return int(row[0]) if row else 0


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
