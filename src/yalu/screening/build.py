"""Makes the buffers of an index out of records: names by letters and keys, identifiers by number."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from yalu.evidence.view import SAME
from yalu.model.vocabulary import NAME_PROPS
from yalu.screening import grams, identifiers, keys
from yalu.screening.records import KINDS, PROPS, Records

Buffers = dict[str, npt.NDArray[Any]]
Step = Callable[[str], None]

_NAMES = [PROPS.index(prop) for prop in NAME_PROPS]
_FAMILIES = np.array([keys.family(kind) for kind in KINDS], np.int64)


def buffers(records: Records, step: Step = lambda _: None) -> Buffers:
    """All buffers of an index by name. ``step`` is told of progress."""
    found: Buffers = {f"row_{name}": column for name, column in records.columns.items()}
    party, same = records.columns["party"], records.columns["prop"] == PROPS.index(SAME)
    ids = np.union1d(party, records.columns["value"][same])
    found["party_text"] = ids.astype(np.int32)
    found["party_start"] = np.r_[np.searchsorted(party, ids), len(party)].astype(np.int64)
    found["row_party"] = np.searchsorted(ids, party).astype(np.int32)
    found.update(_texts(records.texts))
    found.update(_names(records, step))
    found.update(_identifiers(records))
    return found


def _texts(texts: list[str]) -> Buffers:
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)))
    return {
        "text_start": np.r_[np.zeros(1, np.int64), ends],
        "text_bytes": np.frombuffer(b"".join(encoded), np.uint8),
    }


def _names(records: Records, step: Step) -> Buffers:
    """Each text once for each family under which it is read, with the rows that hold it."""
    rows = np.flatnonzero(np.isin(records.columns["prop"], _NAMES))
    read_as = _FAMILIES[records.columns["kind"][rows]]
    together = records.columns["value"][rows].astype(np.int64) * 4 + read_as
    unique, at = np.unique(together, return_inverse=True)
    order = np.argsort(at, kind="stable")
    count = len(unique)
    text, family = (unique // 4).astype(np.int32), (unique % 4).astype(np.uint8)
    found: Buffers = {
        "name_text": text,
        "name_family": family,
        "name_rows": rows[order].astype(np.int32),
        "name_start": np.r_[0, np.cumsum(np.bincount(at, minlength=count))].astype(np.int64),
    }
    plain: list[bytes] = []
    gram_rows, gram_sizes = array("i"), np.zeros(count, np.int64)
    key_rows, key_sizes = array("I"), np.zeros(count, np.int64)
    for i in range(count):
        name = records.texts[text[i]]
        plain.append(grams.letters(name))
        of_name = grams.grams(plain[-1])
        gram_rows.frombytes(of_name.tobytes())
        gram_sizes[i] = len(of_name)
        numbers = keys.of_text(name, int(family[i]))
        key_rows.extend(numbers)
        key_sizes[i] = len(numbers)
        if i % 10000 == 9999:
            step(f"{i + 1:,} of {count:,} names indexed")
    found["letters"] = np.frombuffer(b"".join(plain), np.uint8)
    found["letters_start"] = np.r_[0, np.cumsum([len(letters) for letters in plain])].astype(np.int64)
    owner = np.arange(count, dtype=np.int32)
    found.update(_by_gram(np.frombuffer(gram_rows, np.int32), np.repeat(owner, gram_sizes), count))
    found.update(_by_key(np.frombuffer(key_rows, np.uint32), np.repeat(owner, key_sizes)))
    return found


def _by_gram(found: npt.NDArray[np.int32], names: npt.NDArray[np.int32], count: int) -> Buffers:
    sizes = np.bincount(found, minlength=grams.GRAMS)
    weight = rarity(sizes, count)
    norm = np.sqrt(np.bincount(names, weights=np.square(weight[found]), minlength=count))
    return {
        "gram_start": np.r_[0, np.cumsum(sizes)].astype(np.int64),
        "gram_names": names[np.argsort(found, kind="stable")],
        "gram_weight": weight,
        "name_norm": np.maximum(norm, 1e-6).astype(np.float32),
    }


def _by_key(found: npt.NDArray[np.uint32], names: npt.NDArray[np.int32]) -> Buffers:
    order = np.argsort(found, kind="stable")
    unique, sizes = np.unique(found, return_counts=True)
    return {
        "key_number": unique,
        "key_start": np.r_[0, np.cumsum(sizes)].astype(np.int64),
        "key_names": names[order],
    }


def rarity(sizes: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.float32]:
    """What meeting in something is worth of which so many names have it: 1 + the logarithm of its rarity."""
    return (1.0 + np.log(max(count, 1) / np.maximum(sizes, 1))).astype(np.float32)


def number_of(kind: str, plain: str) -> int:
    """The number under which an identifier is filed; whoever reads it compares the text again."""
    return crc32(f"{kind}:{plain}".encode())


def _identifiers(records: Records) -> Buffers:
    wanted = {PROPS.index(prop): kind for prop, kind in identifiers.OF_PROP.items()}
    rows = np.flatnonzero(np.isin(records.columns["prop"], list(wanted)))
    filed = []
    for row in rows:
        kind = wanted[int(records.columns["prop"][row])]
        plain = identifiers.normal(kind, records.texts[records.columns["value"][row]])
        if plain:
            filed.append((number_of(kind, plain), int(row)))
    filed.sort()
    return {
        "number": np.array([n for n, _ in filed], np.uint32),
        "number_row": np.array([r for _, r in filed], np.int32),
    }
