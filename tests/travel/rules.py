"""Rules for tests: those of the packaged casebook, and ones made by hand."""

from __future__ import annotations

from yalu.evidence.view import Evidence
from yalu.model.clock import Mode
from yalu.model.dates import partial
from yalu.travel.passport import Notice, Rules, read
from yalu.travel.verdict import Verdict, decide

TODAY = "2026-11-24"


def ask(
    evidence: Evidence, passport: str, on: str, purpose: str, as_of: str = TODAY, mode: Mode = Mode.STRICT
) -> Verdict:
    return decide(read(evidence.at(as_of, mode=mode)), passport, on, purpose, as_of)


def notice(name: str, first: str, last: str) -> Notice:
    return Notice(name, "US", first, partial(first), partial(last), ())


def rules(*notices: Notice) -> Rules:
    return Rules(notices, (), (), ())
