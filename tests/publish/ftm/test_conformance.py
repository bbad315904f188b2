"""The export fits FollowTheMoney's model, by the table that Yalu carries and by FollowTheMoney itself.

The library needs ICU to build, so it is no dependency (decision 16). ``make ftm-conformance`` installs a
version that comes as wheels into a virtual environment of its own, and names it by YALU_FTM_PYTHON.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.publish.ftm.evidence import export, make, read
from yalu.model.ftm import schemata as ours
from yalu.workbench.ftm.schemata import schemata

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
COUNTRY = re.compile(r"[a-z]{2}([-_][a-z0-9]+)*|eu|zz|suhh|yucs|csxx|dd|cshh")
TOPIC = re.compile(r"[a-z]+(\.[a-z]+)*")
ABSENT = "reports-NK-absent"
"""The end of a tie that the file itself does not hold."""
NEWER = {"deadweightTonnage"}
"""Properties that the table of searches, of an earlier version of the model, lacks."""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return read(export(make(tmp_path_factory.mktemp("export"))).lines())


def test_every_entity_fits_the_model(lines: list[dict[str, Any]]) -> None:
    """Each schema, property, form of a value and end of a tie; the table is compared with the client's."""
    known = {line["id"]: line["schema"] for line in lines}
    assert {"Person", "Sanction"} <= set(known.values())
    for line in lines:
        schema = schemata()[line["schema"]]
        assert set(line["properties"]) <= set(schema.properties) | NEWER, line["id"]
        for name, values in line["properties"].items():
            assert values and all(isinstance(v, str) and v.strip() == v != "" for v in values), (name, values)
            kind = schema.properties[name].type if name in schema.properties else "number"
            form = {"date": DATE, "country": COUNTRY, "topic": TOPIC}.get(kind)
            assert form is None or all(form.fullmatch(v) for v in values), (line["id"], name, values)
            if kind == "entity":
                assert all(v in known or v == ABSENT for v in values), (line["id"], name, values)
        if schema.edge:
            assert all(line["properties"].get(end) for end in schema.edge), line["id"]
        elif schema.is_a("Thing"):
            assert any(line["properties"].get(name) for name in schema.caption), line["id"]


def test_the_two_tables_of_the_model_say_the_same() -> None:
    """``model/ftm.yaml`` is for files, ``workbench/ftm/model.json`` for searches: what both name is alike."""
    for name, schema in ours().items():
        if name not in schemata():
            continue
        theirs = schemata()[name].properties
        differ = set(schema.properties) - set(theirs)
        assert differ <= NEWER, (name, differ)
        types = {p: kind for p, kind in schema.properties.items() if kind in ("country", "date", "entity")}
        assert {p: theirs[p].type for p in types if p in theirs} == types, name


def test_followthemoney_reads_every_entity(lines: list[dict[str, Any]]) -> None:
    python = os.environ.get("YALU_FTM_PYTHON", "")
    if not python:
        pytest.skip("YALU_FTM_PYTHON names no interpreter with followthemoney: make ftm-conformance")
    done = subprocess.run(
        [python, Path(__file__).with_name("reads.py")],
        input=b"".join(orjson.dumps(line) + b"\n" for line in lines),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().splitlines() == [f"read {len(lines)}"]
