"""What speaks against, what is not known, what to take care of, and the way off the list."""

from __future__ import annotations

from yalu.designation.package.model import Line, Package
from yalu.publish.package.blocks import Block, Bullets, Grid, Head, Para
from yalu.publish.package.numbers import Numbers
from yalu.publish.package.summary import AUTHORITY


def contrary(package: Package, n: Numbers) -> tuple[Block, ...]:
    """Acquittals, and listings that ended."""
    if not package.contrary:
        return (
            Para(
                "The evidence of the day holds no acquittal and no listing of the party that ended. That is"
                " no proof that nothing speaks for it."
            ),
        )
    return (_lines(package.contrary, n),)


def unknown(package: Package, n: Numbers) -> tuple[Block, ...]:
    """What a list asks for and nobody states; then what is unverified, which counts for nothing."""
    found: list[Block] = [_lines(package.unknown, n)] if package.unknown else []
    if package.leads:
        found += [
            Head("Unverified, and counted nowhere"),
            Bullets(tuple(n.para(x.text, x.statements, mark="unverified") for x in package.leads)),
        ]
    return tuple(found) or (Para("Nothing that a list asks for is missing."),)


def flags(package: Package, n: Numbers) -> tuple[Block, ...]:
    """Each flag with the question that it raises."""
    rows = tuple(n.row((x.topic, x.text, x.check), x.statements) for x in package.flags)
    if not rows:
        return (
            Para("No flag is raised by the evidence, and no safeguard of the regime was public on this day."),
        )
    return (Grid("Look at these first", ("Flag", "Why", "To ask"), rows),)


def delisting(package: Package, n: Numbers) -> tuple[Block, ...]:
    """How the party could ask to be taken off the list, by the rules in force on the day."""
    found: list[Block] = []
    for x in package.routes:
        parts = [
            ("Who may ask", x.who),
            ("Whom", x.body),
            ("How", x.how),
            ("Court", x.court or "no text on a court is held"),
            *([("Term", x.term)] if x.term else []),
            ("In force since", x.since),
        ]
        found += [
            Head(x.instrument),
            Grid("Way off the list", ("What", "Rule"), tuple(n.row(p, x.statements) for p in parts)),
        ]
        if x.unverified:
            found.append(
                Para(f"No stored text backs: {', '.join(x.unverified)}.", mark="unverified", dashed=True)
            )
    if not found:
        return (
            Para(
                f"How a party is taken off the list of {AUTHORITY[package.authority]}: no text on it is held."
            ),
        )
    return tuple(found)


def _lines(lines: tuple[Line, ...], n: Numbers) -> Bullets:
    return Bullets(tuple(n.para(x.text, x.statements, x.works) for x in lines))
