"""The verdicts of all rules on the evidence of a day: for a party, for everybody, and if one were listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from yalu.errors import UsageError
from yalu.evidence.view import View
from yalu.graph.compiled import Compiler
from yalu.ownership.change import Change, changes
from yalu.ownership.evidence import Ownership
from yalu.ownership.finding import Finding, about
from yalu.ownership.proof import Step
from yalu.ownership.rules import Rule, asked
from yalu.ownership.verdict import AT, Court, Says, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, what would change it, and what a reader must know beside it."""

    verdict: Verdict
    changes: list[Change]
    findings: list[Finding]


class Docket:
    """The evidence of a view, read for ownership once. ``on`` is the day of the rules, else the view's."""

    def __init__(self, view: View, on: str = "", compiler: Compiler | None = None) -> None:
        self.view = view
        self.on = on or view.when.on
        self.ownership = Ownership(view)
        self.holdings = self.ownership.holdings
        self._compiler = compiler
        self._courts: dict[str, Court] = {}

    @cached_property
    def faults(self) -> list[Finding]:
        """What is wrong with the holdings of the day."""
        return self.holdings.faults()

    def court(self, rule: Rule) -> Court:
        """The court of a rule. Raises UsageError where the rule said nothing on the day."""
        if rule.id not in self._courts:
            listed = set(self.ownership.listings(rule))
            self._courts[rule.id] = Court(self.holdings, rule, self.on, listed, self._compiler)
        return self._courts[rule.id]

    def answer(self, rule: Rule, party: str) -> Answer:
        """The verdict on a party by its first id. One that no tie tells of is not blocked, or listed."""
        court = self.court(rule)
        if (number := self.holdings.number.get(party)) is None:
            listed = party in self.ownership.listings(rule)
            says = Says.LISTED if listed else Says.NOT_BLOCKED
            verdict = Verdict(rule, court.period, party, says, 0, 0, (), ())
            none = Finding("no_holdings", "No tie of ownership or control is held of this party.", (party,))
            return Answer(verdict, [], [*self._beside(rule, {party}), none])
        verdict = court.verdict(number)
        near = {party} | {step.owned for step in verdict.proof}
        return Answer(verdict, changes(court, verdict, self._called), self._beside(rule, near))

    def _called(self, party: str) -> str:
        return f"{self.view.name(party)} ({party})"

    def _beside(self, rule: Rule, near: set[str]) -> list[Finding]:
        """What is to be known of some parties: faults, property, and the ground of status."""
        owners = {self.holdings.ids[self.holdings.owner[e]] for p in near for e in self._holdings_in(p)}
        state = self.ownership.by_status(rule, self.on) & (near | owners)
        things = {owned for _, owned in self.ownership.things} & near
        return [
            *(self._narrowed(fault, near) for fault in self.faults if near & set(fault.parties)),
            *(about("state_owned", rule.status.text, sorted(state)) if rule.status else ()),
            *about(
                "property",
                "A ship, an aircraft or an account is property and no entity: this rule does not decide it."
                " What a blocked party owns is itself blocked.",
                sorted(things),
            ),
            *self.gaps(rule),
        ]

    def _holdings_in(self, party: str) -> list[int]:
        number = self.holdings.number.get(party)
        return [] if number is None else self.holdings.of(number)

    def _narrowed(self, fault: Finding, near: set[str]) -> Finding:
        """The finding about some of its parties, with their statements."""
        kept = [s for s in fault.statements if near & self.ownership.ends(s)]
        return replace(fault, parties=tuple(p for p in fault.parties if p in near), statements=tuple(kept))

    def gaps(self, rule: Rule) -> list[Finding]:
        """That no listing of the authority is held, so that nothing can follow from one."""
        if self.ownership.listings(rule):
            return []
        text = (
            f"No listing by {rule.authority} is known on the day, so nothing follows from one: yalu sources"
        )
        return [Finding("no_listing", text)]

    def what_if(self, rule: Rule, party: str) -> dict[Says, list[str]]:
        """Whom the listing of a party would reach anew: each by the verdict that it would get.

        Empty where the party is listed, or holds nothing.
        """
        court = self.court(rule)
        number = self.holdings.number.get(party)
        if number is None or number in court.listed:
            return {}
        return reached(court, number)


def reached(court: Court, number: int) -> dict[Says, list[str]]:
    """The parties whose verdict would be worse if one more were listed, by that verdict."""
    after = court.with_listed(add=number)
    found: dict[Says, list[str]] = {}
    for level, says in AT.items():
        now = court.outcome.blocked(level)
        anew = [i for i in after.only(level) if not now[i]]
        if anew:
            found[says] = [court.holdings.ids[i] for i in anew]
    return found


def consequences(
    view: View,
    party: str,
    day: str = "",
    rules: Iterable[Rule] | None = None,
    docket: Docket | None = None,
) -> list[Finding]:
    """What the listing of a party would do to others by each rule on a day: one finding a rule and verdict.

    A finding names the parties reached and cites the ties that reach them. A rule under which nobody is
    reached, or that said nothing on the day, gives none. Who asks for many parties makes a ``docket`` of the
    same view and day once.
    """
    docket = docket or Docket(view, day)
    head = docket.ownership.head(party)
    found = []
    for rule in rules or asked("all"):
        try:
            court = docket.court(rule)
        except UsageError:
            continue
        for says, parties in docket.what_if(rule, head).items():
            after = Court(docket.holdings, rule, docket.on, {*court.parties(Says.LISTED), head})
            ties = {s for p in parties for step in _steps(after, p) for s in step.statements}
            words = f"{rule.name}: a listing of {view.name(head)} would make the verdict on others {says!s}."
            found += about(f"{rule.id}_{says.replace(' ', '_')}", words, parties, sorted(ties))
    return found


def _steps(court: Court, party: str) -> tuple[Step, ...]:
    return court.verdict(court.holdings.number[party]).proof
