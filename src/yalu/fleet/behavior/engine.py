"""Where expressions run: DuckDB here, Spark where one machine is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from yalu.errors import UsageError
from yalu.fleet.ais.store import engine as duckdb_engine
from yalu.fleet.behavior.tables import Schema, named, schema_of

if TYPE_CHECKING:
    import ibis.expr.types as ir


class Engine(Protocol):
    """Holds named tables; a table is made of an expression over others."""

    def parquet(self, name: str, paths: Sequence[Path], schema: Schema) -> ir.Table:
        """Name the rows of files; the files are read where they are needed."""

    def rows(self, name: str, schema: Schema, rows: Sequence[Sequence[Any]]) -> ir.Table:
        """Name a few rows."""

    def make(self, name: str, expression: ir.Table) -> ir.Table:
        """Run an expression and keep its rows under a name."""

    def read(self, expression: ir.Table) -> list[dict[str, Any]]:
        """Run an expression and give its rows."""


class DuckDB:
    """The default: this process, within a bound of memory."""

    def __init__(self, memory: str = "700MB", scratch: Path | None = None) -> None:
        self.con = duckdb_engine(scratch, memory)
        self.sql: list[str] = []

    def parquet(self, name: str, paths: Sequence[Path], schema: Schema) -> ir.Table:
        """See Engine."""
        table = named(name, schema)
        if not paths:
            return self.rows(name, schema, [])
        listed = ", ".join("'" + str(p).replace("'", "''") + "'" for p in paths)
        self.con.execute(
            f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT {', '.join(schema)} FROM read_parquet([{listed}])"
        )
        return table

    def rows(self, name: str, schema: Schema, rows: Sequence[Sequence[Any]]) -> ir.Table:
        """See Engine."""
        import numpy as np

        types = {"int64": "BIGINT", "int32": "INTEGER", "float64": "DOUBLE", "string": "VARCHAR"}
        columns = {
            c: np.array([row[i] for row in rows], object if t == "string" else np.dtype(t))
            for i, (c, t) in enumerate(schema.items())
        }
        self.con.execute(f"DROP VIEW IF EXISTS {name}")
        if not rows:
            made = ", ".join(f"{c} {types.get(t, 'DOUBLE')}" for c, t in schema.items())
            self.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({made})")
            return named(name, schema)
        self.con.register("given", columns)
        self.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM given")
        self.con.unregister("given")
        return named(name, schema)

    def make(self, name: str, expression: ir.Table) -> ir.Table:
        """See Engine."""
        self.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {self._compiled(expression)}")
        return named(name, schema_of(expression))

    def read(self, expression: ir.Table) -> list[dict[str, Any]]:
        """See Engine."""
        found = self.con.execute(self._compiled(expression))
        names = [d[0] for d in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def _compiled(self, expression: ir.Table) -> str:
        import ibis

        text = str(ibis.to_sql(expression, dialect="duckdb"))
        self.sql.append(text)
        return text


def open_engine(where: str = "", scratch: Path | None = None) -> Engine:
    """``duckdb`` or nothing; ``local[N]`` or ``spark://HOST:PORT`` for Spark. Raises UsageError."""
    if where in ("", "duckdb"):
        return DuckDB(scratch=scratch)
    if where.startswith(("spark://", "local[")):
        from yalu.fleet.behavior.spark import Spark

        return Spark(where)
    raise UsageError(f"There is no engine {where!r}.", expected="duckdb, local[N] or spark://HOST:PORT")
