"""Bars by bank: what it alerted on, refused, missed, what is not known, and hindsight apart."""

from __future__ import annotations

from html import escape

from yalu.payments.banks.model import BankExposure
from yalu.publish.chart_theme import INKS

SHOWN = 12
WIDE, LEFT, ROW, BAR = 640.0, 204.0, 22.0, 12.0
SERIES = (
    ("alerted", "alerted", "#0b5576", ""),
    ("refused", "refused without an alert", "#6fa3b5", ""),
    ("missed", "missed", "#1a1c1e", ""),
    ("unknown", "alerts not known", "#ffffff", "solid"),
    ("hindsight", "only in hindsight", "#ffffff", "dashed"),
)
FONT = "Yalu Sans, Yalu Hangul, Yalu Han"


def parts(bank: BankExposure) -> dict[str, int]:
    """The counts of a bank's bar."""
    known = bank.alerted is not None
    return {
        "alerted": bank.alerted or 0,
        "refused": bank.stopped,
        "missed": bank.missed or 0,
        "unknown": 0 if known else bank.alertable - bank.stopped,
        "hindsight": bank.hindsight,
    }


def bars(banks: list[BankExposure]) -> str:
    """The drawing as SVG, of the first banks; empty where none has anything to show."""
    shown = [bank for bank in banks if bank.alertable or bank.hindsight][:SHOWN]
    if not shown:
        return ""
    most = max(sum(parts(bank).values()) for bank in shown)
    scale = (WIDE - LEFT - 30) / most
    rows = [_row(bank, n, scale) for n, bank in enumerate(shown)]
    high = ROW * len(shown) + 34
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE:.0f} {high:.0f}" font-family="{FONT}"'
        f' font-size="10.5">{_key()}{"".join(rows)}</svg>'
    )


def _key() -> str:
    made, x = [], 0.0
    for _, words, fill, line in SERIES:
        made.append(_box(x, 2, 12, fill, line) + _text(x + 16, 11.5, words, INKS["ink-2"]))
        x += 30 + 5.4 * len(words)
    return "".join(made)


def _row(bank: BankExposure, number: int, scale: float) -> str:
    y = 28 + ROW * number
    name = bank.names[0] if bank.names else ""
    words = f"{bank.id}  {name}" if name and name != bank.id else bank.id
    made = [_text(0, y + 9.5, words if len(words) <= 36 else words[:35] + "…", INKS["ink"])]
    x = LEFT
    for key, _, fill, line in SERIES:
        count = parts(bank)[key]
        if count:
            made.append(_box(x, y, count * scale, fill, line))
            x += count * scale + 1
    made.append(_text(x + 4, y + 9.5, f"{sum(parts(bank).values()):,}", INKS["ink-2"]))
    return "".join(made)


def _box(x: float, y: float, width: float, fill: str, line: str) -> str:
    dash = ' stroke-dasharray="2.5 2"' if line == "dashed" else ""
    stroke = f' stroke="{INKS["ink-3"]}" stroke-width="0.8"{dash}' if line else ""
    size = f'width="{max(1.0, width - 0.8):.1f}" height="{BAR}"'
    return f'<rect x="{x + 0.4:.1f}" y="{y:.1f}" {size} fill="{fill}"{stroke}/>'


def _text(x: float, y: float, words: str, fill: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}">{escape(words)}</text>'
