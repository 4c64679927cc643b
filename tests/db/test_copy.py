"""The copy that is made before an upgrade: whole, checked, and never offered half."""

from pathlib import Path

import pytest

from otop_pos.db.database import Database, open_database
from otop_pos.db.migration import copy_database
from otop_pos.db.sqlite import best_module
from otop_pos.services.sale import list_sales
from tests.books import broken, contents
from tests.factories import small_shop


@pytest.fixture
def file(sqlite_path: Path) -> Database:
    return open_database(sqlite_path)


def test_a_copy_holds_everything_also_what_is_only_in_the_log(file: Database, sqlite_path: Path) -> None:
    shop = small_shop(file)
    sold = [shop.sell(("P000001", 1000)) for _ in range(3)]
    copy = copy_database(sqlite_path, "before-test")
    opened = open_database(copy)
    assert contents(opened) == contents(file)
    assert [sale.doc_no for sale in opened.run(list_sales, "CM01")] == [sale.doc_no for sale in reversed(sold)]
    assert broken(opened) == []
    opened.close()
    file.close()


def test_a_copy_lies_beside_the_file_and_says_why(file: Database, sqlite_path: Path) -> None:
    copy = copy_database(sqlite_path, "before-0002")
    assert copy.parent == sqlite_path.parent
    assert copy.name.startswith("shop.before-0002.")
    assert copy.suffix == ".bak"
    file.close()


def test_a_copy_leaves_the_file_as_it_was_and_selling_goes_on(file: Database, sqlite_path: Path) -> None:
    shop = small_shop(file)
    before = contents(file)
    copy_database(sqlite_path, "before-test")
    assert contents(file) == before
    assert shop.sell(("P000001", 1000)).doc_no.endswith("0000001")
    file.close()


def test_a_copy_that_does_not_check_clean_is_never_offered(sqlite_path: Path) -> None:
    with sqlite_path.open("rb+") as damaged:
        damaged.seek(30 * 4096)
        damaged.write(b"\xa5" * 4096)
    before = sqlite_path.read_bytes()
    with pytest.raises((OSError, best_module().Error)):
        copy_database(sqlite_path, "before-test")
    assert list(sqlite_path.parent.glob("*.bak")) == []
    assert sqlite_path.read_bytes() == before


def test_what_a_cut_off_copy_left_is_overwritten(file: Database, sqlite_path: Path) -> None:
    first = copy_database(sqlite_path, "before-test")
    left = first.with_suffix(".part")
    left.write_bytes(b"half a copy")
    second = copy_database(sqlite_path, "before-test")
    opened = open_database(second)
    assert broken(opened) == []
    opened.close()
    file.close()
