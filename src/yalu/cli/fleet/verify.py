"""``yalu fleet verify``: is a bulletin whole, unchanged, and signed by whom it should be?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from yalu.cli.options import Json, tell

Where = Annotated[Path, typer.Argument(metavar="PATH", help="The folder of a bulletin.", show_default=False)]
Key = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="PUBLIC.pem",
        help="The public key that the issuer handed over. Without it only integrity is verified, not origin.",
        show_default=False,
    ),
]


def run(path: Where, key: Key = None, json: Json = False) -> None:
    """Verify a bulletin: its signature, the digest of each file, its number, and that no file is added.

    Needs no workspace and no network. Ends with 5 and the one reason where anything was changed, is missing
    or was added, or where another key signed it.

    Examples: yalu fleet verify yalu-bulletins/bulletin-0002 --key public.pem
    """
    from yalu.fleet.bulletin.verify import verify

    found = verify(path, key)
    manifest = found.manifest
    if json:
        import orjson

        proven = "origin" if found.origin else "integrity"
        told = {"version": 1, "verified": proven, "manifest": manifest.model_dump()}
        sys.stdout.write(orjson.dumps(told).decode() + "\n")
    else:
        since = f"what changed since No. {manifest.since.number}" if manifest.since else "the full list"
        print(f"Bulletin No. {manifest.number} of {manifest.as_of}: {since}, issued {manifest.issued}")
        print(f"  {len(manifest.files)} files are as they were signed; {manifest.changes:,} changes")
        if manifest.previous:
            print(f"  follows No. {manifest.previous.number} of {manifest.previous.as_of}")
        print(f"  signed by {manifest.key.fingerprint}")
    if not found.origin:
        tell(
            "Verified by the key in the bundle: it proves that nothing was changed since the signing, not who"
            " signed. To do: --key PUBLIC.pem, with the key that the issuer handed over."
        )
