"""The bench runs, its copied past is true to the ledger, and what it cannot measure it says."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from otop_pos.bench.run import FIGURES, run_bench
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import bench_shop
from otop_pos.services.verify import verify

TINY = Scale(products=1_000, lines=3_000, rounds=10)
QUICK = ("sale", "look-up", "search", "receipt", "summary", "nightly", "import")
IN_WINDOW = ("scan", "typed-search", "pay-to-paper")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.mark.parametrize(("names", "sold_lines"), [(QUICK, 3_000), (IN_WINDOW, 0)])
@pytest.mark.usefixtures("qapp")
def test_every_quick_figure_has_a_ratio_to_its_floor(names: tuple[str, ...], sold_lines: int, tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    lines = list(run_bench(replace(TINY, lines=sold_lines), names, file))
    figures = json.loads(file.read_text(encoding="utf-8"))["figures"]
    assert len(lines) == 1 + len(names) == 1 + len(figures)
    assert all(math.isfinite(each["ratio"]) and each["ratio"] > 0 for each in figures)


def test_the_copied_past_keeps_every_invariant() -> None:
    with bench_shop(1_000, 6_000) as shop:
        assert [each.name for each in shop.database.run(verify) if not each.holds] == []


def test_what_cannot_be_measured_here_says_why() -> None:
    (_heading, line) = run_bench(TINY, ("tills",), None)
    assert "--postgres" in line


def test_an_unknown_figure_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(ValueError, match="sale-growth"):
        list(run_bench(TINY, ("speed-of-light",), None))
    assert "speed-of-light" not in FIGURES
