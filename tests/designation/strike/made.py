"""Waves and pairs made by hand, without evidence: each pair says why it has no package."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import orjson

from yalu.designation.strike.make import make_plan
from yalu.designation.strike.packages import Made
from yalu.designation.strike.plan import Plan
from yalu.designation.strike.wave_file import GivenWave, read_wave
from yalu.regimes import load_lead_times

DAY = date(2027, 2, 2)


def content(*authorities: str, **fields: Any) -> bytes:
    """A wave as the command prints it: one party for each authority."""
    pairs = [
        {"party": f"p{n}", "name": f"Party {n}", "authority": by, "criterion": "c", "statements": ["s"]}
        for n, by in enumerate(authorities)
    ]
    return orjson.dumps({"version": 1, "as_of": "2026-11-24", "pairs": pairs} | fields)


def wave(*authorities: str, **fields: Any) -> GivenWave:
    return read_wave(content(*authorities, **fields), "wave.json")


def plan(
    *authorities: str, day: date = DAY, asked: time | None = None, begin: date | None = None, **fields: Any
) -> Plan:
    given = wave(*authorities, **fields)
    pairs = [Made(pair, refused="nothing verified meets a criterion.") for pair in given.pairs]
    return make_plan(given, pairs, load_lead_times(), day=day, asked=asked, begin=begin)
