"""Opening: a new file, our own file, and everything that only looks like it."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from otop_pos.db.database import Database, open_database
from otop_pos.db.sqlite import APPLICATION_ID
from otop_pos.domain.errors import FolderUnwritable, NewerDatabase, NotOurFile, StoreUnreachable
from otop_pos.domain.shop import User
from otop_pos.services.user import add_user, list_users
from tests.books import broken, change, contents, value

PAGE = 4096
ROOT = Path(__file__).parents[2]
REGISTER = (
    "import sys; from otop_pos.db.database import open_database; from otop_pos.services.user import add_user;"
    "database = open_database(sys.argv[1]); database.run(add_user, sys.argv[2], 'พิม', 'cashier'); database.close()"
)


def register_elsewhere(target: object, *codes: str) -> list[int]:
    """Each in a program of its own, all at once; their exit codes."""
    programs = [subprocess.Popen([sys.executable, "-c", REGISTER, str(target), code], cwd=ROOT) for code in codes]
    return [program.wait(60) for program in programs]


def damage(path: Path, page: int, after: int = 0) -> None:
    with path.open("rb+") as file:
        file.seek(page * PAGE + after)
        file.write(b"\xa5" * (PAGE - after))


def is_whole(path: Path) -> bool:
    try:
        database = open_database(path)
    except StoreUnreachable:
        return False
    try:
        return broken(database) == []
    except StoreUnreachable:
        return False
    finally:
        database.close()


def users_of(database: Database) -> list[str]:
    return [user.code for user in database.run(list_users)]


def test_a_new_file_is_made_together_with_its_folders(tmp_path: Path) -> None:
    database = open_database(tmp_path / "new" / "folder" / "shop.sqlite")
    assert broken(database) == []
    database.close()
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["shop.sqlite"]


def test_a_path_may_have_thai_letters_spaces_and_signs(tmp_path: Path) -> None:
    path = tmp_path / "ร้าน 100% #1?.sqlite"
    open_database(path).close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_what_was_saved_is_there_after_opening_again(database: Database, request: pytest.FixtureRequest) -> None:
    saved = database.run(add_user, "PIM", "พิม", "cashier")
    database.close()
    name = request.node.callspec.params["database"]
    again = open_database(request.getfixturevalue(f"{name}_target"))
    assert again.run(list_users) == (saved,)
    again.close()


def test_a_second_program_writes_beside_the_first(database: Database, request: pytest.FixtureRequest) -> None:
    target = request.getfixturevalue(f"{request.node.callspec.params['database']}_target")
    database.run(add_user, "PIM", "พิม", "cashier")
    assert register_elsewhere(target, "NOI") == [0]
    database.run(add_user, "TAN", "ต้น", "cashier")
    assert users_of(database) == ["NOI", "PIM", "TAN"]


def test_programs_that_make_the_same_file_at_once_all_succeed(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite"
    assert register_elsewhere(path, "A", "B", "C") == [0, 0, 0]
    database = open_database(path)
    assert users_of(database) == ["A", "B", "C"]
    database.close()


@pytest.mark.postgres
def test_programs_that_make_the_same_tables_at_once_all_succeed(bare_postgres_target: str) -> None:
    assert register_elsewhere(bare_postgres_target, "A", "B", "C") == [0, 0, 0]
    database = open_database(bare_postgres_target)
    assert users_of(database) == ["A", "B", "C"]
    database.close()


def _strangers_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.execute("INSERT INTO recipe VALUES ('ข้าวซอย')")
    connection.close()


def _strangers_wal_database(path: Path) -> None:
    _strangers_database(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _header_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(20))


def _text(path: Path) -> None:
    path.write_text("รายชื่อผู้ผลิต\n" * 100)


@pytest.mark.parametrize("make", [_strangers_database, _strangers_wal_database, _header_alone, _text])
def test_a_strangers_file_is_refused_and_stays_as_it_was_to_the_byte(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "shop.sqlite"
    make(path)
    before, changed_at = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(NotOurFile) as refusal:
        open_database(path)
    assert refusal.value.path == str(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, changed_at)
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOurFile):
        open_database(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_the_books(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite"
    path.touch()
    database = open_database(path)
    assert broken(database) == []
    database.close()


def test_a_file_that_died_between_its_name_and_its_tables_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.close()
    database = open_database(path)
    assert broken(database) == []
    database.close()


def test_the_file_says_whose_it_is_and_which_schema(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite"
    open_database(path).close()
    header = path.read_bytes()[:100]
    assert header[68:72] == b"OTOP"
    assert int.from_bytes(header[60:64], "big") >= 1


def test_books_of_a_newer_program_are_refused_and_stay_as_they_were(
    database: Database, request: pytest.FixtureRequest
) -> None:
    target = request.getfixturevalue(f"{request.node.callspec.params['database']}_target")
    change(database, "UPDATE alembic_version SET version_num = '9999'")
    before = contents(database)
    with pytest.raises(NewerDatabase) as refusal:
        open_database(target)
    assert "9999" not in refusal.value.sentence
    assert contents(database) == before
    assert value(database, "SELECT version_num FROM alembic_version") == "9999"


def test_a_damaged_schema_is_said_in_a_sentence(sqlite_path: Path) -> None:
    damage(sqlite_path, 0, after=100)
    with pytest.raises(StoreUnreachable):
        open_database(sqlite_path)


def test_a_damaged_page_is_found_wherever_it_is(sqlite_path: Path, tmp_path: Path) -> None:
    pages = sqlite_path.stat().st_size // PAGE
    assert pages > 50
    for page in range(1, pages):
        copy = Path(shutil.copy(sqlite_path, tmp_path / f"damaged-{page}.sqlite"))
        damage(copy, page)
        assert not is_whole(copy), f"page {page}"
    assert is_whole(sqlite_path)


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("a file")
    with pytest.raises(FolderUnwritable) as refusal:
        open_database(tmp_path / "shop" / "shop.sqlite")
    assert refusal.value.path == str(tmp_path / "shop")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://till:geheim@127.0.0.1:9/shop",
        "postgres://till:geheim@/shop?host=/nowhere",
        "postgresql://till:geheim@no-such-server.invalid/shop",
    ],
)
def test_a_server_that_is_away_is_said_without_the_password(url: str) -> None:
    with pytest.raises(StoreUnreachable) as refusal:
        open_database(url)
    assert "geheim" not in refusal.value.sentence
    assert "geheim" not in repr(refusal.value)


@pytest.mark.postgres
def test_a_database_that_is_not_there_is_said(postgres_target: str) -> None:
    with pytest.raises(StoreUnreachable):
        open_database(postgres_target.replace("/shop_", "/never_"))


@pytest.mark.postgres
def test_the_label_of_a_server_hides_the_password(postgres_target: str) -> None:
    database = open_database(postgres_target.replace("postgres@", "postgres:geheim@"))
    assert "geheim" not in database.label
    assert isinstance(database.run(add_user, "PIM", "พิม", "cashier"), User)
    database.close()
