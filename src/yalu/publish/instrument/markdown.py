"""A draft instrument as Markdown."""

from __future__ import annotations

import re

from yalu.coalition.states.draft import Draft
from yalu.publish.instrument.blocks import Block, blocks

_FORMS = {
    "title": "# {text}",
    "notice": "**{text}**",
    "heading": "## {text}",
    "subheading": "### {text}",
    "text": "{text}",
    "clause": "**{label}** {text}",
    "question": "**{label}** {text}",
    "note": "> {text}",
    "source": "- `{label}`: {text}",
}


def markdown(draft: Draft) -> str:
    """The text, which ends in a newline."""
    parts: list[str] = []
    last = ""
    for block in blocks(draft):
        run_on = block.kind == last and block.kind in ("note", "source")
        if parts:
            parts.append(("  \n" if block.kind == "note" else "\n") if run_on else "\n\n")
        parts.append(_FORMS[block.kind].format(text=_escaped(block), label=block.label))
        last = block.kind
    return "".join(parts) + "\n"


def _escaped(block: Block) -> str:
    """Text in which nothing is markup: what sources say must not turn into a heading or a link."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", " ".join(block.text.split()))
