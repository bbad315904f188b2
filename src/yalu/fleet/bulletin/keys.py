"""Keys that sign bulletins: Ed25519, one for each workspace unless the issuer brings one."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from yalu.errors import StorageError, UsageError
from yalu.evidence.writing import replacing

PRIVATE, PUBLIC = "key.pem", "public.pem"
LARGEST = 10_000
"""Bytes of a file that may be a key."""


def read_private(path: Path) -> Ed25519PrivateKey:
    """The key in a PEM file. Raises UsageError where it holds none that signs, without showing any of it."""
    try:
        key = load_pem_private_key(_content(path), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(
            f"{path} holds no private Ed25519 key that can be read.",
            expected="a PEM file without a passphrase",
            do=f"Make one: openssl genpkey -algorithm ed25519 -out {path.name}",
        )
    return key


def read_public(path: Path) -> Ed25519PublicKey:
    """The public key in a PEM file. Raises UsageError where it holds none."""
    try:
        return parse_public(_content(path))
    except ValueError:
        raise UsageError(
            f"{path} holds no public Ed25519 key.", expected=f"the {PUBLIC} that the issuer handed over"
        ) from None


def parse_public(content: bytes) -> Ed25519PublicKey:
    """The public key in PEM text. Raises ValueError."""
    try:
        key = load_pem_public_key(content)
    except UnsupportedAlgorithm as error:
        raise ValueError(str(error)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("no Ed25519 key")
    return key


def own_key(folder: Path) -> tuple[Ed25519PrivateKey, bool]:
    """The key of a workspace, made where there is none, and whether it is new; for who may write there.

    Raises StorageError, also where others than the owner may read it.
    """
    path = folder / PRIVATE
    if path.exists():
        if path.stat().st_mode & 0o077:
            raise StorageError(
                f"{path} can be read by others than its owner.",
                expected="mode 0600",
                do=f"If nobody took it: chmod 600 {path}. Else make a new key and tell who verifies.",
            )
        return read_private(path), False
    key = Ed25519PrivateKey.generate()
    with replacing(folder / PUBLIC) as new:
        new.write_bytes(public_pem(key.public_key()))
    with replacing(path) as new:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return key, True


def public_pem(key: Ed25519PublicKey) -> bytes:
    """The public key as it is handed over."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def fingerprint(key: Ed25519PublicKey) -> str:
    """The SHA-256 of the key as DER: what ``openssl pkey -pubin -outform DER | sha256sum`` gives."""
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def signed(key: Ed25519PublicKey, signature: bytes, content: bytes) -> bool:
    """Whether the signature is that of the key over the content."""
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", expected="a PEM file") from error
