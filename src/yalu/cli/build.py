"""``yalu build``: make everything that can be made again from the archive."""

from __future__ import annotations

from yalu.cli.options import Json, Quiet, WorkspaceOption, tell


def run(workspace: WorkspaceOption = None, quiet: Quiet = False, json: Json = False) -> None:
    """Make sightings, statements and the snapshot anew from the archive, byte for byte.

    Needs no network. Use it after an update of Yalu, or when a derived file was lost. Readers keep the
    snapshot that they opened until the new one is whole.
    """
    import sys

    import orjson

    from yalu.cli.resolved import tell_unresolved
    from yalu.evidence import archive, packaged, sightings, snapshot
    from yalu.evidence.registered import all_sources
    from yalu.evidence.workspace import Workspace

    place = Workspace.find(workspace)
    packaged.ensure(place, step=lambda message: tell(message, quiet=quiet))
    counts: dict[str, int] = {}
    with place.writing(lambda: tell("waiting for another command that writes here", quiet=quiet)):
        for source in all_sources(place).values():
            copies = archive.copies(place, source.id)
            for number, copy in enumerate(copies, start=1):
                tell(f"{source.id}: copy of {copy.date.text()} ({number} of {len(copies)})", quiet=quiet)
                sightings.rebuild(place, source, copy)
            if copies:
                counts[source.id] = len(copies)
        tell("folding", quiet=quiet)
        bound = snapshot.bind(place, afresh=True)
        snapshot.publish(place, bound)
    tell_unresolved(place, bound, tell)
    if json:
        sys.stdout.write(orjson.dumps({"version": 1, "snapshot": bound.id, "copies": counts}).decode() + "\n")
        return
    for source_id, count in counts.items():
        print(f"{source_id}: {count} {'copy' if count == 1 else 'copies'}")
    print(f"snapshot {bound.id} is in force")
