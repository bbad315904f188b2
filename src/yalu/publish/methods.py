"""How a brief is made, in the words of its last pages."""

from __future__ import annotations

METHODS: tuple[tuple[str, str], ...] = (
    (
        "Statements",
        "The evidence is a set of statements, each with its source, the place in it, a grade, and dates."
        " Every sentence above is computed from the statements that it cites: a number or a name that no"
        " statement backs cannot be printed. The statements under each sentence are in annex/statements.csv.",
    ),
    (
        "Clocks",
        "A statement carries two clocks: when it was true, and when anybody could first know it. A listing is"
        " known on its own date; a law, on its own; a record of a list, when the list says that it was"
        " amended, or between the copies without it and with it; everything else, from the dates of its"
        " sources. An inexact date is kept as the earliest and the latest day it may mean.",
    ),
    (
        "Strict and likely",
        "Strict takes the latest day, so that it shows only what was certainly public; a fact may therefore"
        " appear later than it was in truth known. Likely takes the earliest day. This brief is {mode}.",
    ),
    (
        "Quarantine",
        "Where a copy of a list gives one id to different parties, or a value that cannot be right, the rows"
        " are kept, shown and set aside: they are neither merged nor counted as listed or delisted.",
    ),
    (
        "Fair words",
        "“Listed” means on the named list on the day. A party on no list is “named in a source”. An"
        " allegation, a plea and a finding are different words. What no stored text backs is marked"
        " unverified, and decides nothing.",
    ),
    (
        "Ledger",
        "Judgements of analysts are kept in a chain: each row holds the hash of the one before it. The first"
        " page names where the chain stood when this was made: its number of rows, and how the last one's"
        " hash begins. By it anybody can check that no judgement up to then was changed since.",
    ),
    (
        "Claims",
        "A figure is confirmed where a text that was read states it, or where it comes out again from the"
        " evidence; it differs where a source or the computation gives another; otherwise it cannot be"
        " checked. A claim whose sources are later than the day is named by its id alone.",
    ),
)
"""A heading and a paragraph each; ``{mode}`` stands for the mode of the brief."""

PRINTED = (
    "Print",
    "Where a sentence or a row has more sources than fit, “+9” says that nine more are named in the annex. A"
    " table of more rows than a page holds well is cut, and its caption names the annex that has them all.",
)
"""What only the printed brief has to say."""


def methods(mode: str) -> list[tuple[str, str]]:
    """The headings and paragraphs for a brief of a mode."""
    return [(head, text.replace("{mode}", mode)) for head, text in METHODS]
