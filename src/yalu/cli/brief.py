"""``yalu brief``: write the dated, cited brief."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.options import (
    AsOf,
    Json,
    LedgerOption,
    ModeOption,
    On,
    Quiet,
    SnapshotOption,
    WorkspaceOption,
    open_evidence,
    tell,
    view_at,
)
from yalu.errors import YaluError
from yalu.model.clock import Mode

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to write; made if it is missing.")]


def run(
    as_of: AsOf = "",
    on: On = "",
    mode: ModeOption = Mode.STRICT,
    out: Out = Path("yalu-brief"),
    snapshot: SnapshotOption = "",
    ledger: LedgerOption = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write the dated, cited brief: HTML, PDF, JSON, and annexes in CSV. Needs no network.

    Six sections in the order of the memo's recommendations, the check of its figures, and numbered
    sources. Each sentence is computed from statements that were public on the day asked.

    Examples: yalu brief · yalu brief --as-of 2017-06-13 --out brief-2017
    """
    from yalu.ledger.printed import head
    from yalu.publish.brief import make_brief
    from yalu.publish.write import FILES, write_brief
    from yalu.regimes import load_regime

    place, evidence = open_evidence(workspace, snapshot, quiet=quiet, ledger=ledger)
    stood = head(place.root, ledger)
    view = view_at(evidence, as_of, on, mode)
    tell(f"writing the brief as known on {view.when.as_of}", quiet=quiet)
    brief = make_brief(evidence, load_regime(), view.when, stood)
    try:
        written = write_brief(brief, out)
    except OSError as error:
        raise YaluError(
            f"The brief cannot be written to {out}: {error.strerror}.",
            expected="a folder that you may write to",
            do="Name one with --out DIR.",
        ) from error
    uncited = brief.uncited()
    if json:
        import orjson

        answer = {
            "version": 1,
            "as_of": brief.when.as_of,
            "snapshot": brief.snapshot,
            "ledger": {"seq": stood.seq if stood else 0, "head": stood.hash if stood else ""},
            "files": [str(p) for p in written],
            "uncited": len(uncited),
        }
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
        return
    for path in written[: len(FILES)]:
        print(path)
    print(f"{len(written) - len(FILES)} annexes in {out / 'annex'}")
