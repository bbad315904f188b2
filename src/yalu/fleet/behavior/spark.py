"""The same expressions on Spark (extra cluster): Ibis writes them in its dialect."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu.errors import YaluError
from yalu.fleet.behavior.tables import Schema, named, schema_of

if TYPE_CHECKING:
    import ibis.expr.types as ir

_TYPES = {
    "int16": "smallint",
    "int32": "int",
    "int64": "bigint",
    "float32": "float",
    "float64": "double",
    "string": "string",
    "boolean": "boolean",
}


class Spark:
    """A session of Spark; its workers must see the workspace's files under the same path."""

    def __init__(self, master: str) -> None:
        try:
            import ibis

            _ = ibis.pyspark  # asking for the backend registers options that its dialect needs
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise YaluError(
                f"The engine {master} needs pyspark and Ibis' backend for it: {error}.",
                do="Run: pip install 'yalu[ships,cluster]' 'ibis-framework[pyspark]', with Java 17 or newer.",
            ) from None
        self.session = (
            SparkSession.builder.master(master)
            .appName("yalu")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "8" if master.startswith("local") else "200")
            .getOrCreate()
        )
        self.session.sparkContext.setLogLevel("ERROR")

    def parquet(self, name: str, paths: Sequence[Path], schema: Schema) -> ir.Table:
        """See Engine."""
        if not paths:
            return self.rows(name, schema, [])
        self.session.read.parquet(*map(str, paths)).select(*schema).createOrReplaceTempView(name)
        return named(name, schema)

    def rows(self, name: str, schema: Schema, rows: Sequence[Sequence[Any]]) -> ir.Table:
        """See Engine."""
        kinds = ", ".join(f"{column} {_TYPES[kind]}" for column, kind in schema.items())
        self.session.createDataFrame([tuple(r) for r in rows], kinds).createOrReplaceTempView(name)
        return named(name, schema)

    def make(self, name: str, expression: ir.Table) -> ir.Table:
        """See Engine."""
        frame = self.session.sql(self._compiled(expression)).localCheckpoint()
        frame.createOrReplaceTempView(name)
        return named(name, schema_of(expression))

    def read(self, expression: ir.Table) -> list[dict[str, Any]]:
        """See Engine."""
        return [row.asDict() for row in self.session.sql(self._compiled(expression)).collect()]

    def _compiled(self, expression: ir.Table) -> str:
        import ibis

        return str(ibis.to_sql(expression, dialect="pyspark"))
