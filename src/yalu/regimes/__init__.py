"""A regime's content: facts with sources and dates, as strict YAML, and the models that read it.

    from yalu.regimes import load_regime

    regime = load_regime()
    for file, section, row in regime.rows():
        print(row.statement_kind, row.id, row.own_dates(), row.src)

Another regime is another folder with the same files; none of the models knows a country.
"""

from __future__ import annotations

from yalu.regimes.errors import RegimeError
from yalu.regimes.hindsight import LateText, late_texts
from yalu.regimes.loading import (
    load_criteria,
    load_duties,
    load_lead_times,
    load_levers,
    load_memo_day,
    load_plan,
    load_regime,
    regime_path,
)
from yalu.regimes.mentions import Mention, latest_mention
from yalu.regimes.regime import Duties, Regime
from yalu.regimes.rows import Item, PartialDate, Row
from yalu.regimes.sources import SourceDoc

__all__ = [
    "Duties",
    "Item",
    "LateText",
    "Mention",
    "PartialDate",
    "Regime",
    "RegimeError",
    "Row",
    "SourceDoc",
    "late_texts",
    "latest_mention",
    "load_criteria",
    "load_duties",
    "load_lead_times",
    "load_levers",
    "load_memo_day",
    "load_plan",
    "load_regime",
    "regime_path",
]
