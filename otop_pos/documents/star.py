"""OTOP stars, drawn: Sarabun has no star."""

from functools import cache
from math import cos, pi, sin

_INNER = 0.42
"""Radius of the inner corners, of the outer one."""


@cache
def stars_operators(count: int, size: float, right: float, up: float) -> str:
    """`count` filled stars of `size` points in a row that ends at `right`, standing `up` above the origin."""
    step = size * 1.05
    centres = [right - size / 2 - index * step for index in range(count)]
    return " ".join(_star(x, up + size / 2, size / 2) for x in centres) + " f"


def _star(x: float, y: float, radius: float) -> str:
    corners = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * _INNER
        angle = pi / 2 + corner * pi / 5
        corners.append(f"{x + reach * cos(angle):.2f} {y + reach * sin(angle):.2f}")
    return f"{corners[0]} m " + " ".join(f"{corner} l" for corner in corners[1:]) + " h"
