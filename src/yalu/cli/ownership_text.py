"""Prints the answers of ``yalu ownership`` on the evidence, as text or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yalu.cli.json_line import write
from yalu.cli.options import tell

if TYPE_CHECKING:
    from yalu.model.statement import Statement
    from yalu.ownership import Answer, Docket
    from yalu.ownership.report import Named
    from yalu.ownership.rules import Rule

SHOWN = 50


def party(docket: Docket, rules: list[Rule], head: str, *, json: bool) -> None:
    """The verdicts on one party."""
    named = _named(docket)
    answers = [docket.answer(rule, head) for rule in rules]
    if json:
        shown = [named.answer(answer) for answer in answers]
        about = {"id": head, "ids": docket.ownership.joins.ids(head), "name": named.name(head)}
        write(
            _head(docket)
            | {"party": about, "answers": shown, "statements": named.cited, "sources": named.works}
        )
        return
    print(f"{named.name(head)} ({head}) on {_when(docket)}")
    for answer in answers:
        _print_answer(docket, named, answer)


def _print_answer(docket: Docket, named: Named, answer: Answer) -> None:
    from yalu.ownership.verdict import MEANS, Says

    verdict = answer.verdict
    print(f"\n{verdict.rule.name}: {verdict.says.upper()}")
    print(f"  {MEANS[verdict.says]}")
    print(f"  rule: {verdict.period.short} ({verdict.period.citation})")
    if verdict.high or verdict.says not in (Says.LISTED, Says.CANNOT_TELL):
        print(f"  blocked parties hold {verdict.range_text()}")
    for step in verdict.proof:
        print(f"  - {named.name(step.owner)} -> {named.name(step.owned)}: {step.text()}")
        for one in step.statements:
            s = docket.ownership.statements[one]
            print(f"      {s.grade}, known {s.known_hi}: {_works(docket, s)}")
    for change in answer.changes:
        print(f"  would change it: {change.says}")
    for finding in answer.findings:
        some = ", ".join(named.name(p) for p in finding.parties[:5])
        print(f"  note: {finding.text}{' (' + some + ')' if some else ''}")
    for limit in verdict.rule.limits_on(docket.on):
        print(f"  limit: {limit}")


def _works(docket: Docket, s: Statement) -> str:
    works = [docket.view.work(name) for name in s.cited]
    titles = [", ".join(filter(None, (w.get("title", ""), w.get("date", "")))) for w in works]
    return "; ".join(t for t in titles if t) or s.source


def everybody(docket: Docket, rules: list[Rule], *, json: bool, quiet: bool) -> None:
    """The verdict on each party that a tie of ownership or control has."""
    from yalu.ownership.report import OTHERS, VERSION, key
    from yalu.ownership.verdict import Says

    named = _named(docket)
    if not docket.holdings.m:
        tell(f"No tie of ownership or control was known on {_when(docket)}.", quiet=quiet)
        tell("To do: ask a later day with --as-of, or load sources with yalu sync.", quiet=quiet)
    for rule in rules:
        court = docket.court(rule)
        numbers = {says: [docket.holdings.number[p] for p in court.parties(says)] for says in Says}
        findings = [*docket.faults, *docket.gaps(rule)]
        if json:
            counts = {key(says): len(found) for says, found in numbers.items()}
            for found in numbers.values():
                for number in found:
                    write(named.line(court, number))
            summary = {"version": VERSION, "rule": rule.id, "on": docket.on, "counts": counts}
            write(summary | {"findings": [f.as_json() for f in findings]})
            continue
        print(f"{rule.name} on {_when(docket)}: {court.period.short}")
        for says, found in numbers.items():
            print(f"  {says}: {len(found):,}")
            for number in found[:SHOWN] if says in OTHERS else ():
                line = named.line(court, number)
                print(f"    {line['name']} ({line['party']}): {line['held']}")
            if says in OTHERS and len(found) > SHOWN:
                print(f"    and {len(found) - SHOWN:,} more: --json names all")
        for finding in findings:
            print(f"  note: {finding.text} ({finding.count or len(finding.parties):,})")
        print()


def what_if(docket: Docket, rules: list[Rule], head: str, *, json: bool) -> None:
    """Whom the listing of one party would reach."""
    named = _named(docket)
    answers = [named.what_if(rule, head) for rule in rules]
    if json:
        write(_head(docket) | {"what_if": {"id": head, "name": named.name(head)}, "rules": answers})
        return
    print(f"If {named.name(head)} ({head}) were listed, on {_when(docket)}")
    for answer in answers:
        print(f"\n{answer['name']} ({answer['threshold']})")
        if answer["listed_already"]:
            print("  it is listed already")
        for word in ("blocked", "control_indicated", "uncertain"):
            for one in answer[word]:
                print(f"  {word.replace('_', ' ')}: {one['name']} ({one['id']})")
        if not any(answer[word] for word in ("blocked", "control_indicated", "uncertain")):
            print("  nobody else would be reached")
        for finding in answer["findings"]:
            print(f"  note: {finding['text']}")


def each(docket: Docket, rules: list[Rule], *, json: bool) -> None:
    """How many parties the listing of each would block, the most first."""
    from yalu.ownership.report import VERSION, count_each

    named = _named(docket)
    for rule in rules:
        found = count_each(docket.court(rule))
        if not json:
            print(f"{rule.name} on {_when(docket)}: {len(found):,} parties whose listing would block others")
        for one in found:
            line = {"version": VERSION, "rule": rule.id, "name": named.name(one["party"]), **one}
            if json:
                write(line)
            else:
                print(f"  {line['would_block']:,}  {line['name']} ({line['party']})")


def _named(docket: Docket) -> Named:
    from yalu.ownership.report import Named

    return Named(docket, _statement)


def _statement(s: Statement) -> dict[str, Any]:
    from yalu.model.statement import COLUMNS

    row: dict[str, Any] = {c: getattr(s, c) for c in COLUMNS if getattr(s, c)}
    return row | ({"detail": s.details} if s.detail else {})


def _head(docket: Docket) -> dict[str, Any]:
    from yalu.ownership.report import VERSION

    when = docket.view.when
    asked = {"as_of": when.as_of, "on": docket.on, "mode": when.mode}
    return {"version": VERSION, **asked, "snapshot": docket.view.evidence.snapshot.id}


def _when(docket: Docket) -> str:
    when = docket.view.when
    known = f", as known on {when.as_of}" if when.as_of != docket.on else ""
    return f"{docket.on}{known} ({when.mode})"
