"""The server of the download tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.evidence.misbehaving import Server


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.close()
