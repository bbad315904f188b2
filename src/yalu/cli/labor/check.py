"""``yalu labor check``: a supply chain or contractor list against what is known of such labor."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_scope,
    tell,
)
from yalu.model.clock import Mode

if TYPE_CHECKING:
    from yalu.labor.chain import Checked

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="CSV or XLSX: name, and if known country, sector, worker_nationality, partner, and red flags as"
        " columns with yes. - is stdin.",
    ),
]
Out = Annotated[
    str,
    typer.Option(
        "--out", metavar="FILE", help="Also write what --json prints to a file.", show_default=False
    ),
]
HITS = 3
HIT = frozenset({"presumed", "named"})


def run(
    file: File,
    as_of: AsOf = "",
    on: On = "",
    out: Out = "",
    mode: ModeOption = Mode.STRICT,
    snapshot: SnapshotOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Check suppliers and contractors: named employers, hosts, sectors, joint ventures, red flags.

    Where a row says that workers are of the country, the presumption of CAATSA s.321 is told from its day,
    with what would rebut it. A host, a sector or a flag alone is a reason to look, and no more. Ends with 3
    where a row is presumed or named.

    Examples: yalu labor check suppliers.csv · yalu labor check contractors.xlsx --on 2017-06-13 --json
    """
    import orjson

    from yalu.cli.answer import asked, head, write
    from yalu.evidence.writing import write_whole
    from yalu.labor.chain import SCOPE_NOTE, check, knowledge
    from yalu.screening.customers import open_file

    scope = open_scope(workspace, snapshot, as_of, mode, quiet=quiet, on=on)
    content = open_file(file, sys.stdin.buffer.read() if file == "-" else None)
    name = "standard input" if file == "-" else Path(file).name
    rows = list(check(name, content, knowledge(scope)))
    for row in rows:
        if row.problem:
            tell(f"row {row.row} is not checked: {row.problem}")
    told = asked(scope.view) | {"rows": [_json(r) for r in rows], "limits": SCOPE_NOTE}
    if out:
        write_whole(Path(out).absolute(), orjson.dumps(told) + b"\n")
    if json:
        write(told)
    else:
        print(head(scope.view))
        for row in rows:
            _print(row)
        counts = Counter(r.verdict for r in rows)
        print(
            "\n"
            + (", ".join(f"{n:,} {v}" for v, n in sorted(counts.items())) or "no rows")
            + f". {SCOPE_NOTE}"
        )
    if any(row.verdict in HIT for row in rows):
        sys.exit(HITS)


def _json(r: Checked) -> dict[str, Any]:
    return {
        "row": r.row,
        "name": r.name,
        "verdict": r.verdict,
        "signs": [s.as_json() for s in r.signs],
        "presumption": r.presumption,
        "rebut": r.rebut,
        "problem": r.problem,
    }


def _print(r: Checked) -> None:
    print(f"\n{r.row:>6}  {r.verdict.upper()}: {r.name}")
    for s in r.signs:
        print(f"        {s.kind}: {s.text}")
    if r.presumption:
        print(f"        CAATSA s.321: {r.presumption}")
    if r.rebut:
        print(f"        rebutted if {r.rebut}")
