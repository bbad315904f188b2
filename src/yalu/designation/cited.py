"""A criterion as a statement, so that a table can cite the law behind it like any other fact."""

from __future__ import annotations

from yalu.designation.assessment import Assessment
from yalu.evidence.scope import CASEBOOK
from yalu.model.clock import KnownBy
from yalu.model.dates import partial
from yalu.model.statement import COLUMNS, Statement, statement_id
from yalu.model.vocabulary import Basis, Grade

GROUND = "ground"
"""The property of such a statement; its value is the instrument and the provision."""


def ground(one: Assessment) -> Statement:
    """The criterion of an assessment: known since its own first day, as a law is."""
    since = partial(one.since)
    blank = dict.fromkeys(COLUMNS, "")
    return Statement(
        **blank
        | {
            "id": statement_id("criterion", one.criterion),
            "party": one.criterion,
            "kind": "Criterion",
            "prop": GROUND,
            "value": f"{one.instrument}, {one.provision}",
            "source": CASEBOOK,
            "cites": ";".join(one.sources),
            "locator": f"criteria.yaml {one.criterion}",
            "grade": Grade.SOURCED.value,
            "basis": Basis.STORED_IN_PART.value if one.doubts else Basis.STORED.value,
            "unverified": ";".join(one.doubts),
            "known_lo": since.lo,
            "known_hi": since.hi,
            "known_by": KnownBy.INSTRUMENT.value,
            "from_lo": since.lo,
            "from_hi": since.hi,
        }
    )
