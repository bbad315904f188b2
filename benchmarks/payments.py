"""Reading and screening payment messages: ``make bench NAME=payments``.

Reading is measured on the samples of the shared data, beside pyiso20022 and mt103; a statement of 200,000
entries in a process of its own. Screening is measured from bytes to JSON line over the seeded world of
``yalu payments world``, in which banks and customers repeat, against the casebook, four official lists and
the world's fictional one; and over names that never repeat. What banks carried is counted over that world.
Tracing is measured over seeded movements; ``python -m benchmarks.payments --trace 50000000`` does that alone,
``--world`` what is measured over the world, and ``--stream 5`` reads one statement of 5 GB from a pipe.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import orjson

from benchmarks import _lists, _payments_stream, _payments_trace, _payments_traffic, _screening_data
from benchmarks.measuring import store
from yalu.evidence import intake
from yalu.evidence.intake import Documents
from yalu.evidence.workspace import Workspace
from yalu.payments import Message, read, read_bytes
from yalu.payments.banks import exposure
from yalu.payments.chain import Chain
from yalu.payments.fin import read_one, split
from yalu.payments.reading import read_stream
from yalu.payments.world import World
from yalu.payments.world import messages as written
from yalu.sources.user import user_source

BUILD = Path("build/payments")
AS_OF = "2026-08-14"
ENTRIES = 200_000
TRACED = (1_000_000, 10_000_000)
REPEATING, UNIQUE = 30_000, 2_000
SEED = 11
SECONDS, RUNS = 2.0, 3
BARS = {
    "iso20022_messages_per_cpu_second": 8_000,
    "mt103_messages_per_cpu_second": 100_000,
    "statement_mib_above_imports": 64,
    "screened_messages_per_cpu_second": 1_000,
    "traced_10m_cpu_seconds": {"poison": 0.5, "haircut": 1.0, "fifo": 3.0},
}


def rate(work: Callable[[Any], object], items: Sequence[Any]) -> float:
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


def peak() -> float:
    """MiB of this process at its peak; ``ru_maxrss`` would begin with its parent's."""
    said = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+)", said)[0]) / 1024


def samples() -> tuple[list[bytes], list[str]]:
    """The plain pacs.008 samples of the shared data, and all MT103."""
    folder = _lists.shared() / "data" / "messages"
    iso = [
        p.read_bytes() for p in sorted((folder / "iso20022_cbpr" / "other").glob("*p.8.1.1.a_pacs.008*.xml"))
    ]
    held = json.loads((folder / "mt" / "prowide_embedded_mt.json").read_text())
    return iso, [text for text in held if split(text).type == "103"]


def reading(iso: list[bytes], fin: list[str]) -> list[dict[str, Any]]:
    """How quick messages are read, and how many of the real samples."""
    folder = _lists.shared() / "data" / "messages"
    found = Counter(
        type(one).__name__ for p in sorted((folder / "iso20022_cbpr").rglob("*.xml")) for one in read(p)
    )
    typed = [m for m in read(folder / "mt" / "prowide_embedded_mt.json") if isinstance(m, Message)]
    return [
        {
            "measure": "pacs.008 to parties, agents, amounts and texts",
            "messages_per_cpu_second": rate(lambda m: list(read_bytes(m)), iso),
            "bytes_on_average": sum(map(len, iso)) // len(iso),
        },
        {"measure": "MT103 to blocks and fields", "messages_per_cpu_second": rate(split, fin)},
        {
            "measure": "MT103 to parties, agents, amounts and texts",
            "messages_per_cpu_second": rate(lambda m: read_one(m, "x"), fin),
        },
        {
            "measure": "samples read",
            "cbpr_messages": found["Message"],
            "cbpr_rejects": found["Reject"],
            "fin_typed": len(typed),
            "mt103": sum(m.type == "MT103" for m in typed),
        },
    ]


def statement(folder: Path) -> dict[str, Any]:
    """A statement read to its end in a process of its own; memory above the interpreter with its imports."""
    path = folder / "statement.xml"
    with path.open("wb") as out:
        out.writelines(_payments_traffic.statement(ENTRIES))
    command = [sys.executable, "-m", "benchmarks.payments", "--statement", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return {"measure": f"camt.053 of {ENTRIES:,} entries", "mib": path.stat().st_size >> 20, **found}


def statement_here(path: str) -> None:
    """What the process for the statement does."""
    list(read_bytes(b"".join(_payments_traffic.statement(10))))
    before = peak()
    began, count = time.process_time(), 0
    for message in read_stream(sys.stdin.buffer) if path == "-" else read(path):
        assert isinstance(message, Message)
        for _ in message.payments:
            count += 1
    took = time.process_time() - began
    above = peak() - before
    print(
        json.dumps(
            {
                "entries": count,
                "mib_above_imports": round(above, 1),
                "entries_per_cpu_second": round(count / took),
            }
        )
    )


def screening(folder: Path, count: int, *, unique: bool) -> dict[str, Any]:
    """From bytes to JSON lines; opening the lists is told apart, the first thousand messages count."""
    workspace = _screening_data.workspace(folder / "workspace")
    if unique:
        messages = list(_payments_traffic.messages(count, unique=True))
    else:
        messages = world_messages(workspace, count)
    began = time.process_time()
    chain = Chain.open(workspace, AS_OF)
    opened = time.process_time() - began
    began = time.process_time()
    size = 0
    for content in messages:
        for one in read_bytes(content):
            if isinstance(one, Message):
                size += len(orjson.dumps(chain.screen(one)))
    took = time.process_time() - began
    return {
        "measure": "screened, no name twice" if unique else "screened, parties repeat",
        "messages": len(messages),
        "messages_per_cpu_second": round(len(messages) / took),
        "seconds_to_open": round(opened, 2),
        "answers_met_in_memory": round(chain.lists.remembered, 4),
        "parties_on_lists_and_casebook": chain.parties,
        "decisions": {k: chain.counts[k] for k in ("stop", "review", "release")},
        "json_bytes_per_message": size // len(messages),
    }


def world_messages(workspace: Workspace, payments: int) -> list[bytes]:
    """The messages of a seeded world, whose fictional list is taken into the workspace."""
    world = World(SEED, payments)
    source = user_source("ftm", "exercise")
    intake.take(workspace, source, Documents({"entities": world.listing()}, {"entities": "fictional"}))
    return [
        text.encode()
        for one in world.transfers()
        for text in (written.fin(one) if one.fin else written.iso(one))
    ]


def carried(folder: Path, count: int) -> dict[str, Any]:
    """What banks carried, counted from bytes: each message held against its day and, if met, the last day."""
    workspace = _screening_data.workspace(folder / "workspace")
    held = world_messages(workspace, count)
    chain = Chain.open(workspace, AS_OF)
    began = time.process_time()
    found = exposure((one for content in held for one in read_bytes(content)), chain)
    took = time.process_time() - began
    return {
        "measure": "what banks carried",
        "messages": len(held),
        "messages_per_cpu_second": round(len(held) / took),
        "banks": len(found.banks),
        "alertable": sum(bank.alertable for bank in found.banks),
        "hindsight": sum(bank.hindsight for bank in found.banks),
    }


def peers(iso: list[bytes], fin: list[str], folder: Path) -> list[dict[str, Any]]:
    """pyiso20022 and mt103 in their own virtual environment, made once."""
    python = BUILD / "peer" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(BUILD / "peer")], check=True)
        packages = ["pyiso20022==1.6.2", "xsdata[lxml]", "mt103"]
        subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=True)
    documents = [_document(content) for content in iso]
    given = folder / "messages.json"
    given.write_text(json.dumps({"documents": documents, "mt103": fin}))
    script = Path(__file__).with_name("_payments_peer.py")
    done = subprocess.run([str(python), str(script), str(given)], capture_output=True, text=True, check=False)
    if done.returncode:
        return [{"peer": "pyiso20022, mt103", "not measured": done.stderr.strip().splitlines()[-1:]}]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _document(content: bytes) -> str:
    from lxml import etree

    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    return etree.tostring(next(root.iter("{*}Document")), encoding="unicode")


def main() -> None:
    """Measure, print, and store the figures."""
    if sys.argv[1:2] == ["--statement"]:
        statement_here(sys.argv[2])
        return
    if sys.argv[1:2] == ["--world"]:
        BUILD.mkdir(parents=True, exist_ok=True)
        for row in (screening(BUILD, REPEATING, unique=False), carried(BUILD, REPEATING)):
            print(json.dumps(row))
        return
    if sys.argv[1:2] == ["--trace"]:
        print(json.dumps(_payments_trace.tracing(int(sys.argv[2]))))
        return
    if sys.argv[1:2] == ["--stream"]:
        row = _payments_stream.streamed(float(sys.argv[2]))
        print(json.dumps(row), store("payments_stream", [row]))
        return
    iso, fin = samples()
    BUILD.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="yalu-payments-") as name:
        folder = Path(name)
        rows = [
            {"bars": BARS},
            *reading(iso, fin),
            *peers(iso, fin, folder),
            statement(folder),
            screening(BUILD, REPEATING, unique=False),
            screening(BUILD, UNIQUE, unique=True),
            carried(BUILD, REPEATING),
            *map(_payments_trace.tracing, TRACED),
        ]
    for row in rows:
        print(json.dumps(row))
    print(store("payments", rows))


if __name__ == "__main__":
    main()
