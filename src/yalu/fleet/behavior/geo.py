"""Distances and grids as expressions, exact at any latitude and across the 180th meridian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir

EARTH = 6_371_008.8
"""Meters of the mean radius (IUGG)."""

DEGREE = 111_195.08
"""Meters of a degree of latitude on that sphere."""

KNOT = 0.514444
"""Meters a second."""


def apart(lat1: Any, lon1: Any, lat2: Any, lon2: Any) -> Any:
    """Great-circle meters between two points."""
    half = ((lat2 - lat1).radians() / 2).sin()
    across = ((lon2 - lon1).radians() / 2).sin()
    h = half * half + lat1.radians().cos() * lat2.radians().cos() * across * across
    return h.sqrt().asin() * (2 * EARTH)


def east(lon1: Any, lon2: Any) -> Any:
    """Degrees from the first longitude to the second, the short way round: -180 to 180."""
    d = lon2 - lon1
    return (d > 180).ifelse(d - 360, (d < -180).ifelse(d + 360, d))


def near(lat1: Any, lon1: Any, lat2: Any, lon2: Any) -> Any:
    """Meters between two points up to some 50 km apart, as on a flat earth: right to 1 in 10,000."""
    north = (lat2 - lat1) * DEGREE
    side = east(lon1, lon2) * DEGREE * ((lat1 + lat2) / 2).radians().cos()
    return (north * north + side * side).sqrt()


def knots(meters: Any, seconds: Any) -> Any:
    """Speed of a move; a move within a second counts as one of a second."""
    return meters / (seconds < 1).ifelse(1, seconds) / KNOT


def row_of(lat: Any, size: float) -> Any:
    """The row of a grid in which a latitude lies."""
    return (lat / size).floor().cast("int64")


def column_of(lon: Any, size: float) -> Any:
    """The column in which a longitude lies, from 0; the same for -180 and 180."""
    number = ((lon + 180) / size).floor().cast("int64")
    return (number >= round(360 / size)).ifelse(0, number)


def order_of(ts: Any, lat: Any) -> Any:
    """One whole number that orders the reports of a ship: by second, then by latitude as fine as AIS has it.

    Sorting by it is quicker than by columns, and as definite: two reports of a second have another latitude.
    """
    return ts.cast("int64") * (1 << 29) + ((lat + 90) * 2_900_000).cast("int64")


def cells_around(
    table: ir.Table, lat: str, lon: str, meters: float, size: tuple[float, float], names: tuple[str, str]
) -> ir.Table:
    """Each row once for each cell that its circle may touch; ``size`` in degrees of latitude and longitude.

    Toward the poles more columns are taken, so nothing is missed. ``names`` are those of row and column.
    """
    import ibis

    t = table
    rows = int(meters / (size[0] * DEGREE)) + 1
    edge = (t[lat].abs() + meters / DEGREE).clip(upper=89.9)
    reach = (meters / DEGREE / size[1] / edge.radians().cos()).floor().cast("int64") + 1
    columns = reach.clip(upper=round(180 / size[1]))
    y, x = names
    t = t.mutate(_dy=ibis.range(-rows, rows + 1).unnest(), _reach=columns)
    t = t.mutate(_dx=ibis.range(-t._reach, t._reach + 1).unnest())
    around = round(360 / size[1])
    return t.mutate(
        **{
            y: row_of(t[lat], size[0]) + t._dy,
            x: (column_of(t[lon], size[1]) + t._dx + around) % around,
        }
    ).drop("_dy", "_dx", "_reach")
