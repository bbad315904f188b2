"""Names of the official lists as files of the shared data hold them, for benchmarks alone."""

from __future__ import annotations

import csv
import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from lxml import etree


@dataclass
class Listed:
    """One listed party: the primary name first."""

    id: str
    schema: str
    names: list[str]
    dprk: bool
    original: list[str] = field(default_factory=list)


def shared() -> Path:
    """The folder of shared data, which ``YALU_SHARED`` names."""
    named = os.environ.get("YALU_SHARED", "")
    if not named:
        raise SystemExit("skipped: whole lists are needed, and YALU_SHARED is not set")
    if not Path(named).is_dir():
        raise SystemExit(f"skipped: whole lists are needed, and YALU_SHARED names no folder: {named}")
    return Path(named)


def ofac(folder: Path) -> list[Listed]:
    """OFAC's SDN list as CSV, with the aliases of alt.csv."""
    aliases = defaultdict(list)
    with (folder / "alt.csv").open(encoding="latin-1", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 3:
                aliases[row[0]].append(row[3].strip())
    found = []
    kinds = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
    with (folder / "sdn.csv").open(encoding="latin-1", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 5:
                schema = kinds.get(row[2].strip(), "Organization")
                names = [row[1].strip(), *aliases[row[0]]]
                found.append(Listed(f"ofac-{row[0]}", schema, names, "DPRK" in row[3]))
    return found


def un(path: Path) -> list[Listed]:
    """The UN Security Council's consolidated list as XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = []
    for node in etree.parse(str(path), parser).iter("INDIVIDUAL", "ENTITY"):
        person = node.tag == "INDIVIDUAL"
        parts = [node.findtext(f"{part}_NAME") for part in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        names = [" ".join(p.strip() for p in parts if p and p.strip())]
        names += [a.strip() for x in node.iter("ALIAS_NAME") if (a := x.text or "").strip()]
        original = [o.strip() for x in node.iter("NAME_ORIGINAL_SCRIPT") if (o := x.text or "").strip()]
        reference = node.findtext("REFERENCE_NUMBER") or ""
        dprk = node.findtext("UN_LIST_TYPE") == "DPRK"
        found.append(Listed(f"un-{reference}", "Person" if person else "Organization", names, dprk, original))
    return found


def eu(path: Path) -> list[Listed]:
    """The annexes of Regulation (EU) 2017/1509, whose aliases hold Hangul and Han names."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for i, row in enumerate(csv.DictReader(file)):
            schema = "Person" if row["schema"] == "Person" else "Organization"
            aliases = [a.strip(" ()") for a in re.split(r"[;/]", row["alias"] or "")]
            original = [a for a in aliases if re.search("[\u4e00-\u9fff\uac00-\ud7a3]", a)]
            name = re.sub("[\u4e00-\u9fff\uac00-\ud7a3]+", "", row["name"]).strip()
            if row["schema"] != "Vessel":
                found.append(Listed(f"eu-{i}", schema, [name], True, original))
    return found


def japan(folder: Path) -> list[Listed]:
    """The Japanese list, whose names are in katakana and in Latin letters."""
    found = []
    for path in sorted(folder.glob("1*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for row in content["sanction_details"]["entities"]:
            name = row.get("name") or {}
            if name.get("ja") and name.get("en"):
                schema = "Person" if row.get("type") == "individual" else "Organization"
                found.append(Listed(row["id"], schema, [name["en"]], "dprk" in row["id"], [name["ja"]]))
    return found
