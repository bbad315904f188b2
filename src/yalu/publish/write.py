"""Writes a brief to a folder: all of it, or the folder stays as it was."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from yalu.publish.annex import write_annexes
from yalu.publish.as_json import brief_json
from yalu.publish.brief import Brief
from yalu.publish.html import brief_html
from yalu.publish.pdf import brief_pdf

FILES = ("brief.html", "brief.pdf", "brief.json")
"""The faces of a brief: to read, to print, to compute with."""


def write_brief(brief: Brief, out: Path) -> list[Path]:
    """Write the three faces and ``annex/``; return the paths, the faces first.

    Everything is made beside the folder first, so that a failure leaves an earlier brief whole.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".brief-") as name:
        made = Path(name)
        (made / "brief.html").write_text(brief_html(brief), encoding="utf-8")
        (made / "brief.json").write_bytes(brief_json(brief))
        (made / "brief.pdf").write_bytes(brief_pdf(brief))
        annexes = write_annexes(brief, made / "annex")
        old = out / "annex"
        if old.exists():
            shutil.rmtree(old)
        (made / "annex").replace(old)
        for file in FILES:
            (made / file).replace(out / file)
    return [*(out / file for file in FILES), *(out / "annex" / p.name for p in annexes)]
