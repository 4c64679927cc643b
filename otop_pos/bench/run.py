"""Runs the figures and prints them beside their floors."""

import json
import os
import platform
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from otop_pos.bench import goods_list, nightly, paper, report, sale, search, selling, start, tills
from otop_pos.bench.measure import Figure, Limit, Unmeasured
from otop_pos.bench.scale import Scale

FIGURES: dict[str, Callable[[Scale], Figure | Unmeasured]] = {
    "sale": sale.sale_commit,
    "sale-growth": sale.sale_growth,
    "tills": tills.four_tills,
    "look-up": search.look_up,
    "search": search.search,
    "scan": selling.scan_to_line,
    "typed-search": selling.typed_search,
    "pay-to-paper": selling.pay_to_paper,
    "start": start.start,
    "raster": paper.slip_raster,
    "receipt": paper.receipt,
    "labels": paper.labels,
    "summary": report.daily_summary,
    "summary-growth": report.summary_growth,
    "nightly": nightly.nightly_package,
    "import": goods_list.import_products,
}


class UnknownFigure(ValueError):
    """The text says which names there are."""


def run_bench(scale: Scale, only: Sequence[str], json_file: Path | None) -> Iterator[str]:
    """A line per figure as it is measured; the whole as JSON when a file is named. Raises UnknownFigure."""
    for name in only:
        if name not in FIGURES:
            raise UnknownFigure(f"There is no figure “{name}”. There are: {', '.join(FIGURES)}")
    yield f"{'figure':<20}{'p50':>9}{'p95':>9}{'p99':>9}{'floor':>9}{'unit':>5}{'ratio':>7}{'target':>8}"
    done: list[Figure | Unmeasured] = []
    for name in only or FIGURES:
        figure = FIGURES[name](scale)
        done.append(figure)
        yield _line(figure)
    if json_file is not None:
        report = {"machine": _machine(), "scale": _sizes(scale), "figures": [_values(each) for each in done]}
        json_file.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _line(figure: Figure | Unmeasured) -> str:
    if isinstance(figure, Unmeasured):
        return f"{figure.name:<20} not measured: {figure.reason}"
    ours, goal = figure.ours, figure.goal
    target = "–" if goal.target is None else f"{goal.target:.2f}"
    numbers = "".join(f"{value:>9.2f}" for value in (ours.p50, ours.p95, ours.p99, figure.floor.p50))
    about = "; ".join((goal.what, *map(_limit_text, figure.limits)))
    mark = "" if figure.holds else "  ABOVE TARGET"
    return f"{goal.name:<20}{numbers}{figure.unit:>5}{figure.ratio:>7.2f}{target:>8}  {about}{mark}"


def _limit_text(limit: Limit) -> str:
    sign = "≤" if limit.holds else ">"
    return f"{limit.name} {limit.value:.4g} {sign} {limit.at_most:g} {limit.unit}".rstrip()


def _values(figure: Figure | Unmeasured) -> dict[str, Any]:
    if isinstance(figure, Unmeasured):
        return asdict(figure)
    return {**asdict(figure), "ratio": figure.ratio, "holds": figure.holds}


def _machine() -> dict[str, Any]:
    return {"python": platform.python_version(), "system": platform.platform(), "processors": os.cpu_count()}


def _sizes(scale: Scale) -> dict[str, Any]:
    return {"products": scale.products, "lines": scale.lines, "rounds": scale.rounds}
