"""The name engine: prepare a name once, compare it with others, and look for candidates by its keys.

    from yalu.names import Schema, compare, prepare

    listed = prepare("Ri Hong-sop", Schema.PERSON)
    answer = compare(prepare("李弘燮", Schema.PERSON), listed)
    print(answer.score, answer.alert, answer.reasons)

It compares names and nothing else: whether an alias is weak, and what a birth date says, is the caller's
to weigh.
"""

from __future__ import annotations

from yalu.names.engine import Prepared, Schema, compare, keys, likely_schema, prepare
from yalu.names.result import Comparison, Part

__all__ = ["Comparison", "Part", "Prepared", "Schema", "compare", "keys", "likely_schema", "prepare"]
