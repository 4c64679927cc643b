"""Timing: warm-up, then the work and its floor in turns, so that a noisy machine disturbs both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Figure:
    """`ratio` compares the medians; `target` is the largest ratio wanted."""

    name: str
    what: str
    ours: Timing
    floor: Timing
    target: float

    @property
    def ratio(self) -> float:
        return self.ours.p50 / self.floor.p50

    @property
    def holds(self) -> bool:
        return self.ratio <= self.target


def compare(name: str, what: str, ours: Work, floor: Work, *, target: float, rounds: int = 60) -> Figure:
    """Run both in turns. A call does one unit of work; its own preparations belong outside."""
    warm_up = max(rounds // 10, 2)
    ours_ms: list[float] = []
    floor_ms: list[float] = []
    for number in range(rounds + warm_up):
        # Who goes first alternates: the second finds warmer caches.
        order = ((floor, floor_ms), (ours, ours_ms)) if number % 2 else ((ours, ours_ms), (floor, floor_ms))
        for work, times in order:
            spent = _milliseconds(work)
            if number >= warm_up:
                times.append(spent)
    return Figure(name, what, _timing(ours_ms), _timing(floor_ms), target)


def _milliseconds(work: Work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _timing(times: list[float]) -> Timing:
    ordered = sorted(times)
    return Timing(statistics.median(ordered), percentile(ordered, 0.95), percentile(ordered, 0.99))


def percentile(ordered: list[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
