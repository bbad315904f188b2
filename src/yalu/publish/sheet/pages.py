"""An inspection sheet as one A4 page: text goes to Typst as data, cut to what a page can hold.

The template tries how many entries of each list fit, and says how many it left out. A text that is too long
for its cell is cut here with ``…``; the JSON beside it has all.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from yalu.fleet.inspection.form import FORM, OUTCOMES
from yalu.fleet.sheet.model import Sheet
from yalu.publish.pdf import LACKING
from yalu.publish.print_text import FONTS, printable

TEMPLATE = Path(__file__).parent.parent / "typst" / "sheet.typ"


class Press:
    """Sets sheets one after another; what it learned of the fonts and the template serves the next one."""

    def __init__(self) -> None:
        import typst

        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        self._compiler = typst.Compiler(TEMPLATE, font_paths=fonts, sys_inputs={"sheet": "{}"})

    def pdf(self, sheet: Sheet) -> bytes:
        """The page as bytes; the same sheet gives the same bytes."""
        data = page_data(sheet)
        year, month, day = data["day"]
        given = orjson.dumps(data).decode()
        shown = printable(given)
        if shown != given:
            shown = orjson.dumps({**orjson.loads(shown), "lacking": LACKING}).decode()
        made = self._compiler.compile(
            format="pdf", sys_inputs={"sheet": shown}, timestamp=datetime(year, month, day, tzinfo=UTC)
        )
        assert isinstance(made, bytes)  # a PDF is one file; only pictures are a list of pages
        return made


def sheet_pdf(sheet: Sheet) -> bytes:
    """One page as bytes."""
    return Press().pdf(sheet)


def page_data(sheet: Sheet) -> dict[str, Any]:
    """What the template shows, each text short enough for its place."""
    target, issue = sheet.target, sheet.issue
    safety = target.safety
    lists = ", ".join(f"{source} {day}" for source, day in issue.lists) or "none loaded but the casebook"
    return {
        "title": f"Inspection sheet {target.ship.name}",
        "day": [int(part) for part in issue.as_of.split("-")],
        "number": issue.number,
        "head": "Exercise: nothing here is real" if sheet.exercise else "Inspection sheet · port State",
        "exercise": sheet.exercise,
        "name": cut(target.ship.name, 34),
        "imo": cut(_numbers(sheet), 90),
        "as_of": issue.as_of,
        "mode": issue.mode,
        "issued": issue.issued,
        "expires": issue.expires,
        "snapshot": issue.snapshot,
        "lists": cut(lists, 130),
        "positions": issue.positions,
        "points": target.sanctions.points,
        "reason-count": len(target.sanctions.reasons),
        "safety": {
            "profile": safety.profile,
            "points": safety.range,
            "line": safety.line,
            "note": f"inputs missing: {len(safety.missing)} of {len(safety.rows)}"
            if safety.missing
            else "; ".join(f"every {a} to {b} months" for a, b in safety.windows.values()),
        },
        "action": {
            "verdict": sheet.action.verdict,
            "why": cut(sheet.action.why, 260),
            "also": [cut(one, 150) for one in sheet.action.also[:3]],
            "refusal": cut(sheet.action.refusal, 260),
            "report": cut(sheet.action.report, 170),
            "caution": sheet.action.caution,
        },
        "facts": [
            {"field": f.field, "values": [cut(v, 130) for v in f.values], "unknown": cut(f.unknown, 80)}
            for f in sheet.facts
        ],
        "status": [
            {
                "regime": s.regime,
                "measures": cut(s.measures, 60),
                "since": cut(s.since, 40),
                "law": cut(s.law, 190),
            }
            for s in sheet.status
        ],
        "reasons": [
            {
                "points": r.points,
                "title": r.title[:1].upper() + r.title[1:],
                "text": cut(r.finding.text + (f" ({r.note})" if r.note else ""), 200),
                "law": cut(r.law, 170),
                "innocent": cut(r.innocent, 130),
                "unknown": cut(r.unknown, 80),
                "rule": r.rule,
                "told": r.finding.rule in {one.finding.rule for one in target.sanctions.reasons[:n]},
            }
            for n, r in enumerate(target.sanctions.reasons)
        ],
        "moves": [
            {"kind": m.kind, "when": m.when, "what": cut(m.what, 140), "where": m.where} for m in sheet.moves
        ],
        "no-moves": "None is known in what is held; that does not show that there was none.",
        "unknown": [cut(one, 120) for one in sheet.unknown],
        "look": [cut(one, 120) for one in sheet.look],
        "documents": [cut(one, 80) for one in sheet.documents],
        "form": [{"id": k, "title": title, "value": cut(sheet.form[k], 30)} for k, title in FORM.items()],
        "outcomes": [one.replace("_", " ") for one in OUTCOMES],
        "humanitarian": sheet.humanitarian,
        "contacts": cut(sheet.contacts, 160),
        "limits": list(sheet.limits),
        "lacking": "",
    }


def _numbers(sheet: Sheet) -> str:
    ship = sheet.target.ship
    imo = f"IMO {ship.imo}, check digit right" if ship.imo else "IMO number not public by that day"
    mmsi = f" · MMSI {', '.join(map(str, ship.mmsi))}" if ship.mmsi else ""
    return imo + mmsi


def cut(text: str, most: int) -> str:
    """The text, or its beginning with a sign that more follows; at a blank where one is near."""
    if len(text) <= most:
        return text
    short = text[: most - 1]
    return (short.rsplit(" ", 1)[0] if " " in short[-25:] else short).rstrip(" ,;:(") + "…"
