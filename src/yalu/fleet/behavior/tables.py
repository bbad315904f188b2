"""Tables that expressions name, and whose rows only an engine knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from yalu.errors import YaluError

if TYPE_CHECKING:
    import ibis.expr.types as ir

Schema = Mapping[str, str]
"""Columns and their types in Ibis' words."""


def named(name: str, schema: Schema) -> ir.Table:
    """A table by name, whose rows only the engine knows. Raises YaluError where Ibis is not installed."""
    try:
        import ibis
    except ImportError:
        raise YaluError(
            "Reading behavior needs Ibis, which is not installed.", do="Run: pip install 'yalu[ships]'"
        ) from None
    return ibis.table(dict(schema), name=name)


def schema_of(expression: ir.Table) -> dict[str, str]:
    """The columns that an expression gives, each with its type."""
    return {name: str(kind).lstrip("!") for name, kind in expression.schema().items()}
