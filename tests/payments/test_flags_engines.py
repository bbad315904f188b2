"""The rules over several payments as expressions: what DuckDB runs is their text, and Spark agrees with it.

Spark is asked where pyspark, Ibis' backend for it and Java are: see docs/decisions/0055.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tests.payments.ledgers import filled
from yalu.payments.flags.batch import Ledger, expressions
from yalu.payments.flags.batch.queries import query, rows, told
from yalu.payments.flags.rules import Rule, rules

RULES = {rule.id: rule for rule in rules().batch}
Row = dict[str, Any]


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger() as made:
        filled(made)
        yield made


@pytest.mark.parametrize("rule", sorted(RULES))
def test_the_query_that_runs_is_the_expressions_text(rule: str) -> None:
    pytest.importorskip("ibis", reason="no Ibis here: it comes with the extra [ships]")
    assert query(rule) == expressions.compiled(rule)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_each_rule_finds_groups_whose_evidence_is_whole(rule: str, ledger: Ledger) -> None:
    with ledger.engine() as engine:
        found = [told(RULES[rule], row) for row in rows(RULES[rule], engine, 1_000)]
        again = [told(RULES[rule], row) for row in rows(RULES[rule], engine, 1_000)]
    assert found and found == again
    assert all(one.ids and one.payer and one.payee and "None" not in one.evidence for one in found)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark", reason="no pyspark here: it comes with the extra [cluster]")
    pytest.importorskip("ibis.backends.pyspark", reason="Ibis' backend for Spark is not whole here")
    from yalu.fleet.behavior.spark import Spark

    session = Spark("local[2]").session
    yield session
    session.stop()


def on_spark(session: Any, rule: Rule, ledger: Ledger) -> list[Row]:
    """A rule's rows on Spark, over the ledger's table as DuckDB holds it."""
    with ledger.engine() as engine:
        held = engine.execute("SELECT * FROM payment").fetchall()
    kinds = {"BIGINT": "bigint", "VARCHAR": "string", "DECIMAL(38,8)": "decimal(38,8)"}
    columns = ", ".join(f"`{n}` {kinds.get(k, k.lower())}" for n, k in expressions.COLUMNS.items())
    session.createDataFrame(held, columns).createOrReplaceTempView("payment")
    line = (Decimal(rule.round), rule.least, rule.hours, rule.days, float(rule.share), float(rule.spread))
    kind = "round decimal(38,8), least bigint, hours bigint, days bigint, share double, spread double"
    session.createDataFrame([line], kind).createOrReplaceTempView("line")
    offshore = [(country,) for country in sorted(rules().places.offshore)]
    session.createDataFrame(offshore, "country string").createOrReplaceTempView("offshore")
    return [row.asDict() for row in session.sql(expressions.compiled(rule.id, "pyspark")).collect()]


def sorted_(found: list[Row]) -> list[Row]:
    """Rows in one order, with lists in one order."""
    plain = [{k: sorted(v) if isinstance(v, list) else v for k, v in row.items()} for row in found]
    return sorted(plain, key=lambda row: (str(row["last"]), row["head"], row["tail"]))


@pytest.mark.parametrize("rule", sorted(RULES))
def test_both_engines_agree(rule: str, ledger: Ledger, spark: Any) -> None:
    with ledger.engine() as engine:
        here = sorted_(rows(RULES[rule], engine, 10_000))
    there = sorted_(on_spark(spark, RULES[rule], ledger))
    assert len(here) == len(there) > 0
    for a, b in zip(here, there, strict=True):
        assert a.keys() == b.keys()
        for name, value in a.items():
            if isinstance(value, float):
                assert math.isclose(value, b[name], rel_tol=1e-9), (name, a, b)
            else:
                assert value == b[name], (name, a, b)
