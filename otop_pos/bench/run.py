"""Runs the figures and prints them beside their floors."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from otop_pos.bench import nightly, paper, report, sale, search, start, tills
from otop_pos.bench.measure import Figure
from otop_pos.bench.scale import Scale

FIGURES: dict[str, Callable[[Scale], Figure | None]] = {
    "sale": sale.sale_commit,
    "sale-growth": sale.sale_growth,
    "tills": tills.four_tills,
    "scan": search.look_up,
    "search": search.search,
    "start": start.start,
    "receipt": paper.receipt,
    "labels": paper.labels,
    "summary": report.daily_summary,
    "summary-growth": report.summary_growth,
    "nightly": nightly.nightly_package,
}


def run_bench(scale: Scale, only: Sequence[str], json_file: Path | None) -> Iterator[str]:
    """A line per figure as it is measured; the whole as JSON when a file is named. ValueError: unknown name."""
    unknown = [name for name in only if name not in FIGURES]
    if unknown:
        raise ValueError(f"no figure {', '.join(unknown)}; there are {', '.join(FIGURES)}")
    yield f"{'figure':<22}{'p50 ms':>10}{'p95':>10}{'p99':>10}{'floor p50':>11}{'ratio':>8}{'target':>8}"
    done: list[Figure] = []
    for name, measure in FIGURES.items():
        if only and name not in only:
            continue
        figure = measure(scale)
        if figure is None:
            yield f"{name:<22} cannot be measured here"
            continue
        done.append(figure)
        yield _line(figure)
    if json_file is not None:
        values = [{**asdict(figure), "ratio": figure.ratio, "holds": figure.holds} for figure in done]
        json_file.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _line(figure: Figure) -> str:
    ours = figure.ours
    mark = "" if figure.holds else "  above target"
    return (
        f"{figure.name:<22}{ours.p50:>10.2f}{ours.p95:>10.2f}{ours.p99:>10.2f}{figure.floor.p50:>11.2f}"
        f"{figure.ratio:>8.2f}{figure.target:>8.2f}  {figure.what}{mark}"
    )
