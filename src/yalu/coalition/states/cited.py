"""The works behind statements; they belong to the evidence, and stand here for the verbs on states."""

from yalu.evidence.cited import cited, ids, works

__all__ = ["cited", "ids", "works"]
