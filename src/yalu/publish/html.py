"""The brief as one HTML page: no script, no network, everything it shows inside it."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from yalu.ledger.printed import words
from yalu.model.clock import Mode
from yalu.model.words import DISCLAIMERS, MODES, STATUSES, grade_words
from yalu.publish.brief import Brief
from yalu.publish.chart_theme import chart_css
from yalu.publish.methods import methods
from yalu.publish.page import Page, sections
from yalu.publish.typeset import curly, typeset
from yalu.sources.registry import sources

HERE = Path(__file__).parent
FONTS = (
    ("Source Sans 3", "200 900", "source-sans-3-latin-wght-normal.woff2"),
    ("Yalu Serif", "400 700", "yalu-serif-latin.woff2"),
)


def brief_html(brief: Brief) -> str:
    """The page as text. Its links to ``annex/`` work where it lies beside the annexes."""
    page = Page(brief)
    parts = sections(page)
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            plan=brief.plan,
            when=brief.when,
            snapshot=brief.snapshot,
            ledger=words(brief.ledger),
            sections=parts,
            claims=[c for c in brief.claims if c.text],
            later=[c.id for c in brief.claims if not c.text],
            counts=Counter(c.status for c in brief.claims),
            sources=brief.sources,
            copies=copies(brief),
            mode_words=MODES[brief.when.mode],
            methods=methods(brief.when.mode),
            command=command(brief),
            cite=page.cite,
            css=style(brief),
            statuses=STATUSES,
            disclaimers=DISCLAIMERS,
        )
    )


def copies(brief: Brief) -> list[str]:
    """The copies of lists that the brief had, one line per list; or one that says there was none."""
    days: dict[str, list[str]] = {}
    for source, day in brief.copies:
        days.setdefault(source, []).append(day)
    if days:
        return [f"{sources()[name].title}: {_span(found)}" for name, found in days.items()]
    lists = {name for name, one in sources().items() if not one.packaged}
    if any(c.id.partition(":")[0] in lists for c in brief.sources):
        return ["casebook, and later copies of lists for the days of listing that they state"]
    return ["casebook alone: no copy of a list of that day or earlier is held"]


def command(brief: Brief) -> str:
    """The command that makes the same brief again."""
    when = brief.when
    words = ["yalu brief", f"--as-of {when.as_of}"]
    if when.on != when.as_of:
        words.append(f"--on {when.on}")
    if when.mode != Mode.STRICT:
        words.append(f"--mode {when.mode}")
    return " ".join([*words, f"--snapshot {brief.snapshot}"])


def style(brief: Brief) -> Markup:
    """All style rules, the fonts included."""
    running = f"{brief.plan.title} · as known on {brief.when.as_of}"
    head = f'@page{{@top-left{{content:"{_css_text(running)}"}}}}'
    return Markup("\n".join([_fixed_style(), head]))


@cache
def _fixed_style() -> str:
    sheets = ("tokens.css", "page.css", "tables.css", "print.css")
    faces = [
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f"src:url(data:font/woff2;base64,{base64.b64encode((HERE / 'fonts' / name).read_bytes()).decode()})"
        'format("woff2")}'
        for family, weight, name in FONTS
    ]
    texts = [(HERE / "templates" / name).read_text(encoding="utf-8") for name in sheets]
    return "\n".join([*faces, *texts[:-1], chart_css(), texts[-1]])


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "typeset": typeset,
        "curly": curly,
        "grade": grade_words,
        "is_link": is_link,
        "annexed": annexed,
    }
    return made


def is_link(address: str) -> bool:
    """Whether an address is one that a browser may follow."""
    return bool(re.fullmatch(r"https?://[^\s;]+", address))


def annexed(text: str) -> Markup:
    """A text in which each annex that it names is a link."""
    return Markup(re.sub(r"annex/[\w.-]+\.csv", r'<a href="\g<0>">\g<0></a>', str(escape(text))))


def _span(days: Sequence[str]) -> str:
    if len(days) == 1:
        return f"copy of {days[0]}"
    return f"{len(days)} copies, {min(days)} to {max(days)}"


def _css_text(text: str) -> str:
    return re.sub(r'["\\<>\n]', lambda m: f"\\{ord(m.group()):x} ", text)
