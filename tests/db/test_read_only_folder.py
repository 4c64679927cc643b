"""A folder or file that may not be written: one clear sentence, and nothing half done."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from otop_pos.db.database import open_database
from otop_pos.domain.errors import FolderUnwritable, StoreUnreachable
from otop_pos.services.user import add_user, list_users

AsNobody = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def closed_shop(sqlite_path: Path, public_folder: Path) -> Path:
    """The file of a shop in a folder, both of which can be read but not written."""
    path = Path(shutil.copy(sqlite_path, public_folder / "shop.sqlite"))
    path.chmod(0o444)
    public_folder.chmod(0o555)
    return path


def test_a_folder_that_may_not_be_written_is_said(public_folder: Path, as_nobody: AsNobody) -> None:
    public_folder.chmod(0o555)
    with as_nobody(), pytest.raises(FolderUnwritable) as refusal:
        open_database(public_folder / "shop.sqlite")
    assert refusal.value.path == str(public_folder)
    assert list(public_folder.iterdir()) == []


def test_a_folder_that_may_not_be_made_is_said(public_folder: Path, as_nobody: AsNobody) -> None:
    public_folder.chmod(0o555)
    with as_nobody(), pytest.raises(FolderUnwritable):
        open_database(public_folder / "new" / "shop.sqlite")


def test_a_folder_that_may_not_be_looked_into_is_said(public_folder: Path, as_nobody: AsNobody) -> None:
    public_folder.chmod(0o000)
    with as_nobody(), pytest.raises(FolderUnwritable):
        open_database(public_folder / "shop.sqlite")


def test_a_folder_of_the_kernel_is_said() -> None:
    for path in ("/proc/shop.sqlite", "/proc/otop/shop.sqlite"):
        with pytest.raises(FolderUnwritable):
            open_database(path)


def test_books_that_may_not_be_written_are_refused_and_stay_as_they_were(
    closed_shop: Path, as_nobody: AsNobody
) -> None:
    before = closed_shop.read_bytes()
    with as_nobody(), pytest.raises((StoreUnreachable, FolderUnwritable)):
        open_database(closed_shop).run(add_user, "PIM", "พิม", "cashier")
    assert closed_shop.read_bytes() == before
    assert list(closed_shop.parent.iterdir()) == [closed_shop]


def test_books_that_may_be_written_again_open_again(closed_shop: Path, as_nobody: AsNobody) -> None:
    with as_nobody(), pytest.raises((StoreUnreachable, FolderUnwritable)):
        open_database(closed_shop)
    closed_shop.chmod(0o666)
    closed_shop.parent.chmod(0o777)
    with as_nobody():
        database = open_database(closed_shop)
        saved = database.run(add_user, "PIM", "พิม", "cashier")
        assert database.run(list_users) == (saved,)
        database.close()


def test_a_file_of_somebody_else_is_said(sqlite_path: Path, public_folder: Path, as_nobody: AsNobody) -> None:
    path = Path(shutil.copy(sqlite_path, public_folder / "shop.sqlite"))
    path.chmod(0o000)
    with as_nobody(), pytest.raises((StoreUnreachable, FolderUnwritable)):
        open_database(path)
