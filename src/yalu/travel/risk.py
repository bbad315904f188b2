"""The risk of detention: events over exposure, with an interval that a few events can bear.

The interval is Garwood's exact one for a Poisson count, at 95 percent; its lower end is divided by the
largest exposure and its upper end by the smallest, so that the doubt about both is in it. Source: F. Garwood,
Fiducial limits for the Poisson distribution, Biometrika 28 (1936).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.model.dates import Interval, partial
from yalu.model.sentence import Sentence, sentence
from yalu.model.statement import Statement
from yalu.travel.detentions import TOURISM, Detention

CONFIDENCE = 0.95
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENDS = rf"(?:({'|'.join(_MONTHS)})\w* )?(\d{{4}})"
_PERIOD = re.compile(rf"{_ENDS} to {_ENDS}")

NOT_WESTERN = ("KR", "ROK", "KP", "CN", "JP", "RU")
"""How the nationality of a case begins that is in no count of western visitors."""

ASSUMPTIONS = (
    "A visitor counts once a visit, and visits are alike: selection by nationality or conduct is not seen.",
    "Counts of visitors are estimates of tour operators, so the interval takes both ends of them.",
    "Backed are cases that a stored text calls tourists; residents and border crossers are not on tour.",
)


@dataclass(frozen=True)
class Risk:
    """Events over exposure in a period, per thousand visits; ``high`` is ``None`` where nothing bounds it."""

    id: str
    period: str
    group: str
    events: int
    counted: str
    visitors_low: int
    visitors_high: int
    low: float
    high: float | None
    statements: tuple[Statement, ...]

    def as_json(self) -> dict[str, Any]:
        """The figures, with how the events were counted."""
        from yalu.evidence.cited import ids

        return {
            "row": self.id,
            "period": self.period,
            "group": self.group,
            "events": self.events,
            "counted": self.counted,
            "visitors": [self.visitors_low, self.visitors_high],
            "per_1000_low": self.low,
            "per_1000_high": self.high,
            "confidence": CONFIDENCE,
            "sources": ids(self.statements),
        }


def garwood(events: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of a Poisson mean of which ``events`` were counted.

    >>> [round(end, 3) for end in garwood(2)]
    [0.242, 7.225]
    """
    from scipy.stats import chi2

    tail = (1 - confidence) / 2
    low = float(chi2.ppf(tail, 2 * events) / 2) if events else 0.0
    return low, float(chi2.ppf(1 - tail, 2 * events + 2) / 2)


def rate(events: int, visitors_low: int, visitors_high: int) -> tuple[float, float | None]:
    """The interval per thousand visits. Raises ValueError where the exposure is no range."""
    if events < 0 or not 0 <= visitors_low <= visitors_high or not visitors_high:
        raise ValueError(f"{events} events in {visitors_low} to {visitors_high} visits are no rate")
    low, high = garwood(events)
    return 1000 * low / visitors_high, 1000 * high / visitors_low if visitors_low else None


def span(period: str) -> Interval:
    """The days of ``2010 to Aug 2017``. Raises ValueError."""
    found = _PERIOD.search(period)
    if not found:
        raise ValueError(f"{period!r} is no period such as 2010 to Aug 2017")
    month, year, last_month, last_year = found.groups()
    return Interval(_partial(month, year).lo, _partial(last_month, last_year).hi)


def _partial(month: str | None, year: str) -> Interval:
    return partial(f"{year}-{_MONTHS.index(month) + 1:02d}" if month else year)


def on_tour(seen: Iterable[Statement], period: str, group: str) -> set[str]:
    """The cases, by id, of people of the group who came as tourists and were detained in the period."""
    seen = list(seen)
    days = span(period)
    came = {s.party for s in seen if s.prop == "visit" and s.value == TOURISM}
    of = {s.party for s in seen if s.prop == "nationality" and _belongs(s.value, group)}
    when = {s.party: partial(s.value) for s in seen if s.prop == "detained"}
    return {p for p in came & of & set(when) if days.lo <= when[p].lo and when[p].hi <= days.hi}


def _belongs(nationality: str, group: str) -> bool:
    if group == "US":
        return nationality.startswith("US")
    return bool(re.match("[A-Z]{2}", nationality)) and not nationality.startswith(NOT_WESTERN)


def _prefix(item: Item) -> tuple[str, str]:
    return ("us_", "US") if item.one("us_visitors_high") else ("", "western")


def exposures(scope: Scope) -> list[Item]:
    """The rows that count visitors of a period and the detained among them, and that a text backs."""
    found = []
    for item in items(scope.view, "DetentionExposure"):
        prefix, _ = _prefix(item)
        wanted = ("period", f"{prefix}visitors_low", f"{prefix}visitors_high", f"{prefix}detained_on_tour")
        if item.verified and all(map(item.one, wanted)):
            found.append(item)
    return found


def _events(item: Item, cases: Sequence[Detention]) -> list[Statement]:
    """What decides how many backed cases count: those of the period, of the group, on tour."""
    _, group = _prefix(item)
    fields = [(c, c.all("nationality", "visit", "detained")) for c in cases if c.item.verified]
    return [s for c, some in fields if on_tour(some, item.text("period"), group) for s in some]


def risks(scope: Scope, cases: Sequence[Detention]) -> list[Risk]:
    """Two for each exposure: with the cases that a text backs, and with the count that the row states."""
    found = []
    for item in exposures(scope):
        prefix, group = _prefix(item)
        backed = _events(item, cases)
        least, most = (int(item.text(f"{prefix}visitors_{end}")) for end in ("low", "high"))
        counts: tuple[tuple[int, str, list[Statement]], ...] = (
            (len(on_tour(backed, item.text("period"), group)), "cases that a stored text backs", backed),
            (int(item.text(f"{prefix}detained_on_tour")), "as the row counts them, in part from memory", []),
        )
        for events, counted, extra in counts:
            low, high = rate(events, least, most)
            said = (*item.all("period", f"{prefix}visitors_low", f"{prefix}visitors_high"), *extra)
            if not extra:
                said += tuple(item.all(f"{prefix}detained_on_tour"))
            found.append(
                Risk(item.id, item.text("period"), group, events, counted, least, most, low, high, said)
            )
    return found


def told(scope: Scope, cases: Sequence[Detention]) -> list[Sentence]:
    """A sentence for each exposure of the day."""
    return [_told(item, _events(item, cases)) for item in exposures(scope)]


def _told(item: Item, backed: list[Statement]) -> Sentence:
    prefix, group = _prefix(item)
    fields = ("period", f"{prefix}visitors_low", f"{prefix}visitors_high", f"{prefix}detained_on_tour")

    def value(seen: Sequence[Statement], prop: str) -> str:
        return next(s.value for s in seen if s.party == item.id and s.prop == prop)

    def counted(seen: Sequence[Statement]) -> str:
        return str(len(on_tour((s for s in seen if s.party != item.id), value(seen, "period"), group)))

    def between(events: str, seen: Sequence[Statement]) -> str:
        low, high = rate(int(events), int(value(seen, fields[1])), int(value(seen, fields[2])))
        if high is None:
            return "without an upper bound, since there may have been no visitor at all"
        return f"{low:.2f} to {high:.2f} in a thousand"

    return sentence(
        "Detention on tour, {period}: {backed} whom a stored text calls a tourist, among {low} to {high}"
        " {group} visitors: {rate}. The row itself counts {stated}, in part from memory: {stated_rate}. Both"
        " are exact intervals of ninety-five percent for rare events, over both ends of the visitors.",
        [*item.all(*fields), *backed],
        asked={"group": group},
        period=lambda seen: value(seen, "period"),
        backed=counted,
        low=lambda seen: f"{int(value(seen, fields[1])):,}",
        high=lambda seen: f"{int(value(seen, fields[2])):,}",
        rate=lambda seen: between(counted(seen), seen),
        stated=lambda seen: value(seen, fields[3]),
        stated_rate=lambda seen: between(value(seen, fields[3]), seen),
    )
