"""Reading content files: YAML in which dates stay text, and a key stands once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from yalu.regimes.errors import RegimeError


class _Repeated(yaml.MarkedYAMLError):
    """The same key stands twice in one mapping."""


class ContentLoader(yaml.CSafeLoader):
    """A safe loader that reads ``2017-06-13`` as text and refuses a repeated key."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build the mapping; a repeated key would lose a fact without a word."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise _Repeated(problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


ContentLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path, name: str = "") -> dict[str, Any]:
    """Return the mapping in ``path``; ``name`` is what errors call the file."""
    name = name or path.name
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=ContentLoader)
    except FileNotFoundError:
        raise RegimeError(
            name, found=f"there is no such file in {path.parent}", do="Add the file, or take it off the list."
        ) from None
    except UnicodeDecodeError as error:
        raise RegimeError(name, found=str(error), expected="UTF-8 text", do="Save it as UTF-8.") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise RegimeError(
            name,
            item=f"line {line}",
            found=f"{error.problem or error}",
            expected="well-formed YAML in which a key stands once in a mapping",
            do=f"Correct line {line}.",
        ) from None
    except yaml.YAMLError as error:
        raise RegimeError(name, found=str(error), expected="well-formed YAML", do="Correct it.") from None
    if not isinstance(content, dict):
        raise RegimeError(
            name,
            found=f"the file holds {type(content).__name__}",
            expected="a mapping of section names to lists of rows",
            do="Begin the file with `about:` or the name of a section.",
        )
    return content
