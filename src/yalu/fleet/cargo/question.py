"""May these goods move between these places on this day? The answer with its rules, never "allowed"."""

from __future__ import annotations

from yalu.fleet.cargo import codes
from yalu.fleet.cargo.answer import Answer, Found
from yalu.fleet.cargo.binding import UNITED_NATIONS, jurisdictions
from yalu.fleet.cargo.effect import Effect
from yalu.fleet.cargo.movement import Movement
from yalu.fleet.cargo.rules import EXPORT, SUPPLY, Rule, Rules
from yalu.fleet.cargo.words import Named, named


def ask(rules: Rules, movement: Movement, country: str) -> Answer:
    """What the rules of the day say of a movement from or to ``country``."""
    outward = country in (movement.start, movement.origin)
    inward = movement.end == country
    directions = [d for d, asked in ((EXPORT, outward), (SUPPLY, inward)) if asked]
    if unknown := _unknown(rules, movement, directions, country):
        return Answer(movement, rules.when, (), (), unknown, _notes(rules, movement))
    far = {s for s in (movement.start, movement.end) if s and s != country}
    bound = {UNITED_NATIONS}.union(*(jurisdictions(state, rules.when.on) for state in far))
    named_goods = named(movement.goods)
    going = [r for r in rules.in_force if any(r.goes(d) for d in directions)]
    found = [f for r in going if (f := _met(r, movement, named_goods, r.jurisdiction in bound))]
    codeless = tuple(r for r in going if not r.codes and not r.everything and r.jurisdiction in bound)
    found.sort(key=lambda f: (not f.binds, -f.effect, f.rule.jurisdiction != UNITED_NATIONS, f.rule.id))
    return Answer(movement, rules.when, tuple(found), codeless, "", _notes(rules, movement))


def _unknown(rules: Rules, movement: Movement, directions: list[str], country: str) -> str:
    """Why no rule can be asked, or ``""``."""
    on = rules.when.on
    if not rules.begins:
        return f"no rule on goods was public on {rules.when.as_of}"
    if on < rules.begins:
        return f"the rules that are held begin on {rules.begins}: what held on {on} is not known"
    if not directions:
        return f"neither end is {country}: only rules on goods from or to it are held"
    if movement.code and not codes.exists(movement.code):
        return f"{movement.code} is no code of the Harmonized System: chapters run from 01 to 97, without 77"
    return ""


def _met(rule: Rule, movement: Movement, goods: list[Named], binds: bool) -> Found | None:
    """How a rule meets the movement, or ``None``."""
    code = movement.code
    by_words = [g for g in goods if any(c.startswith(named) for c in g.codes for named in rule.codes)]
    if rule.everything:
        why = "the rule covers all goods"
        return Found(rule, rule.effect if not rule.lead else Effect.CHECK, why, binds)
    if code and (decisive := next((c for c in rule.decides if codes.meets(code, c)), "")):
        return Found(rule, rule.effect, f"{code} is under {decisive}, a code that a text states", binds)
    under = [c for c in rule.codes if code and (codes.meets(code, c) or codes.reaches_into(code, c))]
    if by_words and (under or not code) and not rule.lead:
        name = by_words[0].id
        return Found(rule, rule.effect, f"the description names goods of the rule: {name}", binds)
    if under:
        narrow = all(codes.reaches_into(code, c) for c in under)
        why = (
            f"only goods under {', '.join(under)} are named, and {code} holds more"
            if narrow
            else f"{under[0]} stands for these goods as an aid of the compiler: the goods decide, not it"
        )
        return Found(rule, Effect.CHECK, why, binds)
    move = codes.moved(code) if code else None
    if move and any(codes.meets(old, c) for old in move.before for c in rule.codes):
        why = f"until {move.since} {move.goods} stood under {', '.join(move.before)}, which the rule names"
        return Found(rule, Effect.CHECK, why, binds)
    return None


def _notes(rules: Rules, movement: Movement) -> tuple[str, ...]:
    move = codes.moved(movement.code) if movement.code else None
    if move is None or len(movement.code) < len(move.code):
        return ()
    if rules.when.on < move.since:
        return (
            f"{move.code} ({move.goods}) is a code since {move.since}: on {rules.when.on} these goods stood"
            f" under {', '.join(move.before)} (unverified)",
        )
    return (f"before {move.since} {move.goods} stood under {', '.join(move.before)} (unverified)",)
