"""A regime of two parties, written into a folder, for tests that break one thing of it."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "regime.yml": """
id: sample
name: A sample regime
country: XX
compiled: 2020-01-01
files: [parties.yaml, ties.yaml, vessels.yaml, incidents.yaml]
""",
    "sources.yaml": """
sources:
  S_LIST: {title: A list, date: 2010-05-04, basis: stored}
  S_PRESS: {title: A page, date: null, basis: own_knowledge}
""",
    "tie_types.yaml": """
tie_types:
  owner_of: {kind: Ownership, role: owner of, reverse: false}
""",
    "parties.yaml": """
parties:
- id: x-one
  kind: Company
  name: One
  listings:
  - {by: US, date: 2010-05-04, date_basis: stored, authority: Order 1, status: listed, src: [S_LIST]}
  src: [S_LIST]
  basis: stored
- {id: x-two, kind: Person, name: Two, first_public: 2010-06, src: [S_PRESS], basis: own_knowledge}
""",
    "ties.yaml": """
ties:
- {id: t1, from: x-two, to: x-one, type: owner_of, known_since: 2010-05-04, src: [S_LIST], basis: stored}
""",
    "vessels.yaml": """
vessels:
- {id: imo-9074729, names: [Sample], imo: '9074729', src: [S_LIST], basis: stored}
""",
    "incidents.yaml": """
incidents:
- {id: i1, date: 2011-02, kind: seizure, vessels: [imo-9074729], place: at sea, src: [S_LIST], basis: stored}
""",
}


def write_regime(folder: Path, **changes: tuple[str, str]) -> Path:
    """Write the sample; a change of ``parties`` is (text to replace, text that replaces it)."""
    for name, text in FILES.items():
        change = changes.get(name.partition(".")[0])
        if change:
            assert change[0] in text
            text = text.replace(*change, 1)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
