"""Timing: warm-up, then the work and its floor in turns, so that a noisy machine disturbs both."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

Work = Callable[[], object]
Preparation = Callable[[], Work]
"""Sets up one unit of work, untimed, and gives it."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a figure is spread over its repetitions, in the figure's unit."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Limit:
    """A ceiling of its own, whatever the floor needs: `p95` in milliseconds, memory in MB, deadlocks."""

    name: str
    value: float
    at_most: float
    unit: str = "ms"

    @property
    def holds(self) -> bool:
        return self.value <= self.at_most


@dataclass(frozen=True, slots=True)
class Goal:
    """What is measured and wanted: `target` is the largest ratio of the medians (None: the ratio is only
    context), `at_most` the largest p50, p95 or p99 in milliseconds."""

    name: str
    what: str
    target: float | None = None
    at_most: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    goal: Goal
    ours: Spread
    floor: Spread
    limits: tuple[Limit, ...] = ()
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours.p50 / self.floor.p50

    @property
    def holds(self) -> bool:
        return (self.goal.target is None or self.ratio <= self.goal.target) and all(each.holds for each in self.limits)

    def with_limit(self, limit: Limit) -> "Figure":
        return replace(self, limits=(*self.limits, limit))


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A figure that cannot be had here, and why."""

    name: str
    reason: str


def compare(goal: Goal, ours: Work, floor: Work, *, rounds: int = 60) -> Figure:
    """Run both in turns. A call does one unit of work; its own preparations belong outside."""
    return compare_prepared(goal, lambda: ours, lambda: floor, rounds=rounds)


def compare_prepared(goal: Goal, ours: Preparation, floor: Preparation, *, rounds: int = 60) -> Figure:
    """The same where each unit of work needs preparations of its own."""
    warm_up = max(rounds // 10, 2)
    ours_ms: list[float] = []
    floor_ms: list[float] = []
    for number in range(rounds + warm_up):
        # Who goes first alternates: the second finds warmer caches.
        order = ((floor, floor_ms), (ours, ours_ms)) if number % 2 else ((ours, ours_ms), (floor, floor_ms))
        for prepare, times in order:
            spent = milliseconds(prepare())
            if number >= warm_up:
                times.append(spent)
    return figure_of(goal, ours_ms, floor_ms)


def figure_of(goal: Goal, ours: Sequence[float], floor: Sequence[float]) -> Figure:
    """From milliseconds that were measured already."""
    spread = spread_of(ours)
    limits = tuple(Limit(name, getattr(spread, name), most) for name, most in goal.at_most.items())
    return Figure(goal, spread, spread_of(floor), limits)


def milliseconds(work: Work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def spread_of(values: Sequence[float]) -> Spread:
    ordered = sorted(values)
    return Spread(statistics.median(ordered), _percentile(ordered, 0.95), _percentile(ordered, 0.99))


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
