"""Names in all scripts, identifying facts, and listings by others."""

from __future__ import annotations

from yalu.designation.package.model import Package
from yalu.publish.package.blocks import Block, Grid, Para
from yalu.publish.package.numbers import Numbers

LANGUAGES = {
    **{"ko": "Korean", "zh": "Chinese", "ja": "Japanese", "ru": "Russian", "ar": "Arabic", "en": "English"},
    **{"fa": "Persian", "vi": "Vietnamese", "fr": "French", "de": "German", "es": "Spanish"},
}


def blocks(package: Package, n: Numbers) -> tuple[Block, ...]:
    """Three tables; an empty one says so in words."""
    names = tuple(
        n.row((x.value, LANGUAGES.get(x.lang, x.lang), x.kind, x.known), x.statements) for x in package.names
    )
    known = tuple(n.row((x.what, x.value, x.note, x.known), x.statements) for x in package.known)
    listed = tuple(n.row((x.authority, x.since, x.ground), x.statements) for x in package.listed)
    note = "The language is that of the source, or that of the script where it leaves no doubt."
    found: list[Block] = [
        Grid("Names, in every script", ("Name", "Language", "Kind", "Public since"), names, note)
    ]
    found.append(
        Grid("Identifying facts", ("Fact", "Value", "As the source has it", "Public since"), known)
        if known
        else Para("No identifying fact that a text backs is held.")
    )
    found.append(
        Grid("Listings by others", ("Authority", "Listed since", "Ground"), listed)
        if listed
        else Para("No other authority is known to list the party on this day.")
    )
    return tuple(found)
