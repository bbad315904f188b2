"""FollowTheMoney itself reads the export. It needs ICU to build, so it is no dependency: see decision 16."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.publish.ftm.evidence import export, make, read


def test_followthemoney_accepts_every_entity(tmp_path: Path) -> None:
    ftm: Any = pytest.importorskip("followthemoney", reason="followthemoney is not installed here")
    newer = {"deadweightTonnage"}  # properties that versions before 4 lack
    for line in read(export(make(tmp_path)).lines()):
        proxy = ftm.model.get_proxy(line)
        assert proxy.schema is not None and proxy.caption
        for name, values in line["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None or name in newer, f"{line['schema']}.{name}"
            if prop is not None and prop.type.name not in ("phone", "url"):  # kept as the list writes them
                assert all(prop.type.clean(v, proxy=proxy) for v in values), (
                    f"{line['schema']}.{name}: {values}"
                )
