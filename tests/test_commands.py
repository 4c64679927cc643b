"""The commands as an IT person types them, each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from otop_pos.db.database import open_database
from tests.factories import small_shop


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def otop_pos(home: Path, *arguments: str | Path, code: int = 0) -> str:
    """What the command printed; it must end with this exit code and never with a traceback."""
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "default"}
    environment |= {f"XDG_{each}_HOME": str(home / each.lower()) for each in ("DATA", "CONFIG", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-m", "otop_pos", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    assert done.returncode == code, said
    return said


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    database = open_database(path)
    small_shop(database).sell(("P000001", 1000))
    database.close()
    return path


def test_a_demo_day_is_traded_proved_and_can_be_checked_by_two_commands(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    said = otop_pos(home, "demo", "--out", out, "--days", "2", "--sales", "8")
    assert "8" in said
    assert len(list((out / "outbox").iterdir())) == 2
    assert list(out.glob("papers/*/receipts/*.pdf"))
    checked = otop_pos(home, "verify")
    assert str(out / "shop.sqlite") in checked
    assert "✗" not in checked
    assert otop_pos(home, "check", out / "outbox").count("✓") == 2


def test_a_demo_never_takes_a_folder_with_other_things_in_it(home: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("dear all", encoding="utf-8")
    otop_pos(home, "demo", "--out", tmp_path / "letters", code=1)
    assert [each.name for each in (tmp_path / "letters").iterdir()] == ["letter.txt"]


def test_a_changed_figure_is_found_by_the_check(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    otop_pos(home, "demo", "--out", out, "--days", "1", "--sales", "5")
    (payments,) = out.glob("outbox/*/payments.csv")
    payments.write_bytes(payments.read_bytes().replace(b".00,", b".01,", 1))
    assert "payments.csv" in otop_pos(home, "check", out / "outbox", code=1)


def test_broken_books_end_with_exit_code_one_and_name_the_culprit(home: Path, shop_file: Path) -> None:
    database = open_database(shop_file)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE lot_balance SET qty = qty + 1 WHERE lot_id = 1")
    database.close()
    assert "2000000000015" in otop_pos(home, "verify", "--db", shop_file, code=1)


@pytest.mark.parametrize("name", ["missing.sqlite", "letter.sqlite"])
def test_verify_makes_no_database_and_takes_no_strange_file(home: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "letter.sqlite").write_text("dear all", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    assert name in otop_pos(home, "verify", "--db", tmp_path / name, code=1)
    assert sorted(tmp_path.iterdir()) == before


def test_products_are_rehearsed_then_imported(home: Path, tmp_path: Path, shop_file: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("product_th,type_en,stars\nชากุหลาบ,tea,5\n,cloth,4\n", encoding="utf-8")
    rehearsal = otop_pos(home, "import", "products", file, "--dry-run", "--price", "๑๒๐", "--db", shop_file)
    assert rehearsal.count("\n") >= 2
    otop_pos(home, "import", "products", file, "--price", "120", "--db", shop_file)
    otop_pos(home, "import", "products", file, "--price", "120", "--db", shop_file, code=1)
    otop_pos(home, "import", "products", file, "--price", "a lot", "--db", shop_file, code=1)


def test_an_open_day_is_not_sent(home: Path, tmp_path: Path, shop_file: Path) -> None:
    outbox = tmp_path / "outbox"
    assert "CM01" in otop_pos(home, "send", "--db", shop_file, "--outbox", outbox, code=1)
    assert not outbox.exists()


def test_a_bench_figure_that_does_not_exist_is_a_sentence(home: Path) -> None:
    assert "sale" in otop_pos(home, "bench", "--only", "speed-of-light", code=1)


def test_with_the_key_lost_people_choose_new_pins(home: Path, shop_file: Path) -> None:
    assert otop_pos(home, "forget-pins", "--db", shop_file).strip().startswith("2 ")
