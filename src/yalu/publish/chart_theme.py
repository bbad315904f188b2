"""How charts look: inks that the page can turn for the dark, and marks that survive black and white."""

from __future__ import annotations

from typing import Any

FONT = "Roboto"
"""What the converter measures text with: it brings this font along, so every machine gives the same chart."""

FONT_STACK = "'Source Sans 3', Roboto, sans-serif"

INKS = {
    "ink": "#1a1c1e",
    "ink-2": "#46494c",
    "ink-3": "#5c5f63",
    "rule": "#d9d5cb",
    "paper": "#faf9f6",
}

SERIES = {
    "c1": "#0b5576",
    "c2": "#b86e00",
    "c3": "#33383d",
    "c4": "#00705a",
    "c5": "#a2559e",
    "c6": "#2660b4",
    "c7": "#6b6f73",
    "c8": "#8a5a2b",
}
"""The colors of series, in order; each has its own dash and shape as well."""

DASHES = [[1, 0], [7, 3], [2, 2], [9, 3, 2, 3], [4, 2], [12, 3], [1, 3], [6, 2, 1, 2, 1, 2]]
SHAPES = [
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "cross",
    "triangle-down",
    "triangle-right",
    "triangle-left",
]

FILLS = {
    "f1": "#0b5577",
    "f2": "#e0a94a",
    "f3": "#587784",
    "f4": "#efe0bd",
    "f5": "#1d2124",
    "f6": "#a58f78",
}
"""The colors of bars and areas: dark and light in turn, with a gray of its own each on a gray printer."""

ON = {"on-1": "#fefefe", "on-2": "#0f1113"}
"""The inks of a number on a fill: the first on every odd fill, the second on every even one."""

_QUIET = {"labelColor": INKS["ink-2"], "titleColor": INKS["ink-2"]}

CONFIG: dict[str, Any] = {
    "aria": False,
    "background": None,
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        **_QUIET,
        "domainColor": INKS["ink-3"],
        "tickColor": INKS["ink-3"],
        "gridColor": INKS["rule"],
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelOverlap": True,
        "labelPadding": 4,
        "tickSize": 4,
    },
    "axisX": {"grid": False, "titleAnchor": "end"},
    "axisY": {
        "domain": False,
        "ticks": False,
        "tickCount": 5,
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "start",
        "titleBaseline": "bottom",
        "titleX": 0,
        "titleY": -8,
    },
    "axisYDiscrete": {"grid": False},
    "legend": {
        **_QUIET,
        "orient": "top",
        "direction": "horizontal",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "symbolSize": 60,
        "symbolStrokeWidth": 2,
        "offset": 10,
    },
    "header": {**_QUIET, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"},
    "range": {
        "category": list(SERIES.values()),
        "symbol": SHAPES,
        "ordinal": ["#7fa6b8", "#0b5576"],
        "ramp": ["#f3ead3", "#dcb877", "#a9761d"],
        "heatmap": ["#f3ead3", "#dcb877", "#a9761d"],
    },
    "mark": {"color": SERIES["c1"]},
    "area": {"color": SERIES["c1"], "fillOpacity": 0.25},
    "bar": {"color": SERIES["c1"]},
    "rect": {"color": SERIES["c1"], "stroke": INKS["paper"]},
    "line": {"color": SERIES["c1"], "strokeWidth": 2},
    "point": {"color": SERIES["c1"], "filled": True, "size": 40, "opacity": 1},
    "rule": {"color": INKS["ink-2"], "strokeWidth": 1},
    "tick": {"color": INKS["ink"], "thickness": 2},
    "text": {"color": INKS["ink"], "fontSize": 12},
}


def chart_css() -> str:
    """Style rules that tie each ink of a chart to the page's custom property of the same name.

    The chart keeps its own colors for readers that know no style sheet, such as a typesetter.
    """
    inks = {**INKS, **SERIES, **FILLS, **ON}
    rules = [
        f'.chart [{paint}="{value}"]{{{paint}:var(--{name})}}'
        for name, value in inks.items()
        for paint in ("fill", "stroke")
    ]
    black = [
        f'.chart [{p}="{value}"]{{{p}:var(--ink)}}' for p in ("fill", "stroke") for value in ("black", "#000")
    ]
    return "\n".join(rules + black)
