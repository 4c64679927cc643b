"""The whole demonstration, small: set up, traded, printed, sent and proved."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from otop_pos.db.database import open_database
from otop_pos.domain.errors import AlreadyExists, FolderUnwritable
from otop_pos.i18n import use_language
from otop_pos.services.demo.outcome import DemoResult, result_table
from otop_pos.services.demo.run import demo_folder, run_demo
from otop_pos.sync.manifest import MANIFEST

FRIDAY = date(2026, 11, 20)


def demo(out: Path, *, days: int = 1, sales: int = 15, seed: int = 7) -> tuple[DemoResult, list[str]]:
    said: list[str] = []
    database = open_database(demo_folder(out))
    try:
        result = run_demo(database, out, days=days, sales=sales, seed=seed, first_day=FRIDAY, report=said.append)
    finally:
        database.close()
    return result, said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DemoResult, list[str]]:
    out = tmp_path_factory.mktemp("made") / "demo"
    return out, *demo(out)


def test_a_small_demo_keeps_every_promise_of_the_books(made: tuple[Path, DemoResult, list[str]]) -> None:
    _out, result, _said = made
    assert result.broken == ()
    assert result.holds
    assert result.checks > 10


def test_a_demo_counts_what_it_made(made: tuple[Path, DemoResult, list[str]]) -> None:
    out, result, _said = made
    assert (result.days, result.sales) == (1, 16)
    assert result.gross >= result.net > 0
    assert result.pieces > 5000
    assert result.papers == len(list((out / "papers").rglob("*.pdf")))
    assert result.files == sum(path.is_file() for path in (out / "outbox").rglob("*"))


def test_every_kind_of_paper_is_there(made: tuple[Path, DemoResult, list[str]]) -> None:
    folder = made[0] / "papers" / "2026-11-20"
    kinds = {path.relative_to(folder).parts[0] for path in folder.rglob("*.pdf")}
    assert {"receipts", "grns", "labels", "daily-summary.pdf"} <= kinds
    assert len(list((folder / "receipts").iterdir())) == 16


def test_a_label_sheet_has_one_label_per_accepted_piece(made: tuple[Path, DemoResult, list[str]]) -> None:
    labels = made[0] / "papers" / "2026-11-20" / "labels"
    roll = pypdfium2.PdfDocument(next(labels.glob("CM-G690000004-roll*")))
    sheet = pypdfium2.PdfDocument(next(labels.glob("CM-G690000004-a4*")))
    pieces = 20 + 6 + 8 + 24 + 16
    assert len(roll) == pieces
    assert len(sheet) == -(-pieces // 24)
    roll.close()
    sheet.close()


def test_the_day_lies_in_the_outbox_as_a_finished_package(made: tuple[Path, DemoResult, list[str]]) -> None:
    (package,) = (made[0] / "outbox").iterdir()
    assert package.name.startswith("CM-00000001-2026-11-20")
    assert (package / MANIFEST).is_file()


def test_the_console_is_told_day_by_day_and_at_the_end(made: tuple[Path, DemoResult, list[str]]) -> None:
    said = made[2]
    assert len(said) > 10
    assert "16" in said[1]
    assert str(made[1].checks) in said[-1]


def test_the_same_seed_tells_the_same_story(tmp_path: Path) -> None:
    first, _said = demo(tmp_path / "one", sales=12, seed=3)
    second, _said = demo(tmp_path / "two", sales=12, seed=3)
    assert first == second


def test_a_demo_may_be_made_again_in_its_folder(tmp_path: Path) -> None:
    out = tmp_path / "again"
    first, _said = demo(out, sales=5)
    (out / "papers" / "left-over.pdf").write_bytes(b"")
    second, _said = demo(out, sales=5)
    assert first == second
    assert not (out / "papers" / "left-over.pdf").exists()


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "shop.sqlite").write_bytes(b"the real books")
    with pytest.raises(FolderUnwritable):
        demo_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["shop.sqlite"]
    assert (tmp_path / "shop.sqlite").read_bytes() == b"the real books"


def test_a_file_is_no_folder_for_a_demo(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(FolderUnwritable):
        demo_folder(tmp_path / "taken")


def test_what_people_put_into_a_demo_folder_stays(tmp_path: Path) -> None:
    demo_folder(tmp_path / "demo")
    (tmp_path / "demo" / "notes.txt").write_text("mine", encoding="utf-8")
    demo_folder(tmp_path / "demo")
    assert (tmp_path / "demo" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_demo_never_trades_in_a_shop_that_is_set_up(tmp_path: Path) -> None:
    database = open_database(demo_folder(tmp_path))
    try:
        run_demo(database, tmp_path, days=0, sales=0, seed=1, first_day=FRIDAY, report=lambda _line: None)
        with pytest.raises(AlreadyExists):
            run_demo(database, tmp_path, days=1, sales=1, seed=1, first_day=FRIDAY, report=lambda _line: None)
    finally:
        database.close()


def test_the_table_stands_in_columns_and_names_what_is_broken() -> None:
    result = DemoResult(
        1, 15, 1, 12_345_00, 12_000_00, 9_000_00, 2_000_00, 8000, 212, 150, 17, 20, ("money identity: 7",)
    )
    use_language("en")
    lines = list(result_table(result))
    assert not result.holds
    assert len({len(line) for line in lines[:-1]}) == 1
    assert lines[3].endswith("12,345.00")
    assert "money identity: 7" in lines[-1]
