"""Documents made for a test: PDFs by Typst in the project's own fonts, Word files, and broken ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import typst

import yalu

FONTS = Path(yalu.__file__).parent / "publish" / "fonts" / "print"
HEAD = '#set text(font: ("Yalu Serif", "Yalu Hangul", "Yalu Han"))\n#set page(width: 12cm, height: 12cm)\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

REPORT = (
    "This report is invented. It tells of no real event.",
    "Foreign agents met KIM Jong Un in the capital on 12 March 2018. They spoke of trade.",
    "Blue Lagoon Shipping Limited is a wholly owned subsidiary of Korea Mining Development Trading"
    " Corporation. Blue Lagoon Shipping Limited, whose vessel has IMO 8518780, was paid USD 1,250,000.50.",
    "보고서에 따르면 김정은은 회사를 방문하였다.",
    "据报告，金正恩先生访问了该公司。",
    "Passport No. 472310082 was shown on 3 May 2018, and the office in Dandong was efficiently run.",
)
"""Six pages; names in three scripts."""


def pdf(*pages: str) -> bytes:
    """A PDF with a page for each text."""
    source = HEAD + "\n#pagebreak()\n".join(pages)
    made = typst.compile(source.encode(), font_paths=[FONTS], ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def scanned() -> bytes:
    """A PDF of two pages: an image alone, then text."""
    return pdf("#image(bytes((" + ", ".join(map(str, png())) + ')), format: "png")', "Some text.")


def png() -> bytes:
    """A grey square."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    rows = b"".join(b"\0" + b"\x80" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def raw_pdf(*objects: str, trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out = b"%PDF-1.6\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    count = len(objects) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer <</Size {count} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF".encode()


PAGE = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>"
PAGES = "<</Type /Pages /Kids [3 0 R] /Count 1>>"


def long(count: int) -> bytes:
    """A PDF of many pages, each with a line that names its number."""
    font = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
    first = 4
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(count))
    objects = ["<</Type /Catalog /Pages 2 0 R>>", f"<</Type /Pages /Kids [{kids}] /Count {count}>>", font]
    for n in range(count):
        text = f"BT /F1 12 Tf 20 100 Td (Page {n + 1} of the invented register) Tj ET"
        objects.append(
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources <</Font <</F1 3 0 R>>>>"
            f" /Contents {first + 2 * n + 1} 0 R>>"
        )
        objects.append(f"<</Length {len(text)}>>\nstream\n{text}\nendstream")
    return raw_pdf(*objects)


def with_script() -> bytes:
    """A PDF that would run JavaScript when it is opened."""
    action = "<</S /JavaScript /JS (app.launchURL\\('http://example.invalid'\\))>>"
    catalog = (
        "<</Type /Catalog /Pages 2 0 R /OpenAction 4 0 R /Names <</JavaScript <</Names [(a) 4 0 R]>>>>>>"
    )
    return raw_pdf(catalog, PAGES, PAGE, action)


def encrypted() -> bytes:
    """A PDF behind a password that nobody knows."""
    noise = "<" + "5a" * 32 + ">"
    crypt = f"<</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O {noise} /U {noise}>>"
    names = "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    return raw_pdf("<</Type /Catalog /Pages 2 0 R>>", PAGES, PAGE, crypt, trailer=names)


def docx(body: str, head: str = "", **more: bytes) -> bytes:
    """A Word file with this body, in Word's own XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(
            "word/document.xml", f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, content in more.items():
            packed.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
