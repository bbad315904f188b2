"""Payments as rows: CSV and Parquet by mapping, and the schemata of IBM's AMLworld and AMLSim."""

from yalu.payments.tables.mapping import FIELDS, Mapping
from yalu.payments.tables.reading import read_csv, read_parquet

__all__ = ["FIELDS", "Mapping", "read_csv", "read_parquet"]
