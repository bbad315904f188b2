"""Invented lists in the official formats, large enough that their shrinking is judged."""

from __future__ import annotations

from pathlib import Path

NONE = "-0- "


def sdn(count: int, *, first: int = 90001) -> bytes:
    """An SDN file of invented companies."""
    rows = (
        f'{first + n},"INVENTED COMPANY {n}",{NONE},"SDGT",{",".join([NONE] * 7)},"a.k.a. \'IC{n}\'."'
        for n in range(count)
    )
    return ("\r\n".join(rows) + "\r\n\x1a").encode()


def un(count: int, *, generated: str = "2024-05-01T00:00:00") -> bytes:
    """A consolidated list of invented entities."""
    entities = "".join(
        f"<ENTITY><DATAID>{n}</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>INVENTED {n}</FIRST_NAME>"
        f"<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.{n:03}</REFERENCE_NUMBER>"
        "<LISTED_ON>2016-03-02</LISTED_ON><COMMENTS1>Invented.</COMMENTS1></ENTITY>"
        for n in range(900, 900 + count)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="{generated}">'
        f"<INDIVIDUALS></INDIVIDUALS><ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def write(folder: Path, **files: bytes) -> Path:
    """Write files whose names stand for ``sdn.csv`` and the like; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder
