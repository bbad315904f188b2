"""Contracts, payrolls and site lists of a user, as payers with the criterion that each meets on the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from yalu.documents.amounts import amounts
from yalu.documents.extract import extract
from yalu.labor.criteria import ROLES, Criterion, Rule, judge
from yalu.labor.table import lines
from yalu.labor.watched import Watched
from yalu.model.dates import partial

COLUMNS = {
    "name": ("employer", "payer", "company", "party", "site"),
    "role": ("capacity",),
    "country": ("host", "site_country"),
    "nationality": ("worker_nationality", "workers_from"),
    "workers": ("headcount", "number"),
    "amount": ("sum", "payroll", "total"),
    "currency": (),
    "start": ("from", "begin"),
    "end": ("to", "until"),
    "source": ("document", "reference"),
}
OF_COUNTRY = frozenset({"kp", "prk", "dprk", "north korea", "north korean", "north koreans"})
"""How a table says that workers are of the country."""

_WORDS = re.compile(r"[^\W_]+")
TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})


@dataclass
class Payer:
    """One payer: of a row of a table, of a page of a document, or of the evidence."""

    place: str
    name: str
    role: str
    country: str = ""
    workers: str = ""
    amount: str = ""
    until: str = ""
    known_as: str = ""
    lists: tuple[str, ...] = ()
    problem: str = ""
    of_country: bool = False
    criteria: list[Criterion] = field(default_factory=list)


def of_country(text: str) -> bool:
    """Whether a cell says that workers are of the country."""
    return text.strip().casefold() in OF_COUNTRY


def known(found: Sequence[Watched], rules: Sequence[Rule], on: str) -> list[Payer]:
    """The senders and employers that sources name, as payers."""
    payers = [
        Payer(
            ", ".join(sorted({s.source for s in w.statements})),
            w.name,
            w.role,
            ", ".join(w.hosts),
            known_as=w.id,
            lists=w.lists,
            of_country=True,
        )
        for w in found
        if w.verified
    ]
    return [_judged(p, rules, on) for p in payers]


def read(
    name: str, content: bytes, found: Sequence[Watched], rules: Sequence[Rule], on: str
) -> Iterator[Payer]:
    """The payers of a file. A table gives one a row; a document those of its pages that sources name.

    Raises UsageError for a table without the columns, ContractError for a document that cannot be read.
    """
    looked = Path(name).suffix.casefold() in TABLES or name == "standard input"
    payers = _table(name, content, found) if looked else _document(name, content, found)
    for payer in payers:
        yield _judged(payer, rules, on)


def _judged(payer: Payer, rules: Sequence[Rule], on: str) -> Payer:
    if not payer.problem:
        made = (judge(rule, payer.role, on, of_country=payer.of_country, until=payer.until) for rule in rules)
        payer.criteria = [c for c in made if c]
    return payer


def _table(name: str, content: bytes, found: Sequence[Watched]) -> Iterator[Payer]:
    for line in lines(name, content, COLUMNS, ("name",)):
        role = line.get("role").casefold() or "not stated"
        payer = Payer(
            place=f"row {line.row}",
            name=line.get("name"),
            role=role,
            country=line.get("country").upper(),
            workers=line.get("workers"),
            amount=f"{line.get('amount')} {line.get('currency')}".strip(),
            until=line.get("end"),
            problem=line.problem or _problem(role, line.get("end")),
            of_country=of_country(line.get("nationality")),
        )
        if match := best(payer.name, found):
            payer.known_as, payer.lists = match.id, match.lists
        yield payer


def _problem(role: str, until: str) -> str:
    if role not in ROLES:
        return f"{role!r} is no role; those are {', '.join(ROLES)}"
    try:
        partial(until) if until else None
    except ValueError as error:
        return str(error)
    return ""


def best(name: str, found: Sequence[Watched]) -> Watched | None:
    """The sender or employer whose name is a hit for this one, the likeliest first."""
    from yalu.names import Schema, compare, prepare

    asked = prepare(name, Schema.ORGANIZATION)
    hits = []
    for one in found:
        answers = [compare(asked, prepare(n, Schema.ORGANIZATION)) for n in one.names if len(n) > 2]
        score = max((a.score for a in answers if a.alert), default=0.0)
        if score:
            hits.append((score, one.id, one))
    return max(hits)[2] if hits else None


def _document(name: str, content: bytes, found: Sequence[Watched]) -> Iterator[Payer]:
    text = extract(content, name)
    for page in text.pages:
        plain = _plain(page.text)
        sums = "; ".join(page.text[a.start : a.end] for a in list(amounts(page.text))[:5])
        for one in found:
            if any(len(n) > 3 and f" {_plain(n).strip()} " in plain for n in one.names):
                country = bool(re.search(r"\b(dprk|north korean?s?)\b", plain))
                yield Payer(
                    f"page {page.number}",
                    one.name,
                    one.role,
                    amount=sums,
                    known_as=one.id,
                    lists=one.lists,
                    of_country=country and " workers " in plain,
                )


def _plain(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.casefold()))} "
