"""The chain of a payment screened: everybody in it, at its own day, to a decision with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from yalu.evidence.grouping import Grouping
from yalu.evidence.view import Evidence, When
from yalu.evidence.workspace import Workspace
from yalu.graph.compiled import compile_in
from yalu.model.clock import Mode
from yalu.payments.chain.asks import addresses, of_payment
from yalu.payments.chain.days import Days, asked_day, turns
from yalu.payments.chain.decide import RELEASE, REVIEW, Match, of_findings, of_match, worse
from yalu.payments.chain.lists import Lists, same_number
from yalu.payments.chain.memory import Memory
from yalu.payments.chain.rules import rules
from yalu.payments.chain.seen import Seen
from yalu.payments.chain.shared import Attributes
from yalu.payments.chain.standing import Standing
from yalu.payments.covers import Covers
from yalu.payments.flags.single import Context, Raised, raised
from yalu.payments.model import Finding, Message, Payment
from yalu.regimes import load_plan
from yalu.screening import Hit, Screener
from yalu.screening import clock as screening_clock
from yalu.screening.build import Step

MOST_HITS = 1_000
"""Hits of one message that its line shows; a statement may have more, which are counted."""


class Chain:
    """Screens messages of one run against one snapshot. Not for two threads at once."""

    def __init__(
        self,
        screener: Screener,
        evidence: Evidence,
        workspace: Workspace,
        *,
        limit: int = 5,
        grouping: Grouping | None = None,
    ) -> None:
        when = screener.day.when
        self.when = when
        self.snapshot = screener.snapshot
        self.parties = screener.index.parties
        """Ids that the snapshot holds."""
        self.official = bool(screener.lists)
        """Whether a list is loaded, beside the casebook."""
        self._fixed = when.on if when.on != when.as_of else ""
        first = screener
        compiler = compile_in(workspace.root)
        plan = load_plan()

        def opened(at: When) -> Screener:
            if at == first.day.when:
                return first
            return first.at(at, grouping)

        found = np.unique(np.concatenate([turns(first.index), _turns_of(evidence)]))
        exact = grouping is not None
        screeners: Days[Screener] = Days(found, opened, on=self._fixed, mode=when.mode, exact=exact)
        self._standings: Days[Standing] = Days(
            found,
            lambda at: Standing(evidence.at(at.as_of, at.on, at.mode), plan, compiler),
            on=self._fixed,
            mode=when.mode,
            exact=exact,
        )
        self._attributes = Attributes(evidence)
        self._shared: Memory[str] = Memory()
        self.lists = Lists(screeners, first, limit)
        self.anew()

    @classmethod
    def open(
        cls,
        workspace: Workspace,
        as_of: str,
        on: str = "",
        mode: Mode = Mode.STRICT,
        snapshot: str = "",
        *,
        limit: int = 5,
        grouping: Grouping | None = None,
        step: Step = lambda _: None,
    ) -> Chain:
        """Open a snapshot. Nothing known after ``as_of`` counts, whatever a date says. Raises UsageError."""
        screener = Screener.open(workspace, as_of, on, mode, snapshot, None, step, grouping)
        screener.warm()
        evidence = Evidence.open(workspace, screener.snapshot)
        evidence.grouping = grouping
        return cls(screener, evidence, workspace, limit=limit, grouping=grouping)

    def anew(self) -> Chain:
        """Begin another run with the same lists: nothing of it was met before, and nothing is counted yet."""
        self._seen, self._covers = Seen(), Covers()
        self.counts = {"messages": 0, "payments": 0, RELEASE: 0, REVIEW: 0, "stop": 0, "rejects": 0}
        return self

    def screen(
        self, message: Message, each: Callable[[Payment, str], None] = lambda payment, decision: None
    ) -> dict[str, Any]:
        """Screen a message whole; its line as JSON shows it. ``each`` is told every payment's decision."""
        decision, reasons = RELEASE, list[str]()
        matches: list[dict[str, Any]] = []
        flags: dict[str, Raised] = {}
        findings = [{"payment": 0, "code": f.code, "text": f.text} for f in message.findings]
        for reason in of_findings(message.findings):
            decision = REVIEW
            reasons.append(reason)
        number = left = 0
        uetrs: dict[str, None] = {}
        for payment in message.payments:
            number += 1
            if payment.uetr and len(uetrs) < 2:
                uetrs[payment.uetr] = None
            one, said, met, raised_now = self._payment(payment, message)
            each(payment, one)
            decision = worse(decision, one)
            if one != RELEASE and len(reasons) < MOST_HITS:
                prefix = f"payment {payment.number}: " if payment.number > 1 else ""
                reasons += [prefix + reason for reason in said]
            room = MOST_HITS - len(matches)
            matches += [match.as_dict() for match in met[:room]]
            left += max(0, len(met) - room)
            for flag in raised_now:
                held = flags.get(flag.id)
                if held is None or held.rank < flag.rank:
                    flags[flag.id] = flag
            if len(findings) < MOST_HITS:
                findings += [
                    {"payment": payment.number, "code": f.code, "text": f.text} for f in payment.findings
                ]
        self.counts["messages"] += 1
        self.counts["payments"] += number
        self.counts[decision] += 1
        shown = sorted(flags.values(), key=lambda f: (-f.rank, f.id))
        return {
            "version": 1,
            "file": message.file,
            "place": message.place,
            "type": message.type,
            "definition": message.definition,
            "id": message.id,
            "uetr": next(iter(uetrs)) if len(uetrs) == 1 else "",
            "decision": decision,
            "priority": priority([f for f in shown if f.says == "raised"]),
            "reasons": list(dict.fromkeys(reasons)),
            "hits": matches,
            "hits_left_out": left,
            "flags": [flag.as_dict() for flag in shown],
            "findings": findings,
            "payments": number,
            "snapshot": self.snapshot,
            "as_of": self.when.as_of,
            "on": self._fixed,
            "mode": str(self.when.mode),
        }

    def matches(self, payment: Payment, day: str, *, text: bool = True) -> list[Match]:
        """Whom a day's lists and ownership meet in a payment, without deciding or counting anything.

        ``text=False`` asks for parties and institutions alone, not within addresses and free text. How near
        a listed party is, is not asked here.
        """
        found = self._matches(payment, day, near=False) if text else self._asked(payment, day, near=False)
        return list(found)

    def nobody(self, payment: Payment) -> bool:
        """Whether no name and no number of its parties and institutions meets anybody on any day."""
        return all(self.lists.nobody(asked) for _, asked in of_payment(payment))

    def _payment(
        self, payment: Payment, message: Message
    ) -> tuple[str, list[str], list[Match], list[Raised]]:
        day, to_come = asked_day(payment.date, self.when.as_of)
        if self._fixed:  # one day for all payments, as known by as_of and not by each payment's own day
            day = self.when.as_of
        if to_come:
            said = f"its date {payment.date} is after {self.when.as_of}: screened as of that day"
            payment.findings.append(Finding("date_to_come", said))
        payment.findings += self._seen.add(payment, message)
        payment.findings += self._covers.add(payment, message.type, message.file, message.place)
        matches = list(self._matches(payment, day))
        decision, reasons = RELEASE, list[str]()
        for match in matches:
            one, reason = of_match(match)
            if one != RELEASE:
                decision = worse(decision, one)
                reasons.append(reason)
        for reason in of_findings(payment.findings):
            decision = worse(decision, REVIEW)
            reasons.append(reason)
        flags = raised(Context(payment, message, day, matches, self._share))
        weight = priority([flag for flag in flags if flag.says == "raised"])
        if weight >= rules().review.priority:
            decision = worse(decision, REVIEW)
            named = ", ".join(flag.title for flag in flags if flag.says == "raised")
            reasons.append(f"red flags together reach {weight:.2f}: {named}")
        for flag in flags:
            if flag.says == "raised" and flag.decision != RELEASE:
                decision = worse(decision, flag.decision)
                reasons.append(f"{flag.title}: {flag.evidence}")
        return decision, reasons, matches, flags

    def _share(self, address: str, day: str) -> str:
        """The listed party of the day that has an address."""
        key = (self._standings.key(day), address)
        found = self._shared.get(key)
        if found is None:
            found = self._attributes.of(address, When.at(day, self._fixed, self.when.mode))
            self._shared.put(key, found)
        return found

    def _asked(self, payment: Payment, day: str, *, near: bool) -> Iterator[Match]:
        for place, asked in of_payment(payment):
            for hit in self.lists.hits(asked, day):
                same = same_number(asked, hit)
                yield self._match(
                    payment, place.role, place.part, place.asked, hit, day, number=same, near=near
                )

    def _matches(self, payment: Payment, day: str, *, near: bool = True) -> Iterator[Match]:
        lists = self.lists
        yield from self._asked(payment, day, near=near)
        for role, text in addresses(payment):
            for spotted in lists.text(text, day, runs=False):
                for hit in spotted.hits:
                    yield self._spotted(payment, role, "address", spotted.span, hit, day, text, near)
        for words in payment.words:
            for spotted in lists.text(words.text, day):
                for hit in spotted.hits:
                    yield self._spotted(
                        payment, words.where, words.where, spotted.span, hit, day, words.text, near
                    )

    def _spotted(
        self, payment: Payment, role: str, part: str, span: Any, hit: Hit, day: str, text: str, near: bool
    ) -> Match:
        found = self._match(payment, role, part, text[span.start : span.end], hit, day, near=near)
        found.span, found.exact = (span.start, span.end), span.exact
        return found

    def _match(
        self,
        payment: Payment,
        role: str,
        part: str,
        asked: str,
        hit: Hit,
        day: str,
        *,
        number: bool = False,
        near: bool,
    ) -> Match:
        found = Match(payment.number, payment.uetr, role, part, asked, hit, day, number=number)
        if hit.listed:
            found.distance = 0
        else:
            standing = self._standings.at(day)
            found.ownership = tuple(standing.ownership(hit.ids))
            if near:
                found.distance = standing.distance(hit.ids)
        return found


def priority(flags: Sequence[Raised]) -> float:
    """The weights of raised flags together: what is left after each took its share of what was left.

    Independent weights of .4 and .3 give .58; nothing reaches 1, and no flag counts twice.
    """
    left = 1.0
    for flag in flags:
        left *= 1.0 - flag.weight
    return round(1.0 - left, 4)


def _turns_of(evidence: Evidence) -> Any:
    """The days on which something of the evidence begins, ends or becomes known."""
    columns = screening_clock.COLUMNS
    union = " UNION ".join(f"SELECT {column} AS day FROM statement" for column in columns)
    found = evidence.query(f"SELECT DISTINCT day FROM ({union}) WHERE day <> ''")
    return np.array(sorted({screening_clock.number(day) for (day,) in found} | {0}), np.int32)


__all__ = ["Chain", "priority"]
