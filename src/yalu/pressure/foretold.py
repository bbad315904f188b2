"""The brief's part on the hindcast: what was foretold on the memo's day and, once public, what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yalu.errors import YaluError
from yalu.evidence.scope import Scope
from yalu.model import figures as f
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.pressure.again import Again, cited, ends, unit_words
from yalu.pressure.hindcast import Forecast, Hindcast, Outcome, Verdict, compare, hindcast
from yalu.pressure.model import Cut, span
from yalu.pressure.told import names, stream_names


def made_by(scope: Scope) -> Hindcast | None:
    """The hindcast of the scope's day; ``None`` before the memo, and where nothing was bounded on its day."""
    try:
        return hindcast(scope) if scope.memo else None
    except YaluError:
        return None


def _pairs(told: Hindcast) -> list[tuple[Forecast, Outcome]]:
    return [(one, o) for one in told.forecasts for o in one.outcomes]


def _ends(outcome: Outcome) -> list[Statement]:
    return [s for s in outcome.flow.statements if s.prop in ("low", "high")]


class _Judge:
    """Compares anew from statements: those of forecasts and of reports, which are of different rows."""

    def __init__(self, told: Hindcast) -> None:
        self._again = Again(told.made)
        self._pairs = _pairs(told)

    def cut(self, stream: str, seen: Sequence[Statement]) -> Cut:
        return next(c for c in self._again.cuts(seen) if c.stream == stream)

    def outcomes(self, seen: Sequence[Statement]) -> list[Outcome]:
        stated = {(s.party, s.prop): float(s.value) for s in seen if s.prop in ("low", "high")}
        return [
            compare(
                self.cut(one.cut.stream, seen),
                replace(o.flow, low=stated.get((o.flow.id, "low")), high=stated.get((o.flow.id, "high"))),
            )
            for one, o in self._pairs
        ]


def counts(told: Hindcast) -> list[Sentence]:
    """How many reports came out within the forecast, and how far off the middles were."""
    pairs = _pairs(told)
    if not pairs:
        return []
    judge = _Judge(told)
    rows: dict[Statement, None] = dict.fromkeys(cited(told.made, [one.cut for one, _ in pairs]))
    rows |= dict.fromkeys(s for _, o in pairs for s in _ends(o))

    def number(*verdicts: Verdict) -> SlotFunction:
        return lambda seen: str(sum(o.verdict in verdicts for o in judge.outcomes(seen)))

    def ratio(pick: int) -> SlotFunction:
        def made(seen: Sequence[Statement]) -> str:
            return f"{sorted(o.ratio for o in judge.outcomes(seen) if o.ratio is not None)[pick]:.2f}"

        return made

    template = (
        "Of {all} reports on the two years after, {hits} came out within what was foretold from the evidence"
        " of {memo}, {misses} did not, and {open} cannot be decided"
    )
    slots = {
        "all": number(*Verdict),
        "hits": number(Verdict.HIT),
        "misses": number(Verdict.TOO_HIGH, Verdict.TOO_LOW),
        "open": number(Verdict.OPEN),
    }
    if any(o.ratio is not None for _, o in pairs):
        template += (
            "; the middle foretold was {least} to {most} times the middle reported, where that was above zero"
        )
        slots |= {"least": ratio(0), "most": ratio(-1)}
    return [sentence(template + ".", rows, asked={"memo": told.day}, fill=slots)]


def misses(told: Hindcast) -> list[Sentence]:
    """Each report outside of the forecast."""
    words = {Verdict.TOO_HIGH: "too high", Verdict.TOO_LOW: "too low"}
    said = []
    for one, o in _pairs(told):
        if o.verdict not in words:
            continue
        judge = _Judge(replace(told, forecasts=(replace(one, outcomes=(o,)),)))
        unit = one.cut.unit

        def left(seen: Sequence[Statement], stream: str = one.cut.stream, judge: _Judge = judge) -> str:
            cut = judge.cut(stream, seen)
            return ends(span(cut.base - cut.net), cut.unit)

        def report(seen: Sequence[Statement], judge: _Judge = judge) -> str:
            [found] = judge.outcomes(seen)
            low, high = found.flow.low or 0, found.flow.high or 0
            return ends({"low": round(low), "high": round(high)}, found.flow.unit)

        def verdict(seen: Sequence[Statement], judge: _Judge = judge) -> str:
            [found] = judge.outcomes(seen)
            return words[found.verdict]

        year = [s for s in o.flow.statements if s.prop == "year"]
        rows: dict[Statement, None] = dict.fromkeys(
            [*stream_names(told.made, [one.cut.stream]), *cited(told.made, [one.cut]), *_ends(o), *year]
        )
        said.append(
            sentence(
                "A miss: {left} " + unit_words(unit) + " a year were foretold to be left of {streams}, and"
                " {report} is what was reported for {year}. The forecast was {verdict}.",
                rows,
                streams=names,
                left=left,
                report=report,
                verdict=verdict,
                year=f.value(f.of_party(o.flow.id, "year")),
            )
        )
    return said


def alone(told: Hindcast) -> list[Sentence]:
    """What to say of a forecast of which no outcome is public."""
    if _pairs(told):
        return [
            sentence(
                "What states did after {memo} was not what the memo recommends and went further in places, so"
                " a forecast that came out proves little.",
                [],
                asked={"memo": told.day},
            )
        ]
    return [
        sentence(
            "The forecast stands alone: no report on the years that it is for was public.",
            [],
        )
    ]


def table(told: Hindcast) -> list[Table]:
    """Each forecast, with what was reported where that was public."""
    if not told.forecasts:
        return []
    pairs = bool(_pairs(told))
    more = ("Year", "Reported", "Outcome") if pairs else ()
    return [
        Table(
            id="hindcast",
            title=f"What was foretold from the evidence of {told.day} to be left a year, were all six taken",
            columns=("Stream", "Unit", "Known then", "Foretold", *more),
            rows=tuple(row for one in told.forecasts for row in _rows(told, one, pairs=pairs)),
            note="Intervals of ninety-five percent."
            + (" A hit has the middle of the report within the interval." if pairs else ""),
        )
    ]


def _rows(told: Hindcast, one: Forecast, *, pairs: bool) -> list[Row]:
    judge = _Judge(told)

    def base(seen: Sequence[Statement]) -> str:
        cut = judge.cut(one.cut.stream, seen)
        return ends(span(cut.base), cut.unit)

    def left(seen: Sequence[Statement]) -> str:
        cut = judge.cut(one.cut.stream, seen)
        return ends(span(cut.base - cut.net), cut.unit)

    cells: tuple[SlotFunction, ...] = (names, lambda _: unit_words(one.cut.unit), base, left)
    rows = (*stream_names(told.made, [one.cut.stream]), *cited(told.made, [one.cut]))
    if not pairs:
        return [Row(cells, rows)]
    if not one.outcomes:
        return [Row((*cells, lambda _: "", lambda _: "", lambda _: "no report"), rows)]
    return [
        Row((*cells, *_reported(o)), (*rows, *(s for s in _ends(o) if s not in rows))) for o in one.outcomes
    ]


def _reported(o: Outcome) -> tuple[SlotFunction, ...]:
    def span_of(seen: Sequence[Statement]) -> str:
        found = {
            s.prop: round(float(s.value)) for s in seen if s.party == o.flow.id and s.prop in ("low", "high")
        }
        if len(found) == 2:
            return ends(found, o.flow.unit)
        [(which, number)] = found.items()
        text = ends({"low": number, "high": number}, o.flow.unit)
        return f"{text} or more" if which == "low" else f"up to {text}"

    return (lambda _: str(o.flow.year), span_of, lambda _: o.verdict.value)
