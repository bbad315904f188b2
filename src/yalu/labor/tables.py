"""The tables of the section: estimates, ties of workers, employers, and the law."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.scope import Scope
from yalu.evidence.view import Item
from yalu.labor import payers
from yalu.labor.estimates import COUNT_FIELDS, MONEY_FIELDS, Estimates
from yalu.labor.rows import doubts, first_of, number, place, rows_of, text
from yalu.model.dates import Interval
from yalu.model.section import Row, Table
from yalu.model.sentence import SlotFunction
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING
from yalu.model.words import grade_words


def estimate_tables(found: Estimates) -> list[Table]:
    """Workers by place, revenue, and apart from both what no stored text backs."""
    counts = [*found.world, *found.restated, *found.by_host]
    tables = []
    if counts:
        cells = (place("host"), number("low"), number("high"), text("as_of"), text("estimator"), text("note"))
        tables.append(
            Table(
                id="estimates",
                title="Estimates of the number of workers, by place",
                columns=("Host", "Low", "High", "As of", "Estimator", "Remark"),
                rows=tuple(Row(cells, tuple(i.all(*COUNT_FIELDS, "note"))) for i in counts),
                note="A figure that rests on the memo's own range stands in the table and in no count.",
                numeric=frozenset({1, 2}),
            )
        )
    if found.money:
        money = (text("who"), number("low_musd"), number("high_musd"), text("claim"))
        tables.append(
            Table(
                id="revenue",
                title="Estimates of what the workers earn for the regime, in millions of US dollars",
                columns=("By whom", "Low", "High", "As stated"),
                rows=tuple(Row(money, tuple(i.all(*MONEY_FIELDS, "claim"))) for i in found.money),
                numeric=frozenset({1, 2}),
            )
        )
    if found.unverified:
        apart = (
            _host_or_claim,
            number("low", "low_musd"),
            number("high", "high_musd"),
            text("as_of"),
            first_of("estimator", "who"),
        )
        fields = (*COUNT_FIELDS, *MONEY_FIELDS, "claim")
        tables.append(
            Table(
                id="unverified",
                title="Unverified figures: workers by host, or millions of US dollars",
                columns=("Host, or sum stated", "Low", "High", "As of", "By whom"),
                rows=tuple(Row(apart, tuple(i.all(*fields))) for i in found.unverified),
                note="No stored text backs them, and they are counted nowhere.",
                numeric=frozenset({1, 2}),
            )
        )
    return tables


def _host_or_claim(seen: Sequence[Statement]) -> str:
    return place("host")(seen) or text("claim")(seen)


def payer_tables(scope: Scope) -> list[Table]:
    """The ties of workers, and the employers with their lists."""
    found = []
    ties = payers.worker_ties(scope)
    if ties:
        found.append(
            Table(
                id="worker-ties",
                title="Who supplied workers to whom",
                columns=("From", "To", "Known", "Evidence", "On a list: from", "On a list: to"),
                rows=tuple(_tie_row(scope, tie) for tie in ties),
                note=f"A tie is what the source reports; {payers.FAIR}.",
            )
        )
    rows = rows_of(scope, "Employer")
    if rows:
        found.append(
            Table(
                id="employers",
                title="Employers and dispatchers that sources name",
                columns=("Name", "Hosts", "Sector", "On a list on that day", "Remark", "Unverified"),
                rows=tuple(_employer_row(scope, item) for item in rows),
                note="Hosts are codes of countries. A name on no list is named in a source, and no more.",
            )
        )
    return found


def _tie_row(scope: Scope, tie: Statement) -> Row:
    names = payers.names_of(scope, [tie])
    statements = (tie, *names, *payers.listings_of(scope, [tie.party, tie.value]))
    cells: tuple[SlotFunction, ...] = (
        lambda seen: payers.named(scope, seen, payers.heads(scope, seen, "party")),
        lambda seen: payers.named(scope, seen, payers.heads(scope, seen, "value")),
        lambda seen: next(Interval(s.known_lo, s.known_hi).text() for s in seen if payers.readable_tie(s)),
        lambda seen: next(grade_words(s.grade) for s in seen if payers.readable_tie(s)),
        _lists(scope, tie.party),
        _lists(scope, tie.value),
    )
    return Row(cells, statements)


def _employer_row(scope: Scope, item: Item) -> Row:
    parties = [s.value for s in item.all("ids")]
    cells = (
        text("name"),
        place("hosts"),
        text("sector"),
        _lists(scope, *parties),
        first_of("workers", "note", "basis_note"),
        doubts,
    )
    return Row(
        cells,
        (
            *item.all("name", "hosts", "sector", "workers", "note", "basis_note", "ids"),
            *payers.listings_of(scope, parties),
        ),
    )


def _lists(scope: Scope, *parties: str) -> SlotFunction:
    """On which lists the parties stand, and since when."""
    heads = {scope.head(p) for p in parties}

    def codes_and_days(seen: Sequence[Statement]) -> str:
        since: dict[str, str] = {}
        for s in seen:
            if s.prop == LISTING and scope.head(s.party) in heads:
                since[s.value] = min(since.get(s.value, "9999"), s.from_lo or s.from_hi or "9999")
        return ", ".join(f"{code} {day}" if day != "9999" else code for code, day in since.items())

    return codes_and_days


def law_table(laws: list[Item]) -> list[Table]:
    """The rules in force."""
    if not laws:
        return []
    cells = (text("instrument"), text("date"), text("effect"), doubts)
    return [
        Table(
            id="labor-law",
            title="The rules on workers from the country that stood on that day",
            columns=("Instrument", "Since", "What it says", "Unverified"),
            rows=tuple(Row(cells, tuple(i.all("instrument", "date", "effect"))) for i in laws),
        )
    ]
