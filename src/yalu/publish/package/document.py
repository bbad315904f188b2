"""A package in words: its sections in the order in which a desk officer reads them."""

from __future__ import annotations

from collections.abc import Mapping

from yalu.designation.package.model import Package
from yalu.model.words import DISCLAIMERS, MODES
from yalu.publish.citations import Citations
from yalu.publish.package import grounds, identity, limits, lists, network, summary
from yalu.publish.package.blocks import Document, Section
from yalu.publish.package.numbers import Numbers

NOTICE = (
    "A package gives public evidence and the rule that it is held against. Whether to list, and whether the"
    " facts meet the law, is for the authority. It is no finding of wrongdoing and no legal advice."
)


def document(package: Package, works: Mapping[str, Mapping[str, str]]) -> Document:
    """Put a package into words; ``works`` are the cited works by id. Equal packages give equal documents."""
    when = package.when
    n = Numbers(Citations(when.as_of, works, when.mode))
    sections = (
        Section("summary", "In short", summary.blocks(package, n)),
        Section("identity", "Who the party is", identity.blocks(package, n)),
        Section("grounds", "Grounds and evidence", grounds.blocks(package, n)),
        Section("network", "Network within two steps", network.blocks(package, n)),
        Section("ownership", "Ownership and its consequences", network.ownership(package, n)),
        Section("entries", "List-ready entries", lists.blocks(package, n)),
        Section("contrary", "Contrary evidence", limits.contrary(package, n)),
        Section("unknown", "What is not known", limits.unknown(package, n)),
        Section("flags", "Humanitarian and safety flags", limits.flags(package, n)),
        Section("delisting", "Ways off the list", limits.delisting(package, n)),
    )
    day = when.as_of + (f", of what was true on {when.on}" if when.on != when.as_of else "")
    return Document(
        title=package.name,
        subtitle=summary.subtitle(package),
        head=f"{summary.LABELS[package.verdict]}, as known on {when.as_of}",
        day=when.as_of,
        facts=(
            (
                "Authority",
                f"{summary.AUTHORITY[package.authority].removeprefix('the ')} ({package.authority})",
            ),
            ("Party", ", ".join(package.ids)),
            ("As known on", day),
            ("Mode", f"{when.mode}: {MODES[when.mode]}"),
            ("Snapshot", package.snapshot),
        ),
        notice=NOTICE,
        sections=sections,
        sources=tuple(n.citations.numbered()),
        disclaimers=DISCLAIMERS,
    )
