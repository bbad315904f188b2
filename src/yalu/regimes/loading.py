"""Loading a regime from its folder: read, validate, cross-check; every fault is a RegimeError."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from yalu.model.dates import partial
from yalu.regimes.brief import BriefPlan
from yalu.regimes.checks import check
from yalu.regimes.criteria import Criteria
from yalu.regimes.dates import DateRules
from yalu.regimes.errors import RegimeError
from yalu.regimes.lead_times import LeadTimes
from yalu.regimes.levers import Levers
from yalu.regimes.mentions import Mentions
from yalu.regimes.obligations import Obligations, Records
from yalu.regimes.reading import read_yaml
from yalu.regimes.regime import CONTENT, Duties, Header, Regime
from yalu.regimes.rows import SectionFile
from yalu.regimes.sources import Sources
from yalu.regimes.ties import TieTypes

_Model = TypeVar("_Model", bound=BaseModel)
_TABLES = (
    *("regime.yml", "sources.yaml", "tie_types.yaml", "mentions.yaml", "brief.yaml", "criteria.yaml"),
    *("obligations.yaml", "carried_out.yaml", "dates.yaml", "lead_times.yaml", "levers.yaml"),
)
_ADVICE = {
    "extra_forbidden": ("a key that the model knows", "Correct the key, or take it out."),
    "string_type": ("text", "Put it in quotes: YAML reads a bare 2017 as a number."),
    "missing": ("the key, with a value", "Add it; write null if the model allows it and it is not known."),
}


def regime_path(regime: str = "dprk") -> Path:
    """The folder of a regime that comes with Yalu."""
    return Path(str(files("yalu.regimes").joinpath(regime)))


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _field(location: tuple[int | str, ...]) -> str:
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _fault(file: str, content: Any, error: ValidationError) -> RegimeError:
    first = error.errors(include_url=False)[0]
    location = first["loc"]
    item, rest = "", location
    for depth in range(len(location), 0, -1):  # the innermost row that has an id
        row = content
        try:
            for part in location[:depth]:
                row = row[part]
        except (KeyError, IndexError, TypeError):
            continue
        if isinstance(row, dict) and isinstance(row.get("id"), str) and depth >= 2:
            item, rest = row["id"], location[depth:]
            break
    if not item and len(location) > 1:
        item, rest = _field(location[:2]), location[2:]
    kind, message = first["type"], str(first["msg"]).removeprefix("Value error, ")
    expected, do = _ADVICE.get(kind, (message, "Correct the value."))
    found = {"extra_forbidden": "unknown key", "missing": "the key is missing"}.get(
        kind, _short(first["input"])
    )
    return RegimeError(file, item=item, field=_field(rest), found=found, expected=expected, do=do)


def _validated(path: Path, file: str, model: type[_Model]) -> _Model:
    content = read_yaml(path / file, file)
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise _fault(file, content, error) from None


def _content(path: Path, header: Header) -> dict[str, SectionFile]:
    for file in header.files:
        if file not in CONTENT:
            raise RegimeError(
                "regime.yml",
                field="files",
                found=f"{file!r} is no content file",
                expected=f"some of {', '.join(CONTENT)}",
                do="Correct the name.",
            )
    present = {str(p.relative_to(path).as_posix()) for p in path.rglob("*.y*ml")}
    for stray in sorted(present - set(header.files) - set(_TABLES)):
        raise RegimeError(
            "regime.yml",
            field="files",
            found=f"{stray} lies in the folder and is not named here",
            expected="every content file in `files`, so that none is left out unseen",
            do=f"Add {stray} to `files`, or delete it.",
        )
    return {file: _validated(path, file, CONTENT[file]) for file in header.files}


def load_duties(path: Path | None = None) -> Duties:
    """The tables of obligations alone, of a regime that may have none; quicker than the whole regime."""
    path = path or regime_path()
    return Duties(
        _table(path, "obligations.yaml", Obligations),
        _table(path, "carried_out.yaml", Records).records,
        _table(path, "dates.yaml", DateRules).rules,
    )


def _table(path: Path, file: str, model: type[_Model]) -> _Model:
    return _validated(path, file, model) if (path / file).exists() else model()


@cache
def load_criteria(regime: str = "dprk") -> Criteria:
    """The criteria of a regime that comes with Yalu, without the rest of it: what an assessment needs.

    Raises RegimeError. That its references have an end is checked where the whole regime is loaded.
    """
    return _validated(regime_path(regime), "criteria.yaml", Criteria)


@cache
def load_levers(regime: str = "dprk") -> Levers:
    """What the levers of a regime that comes with Yalu act through. Raises RegimeError."""
    return _table(regime_path(regime), "levers.yaml", Levers)


def load_memo_day(works: Mapping[str, Mapping[str, str]], regime: str = "dprk") -> str:
    """The day of the regime's memo by the works of a snapshot, the latest that it may mean, or ``""``."""
    memo = _validated(regime_path(regime), "regime.yml", Header).memo
    date = works.get(memo or "", {}).get("date", "")
    return partial(date).hi if date else ""


@cache
def load_lead_times(regime: str = "dprk") -> LeadTimes:
    """Who publishes when, and what must happen before, of a regime of Yalu. Raises RegimeError."""
    return _validated(regime_path(regime), "lead_times.yaml", LeadTimes)


def load_plan(regime: str = "dprk") -> BriefPlan:
    """Which records belong to a regime that comes with Yalu, without the rest of it. Raises RegimeError."""
    return _validated(regime_path(regime), "brief.yaml", BriefPlan)


def load_regime(path: Path | None = None) -> Regime:
    """Load the regime in ``path``, by default the one that comes with Yalu.

    Raises RegimeError, which names the file, the item and the field, at the first fault.
    """
    path = path or regime_path()
    header = _validated(path, "regime.yml", Header)
    content = _content(path, header)
    types = _validated(path, "tie_types.yaml", TieTypes) if (path / "tie_types.yaml").exists() else None
    mentions = _validated(path, "mentions.yaml", Mentions) if (path / "mentions.yaml").exists() else None
    plan = _validated(path, "brief.yaml", BriefPlan) if (path / "brief.yaml").exists() else None
    duties = load_duties(path)
    held = (path / "criteria.yaml").exists()
    criteria = _validated(path, "criteria.yaml", Criteria) if held else None
    parts: dict[str, Any] = {Path(file).stem: content.get(file) or model() for file, model in CONTENT.items()}
    regime = Regime(
        path=path,
        header=header,
        sources=_validated(path, "sources.yaml", Sources).sources,
        tie_types=types.tie_types if types else {},
        mentions=mentions.mentions if mentions else [],
        brief=plan,
        duties=duties,
        criteria=criteria,
        files=content,
        **parts,
    )
    check(regime)
    return regime
