"""A cargo manifest, line by line: which rule forbids or caps it, and what is odd about it."""
