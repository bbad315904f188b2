"""A wave as text: whom, by whom, on which ground; what it leaves, and what to look at before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yalu.designation.wave.model import Wave

SHOWN = 12


def lines(wave: Wave) -> Iterator[str]:
    """The lines that the terminal shows; ``--json`` has everything."""
    d = wave.details
    yield (
        f"A wave for {wave.day} ({wave.mode}): {len(wave.pairs)} of {wave.eligible} eligible pairs,"
        f" budget {wave.budget}"
    )
    yield f"Chosen for {wave.objective.name}. {wave.objective.why}"
    yield from _objective(wave)
    yield from (f"! {note}" for note in wave.notes)
    yield from _pairs(wave)
    yield from _left(d)
    yield from _baselines(d["baselines"])
    yield from _along(d["blocked_along"])
    yield from _still(d["still_connect"])
    yield from _rerouting(d)
    yield from _when(d["hazard"])
    yield f"  {d['reference']['said']}"
    yield from _flags(d["flags"])
    yield from _stability(wave)
    yield from _left_out(d["left_out"])
    yield f"\n{d['limits']}"


def _objective(wave: Wave) -> Iterator[str]:
    told = wave.objective
    values = zip(told.measures, told.value, told.bound, strict=True)
    reached = ", ".join(
        f"{name.replace('_', ' ')} {v:,}" + ("" if told.proven or v == b else f" (bound {b:,})")
        for name, v, b in values
    )
    yield f"  {reached}; {'proven: no wave is better' if told.proven else 'not proven'} ({told.method})"
    odd = [f"{a} {e}" for a, e in told.effects.items() if e != "1"]
    worth = f"1 for each authority but {', '.join(odd)}" if odd else "1 for each authority"
    yield f"  assumed: effect of a listing {worth}; a party is struck when its listings in the wave come to 1"


def _pairs(wave: Wave) -> Iterator[str]:
    if not wave.pairs:
        return
    more = {row["party"]: row for row in wave.details["adds"]}
    yield ""
    before = ""
    for pair in wave.pairs:
        row = more[pair.party]
        if pair.party != before:
            yield f"{pair.name} ({pair.party}; {pair.kind})"
            if row["in_network"]:
                yield f"     without it would be left: routes {row['routes']:+,}, pairs {row['pairs']:+,}"
            else:
                yield "     no public tie of it counts in the network: listed for coverage"
        before = pair.party
        yield (
            f"  {pair.authority}: {pair.verdict}, {pair.instrument}, {pair.provision}"
            f" [{pair.criterion}; statements {', '.join(pair.statements)}]"
        )


def _left(d: dict[str, Any]) -> Iterator[str]:
    rows = d["curve"]
    net = d["network"]
    yield (
        f"\nThe network: {net['parties']:,} parties, {net['ties']:,} ties, {net['principals']} principals,"
        f" {net['banks']} banks outside the regime; {net['eligible_parties']} parties could be struck"
    )
    yield "  struck  routes     pairs  party"
    for row in rows:
        yield f"  {row['struck']:>6}  {row['routes']:>6,}  {row['pairs']:>8,}  {row['name']}".rstrip()


def _baselines(rules: dict[str, Any]) -> Iterator[str]:
    for rule, row in rules.items():
        if "left" not in row:
            yield f"  by {rule}: {row['said']}"
            continue
        left = row["left"]
        yield (
            f"  by {rule}, counted anew, over the same eligible parties: {len(row['parties'])} struck,"
            f" {left['routes']:,} routes and {left['pairs']:,} pairs left"
        )


def _along(by: dict[str, Any]) -> Iterator[str]:
    if by:
        yield "\nBlocked along by rules on ownership"
    for authority, row in by.items():
        if not row["rule"]:
            yield f"  {authority}: {row['said']}"
            continue
        for key, words in (("blocked", "blocked"), ("control_indicated", "control is indicated")):
            if row[key]:
                names = ", ".join(one["name"] for one in row[key][:SHOWN])
                yield f"  {authority}, {words}: {names}" + _more(len(row[key]))
        if not row["blocked"] and not row["control_indicated"]:
            yield f"  {authority}: nobody, on the stakes and control that are held ({row['said']})"


def _still(d: dict[str, Any]) -> Iterator[str]:
    yield "\nWho would still join the principals to banks"
    if not d["disjoint"] and not d["direct_ties"]:
        yield "  nobody, on public ties"
        return
    yield f"  {d['disjoint']} routes that share nobody, {d['direct_ties']} direct ties. {d['said']}"
    for one in d["cut"]:
        on = f"listed by {', '.join(one['listed_by'])}" if one["listed_by"] else "named in a source"
        may = f"; eligible: {', '.join(one['eligible'])}" if one["eligible"] else "; no authority is eligible"
        yield f"  {one['name']} ({one['party']}), {on}{may}"


def _rerouting(d: dict[str, Any]) -> Iterator[str]:
    rows = [row for row in d["rerouting"] if row["could_take_its_place"]]
    if not rows:
        return
    yield f"\nLikely re-routing. {d['rerouting_said']}"
    for row in rows:
        for one in row["could_take_its_place"][:2]:
            yield f"  {row['name']} -> {one['name']} ({one['party']}): {'; '.join(one['why'])}"


def _when(d: dict[str, Any]) -> Iterator[str]:
    yield f"\nAt once or in waves: {d['verdict']}"
    yield f"  {d['why']}"
    one = d["one_by_one"]
    if one:
        low, high = one["pairs_low_high"]
        yield (
            f"  one by one at that hazard: {one['parties_reached']:.1f} parties reached,"
            f" {one['routes']:,.0f} routes and {one['pairs']:,.0f} pairs left ({low:,} to {high:,})"
        )
    for row in d["regrowth_curve"]:
        turn = "never" if row["break_even"] is None else f"{row['break_even']:.2f}"
        yield (
            f"  regrowth {row['regrowth']:g}: at once {row['at_once']:.3f}, waves {row['fixed_waves']:.3f},"
            f" planned anew {row['adaptive_waves']:.3f} of the parties; break-even hazard {turn}"
        )
    yield f"  {d['assumptions']}"


def _flags(rows: list[dict[str, Any]]) -> Iterator[str]:
    first = [row for row in rows if row["of"] == "evidence" or row["names_it"]]
    if not first:
        return
    yield f"\nTo look at first: {len(first)} flags ({len(rows) - len(first)} general ones with --json)"
    for row in first[: 2 * SHOWN]:
        yield f"  {row['name']}, {row['topic']}: {row['text']} {row['check']}"


def _stability(wave: Wave) -> Iterator[str]:
    d = wave.details["stability"]
    names = {pair.party: pair.name for pair in wave.pairs}
    if not wave.pairs:
        return
    yield "\nHow steady the choice is"
    if d["draws"]:
        often = ", ".join(f"{names[p]} {share:.0%}" for p, share in d["share"].items())
        yield f"  with {d['ties_missing']:.0%} of the ties left out, {d['draws']} times, it keeps: {often}"
    for row in d["without_sources"]:
        gone = ", ".join(names[p] for p in row["leave"]) or "nobody"
        yield (
            f"  without {row['source']} ({row['ties']} ties, {row['pairs_lost']} pairs lost): {gone}"
            f" leaves it, {len(row['come'])} come"
        )


def _left_out(by: dict[str, dict[str, int]]) -> Iterator[str]:
    yield "\nNo pair, and why"
    for authority, why in by.items():
        yield f"  {authority}: " + "; ".join(f"{count:,} {reason}" for reason, count in why.items())


def _more(many: int) -> str:
    return f" and {many - SHOWN} more" if many > SHOWN else ""
