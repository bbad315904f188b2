"""One message of a run: decision, reasons, flags, and everybody in the chain with the hits on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import Field

from yalu.payments.report import REJECTED
from yalu.workbench.frame import Ask, Cell, Column, Gone, Notice, Page, PageRoute, Params, SourceLine, Table
from yalu.workbench.frame.page import Badge, Model, row
from yalu.workbench.frame.route import Id
from yalu.workbench.pages.common import named
from yalu.workbench.pages.payments import SIGNS
from yalu.workbench.pages.screening_hits import lists_of
from yalu.workbench.payment_runs.run import Run, seen

ORDER = ("initiating party", "ultimate debtor", "debtor", "debtor agent", "sender", "instructing agent")
LAST = ("instructed agent", "receiver", "creditor agent", "creditor", "ultimate creditor")


class MessageParams(Params):
    """Which message of which run; ``number`` counts its lines from 1."""

    job_id: Id
    number: Annotated[int, Field(ge=1, le=10**9)]


class HitOn(Model):
    """A hit on somebody in the chain: who, on which lists, why, ownership and distance in words."""

    party: Cell
    lists: tuple[Cell, ...]
    score: str
    why: str
    more: tuple[str, ...] = ()


class InChain(Model):
    """Somebody in the chain, with what stands of it in the message."""

    role: str
    name: str
    numbers: str
    place: str
    hits: tuple[HitOn, ...]


class Text(Model):
    """A text of the payment, in pieces; those that a hit met are marked."""

    where: str
    pieces: tuple[tuple[str, bool], ...]
    hits: tuple[HitOn, ...]


class Paid(Model):
    """One payment of the message."""

    title: str
    note: str
    decision: str
    chain: tuple[InChain, ...]
    texts: tuple[Text, ...]
    findings: tuple[str, ...]


class Flagged(Model):
    """A red flag that spoke, with the indicators that it applies."""

    title: str
    grade: str
    evidence: str
    says: str
    indicators: tuple[Cell, ...]


class MessagePage(Page):
    """A message."""

    decision: str
    badge: Badge
    reasons: tuple[str, ...] = ()
    priority: str = ""
    about: str = ""
    findings: tuple[str, ...] = ()
    flags: tuple[Flagged, ...] = ()
    paid: tuple[Paid, ...] = ()
    earlier: str = ""
    later: str = ""

    def tables(self) -> dict[str, Table]:
        """The chain with its hits, a row a hit; somebody without one has a row too."""
        columns = tuple(
            Column(key=key, label=key.capitalize(), head=key == "role")
            for key in ("payment", "role", "name", "numbers", "place", "hit", "score", "lists", "why")
        )
        rows = [
            row(paid.title, one.role, one.name, one.numbers, one.place, *_cells(hit))
            for paid in self.paid
            for one in paid.chain
            for hit in (one.hits or (None,))
        ]
        rows += [
            row(paid.title, text.where, "".join(piece for piece, _ in text.pieces), "", "", *_cells(hit))
            for paid in self.paid
            for text in paid.texts
            for hit in (text.hits or (None,))
        ]
        return {"chain": Table(id="chain", columns=columns, rows=tuple(rows))}


def _cells(hit: HitOn | None) -> tuple[str, str, str, str]:
    if hit is None:
        return ("", "", "", "")
    return (hit.party.text, hit.score, "; ".join(c.text for c in hit.lists), "; ".join((hit.why, *hit.more)))


def message(ask: Ask, params: MessageParams) -> MessagePage:
    """The page. Raises Gone."""
    run, results = seen(ask, params.job_id)
    if params.number > len(results.at):
        raise Gone(f"This run has {len(results.at):,} messages.", "See them at the run’s page.")
    (line,) = results.read([params.number - 1])
    base = f"/payments/runs/{run.job.id}"
    where = " ".join(filter(None, (run.shown(line["file"]), line["place"])))
    head: dict[str, Any] = {
        "kicker": (
            Cell(text="Payments", href="/payments"),
            Cell(text=f"/ {run.name}", href=base),
            Cell(text=f"/ {where}"),
        ),
        "decision": line["decision"],
        "badge": SIGNS[line["decision"]],
        "earlier": f"{base}/{params.number - 1}" if params.number > 1 else "",
        "later": f"{base}/{params.number + 1}" if params.number < len(results.at) else "",
    }
    if line["decision"] == REJECTED:
        said = f"{line['kind']}: {line['reason']}"
        return MessagePage(title=line["type"] or run.shown(line["file"]), reasons=(said,), **head)
    return MessagePage(
        title=f"{line['type']} {line['uetr'] or line['id']}".strip(), **head, **_said(run, line)
    )


def _said(run: Run, line: Mapping[str, Any]) -> dict[str, Any]:
    """What a message's line says, in the fields of the page."""
    sources: list[SourceLine] = []
    left = line["payments"] - len(line["chain"])
    notices = []
    if left > 0:
        notices.append(
            Notice(text=f"{left:,} more payments of this message are not shown, none of them worse.")
        )
    if line["hits_left_out"]:
        notices.append(Notice(text=f"{line['hits_left_out']:,} more hits were counted and are not shown."))
    flags = tuple(_flag(flag, sources) for flag in line["flags"])
    return {
        "reasons": tuple(line["reasons"]),
        "priority": f"{line['priority']:.2f}" if line["priority"] else "",
        "about": f"{line['definition']}, {_several(line['payments'])}, screened as known on {run.known} at"
        f" the latest ({line['mode']}), snapshot {line['snapshot']}",
        "findings": tuple(f["text"] for f in line["findings"] if not f["payment"]),
        "flags": flags,
        "paid": tuple(_paid(one, line) for one in line["chain"]),
        "sources": tuple(sources),
        "notices": tuple(notices),
    }


def _several(payments: int) -> str:
    return "1 payment" if payments == 1 else f"{payments:,} payments"


def _flag(flag: Mapping[str, Any], sources: list[SourceLine]) -> Flagged:
    cells = []
    for one in flag["sources"]:
        text = f"{one['citation']} ({one['basis']})"
        numbers = [n for n, held in enumerate(sources, 1) if held.text == text]
        if not numbers:
            sources.append(SourceLine(text=text, date=flag["known"]))
            numbers = [len(sources)]
        cells.append(Cell(text=one["indicator"], cites=tuple(numbers)))
    hindsight = ", in hindsight: not public on the payment’s day" if flag["in_hindsight"] else ""
    return Flagged(
        title=flag["title"],
        grade=f"{flag['grade']} ({flag['weight']:.2f}){hindsight}",
        evidence=flag["evidence"],
        says=flag["says"],
        indicators=tuple(cells),
    )


def _paid(one: Mapping[str, Any], line: Mapping[str, Any]) -> Paid:
    hits = [hit for hit in line["hits"] if hit["payment"] == one["number"]]
    people = sorted((*one["parties"], *one["agents"]), key=_rank)
    chain = tuple(
        InChain(
            role=who["role"],
            name=who["name"],
            numbers="; ".join(who["numbers"]),
            place=who["place"],
            hits=tuple(_hit(h) for h in hits if h["role"] == who["role"] and _asked(h, who)),
        )
        for who in people
    )
    amount = " ".join(filter(None, (one["amount"], one["currency"])))
    facts = [one["date"], one["direction"], one["reference"], one["uetr"]]
    facts += ["cover"] if one["cover"] else []
    return Paid(
        title=f"Payment {one['number']}" + (f": {amount}" if amount else ""),
        note=", ".join(filter(None, (*facts, *one["purposes"]))),
        decision=one["decision"],
        chain=chain,
        texts=tuple(_text(words, hits) for words in one["words"]),
        findings=tuple(f["text"] for f in one["findings"]),
    )


def _rank(who: Mapping[str, Any]) -> tuple[int, int]:
    role = who["role"].removeprefix("underlying ")
    under = int(role != who["role"])
    if role in ORDER:
        return under, ORDER.index(role)
    return under, 50 + LAST.index(role) if role in LAST else 25


def _asked(hit: Mapping[str, Any], who: Mapping[str, Any]) -> bool:
    """Whether a hit is on this one of several in a role: by what was asked, else by the address."""
    text = f"{who['name']} {' '.join(who['numbers'])} {who['place']}"
    return hit["part"] == "address" or hit["asked"] in text or not who["name"]


def _text(words: Mapping[str, str], hits: Iterable[Mapping[str, Any]]) -> Text:
    met = [h for h in hits if h["part"] == words["where"] and _within(h, words["text"])]
    pieces, done = [], 0
    for begin, end in sorted({(h["span"][0], h["span"][1]) for h in met}):
        if begin >= done:
            pieces += [(words["text"][done:begin], False), (words["text"][begin:end], True)]
            done = end
    pieces.append((words["text"][done:], False))
    kept = tuple(piece for piece in pieces if piece[0])
    return Text(where=words["where"], pieces=kept, hits=tuple(map(_hit, met)))


def _within(hit: Mapping[str, Any], text: str) -> bool:
    begin, end = hit.get("span") or (0, 0)
    return end > begin and text[begin:end] == hit["asked"]


def _hit(hit: Mapping[str, Any]) -> HitOn:
    owned = [
        f"{v['means']} ({v['rule']}; from {', '.join(v['from_listed_names'])})" for v in hit["ownership"]
    ]
    away = hit["distance"]
    if away:
        owned.append(f"{away} {'tie' if away == 1 else 'ties'} from a listed party")
    return HitOn(
        party=named(hit["id"], hit["name"], hit["kind"], listed=hit["status"] == "listed"),
        lists=lists_of(hit),
        score=f"{hit['score']:.2f}",
        why=f"by its {hit['part']} {hit['asked']!r}, as known on {hit['as_of']}",
        more=(*owned, *hit["reasons"][:4]),
    )


ROUTES = (
    PageRoute(
        "/payments/runs/{job_id}/{number}",
        message,
        MessageParams,
        "payments_message.html.j2",
        styles=("judge", "payments"),
    ),
)
