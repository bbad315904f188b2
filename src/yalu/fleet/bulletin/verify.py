"""Verifies a bulletin as it came: signature, digests, number, and that nothing is missing or added."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError

from yalu.errors import ContractError, UsageError
from yalu.fleet.bulletin import keys
from yalu.fleet.bulletin.manifest import MANIFEST, SIGNATURE, Manifest
from yalu.fleet.bulletin.shelf import DATA

LARGEST = 50_000_000
"""Bytes of a manifest that is read; the other files are only digested."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A bulletin that holds. ``origin`` is whether a key from elsewhere says who signed it."""

    manifest: Manifest
    folder: Path
    origin: bool


def verify(path: Path, key: Path | None = None) -> Verified:
    """Verify the bulletin in a folder, by the key given or else by the one in it.

    Raises ContractError with the one reason why it does not hold, and UsageError where ``path`` is none.
    """
    folder = path.parent if path.name == MANIFEST and path.is_file() else path
    if not folder.is_dir():
        raise UsageError(f"{path} is no folder of a bulletin.", expected=f"a folder with {MANIFEST}")
    trusted = keys.read_public(key) if key else None
    found = _files(folder)
    for name in (MANIFEST, SIGNATURE):
        if name not in found:
            raise _broken(f"{name} is missing")
    raw = _read(folder / MANIFEST)
    public = trusted or _bundled(folder, found)
    if not keys.signed(public, _read(folder / SIGNATURE), raw):
        raise _broken(_unsigned(folder, found, trusted, raw))
    manifest = _manifest(raw)
    if manifest.key.fingerprint != keys.fingerprint(public):
        raise _broken("the manifest names another key than the one that signed it")
    _check_files(folder, found, manifest)
    _check_number(folder, manifest)
    return Verified(manifest, folder, trusted is not None)


def _unsigned(folder: Path, found: set[str], trusted: Ed25519PublicKey | None, raw: bytes) -> str:
    """Why the signature does not hold: another key, or a manifest or signature that was changed."""
    if trusted is not None and keys.PUBLIC in found:
        own = _bundled(folder, found)
        if keys.fingerprint(own) != keys.fingerprint(trusted) and keys.signed(
            own, _read(folder / SIGNATURE), raw
        ):
            return f"it is signed by another key, {keys.fingerprint(own)}"
    return "the signature is not that of the key over this manifest: one of them was changed"


def _bundled(folder: Path, found: set[str]) -> Ed25519PublicKey:
    if keys.PUBLIC not in found:
        raise _broken(f"{keys.PUBLIC} is missing")
    try:
        return keys.parse_public(_read(folder / keys.PUBLIC))
    except ValueError:
        raise _broken(f"{keys.PUBLIC} holds no Ed25519 key") from None


def _files(folder: Path) -> set[str]:
    """The names in the folder; a link or a folder among them is no file of a bulletin."""
    names = set()
    for one in sorted(folder.iterdir()):
        if not stat.S_ISREG(one.lstat().st_mode):
            raise _broken(f"{one.name} is no plain file")
        names.add(one.name)
    return names


def _check_files(folder: Path, found: set[str], manifest: Manifest) -> None:
    named = set(manifest.files)
    for name in sorted(named - found):
        raise _broken(f"{name} is missing")
    for name in sorted(found - named - {MANIFEST, SIGNATURE}):
        raise _broken(f"{name} is no file of this bulletin")
    for name, told in sorted(manifest.files.items()):
        with (folder / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != told.sha256:
            raise _broken(f"{name} was changed")


def _check_number(folder: Path, manifest: Manifest) -> None:
    try:
        told = orjson.loads((folder / DATA).read_bytes())
        number, as_of = told["number"], told["as_of"]
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):
        raise _broken(f"{DATA} is no bulletin") from None
    if (number, as_of) != (manifest.number, manifest.as_of):
        raise _broken(f"{DATA} is of bulletin {number} of {as_of}, the manifest of {manifest.number}")


def _manifest(raw: bytes) -> Manifest:
    try:
        return Manifest.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise _broken(f"the manifest is none that this version reads: {where}: {first['msg']}") from None


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST)


def _broken(what: str) -> ContractError:
    return ContractError(
        "bulletin",
        what,
        expected="the files as they were signed",
        do="Ask the issuer for it again, and compare the fingerprint of the key by another way.",
    )
