"""An invented list in OFAC's format: few rows, each with something that a request asks for."""

from __future__ import annotations

from pathlib import Path

NONE = "-0- "
FIRST, SECOND = "2024-03-01", "2024-06-01"
"""Days of the two copies."""

PERSON = (
    '90100,"RANGSOM, Inventus","individual","DPRK",{rest},"DOB 12 Feb 1965; POB Pyongyang, Korea, North;'
    " nationality Korea, North; Gender Male; Passport 745132096 (Korea, North) expires 01 Jan 2030; a.k.a."
    " 'RANGSOM, Inventas'.\""
)
SHIP = '90101,"INVENTED BREEZE","vessel","DPRK",{rest},"Vessel Registration Identification IMO 9074729."'
DROPPED = '90102,"QUONDAM VENTURES LTD",-0- ,"DPRK",{rest},"a.k.a. \'QUONDAM\'."'
ADDED = '90103,"NOVELTY HARBOR TRADING CO",-0- ,"DPRK",{rest},"Registration ID 55512345 (China)."'


def copy(folder: Path, *rows: str, fillers: int = 12) -> Path:
    """Write a copy that holds these rows and some that fill it; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    rest = ",".join([NONE] * 7)
    lines = [row.format(rest=rest) for row in rows]
    lines += [
        f'{90200 + n},"FILLER ENTERPRISE {n}",{NONE},"SDGT",{rest},"a.k.a. \'FE{n}\'."'
        for n in range(fillers)
    ]
    (folder / "sdn.csv").write_bytes(("\r\n".join(lines) + "\r\n\x1a").encode())
    return folder
