"""The cargo that a port's file gives an expected ship, against the rules on goods of the day."""

from __future__ import annotations

from yalu.errors import UsageError
from yalu.fleet.cargo.codes import hs_code
from yalu.fleet.cargo.effect import Effect
from yalu.fleet.cargo.movement import Movement
from yalu.fleet.cargo.question import ask
from yalu.fleet.cargo.rules import Rules
from yalu.fleet.files.columns import Line
from yalu.fleet.places import Places
from yalu.fleet.targeting.law import Paragraph
from yalu.fleet.targeting.reason import Finding


def goods(line: Line, rules: Rules, places: Places, country: str, day: str) -> Finding | None:
    """The finding of a line's cargo where a rule that binds meets it; nothing where none is given or met."""
    words, code = line.get("cargo"), ""
    if line.get("hs"):
        try:
            code = hs_code(line.get("hs"))
        except UsageError:
            code = ""
    if not code and not words:
        return None
    origin, start, end = (places.find(line.get(f)).state for f in ("origin", "last_port", "next_port"))
    answer = ask(rules, Movement(code, start, end, origin, words), country)
    if answer.effect is Effect.UNKNOWN:
        return None
    met = [f.rule for f in answer.found if f.binds and f.effect == answer.effect]
    told = ", ".join(filter(None, (words, f"HS {code}" if code else "")))
    return Finding(
        "cargo",
        answer.verdict,
        f"{told}: {answer.verdict}; {answer.why}",
        day,
        ({"row": line.number, **answer.as_json()},),
        paragraphs=tuple(Paragraph(r.id, r.cite, r.status, r.lead) for r in met[:3]),
    )
