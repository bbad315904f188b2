"""pyiso20022 and mt103 on the same messages, by the interpreter of their own virtual environment.

``python _payments_peer.py MESSAGES.json`` prints JSON; it imports nothing of Yalu.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

SECONDS = 2.0
RUNS = 3


def rate(work: Callable[[Any], object], items: list[Any]) -> float:
    """Items a CPU second, the best of some runs."""
    best = 0.0
    for _ in range(RUNS):
        done, began = 0, time.process_time()
        while time.process_time() - began < SECONDS / RUNS:
            for item in items:
                work(item)
            done += len(items)
        best = max(best, done / (time.process_time() - began))
    return round(best)


def iso(messages: list[str]) -> dict[str, Any]:
    """pacs.008 bound to pyiso20022's classes, the envelope taken off beforehand."""
    from xsdata.formats.dataclass.parsers import XmlParser
    from xsdata.formats.dataclass.parsers.config import ParserConfig

    document = importlib.import_module("pyiso20022.pacs.pacs_008_001_08").Document
    parser = XmlParser(config=ParserConfig(fail_on_unknown_properties=False))
    content = [m.encode() for m in messages]
    return {
        "peer": "pyiso20022",
        "version": version("pyiso20022"),
        "messages_per_cpu_second": rate(lambda m: parser.from_bytes(m, document), content),
    }


def fin(messages: list[str]) -> dict[str, Any]:
    """MT103 by mt103: how many it accepts, and how quick it is."""
    from mt103 import MT103

    return {
        "peer": "mt103",
        "version": version("mt103"),
        "accepted": sum(bool(MT103(m)) for m in messages),
        "of": len(messages),
        "messages_per_cpu_second": rate(MT103, messages),
    }


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    given = json.loads(Path(sys.argv[1]).read_text())
    print(json.dumps([iso(given["documents"]), fin(given["mt103"])]))
