"""Writes packages into folders or one archive: all of them, or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from yalu.designation.package.model import Package
from yalu.publish.package.archive import packed
from yalu.publish.package.as_json import package_json
from yalu.publish.package.document import document
from yalu.publish.package.pages import package_pdf
from yalu.publish.package.word import package_docx

ENTRIES = "entries"
"""The folder of the list-ready entries in a package."""


def package_files(package: Package, works: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
    """The files of a package by name: PDF, DOCX, JSON, and an entry for each list."""
    shown = document(package, works)
    entries = {f"{ENTRIES}/{name}": content for e in package.entries for name, content in e.files.items()}
    return {
        "package.pdf": package_pdf(shown),
        "package.docx": package_docx(shown),
        "package.json": package_json(package, shown),
        **dict(sorted(entries.items())),
    }


def archive(made: Sequence[tuple[Package, dict[str, bytes]]]) -> bytes:
    """All packages in one archive, a folder for each."""
    return packed({f"{p.stem}/{name}": content for p, files in made for name, content in files.items()})


def write_folders(made: Sequence[tuple[Package, dict[str, bytes]]], out: Path) -> list[Path]:
    """Write each package into its folder under ``out``; one of that name is replaced whole."""
    out.mkdir(parents=True, exist_ok=True)
    folders = []
    with tempfile.TemporaryDirectory(dir=out, prefix=".package-") as name:
        for package, files in made:
            for file, content in files.items():
                path = Path(name) / package.stem / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        for package, _ in made:
            target = out / package.stem
            if target.exists():
                shutil.rmtree(target)
            (Path(name) / package.stem).replace(target)
            folders.append(target)
    return folders


def write_archive(content: bytes, path: Path) -> None:
    """Write the archive beside its place first, so that a failure leaves an earlier one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".package-", delete=False) as beside:
        try:
            beside.write(content)
            beside.close()
            Path(beside.name).chmod(0o644)
            Path(beside.name).replace(path)
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise
