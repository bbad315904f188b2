"""The one error of this package: some content of a regime is not what its models ask for."""

from __future__ import annotations


class RegimeError(Exception):
    """A content file of a regime is wrong.

    The message names the file, the item and the field, what stands there, what was expected, and what
    to do; the same parts are attributes. ``item`` and ``field`` are empty where the whole file is meant.
    """

    def __init__(
        self, file: str, *, item: str = "", field: str = "", found: str = "", expected: str = "", do: str = ""
    ) -> None:
        self.file = file
        self.item = item
        self.field = field
        self.found = found
        self.expected = expected
        self.do = do
        super().__init__(file, item, field, found, expected, do)

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.item, self.field) if part)
        lines = [f"{place}: {self.found}"]
        if self.expected:
            lines.append(f"Expected: {self.expected}")
        if self.do:
            lines.append(f"To do: {self.do}")
        return "\n".join(lines)
