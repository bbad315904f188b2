"""The drawing as an image, for formats that take no SVG: drawn by Typst, in the fonts of the print."""

from __future__ import annotations

import re

from yalu.publish.print_text import FONTS, printable

SOURCE = b'#set page(width: auto, height: auto, margin: 4pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
PIXELS = 220.0
"""Per inch."""


def png(svg: str) -> bytes:
    """The image as PNG: the same bytes for the same drawing."""
    import typst

    made = typst.compile(
        SOURCE,
        format="png",
        ppi=PIXELS,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]),
        sys_inputs={"svg": printable(svg)},
    )
    if not isinstance(made, bytes):
        raise TypeError("the drawing has more than one page")
    return made


def size(svg: str) -> tuple[float, float]:
    """Width and height in pixels."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)
