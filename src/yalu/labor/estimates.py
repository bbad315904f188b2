"""How many workers, and how much money: the estimates, apart from what repeats or backs nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item, items
from yalu.labor.rows import WORLD, rows_of, state_name
from yalu.model import figures as f
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement

COUNT = "LaborEstimate"
MONEY = "RevenueEstimate"
COUNT_FIELDS = ("host", "low", "high", "as_of", "estimator")
MONEY_FIELDS = ("low_musd", "high_musd", "who")
_USES_ANOTHER = re.compile(r"\b(using|via|citing)\b")


@dataclass(frozen=True)
class Estimates:
    """The estimates that the day shows in full; ``restated`` rest on the work behind the memo's range."""

    world: list[Item]
    by_host: list[Item]
    restated: list[Item]
    money: list[Item]
    unverified: list[Item]
    memo_count: Item | None
    memo_money: Item | None


def read(scope: Scope) -> Estimates:
    """Sort the estimates; own-knowledge rows stand apart and are counted nowhere."""
    counts = [i for i in rows_of(scope, COUNT) if all(i.one(p) for p in COUNT_FIELDS)]
    money = [i for i in rows_of(scope, MONEY) if all(i.one(p) for p in MONEY_FIELDS)]
    memo_count, memo_money = _memo(scope, "estimates"), _memo(scope, "revenue")
    backed = sorted((i for i in counts if i.verified), key=lambda i: (i.text("as_of"), i.text("estimator")))
    world = [i for i in backed if i.text("host") == WORLD]
    restated = [i for i in world if memo_count and _works(i) & _works(memo_count)]
    return Estimates(
        world=[i for i in world if i not in restated],
        by_host=sorted((i for i in backed if i.text("host") != WORLD), key=lambda i: i.text("host")),
        restated=restated,
        money=[i for i in money if i.verified],
        unverified=[i for i in (*counts, *money) if not i.verified],
        memo_count=memo_count,
        memo_money=memo_money,
    )


def _memo(scope: Scope, method: str) -> Item | None:
    wanted = ("memo_text", "low", "high")
    claims = (i for i in items(scope.view, "Claim") if i.text("method") == method)
    return next((i for i in claims if all(i.one(p) for p in wanted)), None)


def _works(item: Item) -> set[str]:
    return {work for s in item.statements for work in s.cited}


def world_range(found: Estimates) -> Sentence:
    """How many estimates for the world, from where to where, beside the memo's range."""
    if not found.world:
        return sentence("No estimate of the number of workers worldwide was public.", [])
    return _range(
        "{count} of the number of workers worldwide {verb} public, from {low} to {high} people",
        ("was", "were"),
        COUNT,
        ("low", "high"),
        found.world,
        found.memo_count,
    )


def money_range(found: Estimates) -> Sentence:
    """The same for the revenue of a year."""
    if not found.money:
        return sentence("No estimate of what the workers earn for the regime was public.", [])
    return _range(
        "{count} of what they earn for the regime in a year {verb} from {low} to {high} million US dollars",
        ("runs", "run"),
        MONEY,
        ("low_musd", "high_musd"),
        found.money,
        found.memo_money,
    )


def _range(
    template: str,
    verb: tuple[str, str],
    kind: str,
    bounds: tuple[str, str],
    found: list[Item],
    memo: Item | None,
) -> Sentence:
    """``verb`` is what one estimate does, and what several do."""
    statements = [s for item in found for s in item.all(*bounds)]
    low, high = (_field(kind, bound) for bound in bounds)

    def number(seen: Sequence[Statement]) -> int:
        return len({s.party for s in seen if low(s)})

    slots: dict[str, SlotFunction] = {
        "count": lambda seen: f.counted(number(seen), "estimate"),
        "verb": lambda seen: verb[number(seen) != 1],
        "low": f.lowest(low),
        "high": f.highest(high),
    }
    if memo:
        template += "; {inside} what the memo says ({memo})"
        statements += memo.all("memo_text", "low", "high")
        slots["memo"] = f.value(lambda s: s.prop == "memo_text")
        slots["inside"] = _inside(memo.id, low, high)
    return sentence(template + ".", statements, fill=slots)


def _inside(memo: str, low: f.Chosen, high: f.Chosen) -> SlotFunction:
    """How many estimates lie within the memo's bounds, both ends included."""

    def inside(seen: Sequence[Statement]) -> str:
        bounds = {s.prop: int(s.value) for s in seen if s.party == memo and s.prop in ("low", "high")}
        lows = {s.party: int(s.value) for s in seen if low(s)}
        highs = {s.party: int(s.value) for s in seen if high(s)}
        within = [p for p in lows if bounds["low"] <= lows[p] and highs[p] <= bounds["high"]]
        return _verb(len(within), "fit")

    return inside


def hosts(found: Estimates) -> list[Sentence]:
    """How many host countries have a figure, and which the largest."""
    if not found.by_host:
        return [sentence("No figure for a single host country was public.", [])]
    return [
        sentence(
            "{hosts} host countries have their own figures, {figures} in all, {by}; the largest: {largest}.",
            [s for item in found.by_host for s in item.all("host", "low", "high", "estimator")],
            figures=lambda seen: str(len(_whole(seen))),
            by=_by_whom,
            hosts=f.values(f.having("host")),
            largest=_largest,
        )
    ]


def _whole(seen: Sequence[Statement]) -> set[str]:
    """The rows of which both the host and the estimator can be read."""
    readable = [{s.party for s in seen if f.having(prop)(s)} for prop in ("host", "estimator")]
    return readable[0] & readable[1]


def _by_whom(seen: Sequence[Statement]) -> str:
    names = {s.value for s in seen if s.prop == "estimator"}
    return f"by {len(names)} estimators" if len(names) > 1 else f"all by one estimator ({names.pop()})"


def _largest(seen: Sequence[Statement], most: int = 3) -> str:
    host = {s.party: s.value for s in seen if s.prop == "host"}
    who = {s.party: s.value for s in seen if s.prop == "estimator"}
    top: dict[str, tuple[int, str]] = {}
    for s in seen:
        if s.prop in ("low", "high"):
            place = host[s.party]
            top[place] = max((int(s.value), who[s.party]), top.get(place, (0, "")))
    ranked = sorted(top, key=lambda h: (-top[h][0], h))[:most]
    by = {h: f" ({top[h][1]})" if len(set(who.values())) > 1 else "" for h in ranked}
    return f.joined([f"{top[h][0]:,} in {state_name(h)}{by[h]}" for h in ranked])


def _verb(count: int, verb: str) -> str:
    """``none fits``, ``1 fits``, ``5 fit``."""
    return f"{count or 'none'} {verb}{'' if count > 1 else 's'}"


def spread(found: Estimates) -> list[Sentence]:
    """By what factor the estimates differ."""
    said = []
    for template, kind, bounds, rows in (
        (
            "The highest figure for the world is {factor} times the lowest.",
            COUNT,
            ("low", "high"),
            found.world,
        ),
        (
            "The highest figure for the revenue is {factor} times the lowest.",
            MONEY,
            MONEY_FIELDS[:2],
            found.money,
        ),
    ):
        if len(rows) > 1:
            low, high = (_field(kind, bound) for bound in bounds)
            statements = [s for item in rows for s in item.all(*bounds)]
            said.append(sentence(template, statements, factor=_factor(low, high)))
    return said


def echoes(found: Estimates) -> list[Sentence]:
    """Which estimates are no second witness."""
    said = []
    if len(found.world) > 1:
        said.append(
            sentence(
                "An estimate may repeat another, so witnesses may be fewer than figures: the {count} for the"
                " world are read in {works}; by their own words, {repeats} the figure of another.",
                [s for item in found.world for s in item.all("estimator")],
                count=f.parties(f.having("estimator")),
                works=lambda seen: f.counted(len({work for s in seen for work in s.cited}), "work"),
                repeats=lambda seen: _verb(sum(bool(_USES_ANOTHER.search(s.value)) for s in seen), "use"),
            )
        )
    if found.restated:
        said.append(
            sentence(
                "What rests on the work behind the range of the memo does not confirm it, and is not counted:"
                " {who}.",
                [s for item in found.restated for s in item.all("estimator")],
                who=f.value(lambda s: s.prop == "estimator"),
            )
        )
    return said


def unbacked(found: Estimates) -> list[Sentence]:
    """How many figures no stored text backs."""
    if not found.unverified:
        return []
    return [
        sentence(
            "Unverified figures on workers or their earnings, which no stored text backs and which count"
            " nowhere above: {count}.",
            [s for item in found.unverified for s in item.all("low", "low_musd")],
            count=lambda seen: str(sum(int(s.value) >= 0 for s in seen)),
        )
    ]


def _field(kind: str, prop: str) -> f.Chosen:
    return lambda s: s.kind == kind and s.prop == prop


def _factor(low: f.Chosen, high: f.Chosen) -> SlotFunction:
    def factor(seen: Sequence[Statement]) -> str:
        smallest = min(int(s.value) for s in seen if low(s))
        return f"{max(int(s.value) for s in seen if high(s)) / smallest:.1f}"

    return factor
