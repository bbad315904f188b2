"""How much one request may ask; the figures are yente's where it has one."""

from __future__ import annotations

MAX_BATCH = 100
"""Queries in one ``/match`` request."""
MAX_MATCHES = 500
"""Results for one query of ``/match``."""
MATCH_PAGE = 5
MAX_PAGE = 500
"""Results of one page of a search."""
DEFAULT_PAGE = 10
MAX_RESULTS = 9999
"""No page reaches past this result."""
MAX_OFFSET = MAX_RESULTS - MAX_PAGE
MAX_EXCLUDED = 50
"""Entity ids that one request may exclude."""
MAX_URL = 60_000
"""Bytes of path and query string."""
MAX_BODY = 4 * 1024 * 1024
"""Bytes of a request's body: a full batch of long names is a tenth of it."""
MAX_DRAIN = 64 * 1024 * 1024
"""Bytes of a body that is too large which are read and forgotten, so that its sender gets the answer."""
DRAIN_SECONDS = 5.0
"""Seconds that this may take."""
MAX_VALUE = 10_000
"""Characters of one value of an example; what is longer is cut, and said so."""
CHUNK = 8
"""Queries of a batch that are screened before other requests get their turn."""
VIEWS = 8
"""Other days than today that a worker keeps open."""
ENTITIES = 2_000
"""Entities that a view keeps ready."""


def window(limit: int, offset: int) -> tuple[int, int]:
    """Limit and offset within the first ``MAX_RESULTS`` results, as yente bounds them."""
    start = min(max(0, offset), MAX_RESULTS)
    return max(0, min(limit, MAX_RESULTS - start)), start
